// SPDX-License-Identifier: Apache-2.0
#include "formats/tablerecordreader.h"

#include "core/values/blanks.h"
#include "formats/wrappedlines.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace Elenco {

namespace {

/// Passes a file on, without the mark at its start.
class PlainSource final : public ByteSource
{
public:
    PlainSource(ByteSource &source, int skip) : m_source(source), m_skip(skip) {}
    Result<qint64> read(char *data, qint64 size) override
    {
        while (m_skip > 0) {
            char mark[4];
            const Result<qint64> got = m_source.read(mark, m_skip);
            if (!got || *got == 0)
                return got;
            m_skip -= static_cast<int>(*got);
        }
        return m_source.read(data, size);
    }

private:
    ByteSource &m_source;
    int m_skip;
};

// Delimiters alone: what a spreadsheet leaves behind where somebody once was.
bool isBlank(const std::vector<std::string_view> &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
}

} // namespace

std::unique_ptr<ByteSource> textSource(ByteSource &file, const EncodingGuess &encoding)
{
    if (encoding.name == "utf-8" && encoding.clean)
        return std::make_unique<PlainSource>(file, encoding.markSize);
    return std::make_unique<DecodingSource>(file, encoding.name, encoding.markSize);
}

std::unique_ptr<ByteSource> tableSource(ByteSource &file, const EncodingGuess &encoding, bool isWrapped)
{
    std::unique_ptr<ByteSource> text = textSource(file, encoding);
    return isWrapped ? std::make_unique<UnwrappingSource>(std::move(text)) : std::move(text);
}

Result<qint64> SkippingSource::read(char *data, qint64 size)
{
    while (true) {
        const Result<qint64> got = m_source.read(data, size);
        if (!got || *got == 0 || (m_lines == 0 && !m_afterReturn))
            return got;
        qint64 at = 0;
        while (at < *got && (m_lines > 0 || m_afterReturn)) {
            const char c = data[at];
            if (m_afterReturn) {
                m_afterReturn = false;
                if (c == '\n') {
                    ++at;
                    continue;
                }
                if (m_lines == 0)
                    break;
            }
            ++at;
            if (c == '\n' || c == '\r') {
                --m_lines;
                m_afterReturn = c == '\r';
            }
        }
        if (at < *got) {
            std::memmove(data, data + at, static_cast<size_t>(*got - at));
            return *got - at;
        }
    }
}

QList<Column> tableColumns(const std::vector<std::string_view> &first, bool header)
{
    QList<Column> columns;
    for (const std::string_view cell : first) {
        if (header)
            columns.append({QString::fromUtf8(cell), {}});
        else
            columns.append({QCoreApplication::translate("Column", "Column %1").arg(columns.size() + 1), {}});
    }
    return columns;
}

TableRecordReader::TableRecordReader(std::unique_ptr<FileSource> file, const FileDescription &description,
                                     const EncodingGuess &encoding)
    : m_file(std::move(file)),
      m_text(tableSource(*m_file, encoding, description.isWrapped)),
      m_table(std::make_unique<SkippingSource>(*m_text, description.preamble)),
      m_reader(std::make_unique<CsvReader>(*m_table, description.dialect)),
      m_columns(description.columns),
      m_headerPending(description.header),
      m_preamble(description.preamble)
{
    m_reader->setExpectedFields(static_cast<int>(m_columns.size()));
}

Result<RecordReader::Next> TableRecordReader::next(Record &record)
{
    if (m_headerPending) {
        m_headerPending = false;
        if (const auto header = m_reader->next(); !header)
            return header.error();
    }
    Result<CsvReader::Next> next = m_reader->next();
    while (next && *next == CsvReader::Next::Record && isBlank(m_reader->fields()))
        next = m_reader->next();
    if (!next)
        return next.error();
    if (*next == CsvReader::Next::End)
        return Next::End;
    record.row = ++m_row;
    record.line = m_reader->line() + m_preamble;
    record.name.clear();
    record.reason = rejectionText(m_reader->reason());
    const auto &fields = m_reader->fields();
    record.cells.assign(fields.begin(), fields.end());
    if (*next == CsvReader::Next::Rejected)
        return Next::Rejected;
    if (record.cells.size() < static_cast<size_t>(m_columns.size()))
        record.cells.resize(static_cast<size_t>(m_columns.size()));
    return Next::Record;
}

} // namespace Elenco
