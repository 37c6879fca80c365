// SPDX-License-Identifier: Apache-2.0
// Any bytes are read as CSV of any dialect, in chunks of any size, with the same answer; no byte of a record is lost
// where nothing is quoted; what CsvWriter wrote is read as it was. The guess of a dialect ends, and gives one that
// reads.
#include "formats/csvdialect.h"
#include "formats/csvreader.h"
#include "formats/csvwriter.h"

#include <cstdint>
#include <cstdlib>

using namespace Elenco;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

struct ReadRecord {
    CsvReader::Next next = CsvReader::Next::End;
    qint64 line = 0;
    std::vector<std::string> fields;
    friend bool operator==(const ReadRecord &, const ReadRecord &) = default;
};

std::vector<ReadRecord> readAll(std::string_view bytes, const CsvDialect &dialect, qint64 chunk, int expectedFields)
{
    MemorySource source(bytes, chunk);
    CsvReader reader(source, dialect);
    reader.setExpectedFields(expectedFields);
    std::vector<ReadRecord> records;
    qint64 line = 0;
    while (true) {
        const auto next = reader.next();
        require(next.has_value());
        if (*next == CsvReader::Next::End) {
            require(reader.position() == static_cast<qint64>(bytes.size()));
            return records;
        }
        ReadRecord &record = records.emplace_back();
        record.next = *next;
        record.line = reader.line();
        const auto &fields = reader.fields();
        record.fields.assign(fields.begin(), fields.end());
        require(record.line > line && (*next == CsvReader::Next::Rejected) == record.fields.empty());
        line = record.line;
    }
}

void writeAndRead(const std::vector<ReadRecord> &records, char delimiter)
{
    std::string written;
    CsvWriter writer(written, delimiter);
    for (const ReadRecord &record : records) {
        const std::vector<std::string_view> views(record.fields.begin(), record.fields.end());
        if (!views.empty())
            writer.write(views);
    }
    const std::vector<ReadRecord> again = readAll(written, {delimiter, '"', '\0', '\0'}, 1 << 16, 0);
    size_t at = 0;
    for (const ReadRecord &record : records) {
        if (!record.fields.empty())
            require(at < again.size() && again[at++].fields == record.fields);
    }
    require(at == again.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    constexpr char delimiters[] = {',', ';', '\t', '|', '\0', ' ', ':', '#'};
    constexpr char quotes[] = {'"', '\'', '\0', '"'};
    const CsvDialect dialect{delimiters[data[0] & 7], quotes[(data[0] >> 3) & 3], (data[0] & 32) != 0 ? '\\' : '\0',
                             (data[0] & 64) != 0 ? '#' : '\0'};
    const int expectedFields = data[1] & 3;
    const std::string_view bytes(reinterpret_cast<const char *>(data + 2), size - 2);
    const std::vector<ReadRecord> records = readAll(bytes, dialect, 1 << 16, expectedFields);
    require(readAll(bytes, dialect, 3, expectedFields) == records);
    writeAndRead(records, ',');
    writeAndRead(records, ';');

    if (size < 4096) {
        const CsvLayout layout = guessCsvLayout(bytes, (data[1] & 4) != 0);
        require(layout.preamble >= 0 && layout.columns >= 0);
        readAll(bytes, layout.dialect, 1 << 16, layout.columns);
    }
    return 0;
}
