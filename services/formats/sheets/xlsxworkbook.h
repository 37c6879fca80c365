// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/numberformat.h"
#include "formats/sheets/workbook.h"
#include "formats/sheets/xlsxstrings.h"
#include "formats/sheets/zippackage.h"

namespace Elenco {

/// What the cells of an .xlsx refer to.
struct XlsxContext {
    XlsxStrings strings;
    std::vector<NumberFormat> formats; ///< by the style of a cell
    bool from1904 = false;
};

/// An Office Open XML workbook: .xlsx, .xlsm (ECMA-376 and ISO/IEC 29500, transitional and strict).
class XlsxWorkbook final : public Workbook
{
public:
    static bool isOne(const ZipPackage &package);
    static Result<std::unique_ptr<Workbook>> open(ZipPackage package);

    const QList<SheetInfo> &sheets() const override { return m_sheets; }
    Result<std::unique_ptr<SheetReader>> read(qsizetype sheet) override;

private:
    explicit XlsxWorkbook(ZipPackage package) : m_package(std::move(package)) {}
    Result<void> readStructure();

    ZipPackage m_package;
    QList<SheetInfo> m_sheets;
    QStringList m_parts; ///< of each sheet
    XlsxContext m_context;
    QString m_stringsPart; ///< empty once they are read
};

} // namespace Elenco
