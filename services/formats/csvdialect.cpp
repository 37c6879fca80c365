// SPDX-License-Identifier: Apache-2.0
#include "formats/csvdialect.h"

#include "formats/csvcell.h"
#include "formats/csvreader.h"

#include <algorithm>
#include <map>
#include <set>

namespace Elenco {

namespace {

using Cells = std::vector<std::string>;

constexpr size_t MostRecords = 400;
constexpr std::string_view UsualDelimiters = ",;\t|";
constexpr std::string_view OddDelimiters = ":^~ #&$%*!=+\x01\x1C\x1D\x1E\x1F";

struct SampleRecord {
    qint64 line = 0;
    Cells cells;
};

std::vector<SampleRecord> parse(std::string_view sample, const CsvDialect &dialect, size_t most)
{
    std::vector<SampleRecord> records;
    MemorySource source(sample);
    CsvReader reader(source, dialect);
    while (records.size() < most) {
        const auto next = reader.next();
        if (!next || *next == CsvReader::Next::End)
            break;
        if (*next == CsvReader::Next::Rejected)
            continue;
        SampleRecord record{reader.line(), {}};
        for (const std::string_view field : reader.fields())
            record.cells.emplace_back(field);
        records.push_back(std::move(record));
    }
    return records;
}

double typeScore(const std::vector<SampleRecord> &records)
{
    double known = 0;
    double all = 0;
    for (const SampleRecord &record : records) {
        for (const std::string &cell : record.cells) {
            ++all;
            switch (cellLook(cell)) {
            case CellLook::Prose: known += 0.7; break;
            case CellLook::Odd: break;
            case CellLook::Empty:
            case CellLook::Number:
            case CellLook::Date:
            case CellLook::Email:
            case CellLook::Url:
            case CellLook::Phone:
            case CellLook::Structured:
            case CellLook::Text: ++known; break;
            }
        }
    }
    return all > 0 ? known / all : 0;
}

/// How regular the rows are: the more rows of one length, and the longer, the better; every other length costs.
double patternScore(const std::vector<SampleRecord> &records)
{
    std::map<size_t, int> lengths;
    for (const SampleRecord &record : records)
        ++lengths[record.cells.size()];
    double score = 0;
    for (const auto &[length, count] : lengths)
        score += count * std::max(1e-3, (static_cast<double>(length) - 1) / static_cast<double>(length));
    return lengths.empty() ? 0 : score / static_cast<double>(lengths.size());
}

/// One column is what is left when nothing cuts regularly; and what it must be when every line is a whole of its own.
double singleColumnScore(const std::vector<SampleRecord> &records)
{
    int whole = 0;
    for (const SampleRecord &record : records) {
        switch (cellLook(record.cells.empty() ? std::string_view() : std::string_view(record.cells.front()))) {
        case CellLook::Number:
        case CellLook::Date:
        case CellLook::Email:
        case CellLook::Url:
        case CellLook::Phone:
        case CellLook::Structured: ++whole; break;
        case CellLook::Empty:
        case CellLook::Text:
        case CellLook::Prose:
        case CellLook::Odd: break;
        }
    }
    const auto count = static_cast<double>(records.size());
    const double share = count > 0 ? whole / count : 0;
    return count * (share > 0.7 ? 0.9 : 0.1) * typeScore(records);
}

double weight(char delimiter, const std::vector<SampleRecord> &records)
{
    if (UsualDelimiters.find(delimiter) != std::string_view::npos)
        return 1;
    // Blanks and colons are everywhere: they delimit only where every row has as many.
    std::set<size_t> lengths;
    for (const SampleRecord &record : records)
        lengths.insert(record.cells.size());
    if (lengths.size() != 1 || records.size() < 2 || *lengths.begin() < 2)
        return 0;
    return delimiter == ' ' ? 0.3 : 0.5;
}

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
            all.push_back({delimiter, quote, '\0'});
            bool escaped = false;
            for (size_t at = sample.find('\\'); at != std::string_view::npos && at + 1 < sample.size() && !escaped;
                 at = sample.find('\\', at + 2)) {
                escaped = (quote != '\0' && sample[at + 1] == quote) || (delimiter && sample[at + 1] == delimiter);
            }
            if (escaped)
                all.push_back({delimiter, quote, '\\'});
        };
        add('"');
        if (delimiter != '\0' && quotes(sample, '\'', delimiter))
            add('\'');
        if (sample.find('"') != std::string_view::npos)
            add('\0');
    }
    return all;
}

