// SPDX-License-Identifier: Apache-2.0
#include "formats/collectionreader.h"

namespace Elenco {

CollectionReader::CollectionReader(FileCollection collection, FileDescription description, Open open)
    : m_collection(std::move(collection)), m_description(std::move(description)), m_open(std::move(open))
{
}

Result<RecordReader::Next> CollectionReader::next(Record &record)
{
    for (;;) {
        if (!m_reader) {
            if (m_next == m_description.files.size())
                return Next::End;
            Result<std::unique_ptr<RecordReader>> opened = m_open(m_next);
            if (!opened)
                return opened.error();
            m_reader = std::move(*opened);
            ++m_next;
        }
        const Result<Next> next = m_reader->next(record);
        if (!next)
            return next.error();
        if (*next != Next::End) {
            record.row += m_description.files[m_next - 1].firstRow - 1;
            return *next;
        }
        m_bytes += m_reader->bytesTotal();
        m_reader.reset();
    }
}

} // namespace Elenco
