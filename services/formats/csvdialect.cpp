// SPDX-License-Identifier: Apache-2.0
#include "formats/csvdialect.h"

#include "formats/csvcell.h"
#include "formats/csvreader.h"
#include "formats/csvscore.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace Elenco {

namespace {

constexpr size_t MostRecords = 400;
constexpr std::string_view OddDelimiters = ":^~ #&$%*!=+\x01\x1C\x1D\x1E\x1F";

/// A quote counts as one where it opens or closes a cell.
bool quotes(std::string_view sample, char quote, char delimiter)
{
    int opening = 0;
    int closing = 0;
    for (size_t at = sample.find(quote); at != std::string_view::npos; at = sample.find(quote, at + 1)) {
        const char before = at > 0 ? sample[at - 1] : '\n';
        const char after = at + 1 < sample.size() ? sample[at + 1] : '\n';
        opening += before == delimiter || before == '\n' || before == '\r';
        closing += after == delimiter || after == '\n' || after == '\r';
    }
    return opening > 0 && closing > 0;
}

/// Whether a backslash takes the meaning of a quote or a delimiter: 2 if nothing else explains it, 1 if perhaps.
int escapes(std::string_view sample, char quote, char delimiter)
{
    int perhaps = 0;
    for (size_t at = sample.find('\\'); at != std::string_view::npos && at + 1 < sample.size();
         at = sample.find('\\', at + 2)) {
        const char next = sample[at + 1];
        const char after = at + 2 < sample.size() ? sample[at + 2] : '\n';
        if (quote != '\0' && next == quote) {
            // "C:\docs\" ends a cell; a quote in the middle of one was meant to stay.
            const bool ends = after == delimiter || after == '\n' || after == '\r' || after == quote;
            if (!ends)
                return 2;
            perhaps = 1;
        } else if (delimiter != '\0' && next == delimiter) {
            perhaps = 1;
        }
    }
    return perhaps;
}

/// Cells that begin with a quotation mark go on behind the closing one: the marks are text, as in lists of titles.
bool mostQuotesStray(std::string_view sample, char delimiter)
{
    MemorySource source(sample);
    CsvReader reader(source, {delimiter, '"', '\0', '\0'});
    while (true) {
        const auto next = reader.next();
        if (!next || *next == CsvReader::Next::End)
            return reader.strayQuotes() >= 3 && reader.strayQuotes() * 3 > reader.quotedFields();
    }
}

/// In order: of two that score the same the first one is taken.
std::vector<CsvDialect> candidates(std::string_view sample)
{
    std::vector<CsvDialect> all;
    std::string delimiters(1, '\0');
    for (const char c : std::string(UsualDelimiters) + std::string(OddDelimiters)) {
        if (sample.find(c) != std::string_view::npos)
            delimiters += c;
    }
    for (const char delimiter : delimiters) {
        const auto add = [&](char quote) {
            const int escaped = delimiter == '\0' ? 0 : escapes(sample, quote, delimiter);
            if (escaped == 2)
                all.push_back({delimiter, quote, '\\', '\0'});
            all.push_back({delimiter, quote, '\0', '\0'});
            if (escaped == 1)
                all.push_back({delimiter, quote, '\\', '\0'});
        };
        const bool stray =
            delimiter != '\0' && escapes(sample, '"', delimiter) == 0 && mostQuotesStray(sample, delimiter);
        add(stray ? '\0' : '"');
        if (delimiter != '\0' && quotes(sample, '\'', delimiter))
            add('\'');
    }
    return all;
}

bool isMarked(const SampleRecord &record)
{
    const std::string &cell = record.cells.front();
    const size_t start = cell.find_first_not_of(" \t");
    return start != std::string::npos && cell[start] == '#';
}

std::vector<SampleRecord> withoutComments(std::vector<SampleRecord> records)
{
    std::erase_if(records, isMarked);
    return records;
}

/// '#', if it begins lines that are no records of this dialect: the first one, and most of all that it begins.
char commentOf(std::string_view sample, const CsvDialect &dialect, size_t columns)
{
    int comments = 0;
    int records = 0;
    bool first = true;
    for (const SampleRecord &record : parseSample(sample, {dialect.delimiter, '\0', '\0', '\0'}, MostRecords)) {
        const bool marked = isMarked(record);
        if (first && !marked)
            return '\0';
        first = false;
        if (marked)
            ++(record.cells.size() == columns && columns > 1 ? records : comments);
    }
    return comments > records && columns > 1 ? '#' : '\0';
}

/// Rows that all have as many cells are a table whatever is in them. A last row that an open quote begins says nothing.
bool isRegular(const SampleRecords &records)
{
    if (records.empty() || records.front().cells.size() < 2)
        return false;
    const size_t counted = records.size() - (records.strayQuotes > 0 && records.back().cells.size() == 1 ? 1 : 0);
    if (counted < 2)
        return false;
    return std::all_of(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(counted),
                       [&](const SampleRecord &record) { return record.cells.size() == records.front().cells.size(); });
}

double garbageWeight(std::string_view sample)
{
    const auto odd = std::count_if(sample.begin(), sample.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && !(byte >= 0x1C && byte != 0x7F);
    });
    return odd * 100 > static_cast<std::ptrdiff_t>(sample.size()) ? 0.25 : 1;
}

