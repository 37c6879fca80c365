// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/xlsxsheetreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

// From 0; -1 where the reference has no letters. "AB12": 27.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        const char16_t letter = c.toUpper().unicode();
        if (c == u'$')
            continue;
        if (letter < u'A' || letter > u'Z' || column > SheetLimits::columns)
            break;
        column = column * 26 + (letter - u'A' + 1);
    }
    return column - 1;
}

std::optional<double> numberOf(QStringView text)
{
    char buffer[64];
    text = text.trimmed();
    if (text.isEmpty() || text.size() >= qsizetype(sizeof buffer))
        return {};
    if (text.front() == u'+')
        text = text.sliced(1);
    for (qsizetype i = 0; i < text.size(); ++i)
        buffer[i] = text[i].unicode() < 128 ? static_cast<char>(text[i].unicode()) : '?';
    double number = 0;
    const auto [end, error] = std::from_chars(buffer, buffer + text.size(), number);
    if (error != std::errc() || end != buffer + text.size() || !std::isfinite(number))
        return {};
    return number;
}

// "2013-05-10T00:00:00.000Z" as a day where its format shows no time.
std::string isoText(QStringView value, const NumberFormat &format)
{
    QString text = value.trimmed().toString();
    if (text.endsWith(u'Z'))
        text.chop(1);
    if (text.contains(u'T') && text.contains(".000"_L1))
        text.truncate(text.indexOf(".000"_L1));
    if (format.kind == NumberFormat::Kind::Date || format.kind == NumberFormat::Kind::Number)
        text.remove("T00:00:00"_L1);
    return text.toStdString();
}

} // namespace

XlsxSheetReader::XlsxSheetReader(std::unique_ptr<ZipPart> part, const ZipPackage &package, const XlsxContext &context)
    : m_xml(std::move(part), package.path()), m_package(package), m_context(context)
{
}

Result<bool> XlsxSheetReader::finish()
{
    m_ended = true;
    return endSheet(m_xml, m_package);
}

Result<bool> XlsxSheetReader::next(SheetRow &row)
{
    row.cells.clear();
    while (!m_ended && m_xml.next() != QXmlStreamReader::Invalid) {
        if (m_xml.isStart("sheetData"_L1)) {
            m_inData = true;
        } else if (m_xml.isEnd("sheetData"_L1)) {
            break; // what follows is about looks
        } else if (m_inData && m_xml.isStart("row"_L1)) {
            if (const Result<void> read = readRow(row); !read)
                return read.error();
            if (!row.cells.empty())
                return true;
        }
    }
    return m_ended ? Result<bool>(false) : finish();
}

Result<void> XlsxSheetReader::readRow(SheetRow &row)
{
    bool isNumber = false;
    const qint64 number = attributeOf(m_xml.attributes(), "r"_L1).toLongLong(&isNumber);
    m_row = row.number = isNumber && number > 0 ? number : m_row + 1;
    m_column = -1;
    m_isBeyond = m_row > SheetLimits::rows;
    const int outer = m_xml.depth();
    bool isSorted = true;
    while (m_xml.next() != QXmlStreamReader::Invalid && !(m_xml.isEnd("row"_L1) && m_xml.depth() == outer)) {
        if (!m_xml.isStart("c"_L1))
            continue;
        const int before = m_column;
        readCell(row);
        isSorted = isSorted && m_column > before;
    }
    if (const auto failure = m_xml.failure())
        return *failure;
    if (m_isCut)
        return damagedWorkbook(m_package.path(), QT_TRANSLATE_NOOP("Workbook", "texts of its cells are missing"));
    if (m_bytes > SheetLimits::sheetBytes)
        return damagedWorkbook(
            m_package.path(),
            QT_TRANSLATE_NOOP("Workbook", "it would unpack to more than any workbook of people needs"));
    if (m_isBeyond || m_cells > SheetLimits::cells)
        return damagedWorkbook(
            m_package.path(),
            QT_TRANSLATE_NOOP("Workbook", "it has more rows, columns or cells than a sheet can have"));
    if (isSorted)
        return {};
    // The last of two cells in one place is the one that programs show.
    const auto byColumn = [](const SheetCell &a, const SheetCell &b) { return a.column < b.column; };
    std::stable_sort(row.cells.begin(), row.cells.end(), byColumn);
    for (size_t i = row.cells.size(); i-- > 1;) {
        if (row.cells[i - 1].column == row.cells[i].column)
            row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(i) - 1);
    }
    return {};
}

void XlsxSheetReader::readCell(SheetRow &row)
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const int said = columnOf(attributeOf(attributes, "r"_L1));
    m_column = said >= 0 ? said : m_column + 1;
    m_isBeyond = m_isBeyond || m_column >= SheetLimits::columns;
    ++m_cells;
    SheetCell cell;
    cell.column = m_column;
    const QStringView type = attributeOf(attributes, "t"_L1);
    const auto style = static_cast<size_t>(std::max(0, attributeOf(attributes, "s"_L1).toInt()));
    const int outer = m_xml.depth();
    bool hasValue = false;
    while (m_xml.next() != QXmlStreamReader::Invalid && !(m_xml.isEnd("c"_L1) && m_xml.depth() == outer)) {
        if (m_xml.isStart("v"_L1) && type != "inlineStr"_L1) {
            setValue(cell, type, style, m_xml.elementText());
            hasValue = true;
        } else if (m_xml.isStart("is"_L1)) {
            appendRuns(m_xml, cell.text);
            hasValue = true;
        } else if (m_xml.isStart("f"_L1) || m_xml.isStart("extLst"_L1)) {
            m_xml.skip();
        }
    }
    m_bytes += static_cast<qint64>(cell.text.size());
    if (hasValue && !cell.text.empty())
        row.cells.push_back(std::move(cell));
}

void XlsxSheetReader::setValue(SheetCell &cell, QStringView type, size_t style, QStringView value)
{
    const NumberFormat format = style < m_context.formats.size() ? m_context.formats[style] : NumberFormat();
    if (type == "s"_L1) {
        const auto index = value.trimmed().toULongLong();
        m_isCut = m_isCut || index >= m_context.strings.count();
        if (!m_isCut)
            cell.text = m_context.strings.at(index);
    } else if (type == "b"_L1) {
        cell.kind = SheetCell::Kind::Boolean;
        const QStringView said = value.trimmed();
        cell.text = said == "1"_L1 || said.compare("true"_L1, Qt::CaseInsensitive) == 0 ? "TRUE" : "FALSE";
    } else if (type == "e"_L1) {
        cell.kind = SheetCell::Kind::Error;
        appendUtf8(cell.text, value.trimmed());
    } else if (type == "d"_L1) {
        cell.kind = SheetCell::Kind::Date;
        cell.text = isoText(value, format);
    } else if (const auto number = type == "str"_L1 ? std::nullopt : numberOf(value)) {
        setNumber(cell, *number, format, m_context.from1904);
    } else {
        appendOfficeText(cell.text, value);
    }
}

} // namespace Elenco
