// SPDX-License-Identifier: Apache-2.0
#include "store/sync/outbox.h"

#include "store/contacts/contacttable.h"
#include "store/contacts/lists.h"
#include "store/contacts/sendable.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/unsynced.h"

#include <algorithm>

// On SQLite's own interface (store/database/query.h): as much may wait as there are contacts; the log and the counts
// are Qt Sql's.
namespace Elenco {

namespace {

constexpr char fullName[] = "trim(c.first_name || ' ' || c.last_name)";

QString nameOf(const Statement &row, int name, int number)
{
    return row.text(name).empty() ? row.string(number) : row.string(name);
}

void readTrouble(const Statement &row, int column, OutboxEntry &entry)
{
    entry.send = static_cast<SendState>(row.integer(column));
    entry.trouble = static_cast<SendTrouble>(row.integer(column + 1));
    entry.detail = row.string(column + 2);
}

/// Reads the kinds one after the other from one snapshot.
class OutboxReader
{
public:
    OutboxReader(Connection &connection, int limit) : m_connection(connection), m_limit(limit) {}

    QList<OutboxEntry> read()
    {
        deletions();
        creations();
        changes();
        lists();
        memberships();
        std::stable_sort(m_entries.begin(), m_entries.end(), [](const OutboxEntry &a, const OutboxEntry &b) {
            return (a.send >= SendState::Blocked) > (b.send >= SendState::Blocked);
        });
        return std::move(m_entries);
    }

private:
    OutboxEntry &add(OutboxEntry::Kind kind)
    {
        m_entries.emplace_back().kind = kind;
        return m_entries.back();
    }

    void deletions()
    {
        Statement row = m_connection.prepare("SELECT contact_id, base, number FROM tombstone ORDER BY at LIMIT ?");
        row.with(m_limit);
        while (row.step()) {
            OutboxEntry &entry = add(OutboxEntry::Kind::DeletedContact);
            entry.contact = ContactId(row.integer(0));
            const Contact contact = toContact(entry.contact, unpackState(row.text(1)));
            entry.name = contact.fullName().isEmpty() ? row.string(2) : contact.fullName();
        }
    }

    // Those that came with one import are one line, unless something is the matter with one.
    void creations()
    {
        Statement imports = m_connection.prepare(
            std::string("SELECT c.origin_import, i.file_name, count(*) FROM contact c JOIN import_run i ON "
                        "i.id=c.origin_import WHERE c.remote_id IS NULL AND ") +
            sendableContact +
            " AND c.id NOT IN (SELECT contact_id FROM request WHERE state>1) "
            "GROUP BY c.origin_import LIMIT ?");
        imports.with(m_limit);
        while (imports.step()) {
            OutboxEntry &entry = add(OutboxEntry::Kind::NewContacts);
            entry.import = ImportId(imports.integer(0));
            entry.name = imports.string(1);
            entry.count = imports.integer(2);
        }
        Statement row = m_connection.prepare(
            std::string("SELECT c.id, ") + fullName +
            ", coalesce(nullif(c.phone, ''), c.email), coalesce(r.state, 0), coalesce(r.trouble, 0), "
            "coalesce(r.detail, '') FROM contact c LEFT JOIN "
            "request r ON r.contact_id=c.id WHERE c.remote_id IS NULL AND " +
            sendableContact + " AND (c.origin_import IS NULL OR r.state>1) ORDER BY r.state>1 DESC, c.id LIMIT ?");
        row.with(m_limit);
        while (row.step()) {
            OutboxEntry &entry = add(OutboxEntry::Kind::NewContact);
            entry.contact = ContactId(row.integer(0));
            entry.name = nameOf(row, 1, 2);
            readTrouble(row, 3, entry);
        }
    }

