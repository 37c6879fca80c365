// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/xlssheetreader.h"

#include "formats/textencoding.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Elenco {

XlsSheetReader::XlsSheetReader(const XlsContext &context, size_t start, QString path)
    : m_context(context), m_records(context.stream, start), m_path(std::move(path))
{
}

NumberFormat XlsSheetReader::formatOf(quint32 style) const
{
    return style < m_context.formats.size() ? m_context.formats[style] : NumberFormat();
}

std::string XlsSheetReader::textOf(BiffCursor &cursor) const
{
    const quint32 length = cursor.number(2);
    return m_context.isUnicode ? cursor.unicode(length) : toUtf8(cursor.bytes(length), m_context.encoding);
}

Result<bool> XlsSheetReader::next(SheetRow &row)
{
    BiffRecord record;
    m_row = std::exchange(m_waiting, {});
    while (!m_ended && m_waiting.number == 0) {
        if (!m_records.next(record))
            return damagedWorkbook(m_path, QT_TRANSLATE_NOOP("Workbook", "it is damaged or cut off"));
        if (record.type == Biff::Bof)
            ++m_depth;
        else if (record.type == Biff::Eof)
            m_ended = --m_depth <= 0;
        else if (m_depth == 0)
            return damagedWorkbook(m_path, QT_TRANSLATE_NOOP("Workbook", "it is damaged or cut off"));
        else if (m_depth == 1)
            readCells(record);
    }
    // Programs write a row's cells in the order that they were made in.
    std::stable_sort(m_row.cells.begin(), m_row.cells.end(),
                     [](const SheetCell &a, const SheetCell &b) { return a.column < b.column; });
    row = std::move(m_row);
    return row.number > 0;
}

SheetRow &XlsSheetReader::rowOf(quint32 number)
{
    const auto wanted = static_cast<qint64>(number) + 1;
    if (m_row.number == 0)
        m_row.number = wanted;
    if (m_row.number == wanted)
        return m_row;
    m_waiting.number = wanted;
    return m_waiting;
}

void XlsSheetReader::add(quint32 row, SheetCell cell)
{
    if (!cell.text.empty())
        rowOf(row).cells.push_back(std::move(cell));
}

void XlsSheetReader::readFormula(BiffCursor &cursor, SheetCell cell, const NumberFormat &format)
{
    // What it gave: a number, or two bytes 0xFF behind what it is instead ([MS-XLS] 2.5.133).
    enum Given : unsigned char { Text = 0, Boolean = 1, Failed = 2 };
    std::string value = cursor.bytes(8);
    if (value.size() < 8)
        return;
    BiffRecord record{0, {value}};
    if (value[6] != '\xFF' || value[7] != '\xFF') {
        setNumber(cell, BiffCursor(record).real(), format, m_context.from1904);
        return add(m_textRow, std::move(cell));
    }
    const auto given = static_cast<unsigned char>(value[0]);
    const auto said = static_cast<unsigned char>(value[2]);
    if (given == Text) {
        m_awaitsText = true;
        m_textCell = std::move(cell);
    } else if (given == Boolean || given == Failed) {
        cell.kind = given == Boolean ? SheetCell::Kind::Boolean : SheetCell::Kind::Error;
        cell.text = given == Failed ? biffError(said) : said != 0 ? "TRUE" : "FALSE";
        add(m_textRow, std::move(cell));
    }
}

void XlsSheetReader::readCells(const BiffRecord &record)
{
    BiffCursor cursor(record);
    if (record.type == Biff::String) {
        if (std::exchange(m_awaitsText, false)) {
            m_textCell.text = textOf(cursor);
            add(m_textRow, std::move(m_textCell));
        }
        return;
    }
    const quint32 row = cursor.number(2);
    SheetCell cell;
    cell.column = static_cast<int>(cursor.number(2));
    if (record.type == Biff::MulRk) {
        for (size_t size = 4; size + 6 <= record.bytes().size() - std::min<size_t>(record.bytes().size(), 2);
             size += 6) {
            const NumberFormat format = formatOf(cursor.number(2));
            setNumber(cell, rkNumber(cursor.number(4)), format, m_context.from1904);
            add(row, cell);
            ++cell.column;
        }
        return;
    }
    const NumberFormat format = formatOf(cursor.number(2));
    switch (record.type) {
    case Biff::LabelSst: {
        const quint32 index = cursor.number(4);
        cell.text = index < m_context.strings.size() ? m_context.strings[index] : std::string();
        break;
    }
    case Biff::Label:
    case Biff::RString: cell.text = textOf(cursor); break;
    case Biff::Number: setNumber(cell, cursor.real(), format, m_context.from1904); break;
    case Biff::Rk: setNumber(cell, rkNumber(cursor.number(4)), format, m_context.from1904); break;
    case Biff::BoolErr: {
        const quint32 value = cursor.number(1);
        const bool isError = cursor.number(1) != 0;
        cell.kind = isError ? SheetCell::Kind::Error : SheetCell::Kind::Boolean;
        cell.text = isError ? biffError(value) : value != 0 ? "TRUE" : "FALSE";
        break;
    }
    case Biff::Formula:
        m_textRow = row;
        m_awaitsText = false;
        return readFormula(cursor, std::move(cell), format);
    default: return;
    }
    add(row, std::move(cell));
}

} // namespace Elenco
