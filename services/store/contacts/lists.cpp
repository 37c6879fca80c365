// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"

#include "core/packing.h"
#include "core/textfold.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

#include <QDateTime>

// On SQLite's own interface (store/database/query.h): undo, sync and rescue read and write states of many lists; the
// questions are Qt Sql's.
namespace Elenco {

namespace {

ContactList readList(const Query &row)
{
    return {ListId(row.integer(0)), row.string(1), row.string(2), row.integer(3) != 0, row.integer(4)};
}

const std::string selectLists = "SELECT id, name, description, is_test, (SELECT count(*) FROM membership WHERE "
                                "list_id=list.id) FROM list";

} // namespace

std::string listNameKey(const QString &name)
{
    return foldText(name.simplified().toStdString());
}

Result<QList<ContactList>> lists(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement = connection->query(selectLists + " ORDER BY name_key, id");
        QList<ContactList> result;
        while (statement.step())
            result.append(readList(statement));
        return result;
    });
}

Result<ContactList> list(Workspace &workspace, ListId id)
{
    return guardedResult(workspace.path(), [&]() -> Result<ContactList> {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement = connection->query(selectLists + " WHERE id=?");
        if (!statement.with(id.value).step())
            return Error{ErrorKind::NotFound, QString::number(id.value), {}};
        return readList(statement);
    });
}

Result<ContactList> findList(Workspace &workspace, const QString &name)
{
    return guardedResult(workspace.path(), [&]() -> Result<ContactList> {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement = connection->query(selectLists + " WHERE name_key=? ORDER BY id");
        const std::string key = listNameKey(name);
        if (!statement.with(key).step())
            return Error{ErrorKind::NotFound, name, {}};
        const ContactList found = readList(statement);
        if (statement.step())
            return Error{ErrorKind::Ambiguous, name, {}};
        return found;
    });
}

bool isListName(Workspace &workspace, const QString &name)
{
    const Result<ContactList> found = findList(workspace, name);
    return found || found.error().kind == ErrorKind::Ambiguous;
}

std::optional<ContactState> readListState(Connection &connection, ListId id)
{
    Statement &row = connection.cached("SELECT name, description, is_test FROM list WHERE id=?");
    if (!row.with(id.value).step())
        return {};
    ContactState state{{"name", std::string(row.text(0))}};
    if (!row.text(1).empty())
        state.emplace("description", row.text(1));
    if (row.integer(2))
        state.emplace("isTest", "1");
    row.reset();
    return state;
}

void writeListState(Connection &connection, ListId id, const ContactState &state)
{
    connection.notes().lists();
    const std::string_view name = stateValue(state, "name");
    const std::string key = listNameKey(QString::fromUtf8(name));
    connection.cached("UPDATE list SET name=?, name_key=?, description=?, is_test=? WHERE id=?")
        .with(name, key, stateValue(state, "description"), stateValue(state, "isTest").empty() ? 0 : 1, id.value)
        .run();
}

ListId insertList(Connection &connection, std::optional<ListId> id, const ContactState &state)
{
    connection.cached("INSERT INTO list(id, name, name_key, created_at) VALUES(nullif(?, 0), '', '', strftime('%s'))")
        .with(id ? id->value : 0)
        .run();
    const ListId made(connection.lastInsertId());
    writeListState(connection, made, state);
    return made;
}

} // namespace Elenco
