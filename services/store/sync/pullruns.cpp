// SPDX-License-Identifier: Apache-2.0
#include "store/sync/pullruns.h"

#include "store/contacts/contactstate.h"
#include "store/contacts/contacttable.h"
#include "store/database/schema.h"
#include "store/database/sqlite.h"
#include "store/database/statistics.h"
#include "store/database/workspace.h"
#include "store/sync/outbox.h"
#include "store/sync/syncrows.h"

#include <QDateTime>

// On SQLite's own interface (store/database/query.h): it notes each contact that a sync reads.
namespace Elenco {

namespace {
const QString missingAnswerKey = QStringLiteral("missingAnswer");
}

namespace {

// Rows that were bound after the run began can't be missing in it: the run notes what it binds, and what a push binds
// meanwhile has an id that is noted too.
constexpr char absentRows[] = " FROM contact WHERE remote_id IS NOT NULL AND NOT EXISTS(SELECT 1 FROM pull_seen WHERE "
                              "run=? AND pull_seen.remote_id=contact.remote_id)";

// A reading of more contacts than these fills the write-ahead log many times over; emptying it seldom halves the cost.
constexpr qint64 largeReading = 20'000;
// Kept up row by row these cost as much as all the rest; a first reading is written without them, and they are made by
// sorting at its end. What shows and finds people meanwhile (by name, by number) stays.
constexpr std::string_view lateIndexes[] = {"contact_by_email", "contact_by_city", "contact_field_by_value"};

void setPace(Connection &connection, bool isLarge)
{
    connection.execute(isLarge ? "PRAGMA wal_autocheckpoint=16384" : "PRAGMA wal_autocheckpoint=1000");
}

void dropLateIndexes(Connection &connection)
{
    for (std::string_view name : lateIndexes)
        connection.execute(std::string("DROP INDEX IF EXISTS ").append(name).c_str());
}

/// One page inside the caller's transaction.
class PageWriter
{
public:
    PageWriter(Connection &connection, qint64 run, ChangeSetId &changeSet, const PullRuns::Decision &decide)
        : m_connection(connection),
          m_table(connection, ContactTable::Author::Gateway),
          m_run(run),
          m_changeSet(changeSet),
          m_decide(decide)
    {
    }

    void take(size_t index, const SeenContact &seen)
    {
        m_connection.cached("INSERT OR IGNORE INTO pull_seen VALUES(?, ?)").with(m_run, seen.id.value).run();
        Statement &find = m_connection.cached("SELECT id, remote_hash FROM contact WHERE remote_id=?");
        if (find.with(seen.id.value).step()) {
            const ContactId id(find.integer(0));
            const bool isUnchanged = !find.isNull(1) && find.integer(1) == seen.fingerprint;
            find.reset();
            if (!isUnchanged)
                m_outcome.changed += decide(index, PullRuns::Match::Known, id) ? 1 : 0;
            return;
        }
        find.reset();
        Statement &tombstone =
            m_connection.cached("SELECT contact_id, remote_hash=?2 FROM tombstone WHERE remote_id=?1");
        if (tombstone.with(seen.id.value, seen.fingerprint).step()) {
            // Its deletion is decided when it is sent; this may be the reading before it.
            const qint64 id = tombstone.integer(0);
            const bool isAsItWas = tombstone.integer(1) != 0;
            tombstone.reset();
            m_connection
                .cached(isAsItWas ? "INSERT OR REPLACE INTO deletion_seen VALUES(?1, ?2)"
                                  : "DELETE FROM deletion_seen WHERE contact_id=?1 AND ?2 IS NOT NULL")
                .with(id, m_run)
                .run();
            return;
        }
        tombstone.reset();
        if (const ContactId id = seen.number.empty() ? unaddressed(seen) : unbound(seen.number); id.isValid())
            m_outcome.bound += decide(index, PullRuns::Match::ByNumber, id) ? 1 : 0;
        else
            arrive(index, seen);
    }

    PageOutcome finish()
    {
        m_table.writeIndex();
        return m_outcome;
    }

private:
    bool decide(size_t index, PullRuns::Match match, ContactId id)
    {
        const auto row = readSyncRow(m_connection, m_table, id);
        const auto change = m_decide(index, match, *row);
        if (change)
            writeSyncRow(m_connection, m_table, m_changeSet, *row, *change);
        return change.has_value();
    }

    // A row that went over in a file under this number, whatever its number is by now; one that is here; or one that
    // was deleted while its creation was under way.
    ContactId unbound(const std::string &number)
    {
        if (number.empty())
            return {};
        Statement &find = m_connection.cached(
            "SELECT u.contact_id FROM upload_row u JOIN contact c ON c.id=u.contact_id WHERE u.number=?1 AND "
            "c.remote_id IS NULL UNION ALL SELECT id FROM contact WHERE phone=?1 AND remote_id IS NULL AND valid=1 "
            "UNION ALL SELECT contact_id FROM tombstone WHERE number=?1 AND remote_id IS NULL LIMIT 1");
        const ContactId id = find.with(number).step() ? ContactId(find.integer(0)) : ContactId();
        find.reset();
        return id;
    }

    // An address may be a family's or an office's: by itself it says nothing.
    ContactId unaddressed(const SeenContact &seen)
    {
        if (seen.address.empty())
            return {};
        Statement &find = m_connection.cached(
            "SELECT id FROM contact WHERE email=?1 COLLATE NOCASE AND phone='' AND remote_id IS NULL AND "
            "trim(first_name || ' ' || last_name)=?2 LIMIT 1");
        const ContactId id = find.with(seen.address, seen.name).step() ? ContactId(find.integer(0)) : ContactId();
        find.reset();
        return id;
    }

