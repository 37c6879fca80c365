// SPDX-License-Identifier: Apache-2.0
// Any bytes are read as cards, in chunks of any size, with the same answer; what was read and written is read again as
// the same card, in 3.0 and 4.0, and written again as the same bytes.
#include "core/asciitext.h"
#include "formats/cardcolumns.h"
#include "formats/vcardreader.h"
#include "formats/vcardwriter.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace Elenco;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

struct ReadCard {
    VCardReader::Next next = VCardReader::Next::End;
    VCardReader::Reason reason = VCardReader::Reason::None;
    qint64 line = 0;
    std::string name;
    CardText text;
    friend bool operator==(const ReadCard &, const ReadCard &) = default;
};

std::vector<ReadCard> readAll(std::string_view bytes, qint64 chunk)
{
    MemorySource source(bytes, chunk);
    VCardReader reader(source);
    Card card;
    std::vector<ReadCard> cards;
    while (true) {
        const auto next = reader.next(card);
        require(next.has_value());
        if (*next == VCardReader::Next::End)
            return cards;
        ReadCard &read = cards.emplace_back();
        read.next = *next;
        read.reason = reader.reason();
        read.line = card.line;
        read.name = card.name();
        if (*next == VCardReader::Next::Card)
            read.text = cardText(card);
        require(card.number == static_cast<qint64>(cards.size()));
    }
}

/// Written, read, written: nothing is lost that a card can hold, and the second time nothing changes.
void writeAndRead(const CardText &text, CardVersion version)
{
    std::string once;
    writeCard(once, text, version);
    const std::vector<ReadCard> first = readAll(once, 1 << 16);
    require(first.size() == 1 && first.front().next == VCardReader::Next::Card);
    std::string twice;
    writeCard(twice, first.front().text, version);
    const std::vector<ReadCard> second = readAll(twice, 1 << 16);
    require(second.size() == 1 && second.front().next == VCardReader::Next::Card);
    std::string thrice;
    writeCard(thrice, second.front().text, version);
    require(twice == thrice);
    require(first.front().text.tel.size() == text.tel.size());
    // An empty note need not be written.
    const auto notes = [](const CardText &card) {
        return std::count_if(card.note.begin(), card.note.end(),
                             [](const std::string &note) { return !stripped(note).empty(); });
    };
    require(notes(first.front().text) == notes(text));
}

void flatten(std::string_view bytes)
{
    CardColumns columns;
    for (const bool first : {true, false}) {
        MemorySource source(bytes);
        VCardReader reader(source);
        Card card;
        std::vector<std::string_view> cells;
        while (true) {
            const auto next = reader.next(card);
            if (*next == VCardReader::Next::End)
                break;
            if (*next == VCardReader::Next::Rejected)
                continue;
            if (first) {
                columns.see(card);
            } else {
                columns.flatten(card, "windows-1252", cells);
                require(static_cast<qsizetype>(cells.size()) == columns.columns().size());
                columns.unknownProperties(card, "windows-1252");
            }
        }
        if (first)
            columns.settle();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const std::vector<ReadCard> cards = readAll(bytes, 1 << 16);
    require(readAll(bytes, 7) == cards);
    for (const ReadCard &card : cards) {
        if (card.next != VCardReader::Next::Card)
            continue;
        writeAndRead(card.text, CardVersion::V30);
        writeAndRead(card.text, CardVersion::V40);
    }
    flatten(bytes);
    return 0;
}
