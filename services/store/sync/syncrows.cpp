// SPDX-License-Identifier: Apache-2.0
#include "store/sync/syncrows.h"

#include "store/contacts/contacttable.h"
#include "store/contacts/sendable.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

// On SQLite's own interface (store/database/query.h): it reads and writes each contact that a sync sends.
namespace Elenco {

namespace {

// Single creations whose answer was lost; the rows of an upload are settled by reading its list.
const std::string unknownRows = std::string(" FROM request WHERE state=1 AND EXISTS(SELECT 1 FROM contact c WHERE "
                                            "c.id=contact_id AND c.remote_id IS NULL AND ") +
                                sendableContact + ") AND contact_id NOT IN (SELECT contact_id FROM upload_row)";

std::string unsentRows(Unsent kind)
{
    switch (kind) {
    case Unsent::Deletion: return " FROM tombstone WHERE 1";
    case Unsent::Creation:
        return std::string(" FROM contact WHERE remote_id IS NULL AND ") + sendableContact +
               " AND NOT EXISTS(SELECT 1 FROM request r WHERE r.contact_id=contact.id AND r.state IN (2, 3)) AND NOT "
               "EXISTS(SELECT 1 FROM upload_row u WHERE u.contact_id=contact.id)";
    case Unsent::Change:
        return " FROM shadow WHERE sends=1 AND contact_id NOT IN (SELECT contact_id FROM request WHERE state IN (2, "
               "3))";
    }
    Q_UNREACHABLE();
}

// Who has something in it: the fields that listings are known to hide. Of others nobody has to be asked.
const std::map<std::string, const char *> &holding()
{
    static const std::map<std::string, const char *> conditions{
        {"email", "email<>''"},
        {"gender", "gender<>''"},
        {"city", "city<>''"},
        {"province", "province<>''"},
        {"region", "region<>''"},
        {"customFields", "id IN (SELECT contact_id FROM contact_field)"},
        {"tags", "id IN (SELECT contact_id FROM contact_tag)"},
    };
    return conditions;
}

} // namespace

Result<std::optional<SyncRow>> SyncRows::row(ContactId id)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        ContactTable table(connection, ContactTable::Author::Gateway);
        return readSyncRow(connection, table, id);
    });
}

Result<std::optional<SyncRow>> SyncRows::row(const RemoteId &id)
{
    return guarded(m_workspace.path(), [&]() -> std::optional<SyncRow> {
        Connection &connection = m_workspace.writer();
        ContactTable table(connection, ContactTable::Author::Gateway);
        Statement &find = connection.cached(
            "SELECT id FROM contact WHERE remote_id=?1 UNION ALL SELECT contact_id FROM tombstone WHERE remote_id=?1");
        const bool found = find.with(id.value).step();
        const ContactId local(found ? find.integer(0) : 0);
        find.reset();
        return found ? readSyncRow(connection, table, local) : std::nullopt;
    });
}

Result<std::vector<SyncRow>> SyncRows::unread(int limit)
{
    return rowsOf("SELECT id FROM contact WHERE remote_id IS NOT NULL AND remote_read=0 ORDER BY id NOT IN (SELECT "
                  "contact_id FROM conflict WHERE contact_id IS NOT NULL AND resolved_by IS NULL), id LIMIT ?",
                  limit);
}

Result<qint64> SyncRows::countUnread()
{
    return guarded(m_workspace.path(), [&] {
        return m_workspace.writer().integer(
            "SELECT count(*) FROM contact WHERE remote_id IS NOT NULL AND remote_read=0");
    });
}

Result<std::vector<SyncRow>> SyncRows::anyBound(int count)
{
    return rowsOf("SELECT id FROM contact WHERE remote_id IS NOT NULL ORDER BY random() LIMIT ?", count);
}

Result<std::vector<SyncRow>> SyncRows::rowsOf(const char *sql, int limit)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        ContactTable table(connection, ContactTable::Author::Gateway);
        std::vector<ContactId> ids;
        Statement select = connection.prepare(sql);
        select.with(limit);
        while (select.step())
            ids.emplace_back(select.integer(0));
        std::vector<SyncRow> rows;
        for (ContactId id : ids) {
            if (auto row = readSyncRow(connection, table, id))
                rows.push_back(std::move(*row));
        }
        return rows;
    });
}

Result<qint64> SyncRows::countUnsent(Unsent kind)
{
    return guarded(m_workspace.path(),
                   [&] { return m_workspace.writer().integer(("SELECT count(*)" + unsentRows(kind)).c_str()); });
}

