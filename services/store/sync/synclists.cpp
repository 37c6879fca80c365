// SPDX-License-Identifier: Apache-2.0
#include "store/sync/synclists.h"

#include "core/packing.h"
#include "store/contacts/lists.h"
#include "store/contacts/syncmarks.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/journal.h"
#include "store/journal/listchanges.h"

#include <QDateTime>

// On SQLite's own interface (store/database/query.h): it goes through all lists with their members in each sync.
namespace Elenco {

namespace {

ListFields fieldsOf(const ContactState &state)
{
    const auto text = [&](const char *key) {
        const std::string_view value = stateValue(state, key);
        return QString::fromUtf8(value);
    };
    return {text("name"), text("description"), stateValue(state, "isTest") == "1"};
}

ContactState stateOf(const ListFields &fields)
{
    ContactState state{{"description", fields.description.toStdString()},
                       {"isTest", fields.isTest ? "1" : ""},
                       {"name", fields.name.toStdString()}};
    std::erase_if(state, [](const auto &entry) { return entry.second.empty(); });
    return state;
}

std::vector<RemoteId> idsOf(std::string_view blob)
{
    std::vector<RemoteId> ids;
    for (std::string_view id : unpacked(blob))
        ids.push_back({QString::fromUtf8(id)});
    return ids;
}

SyncList readSyncList(const Statement &row)
{
    SyncList list;
    list.id = ListId(row.integer(0));
    list.remoteId = {row.string(1)};
    list.now = {row.string(2), row.string(3), row.integer(4) != 0};
    if (!row.isNull(5))
        list.base = fieldsOf(unpackState(row.text(5)));
    list.isDeleted = row.integer(6) != 0;
    list.send = static_cast<SendState>(row.integer(7));
    list.known = idsOf(row.text(8));
    list.attempts = static_cast<int>(row.integer(9));
    list.trouble = static_cast<SendTrouble>(row.integer(10));
    (list.send == SendState::Sent ? list.sentName : list.detail) = row.string(11);
    list.unsentMembers = row.integer(12);
    if (!row.isNull(13))
        list.lastCount = row.integer(13);
    list.lastRead = row.integer(14);
    if (!row.isNull(15))
        list.sent = fieldsOf(unpackState(row.text(15)));
    return list;
}

// With the one that is under way; a change of a list leaves without a mark.
int attemptsOf(Connection &connection, ListId id)
{
    Statement &row = connection.cached("SELECT attempts + (state<>1) FROM list_request WHERE list_id=?");
    const int attempts = row.with(id.value).step() ? static_cast<int>(row.integer(0)) : 1;
    row.reset();
    return attempts;
}

// The base stands beside the list only while it differs, or may differ by what left.
void writeBase(Connection &connection, ListId id, const ListFields &base,
               const std::optional<ListFields> &sent = std::nullopt)
{
    const auto now = readListState(connection, id);
    if (!now) // deleted meanwhile
        return;
    if (!sent && fieldsOf(*now) == base) {
        connection.cached("DELETE FROM list_shadow WHERE list_id=?").with(id.value).run();
        return;
    }
    const std::string blob = packState(stateOf(base)), left = sent ? packState(stateOf(*sent)) : std::string();
    Statement &write = connection.cached("INSERT OR REPLACE INTO list_shadow VALUES(?, ?, ?)");
    write.with(id.value, nullptr, nullptr);
    write.bindBlob(2, blob);
    if (sent)
        write.bindBlob(3, left);
    write.run();
}

// It is there no more: its members are said anew when it is made again.
void unbindList(Connection &connection, ListId id)
{
    connection.cached("UPDATE list SET remote_id=NULL WHERE id=?").with(id.value).run();
    connection.cached("DELETE FROM membership_change WHERE list_id=?").with(id.value).run();
    connection.cached("DELETE FROM list_shadow WHERE list_id=?").with(id.value).run();
}

void noteListChange(Connection &connection, ChangeSetId &changeSet, ListId id,
                    const std::optional<ContactState> &before, const std::optional<ContactState> &after)
{
    if (!changeSet.isValid())
        changeSet = beginChangeSet(connection, ChangeKind::Sync, QString());
    writeListChange(connection, changeSet, id, before, after);
}

} // namespace

Result<std::vector<SyncList>> SyncLists::all()
{
    return guarded(m_workspace.path(), [&] {
        Statement select = m_workspace.writer().prepare(
            "SELECT l.id, l.remote_id, l.name, l.description, l.is_test, s.base, 0, coalesce(r.state, 0), r.known, "
            "coalesce(r.attempts, 0), coalesce(r.trouble, 0), coalesce(r.detail, ''), (SELECT count(*) FROM "
            "membership_change m WHERE m.list_id=l.id), d.count, coalesce(d.at, 0), s.sent FROM list l LEFT JOIN "
            "list_shadow s ON s.list_id=l.id LEFT JOIN list_request r ON r.list_id=l.id LEFT JOIN list_reading d ON "
            "d.list_id=l.id "
            "UNION ALL SELECT list_id, remote_id, name, '', 0, NULL, 1, known IS NOT NULL, known, 0, 0, name, 0, NULL, "
            "0, NULL FROM list_tombstone ORDER BY 1");
        std::vector<SyncList> lists;
        while (select.step())
            lists.push_back(readSyncList(select));
        return lists;
    });
}

Result<bool> SyncLists::noteSent(ListId id, const QString &name, const std::vector<RemoteId> &known)
{
    return guarded(m_workspace.path(), [&] {
        Transaction transaction(m_workspace.writer(), Transaction::Durability::Full);
        if (!readListState(m_workspace.writer(), id))
            return false;
        std::string blob;
        for (const RemoteId &remoteId : known)
            appendPacked(blob, remoteId.value.toStdString());
        Statement &write = m_workspace.writer().cached(
            "INSERT INTO list_request(list_id, state, known, attempts, detail) VALUES(?, 1, ?, 1, ?) ON "
            "CONFLICT(list_id) DO UPDATE SET state=1, known=excluded.known, attempts=attempts+1, trouble=0, "
            "detail=excluded.detail");
        write.with(id.value, nullptr, name);
        write.bindBlob(2, blob);
        write.run();
        transaction.commit();
        return true;
    });
}

Result<void> SyncLists::noteChange(ListId id, const ListFields &there, const ListFields &sent)
{
    return guarded(m_workspace.path(), [&] {
        Transaction transaction(m_workspace.writer(), Transaction::Durability::Full);
        writeBase(m_workspace.writer(), id, there, sent);
        transaction.commit();
    });
}

Result<bool> SyncLists::noteDeletion(ListId id)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        connection.cached("UPDATE list_tombstone SET deletion_sent=1 WHERE list_id=?").with(id.value).run();
        const bool isDeleted = connection.changes() > 0;
        transaction.commit();
        return isDeleted;
    });
}

