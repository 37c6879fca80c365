// SPDX-License-Identifier: Apache-2.0
#include "exporting/tablewriter.h"

#include "formats/csvwriter.h"
#include "formats/formulaguard.h"

namespace Elenco {

TableWriter::TableWriter(const QString &path, const ExportStyle &style, For readers)
    : TextFileWriter(path), m_style(style), m_readers(readers)
{
}

void TableWriter::begin(std::string &out)
{
    if (m_readers == For::Spreadsheets)
        out += "\xEF\xBB\xBF";
    for (const ExportColumn &column : m_style.columns)
        m_cells.push_back(cell(m_style.locale ? column.label : column.key));
    writeRow(out);
}

void TableWriter::append(std::string &out, const Contact &contact, const QStringList &lists)
{
    for (const ExportColumn &column : m_style.columns)
        m_cells.push_back(valueCell(column.valueKind, exportText(column, contact, lists)));
    writeRow(out);
}

std::string TableWriter::valueCell(ValueKind kind, const QString &stored) const
{
    const bool isNumber = kind == ValueKind::Number && canonicalNumber(stored.toStdString());
    const bool isLocal = m_style.locale && (isNumber || kind == ValueKind::Date);
    const QString text = isLocal ? m_style.locale->plain(kind, stored) : stored;
    return isNumber ? text.toStdString() : cell(text); // the minus of a number is no formula, and sums need the number
}

std::string TableWriter::cell(const QString &text) const
{
    std::string cell = text.toStdString();
    return m_readers == For::Spreadsheets ? withGuard(std::move(cell)) : cell;
}

void TableWriter::writeRow(std::string &out)
{
    // What separates the cells where people write decimals with a comma.
    const bool isSemicolon = m_style.locale && m_style.locale->decimalSign() == DecimalSign::Comma;
    CsvWriter(out, isSemicolon ? ';' : ',').write(std::vector<std::string_view>(m_cells.begin(), m_cells.end()));
    m_cells.clear();
}

} // namespace Elenco
