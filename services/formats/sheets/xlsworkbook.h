// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/biffrecords.h"
#include "formats/sheets/compoundfile.h"
#include "formats/sheets/numberformat.h"
#include "formats/sheets/workbook.h"

namespace Elenco {

/// What the cells of an .xls refer to.
struct XlsContext {
    std::string stream;                ///< all records
    std::vector<std::string> strings;  ///< that cells share
    std::vector<NumberFormat> formats; ///< by the style of a cell
    bool from1904 = false;
    bool isUnicode = true;                 ///< BIFF8, of 1997 on
    std::string encoding = "windows-1252"; ///< of the texts of BIFF5
};

/// A workbook of Excel 95 to 2003, .xls ([MS-XLS]). The well-kept library for these (FreeXL) passes over what formulas
/// gave, over errors, and over which sheets are hidden: names that a formula joined would be lost without a word.
class XlsWorkbook final : public Workbook
{
public:
    static Result<std::unique_ptr<Workbook>> open(const Result<CompoundFile> &file, const QString &path);
    /// From the stream of its records alone, for fuzzers.
    static Result<std::unique_ptr<Workbook>> of(std::string stream, const QString &path);

    const QList<SheetInfo> &sheets() const override { return m_sheets; }
    Result<std::unique_ptr<SheetReader>> read(qsizetype sheet) override;

private:
    Result<void> readGlobals();
    void readSheet(const BiffRecord &record);
    void readStrings(const BiffRecord &record);

    QString m_path;
    QList<SheetInfo> m_sheets;
    std::vector<size_t> m_starts; ///< where the records of each sheet begin
    XlsContext m_context;
};

} // namespace Elenco