    void changes()
    {
        Statement row = m_connection.prepare(
            "SELECT s.contact_id, s.base, coalesce(r.state, 0), coalesce(r.trouble, 0), coalesce(r.detail, '') FROM "
            "shadow s LEFT JOIN request r ON r.contact_id=s.contact_id WHERE s.sends=1 ORDER BY r.state>1 DESC, "
            "s.contact_id LIMIT ?");
        ContactTable table(m_connection);
        row.with(m_limit);
        while (row.step()) {
            const auto state = table.read(ContactId(row.integer(0)));
            if (!state) // deleted since the statement before
                continue;
            OutboxEntry &entry = add(OutboxEntry::Kind::ChangedContact);
            entry.contact = ContactId(row.integer(0));
            const ContactState now = syncedPart(*state);
            const Contact contact = toContact(entry.contact, now);
            entry.name = contact.displayName();
            entry.fields = difference(unpackState(row.text(1)), now);
            readTrouble(row, 2, entry);
        }
    }

    void lists()
    {
        Statement row = m_connection.prepare(
            "SELECT l.id, l.name, l.remote_id IS NULL, s.base, coalesce(r.state, s.sent IS NOT NULL, 0), "
            "coalesce(r.trouble, 0), iif(r.state=2, r.detail, '') FROM list l LEFT JOIN list_shadow s ON "
            "s.list_id=l.id LEFT "
            "JOIN list_request r ON r.list_id=l.id WHERE l.remote_id IS NULL OR s.base IS NOT NULL ORDER BY l.id LIMIT "
            "?");
        row.with(m_limit);
        while (row.step()) {
            OutboxEntry &entry = add(row.integer(2) ? OutboxEntry::Kind::NewList : OutboxEntry::Kind::ChangedList);
            entry.list = ListId(row.integer(0));
            entry.name = row.string(1);
            if (const auto now = readListState(m_connection, entry.list); now && !row.isNull(3))
                entry.fields = difference(unpackState(row.text(3)), *now);
            readTrouble(row, 4, entry);
        }
        Statement gone = m_connection.prepare("SELECT list_id, name FROM list_tombstone ORDER BY at LIMIT ?");
        gone.with(m_limit);
        while (gone.step()) {
            OutboxEntry &entry = add(OutboxEntry::Kind::DeletedList);
            entry.list = ListId(gone.integer(0));
            entry.name = gone.string(1);
        }
    }

    void memberships()
    {
        Statement row = m_connection.prepare("SELECT l.id, l.name, m.wanted, count(*), m.refused FROM "
                                             "membership_change m JOIN list l ON l.id=m.list_id GROUP BY l.id, "
                                             "m.wanted, m.refused LIMIT ?");
        row.with(m_limit);
        while (row.step()) {
            OutboxEntry &entry = add(row.integer(2) ? OutboxEntry::Kind::Joining : OutboxEntry::Kind::Leaving);
            entry.list = ListId(row.integer(0));
            entry.name = row.string(1);
            entry.count = row.integer(3);
            entry.detail = row.string(4);
            if (!entry.detail.isEmpty()) {
                entry.send = SendState::Blocked;
                entry.trouble = SendTrouble::Refused;
            }
        }
    }

