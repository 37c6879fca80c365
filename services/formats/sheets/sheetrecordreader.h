// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/recordfile.h"
#include "formats/sheets/workbook.h"

namespace Elenco {

/// The rows of a sheet below its header, as a table of texts. `line` of a record is the row's number in the sheet. Rows
/// without anything in them are passed over; hidden ones are rows like any others.
class SheetRecordReader final : public RecordReader
{
public:
    SheetRecordReader(std::unique_ptr<Workbook> workbook, std::unique_ptr<SheetReader> reader,
                      const FileDescription &description);

    const QList<Column> &columns() const override { return m_columns; }
    Result<Next> next(Record &record) override;
    qint64 bytesRead() const override { return m_reader->bytesRead(); }
    qint64 bytesTotal() const override { return m_reader->bytesTotal(); }

private:
    std::unique_ptr<Workbook> m_workbook; ///< kept: the reader needs it
    std::unique_ptr<SheetReader> m_reader;
    QList<Column> m_columns;
    qint64 m_above; ///< rows that are no records
    qint64 m_row = 0;
    SheetRow m_current;
    std::vector<std::string> m_texts;
};

/// What a workbook is, and which sheet of it is read. Errors: those of Workbook and chooseSheet().
Result<FileDescription> describeWorkbook(const QString &path, const ReadOptions &options);
/// A reader of that sheet, at its first record.
Result<std::unique_ptr<RecordReader>> openWorkbook(const QString &path, const ReadOptions &options);

} // namespace Elenco
