// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/uploadtable.h"

#include "tests/gateway/database.h"

namespace Elenco::Practice {

qint64 UploadTable::add(const Upload &upload)
{
    m_database.cached("INSERT INTO upload(kind, file_name, content, list_id, has_head) VALUES(?,?,?,?,?)")
        .with(static_cast<int>(upload.kind), upload.fileName, upload.content, upload.listId, upload.hasHead)
        .run();
    return m_database.lastInsertId();
}

std::optional<Upload> UploadTable::upload(qint64 id)
{
    std::optional<Upload> upload;
    Statement &row =
        m_database.cached("SELECT kind, file_name, content, list_id, has_head FROM upload WHERE id = ?").with(id);
    if (row.step()) {
        upload = Upload{
            id, static_cast<Upload::Kind>(row.integer(0)), row.string(1), row.bytes(2), row.integer(3), row.flag(4)};
    }
    row.reset();
    return upload;
}

void UploadTable::remove(qint64 id)
{
    m_database.cached("DELETE FROM upload WHERE id = ?").with(id).run();
}

} // namespace Elenco::Practice
