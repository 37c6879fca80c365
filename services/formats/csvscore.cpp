// SPDX-License-Identifier: Apache-2.0
#include "formats/csvscore.h"

#include "formats/csvcell.h"
#include "formats/csvreader.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace Elenco {

namespace {

/// How much of a cell is understood: 1 for what is clearly a cell, 0 for what was probably cut in the wrong place.
double cellScore(std::string_view cell, const CsvDialect &dialect)
{
    if (cell.size() > 1) {
        const auto quoted = [&](char quote) { return cell.front() == quote || cell.back() == quote; };
        if (dialect.quote != '"' && quoted('"'))
            return 0;
        if (dialect.quote != '\'' && cell.front() == '\'' && cell.back() == '\'')
            return 0.5;
        if (dialect.escape == '\0' && dialect.quote != '\0' && cell.back() == dialect.quote)
            return 0.8;
    }
    switch (cellLook(cell)) {
    case CellLook::Prose: return 0.7;
    case CellLook::Odd: return 0;
    case CellLook::Empty:
    case CellLook::Number:
    case CellLook::Date:
    case CellLook::Email:
    case CellLook::Url:
    case CellLook::Phone:
    case CellLook::Structured:
    case CellLook::Text: return 1;
    }
    return 0;
}

double typeScore(const std::vector<SampleRecord> &records, const CsvDialect &dialect)
{
    double known = 0;
    double all = 0;
    for (const SampleRecord &record : records) {
        all += static_cast<double>(record.cells.size());
        for (const std::string &cell : record.cells)
            known += cellScore(cell, dialect);
    }
    return all > 0 ? known / all : 0;
}

/// How regular the rows are: 1 - 1/n for rows of n cells, divided by how many lengths there are in effect (the exponent
/// of their entropy), so that a few ragged rows cost little and rows of every length cost all.
double patternScore(const std::vector<SampleRecord> &records)
{
    std::map<size_t, int> lengths;
    for (const SampleRecord &record : records)
        ++lengths[record.cells.size()];
    const auto all = static_cast<double>(records.size());
    double score = 0;
    double entropy = 0;
    for (const auto &[length, count] : lengths) {
        const double share = count / all;
        score += share * (static_cast<double>(length) - 1) / static_cast<double>(length);
        entropy -= share * std::log(share);
    }
    return score / std::exp(entropy);
}

/// One column is what is left when nothing cuts regularly; and what it must be when every line is a whole of its own.
double singleColumnScore(const std::vector<SampleRecord> &records, const CsvDialect &dialect)
{
    double whole = 0;
    for (const SampleRecord &record : records) {
        const std::string_view cell =
            record.cells.empty() ? std::string_view() : std::string_view(record.cells.front());
        const bool divisible = cell.find_first_of(UsualDelimiters) != std::string_view::npos;
        switch (cellLook(cell)) {
        case CellLook::Number:
        case CellLook::Date:
        case CellLook::Email:
        case CellLook::Url:
        case CellLook::Phone: whole += divisible ? 0.8 : 1; break;
        case CellLook::Structured: ++whole; break;
        case CellLook::Empty:
        case CellLook::Text:
        case CellLook::Prose:
        case CellLook::Odd: break;
        }
    }
    const double share = records.empty() ? 0 : whole / static_cast<double>(records.size());
    return share > 0.7 ? 0.9 : 0.12 * std::max(0.5, typeScore(records, dialect));
}

double weight(char delimiter, const SampleRecords &records)
{
    if (UsualDelimiters.find(delimiter) != std::string_view::npos)
        return 1;
    // Blanks and colons are everywhere: they delimit only where every row has as many, or where cells in quotes stand
    // between them all over the file. Rows are ragged then, since not every text with a blank in it was quoted.
    const auto rows = static_cast<qint64>(records.size());
    if (rows >= 5 && records.quotedFields >= 2 * rows && records.strayQuotes == 0)
        return 1;
    std::set<size_t> lengths;
    for (const SampleRecord &record : records)
        lengths.insert(record.cells.size());
    if (lengths.size() != 1 || records.size() < 2 || *lengths.begin() < 2)
        return 0;
    return delimiter == ' ' ? 0.3 : 0.5;
}

size_t filledCells(const std::vector<std::string> &cells)
{
    return static_cast<size_t>(std::count_if(cells.begin(), cells.end(), [](const std::string &cell) {
        return cell.find_first_not_of(" \t") != std::string::npos;
    }));
}

} // namespace

SampleRecords parseSample(std::string_view sample, const CsvDialect &dialect, size_t most)
{
    SampleRecords records;
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
    records.quotedFields = reader.quotedFields();
    records.strayQuotes = reader.strayQuotes();
    return records;
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

double dialectScore(const SampleRecords &records, const CsvDialect &dialect)
{
    if (dialect.delimiter == '\0')
        return singleColumnScore(records, dialect);
    return weight(dialect.delimiter, records) * patternScore(records) * typeScore(records, dialect);
}

std::vector<std::vector<std::string>> cellsOf(const std::vector<SampleRecord> &records, size_t first)
{
    std::vector<std::vector<std::string>> cells;
    for (size_t i = first; i < records.size(); ++i)
        cells.push_back(records[i].cells);
    return cells;
}

size_t tableStart(const std::vector<SampleRecord> &records, size_t columns)
{
    if (columns < 2 || records.size() < 3)
        return 0;
    size_t start = 0;
    while (start < records.size() && start < 30 &&
           (records[start].cells.size() == 1 || (columns > 2 && filledCells(records[start].cells) <= 1))) {
        ++start;
    }
    if (start == 0 || start + 1 >= records.size() || records[start].cells.size() != columns)
        return 0;
    const bool gap = records[start].line - records[start - 1].line > 1;
    return start >= 2 || gap || looksLikeHeader(records[start].cells, cellsOf(records, start + 1)) ? start : 0;
}

} // namespace Elenco