size_t commonLength(const std::vector<SampleRecord> &records)
{
    std::map<size_t, int> lengths;
    for (const SampleRecord &record : records)
        ++lengths[record.cells.size()];
    size_t best = 1;
    int most = 0;
    for (const auto &[length, count] : lengths) {
        if (count >= most) {
            most = count;
            best = length;
        }
    }
    return best;
}

size_t filledCells(const Cells &cells)
{
    return static_cast<size_t>(std::count_if(cells.begin(), cells.end(), [](const std::string &cell) {
        return cell.find_first_not_of(" \t") != std::string::npos;
    }));
}

std::vector<Cells> cellsFrom(const std::vector<SampleRecord> &records, size_t first)
{
    std::vector<Cells> cells;
    for (size_t i = first; i < records.size(); ++i)
        cells.push_back(records[i].cells);
    return cells;
}

/// The first record of the table: above it stand titles, notes and blank lines.
size_t tableStart(const std::vector<SampleRecord> &records, size_t columns)
{
    if (columns < 2 || records.size() < 3)
        return 0;
    size_t start = 0;
    while (start < records.size() && start < 30
           && (records[start].cells.size() == 1 || (columns > 2 && filledCells(records[start].cells) <= 1))) {
        ++start;
    }
    if (start == 0 || start + 1 >= records.size() || records[start].cells.size() != columns)
        return 0;
    const bool gap = records[start].line - records[start - 1].line > 1;
    return start >= 2 || gap || looksLikeHeader(records[start].cells, cellsFrom(records, start + 1)) ? start : 0;
}

CsvLayout finished(CsvLayout best, const std::vector<SampleRecord> &records)
{
    const size_t columns = commonLength(records);
    const size_t start = tableStart(records, columns);
    best.columns = static_cast<int>(columns);
    if (!records.empty()) {
        best.preamble = start > 0 ? static_cast<int>(records[start].line - 1) : 0;
        best.header = looksLikeHeader(records[start].cells, cellsFrom(records, start + 1));
    }
    return best;
}

/// The last line of a part of a file is cut: it would count against every dialect.
std::string_view withoutCutLine(std::string_view sample, bool complete)
{
    const size_t end = complete ? std::string_view::npos : sample.find_last_of("\n\r");
    return end == std::string_view::npos ? sample : sample.substr(0, end + 1);
}

} // namespace

bool looksLikeHeader(const std::vector<std::string> &first, const std::vector<std::vector<std::string>> &below)
{
    const auto isTyped = [](CellLook look) {
        return look == CellLook::Number || look == CellLook::Date || look == CellLook::Email || look == CellLook::Url
            || look == CellLook::Phone;
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
    return cellsFrom(parse(sample, dialect, mostRecords), 0);
}

CsvLayout guessCsvLayout(std::string_view sample, bool complete)
{
    sample = withoutCutLine(sample, complete);
    CsvLayout best;
    best.dialect.delimiter = '\0';
    std::vector<SampleRecord> records;
    best.score = -1;
    for (const CsvDialect &dialect : candidates(sample)) {
        std::vector<SampleRecord> parsed = parse(sample, dialect, MostRecords);
        const double score = dialect.delimiter == '\0'
            ? singleColumnScore(parsed)
            : weight(dialect.delimiter, parsed) * patternScore(parsed) * typeScore(parsed);
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
    return finished(layout, parse(withoutCutLine(sample, complete), dialect, MostRecords));
}
} // namespace Elenco
