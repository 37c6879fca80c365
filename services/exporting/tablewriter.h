// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporting/exportformats.h"
#include "exporting/textfilewriter.h"

#include <string_view>
#include <vector>

namespace Elenco {

/// Contacts as rows of a CSV table. Our own import gives every one of them back.
class TableWriter final : public TextFileWriter
{
public:
    /// A table for spreadsheets has a byte order mark, and cells that a spreadsheet would run as formulas are guarded
    /// (formats/formulaguard.h).
    enum class For { Spreadsheets, Programs };
    TableWriter(const QString &path, const ExportStyle &style, For readers);

private:
    void begin(std::string &out) override;
    void append(std::string &out, const Contact &contact, const QStringList &lists) override;
    std::string cell(const QString &text) const;
    std::string valueCell(ValueKind kind, const QString &stored) const;
    void writeRow(std::string &out);

    const ExportStyle m_style;
    const For m_readers;
    std::vector<std::string> m_cells;
};

} // namespace Elenco
