// SPDX-License-Identifier: Apache-2.0
#include "formats/sheets/sheetrecordreader.h"

#include "formats/sheets/sheettable.h"
#include "formats/tablerecordreader.h"

#include <QFileInfo>

namespace Elenco {

namespace {

/// A workbook that was looked over.
struct ExaminedSheet {
    std::unique_ptr<Workbook> workbook;
    FileDescription description;
};

Result<ExaminedSheet> examineSheet(const QString &path, const ReadOptions &options)
{
    Result<std::unique_ptr<Workbook>> workbook = Workbook::open(path);
    if (!workbook)
        return workbook.error();
    const Result<SheetChoice> choice =
        chooseSheet(**workbook, path, options.sheet,
                    options.preamble ? std::optional<qint64>(*options.preamble) : std::nullopt, options.header);
    if (!choice)
        return choice.error();
    ExaminedSheet examined{std::move(*workbook), {}};
    FileDescription &description = examined.description;
    description.kind = FileKind::Table;
    description.dialect.delimiter = '\0';
    description.sheets = examined.workbook->sheets();
    description.sheet = choice->sheet;
    description.header = choice->layout.header;
    description.preamble = static_cast<int>(choice->layout.firstRow - 1);
    description.size = QFileInfo(path).size();
    description.columns = tableColumns({choice->layout.first.begin(), choice->layout.first.end()}, description.header);
    return examined;
}

} // namespace

SheetRecordReader::SheetRecordReader(std::unique_ptr<Workbook> workbook, std::unique_ptr<SheetReader> reader,
                                     const FileDescription &description)
    : m_workbook(std::move(workbook)),
      m_reader(std::move(reader)),
      m_columns(description.columns),
      m_above(description.preamble + (description.header ? 1 : 0))
{
}

Result<RecordReader::Next> SheetRecordReader::next(Record &record)
{
    do {
        const Result<bool> next = m_reader->next(m_current);
        if (!next)
            return next.error();
        if (!*next)
            return Next::End;
        m_texts = tableTexts(m_current);
    } while (m_current.number <= m_above || m_texts.empty());
    record.row = ++m_row;
    record.line = m_current.number;
    record.name.clear();
    record.reason.clear();
    record.cells.assign(m_texts.begin(), m_texts.end());
    if (record.cells.size() < static_cast<size_t>(m_columns.size()))
        record.cells.resize(static_cast<size_t>(m_columns.size()));
    return Next::Record;
}

Result<FileDescription> describeWorkbook(const QString &path, const ReadOptions &options)
{
    Result<ExaminedSheet> examined = examineSheet(path, options);
    return examined ? Result(std::move(examined->description)) : examined.error();
}

Result<std::unique_ptr<RecordReader>> openWorkbook(const QString &path, const ReadOptions &options)
{
    Result<ExaminedSheet> examined = examineSheet(path, options);
    if (!examined)
        return examined.error();
    Result<std::unique_ptr<SheetReader>> reader = examined->workbook->read(examined->description.sheet);
    if (!reader)
        return reader.error();
    return Result<std::unique_ptr<RecordReader>>(
        std::make_unique<SheetRecordReader>(std::move(examined->workbook), std::move(*reader), examined->description));
}

} // namespace Elenco
