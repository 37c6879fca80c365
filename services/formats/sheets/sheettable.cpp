// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/sheettable.h"

#include "core/values/blanks.h"
#include "formats/csvcell.h"
#include "formats/sheets/numberformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Elenco {

namespace {

constexpr size_t evidenceRows = 400; // as many as the guess of a CSV file takes
constexpr size_t widthRows = 5000;   // a column that begins to be filled late

QString workbookText(const char *text)
{
    return QCoreApplication::translate("Workbook", text);
}

std::string numberText(const SheetCell &cell)
{
    constexpr int figures = 15;
    if (cell.number == std::floor(cell.number)) {
        std::string text = cell.text;
        if (cell.number >= 0 && static_cast<size_t>(cell.shownDigits) > text.size())
            text.insert(0, static_cast<size_t>(std::min(cell.shownDigits, 32)) - text.size(), '0');
        return text;
    }
    char buffer[32];
    const auto rounded =
        std::to_chars(buffer, buffer + sizeof buffer, cell.number, std::chars_format::general, figures);
    double number = cell.number;
    std::from_chars(buffer, rounded.ptr, number);
    char plain[400];
    const auto end = std::to_chars(plain, plain + sizeof plain, number, std::chars_format::fixed);
    return {plain, end.ptr};
}

bool isBlank(std::string_view text)
{
    return trimmed(text).empty();
}

bool reaches(const std::vector<std::string> &cells)
{
    return std::any_of(cells.begin(), cells.end(), [](const std::string &cell) {
        const CellLook look = cellLook(cell);
        return look == CellLook::Phone || look == CellLook::Email ||
               (look == CellLook::Number && cell.size() >= 9 && cell.find_first_not_of("0123456789") == cell.npos);
    });
}

// A title stands alone in its row; every other row is as wide as the table.
void pad(std::vector<SampleRecord> &records, size_t columns)
{
    for (SampleRecord &record : records) {
        const bool isAlone = record.cells.size() == 1;
        if (!isAlone)
            record.cells.resize(columns);
    }
}

Error noSuchSheet(const QString &path, const QString &wanted, const QList<SheetInfo> &sheets)
{
    QStringList names;
    for (const SheetInfo &sheet : sheets)
        names.append(sheet.name);
    return {ErrorKind::InvalidInput, path,
            workbookText(QT_TRANSLATE_NOOP("Workbook", "it has no sheet “%1”, but these: %2"))
                .arg(wanted, names.join(QLatin1String(", ")))};
}

Error nothingVisible(const QString &path, const QList<SheetInfo> &sheets)
{
    QStringList hidden;
    for (const SheetInfo &sheet : sheets) {
        if (sheet.state != SheetInfo::State::Visible)
            hidden.append(sheet.name);
    }
    return {ErrorKind::Empty, path,
            hidden.isEmpty() ? QString()
                             : workbookText(QT_TRANSLATE_NOOP("Workbook", "these sheets of it are hidden: %1"))
                                   .arg(hidden.join(QLatin1String(", ")))};
}

} // namespace

std::string tableText(const SheetCell &cell)
{
    constexpr std::string_view midnight = "T00:00:00";
    switch (cell.kind) {
    case SheetCell::Kind::Number: return numberText(cell);
    case SheetCell::Kind::Date: {
        if (cell.isNoDay)
            return {};
        const bool isDay = cell.text.ends_with(midnight);
        return cell.text.substr(0, cell.text.size() - (isDay ? midnight.size() : 0));
    }
    case SheetCell::Kind::Elapsed: return cell.text.find(':') == cell.text.npos ? elapsedText(cell.number) : cell.text;
    case SheetCell::Kind::Boolean:
        return cell.text == "TRUE" ? "true" : "false"; // a value, in whatever form it is shown
    case SheetCell::Kind::Text:
    case SheetCell::Kind::Error: return cell.text;
    }
    Q_UNREACHABLE();
}

std::vector<std::string> tableTexts(const SheetRow &row)
{
    std::vector<std::string> texts;
    for (const SheetCell &cell : row.cells) {
        std::string text = tableText(cell);
        if (isBlank(text))
            continue;
        texts.resize(static_cast<size_t>(cell.column) + 1);
        texts.back() = std::move(text);
    }
    return texts;
}

Result<SheetLayout> readLayout(SheetReader &reader, std::optional<qint64> above, std::optional<bool> header)
{
    SheetLayout layout;
    std::vector<SampleRecord> records;
    SheetRow row;
    for (size_t seen = 0; seen < widthRows; ++seen) {
        const Result<bool> next = reader.next(row);
        if (!next)
            return next.error();
        if (!*next)
            break;
        std::vector<std::string> texts = tableTexts(row);
        if (texts.empty() || row.number <= above.value_or(0))
            continue;
        layout.columns = std::max(layout.columns, texts.size());
        if (records.size() < evidenceRows)
            records.push_back({row.number, std::move(texts)});
    }
    layout.isEmpty = records.empty();
    if (layout.isEmpty)
        return layout;
    pad(records, layout.columns);
    const size_t start = above ? 0 : tableStart(records, layout.columns);
    layout.firstRow = records[start].line;
    layout.first = records[start].cells;
    layout.first.resize(layout.columns);
    layout.header = header.value_or(looksLikeHeader(layout.first, cellsOf(records, start + 1)));
    const auto people = std::count_if(records.begin() + static_cast<std::ptrdiff_t>(start), records.end(),
                                      [](const SampleRecord &record) { return reaches(record.cells); });
    const auto rows = std::ssize(records) - static_cast<std::ptrdiff_t>(start) - (layout.header ? 1 : 0);
    layout.hasPeople = people > 0 && people * 2 >= rows;
    return layout;
}

Result<qsizetype> findSheet(const QString &path, const QString &wanted, const QList<SheetInfo> &sheets)
{
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (qsizetype i = 0; i < sheets.size(); ++i) {
            if (sheets[i].name.compare(wanted, sensitivity) == 0)
                return i;
        }
    }
    bool isNumber = false;
    const int number = wanted.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= sheets.size())
        return qsizetype(number - 1);
    return noSuchSheet(path, wanted, sheets);
}

Result<SheetChoice> chooseSheet(Workbook &workbook, const QString &path, const std::optional<QString> &wanted,
                                std::optional<qint64> above, std::optional<bool> header)
{
    const QList<SheetInfo> &sheets = workbook.sheets();
    std::optional<SheetChoice> first;
    qsizetype begin = 0, end = sheets.size();
    if (wanted) {
        const Result<qsizetype> found = findSheet(path, *wanted, sheets);
        if (!found)
            return found.error();
        begin = *found;
        end = begin + 1;
    }
    for (qsizetype i = begin; i < end; ++i) {
        if (!wanted && sheets[i].state != SheetInfo::State::Visible)
            continue;
        const Result<std::unique_ptr<SheetReader>> reader = workbook.read(i);
        if (!reader)
            return reader.error();
        Result<SheetLayout> layout = readLayout(**reader, above, header);
        if (!layout)
            return layout.error();
        if (layout->hasPeople && !layout->isEmpty)
            return SheetChoice{i, std::move(*layout)};
        if (!first && !layout->isEmpty)
            first = SheetChoice{i, std::move(*layout)};
    }
    if (first)
        return *first;
    return wanted ? Error{ErrorKind::Empty, path, {}} : nothingVisible(path, sheets);
}

} // namespace Elenco
