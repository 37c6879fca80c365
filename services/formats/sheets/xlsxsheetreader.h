// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/sheetxml.h"
#include "formats/sheets/xlsxworkbook.h"

namespace Elenco {

/// The rows of a worksheet part (ECMA-376 Part 1, 18.3).
class XlsxSheetReader final : public SheetReader
{
public:
    /// `context` must outlive it.
    XlsxSheetReader(std::unique_ptr<ZipPart> part, const ZipPackage &package, const XlsxContext &context);

    Result<bool> next(SheetRow &row) override;
    qint64 bytesRead() const override { return m_xml.bytesRead(); }
    qint64 bytesTotal() const override { return m_xml.bytesTotal(); }

private:
    Result<bool> finish();
    Result<void> readRow(SheetRow &row);
    void readCell(SheetRow &row);
    void setValue(SheetCell &cell, QStringView type, size_t style, QStringView value);

    SheetXml m_xml;
    ZipPackage m_package;
    const XlsxContext &m_context;
    bool m_inData = false;
    bool m_ended = false;
    qint64 m_row = 0;
    int m_column = -1; ///< of the cell before
    qint64 m_cells = 0;
    qint64 m_bytes = 0;      ///< of texts
    bool m_isBeyond = false; ///< a place that no sheet has
    bool m_isCut = false;    ///< a text that is not there
};

} // namespace Elenco
