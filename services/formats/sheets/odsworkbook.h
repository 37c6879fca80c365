// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/workbook.h"
#include "formats/sheets/zippackage.h"

namespace Elenco {

/// An OpenDocument spreadsheet, .ods (ISO/IEC 26300).
class OdsWorkbook final : public Workbook
{
public:
    static bool isOne(const ZipPackage &package);
    static Result<std::unique_ptr<Workbook>> open(ZipPackage package);

    const QList<SheetInfo> &sheets() const override { return m_sheets; }
    Result<std::unique_ptr<SheetReader>> read(qsizetype sheet) override;

private:
    explicit OdsWorkbook(ZipPackage package) : m_package(std::move(package)) {}
    Result<void> readStructure();
    bool isProtected() const;

    ZipPackage m_package;
    QList<SheetInfo> m_sheets;
};

} // namespace Elenco
