// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporting/exportformats.h"
#include "formats/safefile.h"

#include <QTemporaryDir>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace Elenco {

/// Contacts as a workbook of Excel (ECMA-376), by libxlsxwriter: numbers of phones and codes are texts, amounts are
/// numbers, days are days; the header stands still. A row at a time goes to a file of its own, so that a million need
/// no more memory than one. What goes beyond a sheet's last row goes on in the next sheet.
class WorkbookWriter final : public ContactWriter
{
public:
    WorkbookWriter(const QString &path, const ExportStyle &style);
    ~WorkbookWriter() override;

    /// To be called first. Errors: NoPermission, IsDirectory, WriteFailed (no room for what is composed).
    Result<void> open();
    /// InvalidInput: a text is longer than a cell can hold (32,767 characters).
    Result<void> write(const Contact &contact, const QStringList &lists) override;
    Result<void> finish() override;

private:
    Result<void> beginSheet();
    bool writeCell(int column, ValueKind kind, const QString &text);
    Result<void> checkWritten() const;
    bool isWhole() const;
    Error failure() const;

    SafeFile m_file;
    const ExportStyle m_style;
    QTemporaryDir m_folder;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_header = nullptr;
    lxw_format *m_day = nullptr;
    int m_sheets = 0;
    quint32 m_row = 0;      ///< the next one
    std::string m_composed; ///< the path of what is composed, as the library takes it
    std::string m_scratch;  ///< the folder, likewise
};

} // namespace Elenco
