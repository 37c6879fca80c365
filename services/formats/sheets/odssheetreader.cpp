// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/odssheetreader.h"

#include "core/values/fillers.h"
#include "formats/sheets/numberformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

qint64 countOf(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    bool isNumber = false;
    const qint64 count = attributeOf(attributes, name).toLongLong(&isNumber);
    return isNumber ? std::max<qint64>(count, 1) : 1;
}

// "PT26H30M05.5S" as "26:30:05.5"; what is written otherwise stays.
std::string timeText(QStringView duration)
{
    if (!duration.startsWith(u"PT") && !duration.startsWith(u"-PT"))
        return duration.toString().toStdString();
    QString parts[3];
    QString digits;
    for (const QChar c : duration.sliced(duration.indexOf(u'T') + 1)) {
        if (c.isDigit() || c == u'.' || c == u',')
            digits += c == u',' ? u'.' : c;
        else if (const auto at = QLatin1StringView("HMS").indexOf(c); at >= 0)
            parts[at] = std::exchange(digits, {});
    }
    for (QString &part : parts) {
        const qsizetype whole = part.contains(u'.') ? part.indexOf(u'.') : part.size();
        part.prepend(u"00"_s.left(2 - std::min<qsizetype>(whole, 2)));
        while (part.contains(u'.') && (part.endsWith(u'0') || part.endsWith(u'.')))
            part.chop(1);
    }
    return ((duration.startsWith(u'-') ? u"-"_s : QString()) + parts[0] + u':' + parts[1] + u':' + parts[2])
        .toStdString();
}

// "00184" of the number 184: the format has put zeros before it.
int shownDigits(const std::string &shown, const std::string &number)
{
    const bool isPadded = shown.size() > number.size() && shown.ends_with(number) &&
                          std::all_of(shown.begin(), shown.end() - static_cast<std::ptrdiff_t>(number.size()),
                                      [](char c) { return c == '0'; });
    return isPadded ? static_cast<int>(shown.size()) : 0;
}

// Blanks and line ends of the XML are one blank, and none where a paragraph begins (ISO/IEC 26300-1, 6.1.2).
void appendCollapsed(std::string &text, QStringView characters, size_t start)
{
    qsizetype taken = 0;
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r'; };
    for (qsizetype at = 0; at < characters.size(); ++at) {
        if (!isBlank(characters[at]))
            continue;
        appendUtf8(text, characters.sliced(taken, at - taken));
        if (text.size() > start && text.back() != ' ')
            text += ' ';
        taken = at + 1;
    }
    appendUtf8(text, characters.sliced(taken));
}

} // namespace

bool OdsSheetReader::isSheet(const SheetXml &xml)
{
    constexpr int depth = 4; // in the document, its body, its spreadsheet
    return xml.isStart("table"_L1) && xml.depth() == depth;
}

OdsSheetReader::OdsSheetReader(std::unique_ptr<ZipPart> part, const ZipPackage &package, qsizetype table)
    : m_xml(std::move(part), package.path()), m_package(package), m_table(table)
{
}

Result<bool> OdsSheetReader::finish()
{
    m_ended = true;
    return endSheet(m_xml, m_package);
}

Result<bool> OdsSheetReader::next(SheetRow &row)
{
    while (m_repeated == 0) {
        if (m_ended)
            return false;
        if (m_xml.next() == QXmlStreamReader::Invalid)
            return finish();
        if (!m_inTable && isSheet(m_xml)) {
            m_inTable = m_table-- == 0;
            m_tableDepth = m_xml.depth();
            if (!m_inTable)
                m_xml.skip();
        } else if (m_inTable && m_xml.isEnd("table"_L1) && m_xml.depth() == m_tableDepth) {
            return finish();
        } else if (m_inTable && m_xml.isStart("table-row"_L1)) {
            if (const Result<void> read = readRow(); !read)
                return read.error();
        } else if (m_inTable && m_xml.isStart("shapes"_L1)) {
            m_xml.skip(); // what floats above the cells
        }
    }
    --m_repeated;
    row = m_current;
    ++m_current.number;
    return true;
}

Result<void> OdsSheetReader::readRow()
{
    const qint64 count = countOf(m_xml.attributes(), "number-rows-repeated"_L1);
    m_current.number = m_nextRow;
    m_current.cells.clear();
    m_nextRow += count;
    m_column = 0;
    const int outer = m_xml.depth();
    while (m_xml.next() != QXmlStreamReader::Invalid && !(m_xml.isEnd("table-row"_L1) && m_xml.depth() == outer)) {
        if (m_xml.isStart("table-cell"_L1) || m_xml.isStart("covered-table-cell"_L1))
            readCell();
    }
    if (const auto failure = m_xml.failure())
        return *failure;
    m_repeated = m_current.cells.empty() ? 0 : count;
    m_cells += m_repeated * static_cast<qint64>(m_current.cells.size());
    m_repeatedCells += std::max<qint64>(m_repeated - 1, 0) * static_cast<qint64>(m_current.cells.size());
    m_isBeyond = m_isBeyond || (m_repeated > 0 && m_nextRow - 1 > SheetLimits::rows) || m_cells > SheetLimits::cells ||
                 m_repeatedCells > SheetLimits::repeatedCells;
    if (m_isBeyond)
        return damagedWorkbook(
            m_package.path(),
            QT_TRANSLATE_NOOP("Workbook", "it has more rows, columns or cells than a sheet can have"));
    return {};
}

