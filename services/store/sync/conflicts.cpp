// SPDX-License-Identifier: Apache-2.0
#include "store/sync/conflicts.h"

#include "store/contacts/contacttable.h"
#include "store/contacts/lists.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/edit.h"
#include "store/journal/journal.h"
#include "store/journal/listchanges.h"
#include "store/sync/mergestory.h"
#include "store/sync/outbox.h"

#include <set>

// On SQLite's own interface (store/database/query.h): one rule may decide thousands of choices; questions are Qt Sql's.
namespace Elenco {

namespace {

constexpr char conflictColumns[] =
    "SELECT f.id, f.kind, f.contact_id, f.list_id, coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), "
    "c.phone, l.name, f.mine), f.field, f.base, f.mine, f.theirs, f.state, f.at, f.resolved_by FROM conflict f LEFT "
    "JOIN contact c ON c.id=f.contact_id LEFT JOIN list l ON l.id=f.list_id";

Conflict readConflict(const Query &row)
{
    Conflict conflict;
    conflict.id = row.integer(0);
    conflict.kind = static_cast<ConflictKind>(row.integer(1));
    conflict.contact = ContactId(row.integer(2));
    conflict.list = ListId(row.integer(3));
    conflict.name = row.string(4);
    conflict.field = row.text(5);
    conflict.base = row.string(6);
    conflict.mine = row.string(7);
    conflict.theirs = row.string(8);
    if (!row.isNull(9)) {
        conflict.state = unpackState(row.text(9));
        if (const Contact contact = toContact(conflict.contact, *conflict.state); !contact.fullName().isEmpty())
            conflict.name = contact.fullName();
    }
    conflict.when = QDateTime::fromSecsSinceEpoch(row.integer(10), Qt::UTC);
    return conflict;
}

/// Choices inside the caller's transaction, all of one change set.
class Resolving
{
public:
    Resolving(Connection &connection, const NumberJudge &judge)
        : m_connection(connection),
          m_table(connection),
          m_judge(judge),
          m_set(beginChangeSet(connection, ChangeKind::ConflictResolved, {}))
    {
    }

    void decide(const Conflict &conflict, const Decision &decision)
    {
        const bool isMine = decision.choice == Choice::Mine;
        m_conflict = &conflict;
        switch (conflict.kind) {
        case ConflictKind::BothChanged:
        case ConflictKind::NotTaken:
        case ConflictKind::NumberTaken: edit(decision.fields); break;
        case ConflictKind::DeletedHereEditedThere:
            if (isMine)
                remove();
            break;
        case ConflictKind::EditedHereDeletedThere:
            if (isMine)
                createAgain();
            break;
        case ConflictKind::TwoCardsOneNumber:
            if (!isMine)
                remove();
            break;
        case ConflictKind::ListDeletedThere: decideList(isMine); break;
        }
        m_connection.cached("UPDATE conflict SET resolved_by=? WHERE id=?").with(m_set.value, conflict.id).run();
        m_connection.notes().contact(conflict.contact);
        if (m_records.insert({conflict.contact.value, conflict.list.value}).second)
            m_name = conflict.name;
    }

    ChangeSetId end()
    {
        m_table.writeIndex();
        const QString subject = m_records.size() == 1 ? m_name : QString();
        m_connection.query("UPDATE change_set SET subject=? WHERE id=?").with(subject, m_set.value).run();
        finishChangeSet(m_connection, m_set, qint64(m_records.size()));
        return m_set;
    }

private:
    void edit(const ContactState &fields)
    {
        const auto before = m_table.read(m_conflict->contact);
        if (!before)
            return;
        ContactState after = *before;
        for (const auto &[key, value] : fields)
            after[key] = value;
        if (fields.contains("phoneNumber"))
            m_judge(after);
        std::erase_if(after, [](const auto &entry) { return entry.second.empty(); });
        const StateDifference changes = difference(*before, after);
        if (changes.isEmpty())
            return;
        m_table.replace(m_conflict->contact, *before, after);
        writeChange(m_connection, m_set, m_conflict->contact, changes.before, changes.after);
    }

    void remove()
    {
        const auto before = m_table.read(m_conflict->contact);
        if (!before)
            return;
        m_table.remove(m_conflict->contact, *before);
        writeChange(m_connection, m_set, m_conflict->contact, before, {});
    }

    void createAgain()
    {
        if (!m_conflict->state || m_table.read(m_conflict->contact))
            return;
        m_connection.cached("DELETE FROM trash WHERE contact_id=?").with(m_conflict->contact.value).run();
        ContactState state = *m_conflict->state;
        state.erase("remoteId");
        m_table.insert(m_conflict->contact, state);
        writeChange(m_connection, m_set, m_conflict->contact, {}, state);
    }

    void decideList(bool createsAgain)
    {
        m_connection.cached("DELETE FROM list_request WHERE list_id=?").with(m_conflict->list.value).run();
        if (!createsAgain)
            deleteList(m_connection, m_conflict->list, m_set);
    }

