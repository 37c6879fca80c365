// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.h"
#include "core/values/valuelocale.h"
#include "formats/csvwriter.h"

#include <optional>

namespace Elenco {

/// How a table of contacts is written. Our own import gives every one of them back.
struct TableStyle {
    /// A byte order mark, and cells that a spreadsheet would run as formulas guarded (formats/formulaguard.h).
    bool isForSpreadsheets = true;
    /// Separator, decimal sign, dates and names of columns as spreadsheets of that locale and language have them;
    /// without one: comma, point, ISO 8601 and keys.
    std::optional<ValueLocale> locale;

    /// RFC 4180 and nothing more.
    static TableStyle plain() { return {false, std::nullopt}; }
};

/// Contacts as rows of a table: the standard fields, tags, lists and all custom fields.
class TableText
{
public:
    /// Appends the header to `out` at once.
    TableText(std::string &out, const QList<CustomField> &fields, const TableStyle &style);

    void write(const Contact &contact, const QStringList &lists);

private:
    void add(const QString &text);
    void addValue(const CustomField &field, const QString &stored);
    void writeRow();

    const QList<CustomField> m_fields;
    const TableStyle m_style;
    CsvWriter m_writer;
    std::vector<std::string> m_cells;
};

} // namespace Elenco