Result<void> SyncLists::bind(ListId id, const RemoteId &remoteId, const ListFields &base)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        connection.cached("DELETE FROM list_request WHERE list_id=?").with(id.value).run();
        connection.cached("UPDATE list SET remote_id=? WHERE id=?").with(remoteId.value, id.value).run();
        if (connection.changes() > 0) {
            writeBase(connection, id, base);
            SyncMarks(connection).boundList(id);
            connection.cached("DELETE FROM conflict WHERE list_id=? AND resolved_by IS NULL").with(id.value).run();
        } else { // deleted here while its creation was under way: now there is something to delete
            connection.cached("UPDATE list_tombstone SET remote_id=?, known=NULL WHERE list_id=?")
                .with(remoteId.value, id.value)
                .run();
        }
        connection.notes().lists();
        transaction.commit();
        m_workspace.markChanged();
    });
}

Result<void> SyncLists::settle(ListId id, const ListFields &base)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        writeBase(connection, id, base);
        connection.cached("DELETE FROM list_request WHERE list_id=?").with(id.value).run();
        transaction.commit();
    });
}

Result<void> SyncLists::note(ListId id, SendState send, SendTrouble trouble, const QString &detail)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        if (send == SendState::Idle || !readListState(connection, id)) {
            connection.cached("DELETE FROM list_request WHERE list_id=?").with(id.value).run();
        } else {
            const int attempts = attemptsOf(connection, id);
            connection
                .cached(
                    "INSERT INTO list_request(list_id, state, attempts, trouble, detail, wait) VALUES(?, ?, ?, ?, ?, "
                    "?) ON CONFLICT(list_id) DO UPDATE SET state=excluded.state, attempts=excluded.attempts, "
                    "trouble=excluded.trouble, detail=excluded.detail, wait=excluded.wait")
                .with(id.value, static_cast<int>(send), attempts, static_cast<int>(trouble), detail,
                      trouble == SendTrouble::Refused ? pauseAfterRefusal(attempts) : 0)
                .run();
        }
        transaction.commit();
    });
}

