// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/filecollection.h"
#include "formats/recordfile.h"

#include <functional>

namespace Elenco {

/// The files of a collection, one after the other, as one: rows are counted on, lines are those of each file.
class CollectionReader final : public RecordReader
{
public:
    /// Opens the file of that place, at its start.
    using Open = std::function<Result<std::unique_ptr<RecordReader>>(qsizetype)>;

    /// `description`: of all of them, with a FilePart each.
    CollectionReader(FileCollection collection, FileDescription description, Open open);

    const QList<Column> &columns() const override { return m_description.columns; }
    Result<Next> next(Record &record) override;
    std::string unknownProperties() override { return m_reader ? m_reader->unknownProperties() : std::string(); }
    qint64 bytesRead() const override { return m_bytes + (m_reader ? m_reader->bytesRead() : 0); }
    qint64 bytesTotal() const override { return m_description.size; }

private:
    FileCollection m_collection; ///< kept: its files go with it
    FileDescription m_description;
    Open m_open;
    std::unique_ptr<RecordReader> m_reader; ///< of the file before m_next
    qsizetype m_next = 0;
    qint64 m_bytes = 0; ///< of the files that are done
};

} // namespace Elenco
