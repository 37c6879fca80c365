// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/sheets/xlsworkbook.h"

namespace Elenco {

/// The rows of a sheet of an .xls: its records from the one that begins it to the one that ends it.
class XlsSheetReader final : public SheetReader
{
public:
    /// `context` must outlive it.
    XlsSheetReader(const XlsContext &context, size_t start, QString path);

    Result<bool> next(SheetRow &row) override;
    qint64 bytesRead() const override { return static_cast<qint64>(m_records.position()); }
    qint64 bytesTotal() const override { return static_cast<qint64>(m_context.stream.size()); }

private:
    /// Cells of the record behind those of `m_row`; or of another row, which then waits.
    void readCells(const BiffRecord &record);
    void readFormula(BiffCursor &cursor, SheetCell cell, const NumberFormat &format);
    NumberFormat formatOf(quint32 style) const;
    std::string textOf(BiffCursor &cursor) const;
    SheetRow &rowOf(quint32 number);
    void add(quint32 row, SheetCell cell);

    const XlsContext &m_context;
    BiffStream m_records;
    QString m_path;
    int m_depth = 0; ///< charts stand in a sheet as sheets of their own
    bool m_ended = false;
    SheetRow m_row;            ///< that is being read
    SheetRow m_waiting;        ///< the next one has begun
    bool m_awaitsText = false; ///< of the formula before
    quint32 m_textRow = 0;
    SheetCell m_textCell;
};

} // namespace Elenco