void OdsSheetReader::readCell()
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const qint64 count = countOf(attributes, "number-columns-repeated"_L1);
    const qint64 first = m_column;
    m_column += std::min<qint64>(count, qint64(SheetLimits::columns) * 64);
    std::string shown;
    const int outer = m_xml.depth();
    bool isNext = false;
    while (m_xml.next() != QXmlStreamReader::Invalid && !(m_xml.isEndElement() && m_xml.depth() == outer)) {
        if (m_xml.isStart("p"_L1)) {
            if (isNext)
                shown += '\n';
            isNext = true;
            readText(shown);
        } else if (m_xml.isStart("annotation"_L1) || (m_xml.isStart("table"_L1)) || m_xml.isStart("frame"_L1) ||
                   m_xml.isStart("custom-shape"_L1) || m_xml.isStart("control"_L1)) {
            m_xml.skip();
        }
    }
    SheetCell cell;
    setValue(cell, attributes, shown);
    if (cell.text.empty())
        return;
    m_isBeyond = m_isBeyond || m_column > SheetLimits::columns;
    m_repeatedCells += count - 1;
    for (qint64 column = first; column < m_column && column < SheetLimits::columns; ++column) {
        cell.column = static_cast<int>(column);
        m_current.cells.push_back(cell);
    }
}

// A paragraph (ISO/IEC 26300-1, 6.1): blanks that stand together are an element.
void OdsSheetReader::readText(std::string &text)
{
    const int outer = m_xml.depth();
    const size_t start = text.size();
    while (m_xml.next() != QXmlStreamReader::Invalid && !(m_xml.isEndElement() && m_xml.depth() == outer)) {
        if (m_xml.isStart("s"_L1)) {
            const qint64 blanks = countOf(m_xml.attributes(), "c"_L1);
            text.append(static_cast<size_t>(std::min<qint64>(blanks, 32'767)), ' ');
        } else if (m_xml.isStart("tab"_L1)) {
            text += '\t';
        } else if (m_xml.isStart("line-break"_L1)) {
            text += '\n';
        } else if (m_xml.isStart("annotation"_L1) || m_xml.isStart("note"_L1) || m_xml.isStart("ruby-text"_L1)) {
            m_xml.skip();
        } else if (!m_xml.text().isEmpty()) {
            appendCollapsed(text, m_xml.text(), start);
        }
    }
}

void OdsSheetReader::setValue(SheetCell &cell, const QXmlStreamAttributes &attributes, const std::string &shown) const
{
    QStringView type, value, date, time, boolean, string;
    bool isFormula = false;
    for (const QXmlStreamAttribute &attribute : attributes) {
        const QStringView name = attribute.name();
        // Calc's own "calcext:value-type" says what the standard has no word for.
        if (name == "value-type"_L1)
            type = attribute.value() == "error"_L1 || type == "error"_L1 ? u"error" : attribute.value();
        else if (name == "value"_L1)
            value = attribute.value();
        else if (name == "date-value"_L1)
            date = attribute.value();
        else if (name == "time-value"_L1)
            time = attribute.value();
        else if (name == "boolean-value"_L1)
            boolean = attribute.value();
        else if (name == "formula"_L1)
            isFormula = true;
        else if (name == "string-value"_L1)
            string = attribute.value();
    }
    // Other programs write what failed as a text.
    if (type == "error"_L1 || (isFormula && isCalculationError(shown))) {
        cell.kind = SheetCell::Kind::Error;
        cell.text = shown;
    } else if (type == "float"_L1 || type == "percentage"_L1 || type == "currency"_L1) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber) {
            cell.text = shown;
            return;
        }
        setNumber(cell, number, {}, false);
        cell.shownDigits = shownDigits(shown, cell.text);
    } else if (type == "date"_L1) {
        cell.kind = SheetCell::Kind::Date;
        appendUtf8(cell.text, date);
    } else if (type == "time"_L1) {
        cell.text = timeText(time);
        const bool isOfADay = cell.text.size() >= 8 && cell.text[2] == ':' && cell.text < "24";
        cell.kind = isOfADay ? SheetCell::Kind::Date : SheetCell::Kind::Elapsed;
    } else if (type == "boolean"_L1) {
        cell.kind = SheetCell::Kind::Boolean;
        cell.text = boolean == "true"_L1 ? "TRUE" : "FALSE";
    } else if (shown.empty()) {
        appendUtf8(cell.text, string);
    } else {
        cell.text = shown;
    }
}

} // namespace Elenco