    Connection &m_connection;
    const int m_limit;
    QList<OutboxEntry> m_entries;
};

} // namespace

Result<UnsentCounts> unsentCounts(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        const auto count = [&](const std::string &sql) { return connection->integer(sql.c_str()); };
        const std::string unbound = "SELECT count(*) FROM contact WHERE remote_id IS NULL AND ";
        UnsentCounts counts;
        counts.created = count(unbound + sendableContact);
        counts.drafts = count(unbound + "NOT " + sendableContact);
        counts.known = count("SELECT count(*) FROM contact WHERE remote_id IS NOT NULL");
        counts.changed = count("SELECT count(*) FROM shadow WHERE sends=1");
        counts.deleted = count("SELECT count(*) FROM tombstone");
        counts.lists = count("SELECT (SELECT count(*) FROM list WHERE remote_id IS NULL) + (SELECT count(*) FROM "
                             "list_shadow) + (SELECT count(*) FROM list_tombstone)");
        counts.memberships = count("SELECT count(*) FROM membership_change");
        counts.blocked = count("SELECT (SELECT count(*) FROM request WHERE state=2) + (SELECT count(*) FROM "
                               "list_request WHERE state=2) + (SELECT count(*) FROM membership_change WHERE "
                               "refused<>'')");
        counts.retryIn =
            count("SELECT coalesce(min(wait), -1) FROM (SELECT wait FROM request WHERE state=2 AND trouble=1 "
                  "UNION ALL SELECT wait FROM list_request WHERE state=2 AND trouble=1 UNION ALL SELECT wait FROM "
                  "membership_change WHERE refused<>'')");
        counts.waiting = count("SELECT count(*) FROM request WHERE state=3");
        counts.conflicts =
            count("SELECT count(*) FROM conflict WHERE resolved_by IS NULL AND (contact_id IS NULL OR state "
                  "IS NOT NULL OR contact_id IN (SELECT id FROM contact))");
        return counts;
    });
}

Result<QList<OutboxEntry>> outbox(Workspace &workspace, int limit)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        return OutboxReader(*connection, limit).read();
    });
}

Result<QHash<ImportId, ImportDelivery>> importDeliveries(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        QHash<ImportId, ImportDelivery> deliveries;
        Query row = connection->query(
            std::string("SELECT origin_import, count(*), count(remote_id), sum(remote_id IS NULL AND NOT ") +
            sendableContact +
            "), (SELECT count(*) FROM request r JOIN contact d ON d.id=r.contact_id WHERE r.state=2 AND "
            "d.origin_import=contact.origin_import) FROM contact WHERE origin_import IS NOT NULL AND EXISTS(SELECT 1 "
            "FROM account) GROUP BY origin_import");
        while (row.step())
            deliveries.insert(ImportId(row.integer(0)),
                              {row.integer(1), row.integer(2), row.integer(4), row.integer(3)});
        return deliveries;
    });
}

Result<void> appendSyncLog(Workspace &workspace, SyncEvent event, const QString &subject, qint64 count,
                           const QString &detail)
{
    return guarded(workspace.path(), [&] {
        Connection &connection = workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        connection.query("INSERT INTO sync_log(at, what, subject, count, detail) VALUES(strftime('%s'), ?, ?, ?, ?)")
            .with(static_cast<int>(event), subject, count, detail)
            .run();
        connection.query("DELETE FROM sync_log WHERE id<=(SELECT max(id) FROM sync_log)-10000").with().run();
        transaction.commit();
        if (event == SyncEvent::Finished || event == SyncEvent::Interrupted)
            shortenLog(workspace, Shorten::Now);
    });
}

Result<QList<SyncLogEntry>> syncLog(Workspace &workspace, int limit)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query row = connection->query("SELECT at, what, subject, count, detail FROM sync_log ORDER BY id DESC LIMIT ?");
        QList<SyncLogEntry> entries;
        row.with(limit);
        while (row.step())
            entries.append({QDateTime::fromSecsSinceEpoch(row.integer(0), Qt::UTC),
                            static_cast<SyncEvent>(row.integer(1)), row.string(2), row.integer(3), row.string(4)});
        return entries;
    });
}

Result<QString> syncFact(Workspace &workspace, const QString &key)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query row = connection->query("SELECT value FROM sync_state WHERE key=?");
        return row.with(key).step() ? row.string(0) : QString();
    });
}

Result<void> setSyncFact(Workspace &workspace, const QString &key, const QString &value)
{
    return guarded(workspace.path(), [&] {
        workspace.writer().query("INSERT OR REPLACE INTO sync_state(key, value) VALUES(?, ?)").with(key, value).run();
    });
}

} // namespace Elenco