CsvLayout finished(CsvLayout best, const std::vector<SampleRecord> &records)
{
    const size_t columns = commonLength(records);
    const size_t start = tableStart(records, columns);
    best.columns = static_cast<int>(columns);
    if (!records.empty()) {
        best.preamble = start > 0 ? static_cast<int>(records[start].line - 1) : 0;
        best.header = looksLikeHeader(records[start].cells, cellsOf(records, start + 1));
    }
    return best;
}

/// The last line of a part of a file is cut: it would count against every dialect.
std::string_view withoutCutLine(std::string_view sample, bool complete)
{
    const size_t end = complete ? std::string_view::npos : sample.find_last_of("\n\r");
    return end == std::string_view::npos ? sample : sample.substr(0, end + 1);
}

/// "sep=;" as a first line, which Excel writes and understands: its size with the line end, 0 if there is none.
size_t declarationSize(std::string_view sample)
{
    if (sample.size() < 6 || (sample[0] | 0x20) != 's' || (sample[1] | 0x20) != 'e' || (sample[2] | 0x20) != 'p' ||
        sample[3] != '=') {
        return 0;
    }
    if (sample.substr(5, 2) == "\r\n")
        return 7;
    return sample[5] == '\n' || sample[5] == '\r' ? 6 : 0;
}

} // namespace

bool looksLikeHeader(const std::vector<std::string> &first, const std::vector<std::vector<std::string>> &below)
{
    const auto isTyped = [](CellLook look) {
        return look == CellLook::Number || look == CellLook::Date || look == CellLook::Email || look == CellLook::Url ||
               look == CellLook::Phone;
    };
    int words = 0;
    std::set<std::string_view> distinct;
    size_t filled = 0;
    for (const std::string &cell : first) {
        const CellLook look = cellLook(cell);
        if (isTyped(look))
            return false;
        if (look == CellLook::Empty)
            continue;
        ++filled;
        words += isHeaderWord(cell);
        distinct.insert(cell);
    }
    if (filled == 0)
        return false;
    if (words > 0)
        return true;
    for (size_t column = 0; column < first.size(); ++column) {
        int typed = 0;
        int cells = 0;
        for (const auto &record : below) {
            if (column >= record.size() || record[column].empty())
                continue;
            ++cells;
            typed += isTyped(cellLook(record[column]));
        }
        if (cells > 0 && typed * 10 >= cells * 8)
            return true; // words above figures
    }
    // Nothing but words: names of columns do not repeat, nor come back below.
    if (distinct.size() < filled || filled * 2 < first.size())
        return false;
    for (const auto &record : below) {
        for (size_t column = 0; column < record.size() && column < first.size(); ++column) {
            if (!first[column].empty() && record[column] == first[column])
                return false;
        }
    }
    return !below.empty();
}

std::vector<std::vector<std::string>> sampleRecords(std::string_view sample, const CsvDialect &dialect,
                                                    size_t mostRecords)
{
    return cellsOf(parseSample(sample, dialect, mostRecords), 0);
}

CsvLayout guessCsvLayout(std::string_view sample, bool complete)
{
    sample = withoutCutLine(sample, complete);
    if (const size_t declared = declarationSize(sample)) {
        CsvLayout layout = csvLayoutOf(sample.substr(declared), true, {sample[4], '"', '\0', '\0'});
        ++layout.preamble;
        return layout;
    }
    CsvLayout best;
    best.dialect.delimiter = '\0';
    SampleRecords records;
    best.score = -1;
    const double garbage = garbageWeight(sample);
    for (const CsvDialect &candidate : candidates(sample)) {
        CsvDialect dialect = candidate;
        SampleRecords parsed = parseSample(sample, dialect, MostRecords);
        dialect.comment = commentOf(sample, dialect, commonLength(withoutComments(parsed)));
        if (dialect.comment != '\0')
            parsed = parseSample(sample, dialect, MostRecords);
        const bool intact = dialect.delimiter == '\0' ||
                            (UsualDelimiters.find(dialect.delimiter) != std::string_view::npos && isRegular(parsed));
        const double score = dialectScore(parsed, dialect) * (intact ? 1 : garbage);
        if (score > best.score * (1 + 1e-9)) {
            best.dialect = dialect;
            best.score = score;
            records = std::move(parsed);
        }
    }
    return finished(best, records);
}

CsvLayout csvLayoutOf(std::string_view sample, bool complete, const CsvDialect &dialect)
{
    CsvLayout layout;
    layout.dialect = dialect;
    return finished(layout, parseSample(withoutCutLine(sample, complete), dialect, MostRecords));
}
} // namespace Elenco