Result<std::vector<SyncRow>> SyncRows::unsent(Unsent kind, ContactId after, int limit)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        ContactTable table(connection, ContactTable::Author::Gateway);
        std::vector<ContactId> ids;
        const std::string id = kind == Unsent::Creation ? "id" : "contact_id";
        Statement select =
            connection.prepare("SELECT " + id + unsentRows(kind) + " AND " + id + ">? ORDER BY " + id + " LIMIT ?");
        select.with(after.value, limit);
        while (select.step())
            ids.emplace_back(select.integer(0));
        std::vector<SyncRow> rows;
        for (ContactId id : ids) {
            if (auto row = readSyncRow(connection, table, id))
                rows.push_back(std::move(*row));
        }
        return rows;
    });
}

Result<std::vector<SyncRows::Deletion>> SyncRows::deletionsSeen(qint64 run, ContactId after, int limit)
{
    return guarded(m_workspace.path(), [&] {
        Statement select = m_workspace.writer().prepare(
            "SELECT t.contact_id, t.remote_id FROM tombstone t JOIN deletion_seen s ON s.contact_id=t.contact_id WHERE "
            "s.run=? AND t.contact_id>? AND t.remote_id IS NOT NULL ORDER BY t.contact_id LIMIT ?");
        select.with(run, after.value, limit);
        std::vector<Deletion> deletions;
        while (select.step())
            deletions.push_back({ContactId(select.integer(0)), {select.string(1)}});
        return deletions;
    });
}

Result<std::vector<ContactId>> SyncRows::unboundWithNumber(const std::string &number)
{
    return guarded(m_workspace.path(), [&] {
        std::vector<ContactId> ids;
        Statement &find = m_workspace.writer().cached(
            "SELECT id FROM contact WHERE phone=?1 AND remote_id IS NULL AND valid=1 UNION ALL SELECT contact_id FROM "
            "tombstone WHERE number=?1 AND remote_id IS NULL");
        find.with(number);
        while (find.step())
            ids.emplace_back(find.integer(0));
        return ids;
    });
}

Result<std::vector<ContactId>> SyncRows::boundWithNumber(const std::string &number)
{
    return guarded(m_workspace.path(), [&] {
        std::vector<ContactId> ids;
        Connection &connection = m_workspace.writer();
        Statement &find = connection.cached("SELECT id FROM contact WHERE phone=? AND remote_id IS NOT NULL");
        find.with(number);
        while (find.step())
            ids.emplace_back(find.integer(0));
        Statement &refused = connection.cached("SELECT s.contact_id, s.base FROM request r JOIN shadow s ON "
                                               "s.contact_id=r.contact_id WHERE r.state=2");
        refused.with();
        while (refused.step()) {
            if (stateValue(unpackState(refused.text(1)), "phoneNumber") == number)
                ids.emplace_back(refused.integer(0));
        }
        return ids;
    });
}

Result<qint64> SyncRows::releaseWaiting(qint64 most)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        const qint64 waiting = connection.integer("SELECT count(*) FROM request WHERE state=3");
        connection
            .cached("DELETE FROM request WHERE contact_id IN (SELECT contact_id FROM request WHERE state=3 ORDER BY "
                    "contact_id LIMIT ?)")
            .with(most)
            .run();
        noteRequests(connection, waiting);
        transaction.commit();
        return waiting;
    });
}

Result<std::vector<ContactId>> SyncRows::unknownCreations(int limit)
{
    return guarded(m_workspace.path(), [&] {
        Statement select = m_workspace.writer().prepare(std::string("SELECT contact_id") + unknownRows + " LIMIT ?");
        select.with(limit);
        std::vector<ContactId> ids;
        while (select.step())
            ids.emplace_back(select.integer(0));
        return ids;
    });
}

Result<qint64> SyncRows::releaseUnknown()
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        connection
            .prepare(std::string("DELETE FROM request WHERE contact_id IN (SELECT contact_id") + unknownRows + ')')
            .run();
        qint64 released = connection.changes();
        connection.execute("DELETE FROM tombstone WHERE remote_id IS NULL AND contact_id NOT IN (SELECT contact_id "
                           "FROM upload_row)");
        released += connection.changes();
        noteRequests(connection, released);
        transaction.commit();
        return released;
    });
}

