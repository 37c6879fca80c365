// SPDX-License-Identifier: Apache-2.0
#include "store/imports/layouts.h"

#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/imports/stagedrows.h"

namespace Elenco {

namespace {

constexpr char layoutColumns[] = "SELECT headers, mapping, used_at, import_id FROM known_layout";

KnownLayout readLayout(const Query &row)
{
    return {row.string(0), std::string(row.text(1)), QDateTime::fromSecsSinceEpoch(row.integer(2), Qt::UTC),
            ImportId(row.integer(3))};
}

void clearRowsOf(Connection &connection, const QString &headers)
{
    Query known = connection.query("SELECT import_id FROM known_layout WHERE headers=? AND import_id<>0");
    const qint64 import = known.with(headers).step() ? known.integer(0) : 0;
    known.reset();
    if (import)
        clearStagedRows(connection, ImportId(import));
}

} // namespace

Result<KnownLayout> knownLayout(Workspace &workspace, const QString &headers)
{
    return guardedResult(workspace.path(), [&]() -> Result<KnownLayout> {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement = connection->query(std::string(layoutColumns) + " WHERE headers=?");
        if (!statement.with(headers).step())
            return Error{ErrorKind::NotFound, headers, {}};
        return readLayout(statement);
    });
}

Result<QList<KnownLayout>> knownLayouts(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement = connection->query(std::string(layoutColumns) + " ORDER BY used_at DESC, headers");
        QList<KnownLayout> layouts;
        while (statement.step())
            layouts.append(readLayout(statement));
        return layouts;
    });
}

Result<void> forgetLayouts(Workspace &workspace, const QStringList &headers)
{
    return guarded(workspace.path(), [&] {
        Connection &connection = workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        for (const QString &each : headers) {
            clearRowsOf(connection, each);
            connection.query("DELETE FROM known_layout WHERE headers=?").with(each).run();
        }
        transaction.commit();
    });
}

void rememberLayout(Connection &connection, const QString &headers, const std::string &mapping, ImportId import,
                    qint64 rows)
{
    const bool areKept = !headers.isEmpty() && rows <= mostRowsKept;
    if (!areKept)
        clearStagedRows(connection, import);
    if (headers.isEmpty())
        return;
    clearRowsOf(connection, headers);
    Query remember = connection.query("INSERT OR REPLACE INTO known_layout VALUES(?, ?, ?, ?)");
    remember.with(headers, nullptr, QDateTime::currentSecsSinceEpoch(), areKept ? import.value : 0);
    remember.bindBlob(2, mapping);
    remember.run();
}

} // namespace Elenco
