// SPDX-License-Identifier: Apache-2.0
// bench_formats [--runs N] FILE...: prints how many cards or records of each file are read in a second of CPU time, as
// one JSON line a reader and run. libcsv, where it is installed, reads the same CSV bytes in the same run.
#include "formats/csvreader.h"
#include "formats/recordfile.h"
#include "formats/vcardreader.h"

#include <QFile>
#include <QString>

#include <cstdio>
#include <cstring>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include <sys/resource.h>

#ifdef HAVE_LIBCSV
#include <csv.h>
#endif

using namespace Elenco;

namespace {

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct Count {
    long things = 0; ///< cards, records
    long values = 0; ///< phones, fields: what the compiler must not take away
};

void measure(const char *what, const char *unit, qint64 bytes, const std::function<Count()> &read)
{
    const double start = cpuSeconds();
    const Count count = read();
    const double seconds = cpuSeconds() - start;
    std::printf("{\"peer\":\"%s\",\"%s\":%ld,\"values\":%ld,\"cpu_seconds\":%.3f,\"%s_per_second\":%.0f,"
                "\"mb_per_second\":%.0f}\n",
                what, unit, count.things, count.values, seconds, unit, static_cast<double>(count.things) / seconds,
                static_cast<double>(bytes) / 1e6 / seconds);
    std::fflush(stdout);
}

Count readCards(const QString &path)
{
    FileSource file;
    Count count;
    if (!file.open(path))
        return count;
    VCardReader reader(file);
    Card card;
    while (true) {
        const auto next = reader.next(card);
        if (!next || *next == VCardReader::Next::End)
            return count;
        ++count.things;
        count.values += static_cast<long>(card.tel.size());
    }
}

/// What a program keeps of a card when it keeps all of them, as the peers do: every value and what it is for, each to
/// be had by its property, in one block: a table that says what stands where, and the text behind it.
struct KeptCard {
    struct Entry {
        std::uint16_t property; ///< CardPropertyId
        std::uint16_t part;     ///< of a value of several parts, or which of several values
        std::uint32_t offset;   ///< in the text; it ends where the next one begins
    };
    std::string block;
    std::uint32_t entries = 0;
};

class CardKeeper
{
public:
    KeptCard keep(const Card &card)
    {
        m_text.clear();
        m_entries.clear();
        addAll(CardPropertyId::N, card.n);
        add(CardPropertyId::Fn, 0, card.fn);
        addAll(CardPropertyId::Org, card.org);
        addAll(CardPropertyId::Note, card.note);
        addAll(CardPropertyId::Title, card.title);
        addAll(CardPropertyId::Url, card.url);
        addAll(CardPropertyId::Nickname, card.nickname);
        addAll(CardPropertyId::Categories, card.categories);
        add(CardPropertyId::Bday, 0, card.bday);
        add(CardPropertyId::Gender, 0, card.gender);
        addTyped(card, CardPropertyId::Tel, card.tel);
        addTyped(card, CardPropertyId::Email, card.email);
        for (const CardAddress &address : card.adr) {
            addAll(CardPropertyId::Adr, address.parts);
            addTypes(card, CardPropertyId::Adr, address);
        }
        for (const CardProperty &property : card.properties) {
            if (property.id == CardPropertyId::Other) {
                add(CardPropertyId::Other, 0, property.name);
                add(CardPropertyId::Other, 1, property.value);
            }
        }
        KeptCard kept;
        const size_t table = m_entries.size() * sizeof(KeptCard::Entry);
        kept.block.reserve(table + m_text.size());
        kept.block.append(reinterpret_cast<const char *>(m_entries.data()), table);
        kept.block.append(m_text);
        kept.entries = static_cast<std::uint32_t>(m_entries.size());
        return kept;
    }

private:
    void add(CardPropertyId property, int part, std::string_view text)
    {
        if (text.empty())
            return;
        m_entries.push_back({static_cast<std::uint16_t>(property), static_cast<std::uint16_t>(part),
                             static_cast<std::uint32_t>(m_text.size())});
        m_text += text;
    }
    template <typename Texts>
    void addAll(CardPropertyId property, const Texts &texts)
    {
        int part = 0;
        for (const std::string_view text : texts)
            add(property, part++, text);
    }
    template <typename Value>
    void addTypes(const Card &card, CardPropertyId property, const Value &value)
    {
        int part = firstType;
        for (const std::string_view type : card.typesOf(value))
            add(property, part++, type);
    }
    void addTyped(const Card &card, CardPropertyId property, const std::vector<CardValue> &values)
    {
        for (const CardValue &value : values) {
            add(property, 0, value.text);
            addTypes(card, property, value);
        }
    }