    void arrive(size_t index, const SeenContact &seen)
    {
        const auto change = m_decide(index, PullRuns::Match::Arrival, SyncRow());
        if (!change || !change->state)
            return;
        insertArrival(m_connection, m_table, *change);
        ++m_outcome.arrived;
        if (m_outcome.arrivals.size() < PageOutcome::mostNames)
            m_outcome.arrivals.append(toContact({}, *change->state).displayName());
    }

    Connection &m_connection;
    ContactTable m_table;
    const qint64 m_run;
    ChangeSetId &m_changeSet;
    const PullRuns::Decision &m_decide;
    PageOutcome m_outcome;
};

} // namespace

Result<std::optional<PullRun>> PullRuns::current(const QString &scope)
{
    return guarded(m_workspace.path(), [&]() -> std::optional<PullRun> {
        Connection &connection = m_workspace.writer();
        Statement &mark = connection.cached("UPDATE pull_run SET resumed=1 WHERE scope=? RETURNING id, page_size, "
                                            "next_page, total");
        if (!mark.with(scope).step()) {
            mark.reset();
            return {};
        }
        const PullRun run{mark.integer(0), scope, mark.integer(1), mark.integer(2), mark.integer(3), true};
        mark.reset();
        setPace(connection, run.total > largeReading);
        return run;
    });
}

Result<PullRun> PullRuns::begin(const QString &scope, qint64 pageSize, qint64 nextPage, qint64 total)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        connection.cached("DELETE FROM pull_seen WHERE run IN (SELECT id FROM pull_run WHERE scope=?)")
            .with(scope)
            .run();
        connection.cached("DELETE FROM pull_run WHERE scope=?").with(scope).run();
        connection.cached("DELETE FROM deletion_seen").with().run();
        connection.cached("INSERT INTO pull_run(scope, page_size, next_page, total, at) VALUES(?, ?, ?, ?, ?)")
            .with(scope, pageSize, nextPage, total, QDateTime::currentSecsSinceEpoch())
            .run();
        const PullRun run{connection.lastInsertId(), scope, pageSize, nextPage, total, false};
        if (total > largeReading && total > 2 * connection.integer("SELECT count(*) FROM contact"))
            dropLateIndexes(connection);
        transaction.commit();
        setPace(connection, total > largeReading);
        return run;
    });
}

Result<void> PullRuns::end(const PullRun &run)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        connection.cached("DELETE FROM pull_seen WHERE run=?").with(run.id).run();
        connection.cached("DELETE FROM pull_run WHERE id=?").with(run.id).run();
        transaction.commit();
        setPace(connection, false);
    });
}

Result<PageOutcome> PullRuns::takePage(const PullRun &run, qint64 nextPage, const std::vector<SeenContact> &page,
                                       ChangeSetId &changeSet, const Decision &decide)
{
    ChangeSetId made = changeSet;
    const auto result = guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        PageWriter writer(connection, run.id, made, decide);
        for (size_t i = 0; i < page.size(); ++i)
            writer.take(i, page[i]);
        const PageOutcome outcome = writer.finish();
        connection.cached("UPDATE pull_run SET next_page=? WHERE id=?").with(nextPage, run.id).run();
        transaction.commit();
        return outcome;
    });
    if (result && result->arrived + result->changed + result->bound > 0) {
        changeSet = made;
        m_workspace.markChanged();
    }
    return result;
}

Result<bool> PullRuns::restoreIndex()
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Statement find = connection.prepare("SELECT 1 FROM sqlite_master WHERE type='index' AND name=?");
        for (const BulkIndex &index : bulkIndexes()) {
            const bool isThere = find.with(index.name).step();
            find.reset();
            if (isThere)
                continue;
            connection.execute(index.create);
            takeStatistics(connection);
            return true;
        }
        return false;
    });
}

Result<qint64> PullRuns::countAbsent(const PullRun &run)
{
    return guarded(m_workspace.path(), [&] {
        Statement count = m_workspace.writer().prepare(std::string("SELECT count(*)") + absentRows);
        count.with(run.id).step();
        return count.integer(0);
    });
}

Result<std::vector<SyncRow>> PullRuns::absent(const PullRun &run, ContactId after, int limit)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Statement select = connection.prepare(std::string("SELECT id") + absentRows + " AND id>? ORDER BY id LIMIT ?");
        select.with(run.id, after.value, limit);
        std::vector<ContactId> ids;
        while (select.step())
            ids.emplace_back(select.integer(0));
        ContactTable table(connection, ContactTable::Author::Gateway);
        std::vector<SyncRow> rows;
        for (ContactId id : ids)
            rows.push_back(*readSyncRow(connection, table, id));
        return rows;
    });
}

Result<void> PullRuns::noteSeen(const PullRun &run, const std::vector<RemoteId> &ids)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        for (const RemoteId &id : ids)
            connection.cached("INSERT OR IGNORE INTO pull_seen VALUES(?, ?)").with(run.id, id.value).run();
        transaction.commit();
    });
}

Result<qint64> PullRuns::countBound()
{
    return guarded(m_workspace.path(), [&] {
        return m_workspace.writer().integer("SELECT count(*) FROM contact WHERE remote_id IS NOT NULL");
    });
}

Result<void> setMissingAnswer(Workspace &workspace, MissingAnswer answer)
{
    return setSyncFact(workspace, missingAnswerKey, QString::number(static_cast<int>(answer)));
}

Result<MissingAnswer> takeMissingAnswer(Workspace &workspace)
{
    const Result<QString> kept = syncFact(workspace, missingAnswerKey);
    if (!kept)
        return kept.error();
    if (const Result<void> taken = setMissingAnswer(workspace, MissingAnswer::None); !taken)
        return taken.error();
    return static_cast<MissingAnswer>(kept->toInt());
}

} // namespace Elenco
