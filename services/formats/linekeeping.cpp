// SPDX-License-Identifier: Apache-2.0
// Which lines of a card are kept beside the fields that hold their values.
#include "core/textfold.h"
#include "formats/keptlines.h"
#include "formats/vcardline.h"

#include <algorithm>

namespace Elenco {

namespace {

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return equalsIgnoringCase(text, word); });
}

// A number as the store has it: E.164.
bool isStoredNumber(std::string_view value)
{
    return value.size() > 1 && value.front() == '+' &&
           value.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// FN as it is made of N.
std::string writtenName(const Card &card)
{
    std::string name;
    for (const size_t part : {3u, 1u, 2u, 0u, 4u}) {
        if (!card.n[part].empty())
            name.append(name.empty() ? "" : " ").append(card.n[part]);
    }
    return name;
}

// A name by which nobody finds the parts of N: only these tell later whether it is still hers.
bool saysOtherNames(const Card &card)
{
    const std::string folded = foldText(card.fn);
    return !folded.empty() && (folded.find(foldText(card.n[0])) == std::string::npos ||
                               folded.find(foldText(card.n[1])) == std::string::npos);
}

} // namespace

bool saysMore(const Card &card, const CardProperty &property, std::string_view line)
{
    using Id = CardPropertyId;
    const auto isWritten = [line](std::string_view name, const std::string &value) {
        return line.size() == name.size() + 1 + value.size() && line.starts_with(name) && line[name.size()] == ':' &&
               line.ends_with(value);
    };
    const auto isList = [&](std::string_view name, const std::vector<std::string_view> &texts) {
        std::string value;
        for (const std::string_view text : texts)
            value.append(value.empty() ? "" : ",").append(escapedValue(text));
        return isWritten(name, value);
    };
    const auto isOne = [&](std::string_view name, std::string_view text) {
        return isWritten(name, escapedValue(text));
    };
    switch (property.id) {
    case Id::Version: return card.version == CardVersion::V40;
    case Id::Tel: {
        const size_t colon = line.find(':');
        const std::string_view head = line.substr(0, colon);
        const std::string_view number = line.substr(colon + 1);
        // What kind of line it is abroad, its number alone does not say.
        const bool isPlainMobile = isOneOf(head, {"TEL;TYPE=CELL"}) && number.starts_with("+393");
        return !(isStoredNumber(number) && isPlainMobile);
    }
    case Id::Email: return !line.starts_with("EMAIL:");
    case Id::N: return !line.starts_with("N:") || saysOtherNames(card);
    case Id::Fn: return !isOne("FN", writtenName(card));
    case Id::Org: return card.org.size() > 2 || !line.starts_with("ORG:");
    case Id::Nickname: return card.nickname.size() > 1 || !isList("NICKNAME", card.nickname);
    case Id::Bday: return card.version == CardVersion::V40 || !isOne("BDAY", card.bday) || card.bday.size() != 10 || card.bday[4] != '-';
    case Id::Gender: return true;
    case Id::Adr: return true;
    case Id::Title: return !isOne("TITLE", card.title.empty() ? std::string_view() : card.title.front());
    case Id::Url: return !line.starts_with("URL:");
    case Id::Note: return card.note.size() != 1 || !isOne("NOTE", card.note.front());
    case Id::Categories: return !isList("CATEGORIES", card.categories);
    case Id::Other: return true; // a field has lost how its name was written
    case Id::Begin:
    case Id::End:
    case Id::Agent: return false;
    }
    return false;
}

bool holdsUnknown(std::string_view unknownProperties)
{
    for (std::string_view rest = unknownProperties; !rest.empty();) {
        if (rest.front() != keptSign)
            return true;
        const size_t end = rest.find('\n');
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return false;
}

} // namespace Elenco