    static constexpr int firstType = 0x8000; ///< parts from here on are types
    std::string m_text;
    std::vector<KeptCard::Entry> m_entries;
};

/// `kept` is the caller's, so that its end is not measured: the peers measured beside it never free what they keep.
Count keepCards(const QString &path, std::deque<KeptCard> &kept)
{
    FileSource file;
    Count count;
    if (!file.open(path))
        return count;
    VCardReader reader(file);
    Card card;
    CardKeeper keeper;
    while (true) {
        const auto next = reader.next(card);
        if (!next || *next == VCardReader::Next::End)
            break;
        kept.push_back(keeper.keep(card));
        count.values += static_cast<long>(card.tel.size());
    }
    count.things = static_cast<long>(kept.size());
    return count;
}

Count readRecords(const std::string &bytes)
{
    MemorySource source(bytes);
    CsvReader reader(source, CsvDialect{});
    Count count;
    while (true) {
        const auto next = reader.next();
        if (!next || *next == CsvReader::Next::End)
            return count;
        ++count.things;
        count.values += static_cast<long>(reader.fields().size());
    }
}

/// The whole way: encoding, dialect, records under columns.
Count readFile(const QString &path)
{
    Count count;
    const auto reader = openRecordFile(path);
    if (!reader)
        return count;
    Record record;
    while (true) {
        const auto next = (*reader)->next(record);
        if (!next || *next == RecordReader::Next::End)
            return count;
        ++count.things;
        count.values += static_cast<long>(record.cells.size());
    }
}

#ifdef HAVE_LIBCSV
Count readWithLibcsv(const std::string &bytes)
{
    Count count;
    csv_parser parser;
    csv_init(&parser, 0);
    const auto field = [](void *, size_t, void *data) { ++static_cast<Count *>(data)->values; };
    const auto record = [](int, void *data) { ++static_cast<Count *>(data)->things; };
    constexpr size_t chunk = 1 << 16; // as MemorySource gives them
    for (size_t at = 0; at < bytes.size(); at += chunk)
        csv_parse(&parser, bytes.data() + at, std::min(chunk, bytes.size() - at), field, record, &count);
    csv_fini(&parser, field, record, &count);
    csv_free(&parser);
    return count;
}
#endif

void benchmark(const QString &path, int runs)
{
    const auto description = describe(path);
    if (!description) {
        std::fprintf(stderr, "bench_formats: %s\n", description.error().text().toUtf8().constData());
        return;
    }
    std::string bytes;
    if (description->kind == FileKind::Table) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            bytes = file.readAll().toStdString();
    }
    for (int run = 0; run < runs; ++run) {
        if (description->kind == FileKind::Cards) {
            measure("elenco", "cards", description->size, [&] { return readCards(path); });
            std::deque<KeptCard> kept;
            measure("elenco-kept", "cards", description->size, [&] { return keepCards(path, kept); });
        } else {
            measure("elenco", "records", description->size, [&] { return readRecords(bytes); });
#ifdef HAVE_LIBCSV
            measure("libcsv", "records", description->size, [&] { return readWithLibcsv(bytes); });
#endif
        }
        measure("elenco-file", "records", description->size, [&] { return readFile(path); });
    }
}

} // namespace

int main(int argc, char **argv)
{
    int runs = 3;
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--runs") == 0 && i + 1 < argc) {
            runs = std::atoi(argv[++i]);
            continue;
        }
        benchmark(QString::fromLocal8Bit(argv[i]), runs);
        ++files;
    }
    if (files == 0)
        std::fprintf(stderr, "usage: bench_formats [--runs N] FILE...\n");
    return files == 0 ? 2 : 0;
}
