// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/sheetxml.h"
#include "formats/sheets/workbook.h"

namespace Elenco {

/// The rows of a table of an OpenDocument part (ISO/IEC 26300-1, 9.1). What is repeated is given as often as it says,
/// if there is anything in it.
class OdsSheetReader final : public SheetReader
{
public:
    OdsSheetReader(std::unique_ptr<ZipPart> part, const ZipPackage &package, qsizetype table);

    Result<bool> next(SheetRow &row) override;
    qint64 bytesRead() const override { return m_xml.bytesRead(); }
    qint64 bytesTotal() const override { return m_xml.bytesTotal(); }

    /// Whether the token begins one of the document's own tables; those of links to other programs are deeper.
    static bool isSheet(const SheetXml &xml);

private:
    Result<bool> finish();
    Result<void> readRow();
    void readCell();
    void readText(std::string &text);
    void setValue(SheetCell &cell, const QXmlStreamAttributes &attributes, const std::string &shown) const;

    SheetXml m_xml;
    ZipPackage m_package;
    qsizetype m_table; ///< tables before it
    bool m_inTable = false;
    bool m_ended = false;
    int m_tableDepth = 0;
    SheetRow m_current;    ///< the row as it stands in the file, under its first number
    qint64 m_repeated = 0; ///< how many of it are still to give
    qint64 m_nextRow = 1;
    qint64 m_column = 0;
    qint64 m_cells = 0;
    qint64 m_repeatedCells = 0;
    bool m_isBeyond = false;
};

} // namespace Elenco
