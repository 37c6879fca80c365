// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/bytesource.h"
#include "formats/csvreader.h"
#include "formats/recordfile.h"
#include "formats/textencoding.h"

#include <memory>

namespace Elenco {

/// The records of a CSV file below its header. A row that is longer than the header keeps its extra cells, behind the
/// columns.
class TableRecordReader final : public RecordReader
{
public:
    TableRecordReader(std::unique_ptr<FileSource> file, const FileDescription &description,
                      const EncodingGuess &encoding);

    const QList<Column> &columns() const override { return m_columns; }
    Result<Next> next(Record &record) override;
    qint64 bytesRead() const override { return m_file->position(); }
    qint64 bytesTotal() const override { return m_file->size(); }

private:
    std::unique_ptr<FileSource> m_file;
    std::unique_ptr<ByteSource> m_text;
    std::unique_ptr<ByteSource> m_table;
    std::unique_ptr<CsvReader> m_reader;
    QList<Column> m_columns;
    qint64 m_row = 0;
    bool m_headerPending = false;
    int m_preamble = 0;
};

/// The text of a file as UTF-8 without its mark; `file` must outlive it.
std::unique_ptr<ByteSource> textSource(ByteSource &file, const EncodingGuess &encoding);
/// The same for a table, whose lines may be wrapped (formats/wrappedlines.h).
std::unique_ptr<ByteSource> tableSource(ByteSource &file, const EncodingGuess &encoding, bool isWrapped);

/// Passes over lines at the start of a text, for what stands above a table.
class SkippingSource final : public ByteSource
{
public:
    SkippingSource(ByteSource &source, int lines) : m_source(source), m_lines(lines) {}
    Result<qint64> read(char *data, qint64 size) override;

private:
    ByteSource &m_source;
    int m_lines;
    bool m_afterReturn = false;
};

/// The columns of a table from its first record, or "Column 1", … without one.
QList<Column> tableColumns(const std::vector<std::string_view> &first, bool header);

} // namespace Elenco