Result<bool> SyncRows::refuseAddresses()
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        if (connection.integer("SELECT EXISTS(SELECT 1 FROM contact WHERE remote_id IS NOT NULL AND phone='' AND "
                               "email<>'')") != 0)
            return false;
        connection.cached("INSERT OR REPLACE INTO sync_state(key, value) VALUES(?, 'no')").with(addressesAloneKey).run();
        return true;
    });
}

Result<std::vector<ContactId>> SyncRows::boundWith(const std::string &key)
{
    return guarded(m_workspace.path(), [&] {
        const auto condition = holding().find(key.starts_with("custom:") ? "customFields" : key);
        Statement select = m_workspace.writer().prepare(
            std::string("SELECT id FROM contact WHERE remote_id IS NOT NULL AND (") +
            (condition == holding().end() ? "1" : condition->second) +
            ") UNION SELECT contact_id FROM shadow UNION SELECT contact_id FROM tombstone WHERE remote_id IS NOT NULL");
        std::vector<ContactId> ids;
        while (select.step())
            ids.emplace_back(select.integer(0));
        return ids;
    });
}

Result<std::vector<SyncRow>> SyncRows::othersWith(const std::string &key, const RemoteId &besides, int limit)
{
    return guarded(m_workspace.path(), [&] {
        std::vector<SyncRow> rows;
        const auto condition = holding().find(key);
        if (condition == holding().end())
            return rows;
        Connection &connection = m_workspace.writer();
        ContactTable table(connection, ContactTable::Author::Gateway);
        Statement find = connection.prepare(std::string("SELECT id FROM contact WHERE remote_id<>? AND ") +
                                            condition->second + " ORDER BY remote_read DESC LIMIT ?");
        std::vector<ContactId> ids;
        find.with(besides.value, limit);
        while (find.step())
            ids.emplace_back(find.integer(0));
        for (const ContactId id : ids)
            rows.push_back(*readSyncRow(connection, table, id));
        return rows;
    });
}

Result<qint64> SyncRows::releaseBlocked()
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        connection.execute("DELETE FROM request WHERE state=2");
        const qint64 released = connection.changes();
        noteRequests(connection, released);
        connection.execute("UPDATE membership_change SET refused='', attempts=0, wait=0 WHERE refused<>''");
        connection.cached("DELETE FROM sync_state WHERE key=?").with(addressesAloneKey).run();
        // A list that is gone over there waits for a person's choice, and for nothing else.
        connection.execute("DELETE FROM list_request WHERE state=2 AND list_id NOT IN (SELECT list_id FROM conflict "
                           "WHERE list_id IS NOT NULL AND resolved_by IS NULL)");
        transaction.commit();
        return released;
    });
}

Result<void> SyncRows::releaseRefused(qint64 waited)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        for (const std::string table : {"request", "list_request"}) {
            const std::string refused = " WHERE state=2 AND trouble=1";
            if (connection.integer("SELECT EXISTS(SELECT 1 FROM " + table + refused + ")") == 0)
                continue; // and nothing is written
            connection.prepare("UPDATE " + table + " SET wait=max(0, wait-?)" + refused).with(waited).run();
            connection.execute(
                ("UPDATE " + table + " SET state=0, trouble=0, detail=''" + refused + " AND wait=0").c_str());
            if (table == "request")
                noteRequests(connection, connection.changes());
        }
        if (connection.integer("SELECT EXISTS(SELECT 1 FROM membership_change WHERE refused<>'')") != 0) {
            connection.prepare("UPDATE membership_change SET wait=max(0, wait-?) WHERE refused<>''").with(waited).run();
            connection.execute("UPDATE membership_change SET refused='' WHERE refused<>'' AND wait=0");
        }
        transaction.commit();
    });
}

Result<qint64> SyncRows::update(const std::vector<ContactId> &ids, ChangeSetId &changeSet, const Decision &decide)
{
    // A change set that a failed transaction had opened is not there.
    ChangeSetId made = changeSet;
    const auto result = guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        ContactTable table(connection, ContactTable::Author::Gateway);
        qint64 written = 0;
        for (ContactId id : ids) {
            const auto row = readSyncRow(connection, table, id);
            if (!row)
                continue;
            if (const auto change = decide(*row)) {
                writeSyncRow(connection, table, made, *row, *change);
                ++written;
            }
        }
        table.writeIndex();
        transaction.commit();
        return written;
    });
    if (result && *result > 0) {
        changeSet = made;
        m_workspace.markChanged();
    }
    return result;
}

} // namespace Elenco