    Connection &m_connection;
    ContactTable m_table;
    const NumberJudge &m_judge;
    const ChangeSetId m_set;
    const Conflict *m_conflict = nullptr;
    std::set<std::pair<qint64, qint64>> m_records; ///< contacts and lists: two may have one name
    QString m_name;
};

Result<void> dismiss(Workspace &workspace, const char *sql, qint64 id)
{
    const auto done = guarded(workspace.path(), [&] { workspace.writer().query(sql).with(id).run(); });
    if (done)
        workspace.markChanged();
    return done;
}

} // namespace

Result<QList<Conflict>> conflicts(Workspace &workspace, int limit)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query row =
            connection->query(std::string(conflictColumns) +
                              " WHERE f.resolved_by IS NULL AND (f.contact_id IS NULL OR f.state IS NOT NULL OR "
                              "c.id IS NOT NULL) ORDER BY f.contact_id, f.id LIMIT ?");
        QList<Conflict> result;
        row.with(limit);
        while (row.step())
            result.append(readConflict(row));
        return result;
    });
}

Result<Conflict> conflict(Workspace &workspace, qint64 id)
{
    return guardedResult(workspace.path(), [&]() -> Result<Conflict> {
        const Workspace::ReaderLease connection = workspace.reader();
        Query row = connection->query(std::string(conflictColumns) + " WHERE f.id=?");
        if (!row.with(id).step())
            return Error{ErrorKind::NotFound, QString::number(id), {}};
        if (!row.isNull(11))
            return Error{ErrorKind::AlreadyDone, row.string(4), {}};
        return readConflict(row);
    });
}

Result<ChangeSetId> resolveConflicts(Workspace &workspace, const QList<Decision> &decisions, const NumberJudge &judge,
                                     const JobControl &control)
{
    std::vector<std::pair<Conflict, const Decision *>> open;
    for (const Decision &decision : decisions) {
        Result<Conflict> found = conflict(workspace, decision.conflict);
        if (found)
            open.emplace_back(std::move(*found), &decision);
        else if (found.error().kind != ErrorKind::AlreadyDone)
            return found.error();
    }
    if (open.empty())
        return ChangeSetId();
    return edited(workspace, [&](Edit &edit) -> Result<ChangeSetId> {
        Resolving resolving(workspace.writer(), judge);
        Progress progress{0, qint64(open.size())};
        for (const auto &[conflict, decision] : open) {
            if (control.isCancelled())
                return Error{ErrorKind::Cancelled, {}, {}};
            control.report(progress);
            resolving.decide(conflict, *decision);
            ++progress.done;
        }
        const ChangeSetId set = resolving.end();
        edit.commit();
        return set;
    });
}

Result<QList<ReplacedEntry>> replacedValues(Workspace &workspace, int limit)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query row = connection->query(
            "SELECT v.id, v.contact_id, coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), c.phone), "
            "v.field, v.mine, v.theirs, v.loud, v.at FROM replaced_value v JOIN contact c ON c.id=v.contact_id ORDER "
            "BY v.loud DESC, v.id DESC LIMIT ?");
        QList<ReplacedEntry> result;
        row.with(limit);
        while (row.step())
            result.append({row.integer(0), ContactId(row.integer(1)), row.string(2), std::string(row.text(3)),
                           row.string(4), row.string(5), row.integer(6) != 0,
                           QDateTime::fromSecsSinceEpoch(row.integer(7), Qt::UTC)});
        return result;
    });
}

Result<qint64> loudReplacedCount(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        return workspace.reader()->integer(
            "SELECT count(*) FROM replaced_value WHERE loud<>0 AND contact_id IN (SELECT id FROM contact)");
    });
}

Result<void> dismissReplaced(Workspace &workspace, qint64 id)
{
    return dismiss(workspace, "DELETE FROM replaced_value WHERE id=?", id);
}

Result<void> dismissReplacedUpTo(Workspace &workspace, qint64 id)
{
    return dismiss(workspace, "DELETE FROM replaced_value WHERE id<=? AND contact_id IN (SELECT id FROM contact)", id);
}

// What was edited waited for the sync that sent it, perhaps for days: ours is what no sync had sent ten minutes ago.
bool isRightAfterOurs(Connection &connection, ContactId id, const std::string &field, qint64 now)
{
    constexpr qint64 shortly = 10 * 60;
    const std::optional<qint64> written = lastWritten(connection, id, {field});
    if (!written || now - *written < shortly)
        return written.has_value();
    Statement &sent =
        connection.cached("SELECT at FROM sync_log WHERE what=? AND at<=? ORDER BY id DESC LIMIT 1"); // from the newest
    const bool wasSent =
        sent.with(static_cast<int>(SyncEvent::ContactsSent), now - shortly).step() && sent.integer(0) >= *written;
    sent.reset();
    return !wasSent;
}

} // namespace Elenco