Result<void> SyncLists::forgetDeleted(ListId id)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        connection.cached("DELETE FROM list_tombstone WHERE list_id=?").with(id.value).run();
        connection.cached("DELETE FROM unsent_leave WHERE list_id=?").with(id.value).run();
    });
}

Result<ListId> SyncLists::arrive(const RemoteId &remoteId, const ListFields &fields, ChangeSetId &changeSet)
{
    ChangeSetId made = changeSet;
    const auto result = guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        const ListId id = insertList(connection, {}, stateOf(fields));
        connection.cached("UPDATE list SET remote_id=? WHERE id=?").with(remoteId.value, id.value).run();
        noteListChange(connection, made, id, {}, stateOf(fields));
        connection.notes().lists();
        transaction.commit();
        m_workspace.markChanged();
        return id;
    });
    if (result)
        changeSet = made;
    return result;
}

Result<void> SyncLists::take(ListId id, const ListFields &seen, const ListFields &fields, const ListFields &base,
                             ChangeSetId &changeSet)
{
    ChangeSetId made = changeSet;
    const auto result = guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        const auto before = readListState(connection, id);
        if (!before)
            return;
        const ListFields now = fieldsOf(*before);
        const ListFields after{now.name == seen.name ? fields.name : now.name,
                               now.description == seen.description ? fields.description : now.description,
                               now.isTest == seen.isTest ? fields.isTest : now.isTest};
        if (after != now) {
            writeListState(connection, id, stateOf(after));
            noteListChange(connection, made, id, *before, stateOf(after));
        }
        writeBase(connection, id, base);
        connection.notes().lists();
        transaction.commit();
        m_workspace.markChanged();
    });
    if (result)
        changeSet = made;
    return result;
}

Result<void> SyncLists::takeDeletion(ListId id, ChangeSetId &changeSet)
{
    ChangeSetId made = changeSet;
    const auto result = guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        const auto before = readListState(connection, id);
        if (!before)
            return;
        Statement &own =
            connection.cached("DELETE FROM list_request WHERE list_id=? AND state=1 AND list_id IN (SELECT "
                              "id FROM list WHERE remote_id IS NOT NULL) RETURNING 1");
        const bool isOwn = own.with(id.value).step();
        own.reset();
        if (isOwn) {
            unbindList(connection, id);
            connection.notes().lists();
            transaction.commit();
            m_workspace.markChanged();
            return;
        }
        Statement &waiting = connection.cached(
            "SELECT 1 FROM membership_change WHERE list_id=?1 UNION ALL SELECT 1 FROM list_shadow WHERE list_id=?1 "
            "UNION "
            "ALL SELECT 1 FROM list_request r JOIN list ON list.id=r.list_id WHERE r.list_id=?1 AND r.state=1 AND "
            "r.detail NOT IN ('', list.name)");
        const bool waits = waiting.with(id.value).step();
        waiting.reset();
        if (waits) {
            unbindList(connection, id);
            connection
                .cached("INSERT INTO list_request(list_id, state, trouble) VALUES(?, 2, 0) ON CONFLICT(list_id) DO "
                        "UPDATE SET state=2, trouble=0, detail='', wait=0")
                .with(id.value)
                .run();
            connection.cached("INSERT INTO conflict(list_id, kind, field, mine, at) VALUES(?, ?, '', ?, ?)")
                .with(id.value, static_cast<int>(ConflictKind::ListDeletedThere), stateValue(*before, "name"),
                      QDateTime::currentSecsSinceEpoch())
                .run();
        } else {
            if (!made.isValid())
                made = beginChangeSet(connection, ChangeKind::Sync, QString());
            deleteList(connection, id, made);
            connection.cached("DELETE FROM list_tombstone WHERE list_id=?").with(id.value).run();
        }
        connection.notes().lists();
        transaction.commit();
        m_workspace.markChanged();
    });
    if (result)
        changeSet = made;
    return result;
}

} // namespace Elenco
