// SPDX-License-Identifier: Apache-2.0
#include "store/journal/listchanges.h"

#include "store/contacts/lists.h"
#include "store/contacts/syncmarks.h"
#include "store/database/sqlite.h"
#include "store/journal/journal.h"

// On SQLite's own interface (store/database/query.h): a list may have everybody in it.
namespace Elenco {

ListId ensureList(Connection &connection, const QString &name, ChangeSetId changeSet)
{
    const std::string key = listNameKey(name);
    Statement find = connection.prepare("SELECT id FROM list WHERE name_key=? ORDER BY id");
    if (find.with(key).step())
        return ListId(find.integer(0));
    const ContactState state{{"name", name.simplified().toStdString()}};
    const ListId id = insertList(connection, {}, state);
    writeListChange(connection, changeSet, id, {}, state);
    return id;
}

void writeListChange(Connection &connection, ChangeSetId set, ListId list, const std::optional<ContactState> &before,
                     const std::optional<ContactState> &after)
{
    const std::string old = before ? packState(*before) : std::string(),
                      now = after ? packState(*after) : std::string();
    Statement &write =
        connection.cached("INSERT INTO change(change_set_id, list_id, before, after) VALUES(?, ?, ?, ?)");
    write.with(set.value, list.value, nullptr, nullptr);
    if (before)
        write.bindBlob(3, old);
    if (after)
        write.bindBlob(4, now);
    write.run();
}

void deleteList(Connection &connection, ListId id, ChangeSetId changeSet)
{
    const auto state = readListState(connection, id);
    if (!state)
        return;
    std::vector<ContactId> members;
    Statement select = connection.prepare("SELECT contact_id FROM membership WHERE list_id=?");
    select.with(id.value);
    while (select.step())
        members.emplace_back(select.integer(0));
    const std::string own = std::to_string(id.value);
    for (ContactId member : members) {
        Statement &lists = connection.cached("SELECT list_id FROM membership WHERE contact_id=?");
        std::vector<std::string> before, after;
        lists.with(member.value);
        while (lists.step()) {
            before.push_back(std::to_string(lists.integer(0)));
            if (before.back() != own)
                after.push_back(before.back());
        }
        writeChange(connection, changeSet, member, ContactState{{"lists", packSet(std::move(before))}},
                    ContactState{{"lists", packSet(std::move(after))}});
    }
    connection.notes().lists();
    SyncMarks(connection).removingList(id);
    connection.cached("DELETE FROM membership WHERE list_id=?").with(id.value).run();
    connection.cached("DELETE FROM list WHERE id=?").with(id.value).run();
    // The last entry is the first one that undo takes back: the list is there before its members return.
    writeListChange(connection, changeSet, id, state, {});
}

} // namespace Elenco
