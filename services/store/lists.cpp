// SPDX-License-Identifier: Apache-2.0
#include "store/lists.h"

#include "core/textfold.h"
#include "store/contactstate.h"
#include "store/sqlite.h"
#include "store/workspace.h"

#include <QDateTime>

namespace Elenco {

namespace {

std::string nameKey(const QString &name)
{
    return foldText(name.simplified().toStdString());
}

ContactList readList(const Statement &row)
{
    return {ListId(row.integer(0)), row.string(1), row.string(2), row.integer(3) != 0, row.integer(4)};
}

} // namespace

Result<QList<ContactList>> lists(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Statement statement = connection->prepare("SELECT id, name, description, is_test, (SELECT count(*) FROM "
                                                  "membership WHERE list_id=list.id) FROM list ORDER BY name_key");
        QList<ContactList> result;
        while (statement.step())
            result.append(readList(statement));
        return result;
    });
}

Result<ContactList> findList(Workspace &workspace, const QString &name)
{
    return guardedResult(workspace.path(), [&]() -> Result<ContactList> {
        const Workspace::ReaderLease connection = workspace.reader();
        Statement statement = connection->prepare("SELECT id, name, description, is_test, (SELECT count(*) FROM "
                                                  "membership WHERE list_id=list.id) FROM list WHERE name_key=?");
        const std::string key = nameKey(name);
        if (!statement.with(key).step())
            return Error{ErrorKind::NotFound, name, {}};
        return readList(statement);
    });
}

ListId ensureList(Connection &connection, const QString &name, ChangeSetId changeSet)
{
    const std::string key = nameKey(name);
    Statement find = connection.prepare("SELECT id FROM list WHERE name_key=?");
    if (find.with(key).step())
        return ListId(find.integer(0));
    connection.prepare("INSERT INTO list(name, name_key, created_at) VALUES(?, ?, ?)")
        .with(name.simplified(), key, QDateTime::currentSecsSinceEpoch())
        .run();
    const ListId id(connection.lastInsertId());
    const std::string after = packState({{"name", name.simplified().toStdString()}});
    Statement journal = connection.prepare("INSERT INTO change(change_set_id, list_id, after) VALUES(?, ?, ?)");
    journal.with(changeSet.value, id.value, nullptr);
    journal.bindBlob(3, after);
    journal.run();
    return id;
}

} // namespace Elenco
