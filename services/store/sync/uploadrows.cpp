// SPDX-License-Identifier: Apache-2.0
#include "store/sync/uploadrows.h"

#include "store/contacts/contacttable.h"
#include "store/contacts/sendable.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/sync/syncrows.h"

#include <QUuid>

#include <unordered_set>

// On SQLite's own interface (store/database/query.h): it writes each row of an upload.
namespace Elenco {

namespace {

constexpr char isKnown[] =
    "SELECT 1 FROM contact WHERE remote_id=?1 UNION ALL SELECT 1 FROM tombstone WHERE remote_id=?1";

// A draft, without a number that can be looked up, is never sent.
constexpr char freshRows[] = " FROM contact c WHERE c.remote_id IS NULL AND c.valid=1 AND NOT EXISTS(SELECT 1 FROM "
                             "request r WHERE r.contact_id=c.id)";

const std::string taggedRows =
    std::string(freshRows) + " AND EXISTS(SELECT 1 FROM contact_tag t WHERE t.contact_id=c.id)";

/// Numbers that a contact of ours has over there although no row says so here: its deletion or its change of number has
/// not been sent yet.
std::unordered_set<std::string> hiddenNumbers(Connection &connection)
{
    std::unordered_set<std::string> numbers;
    Statement select = connection.prepare("SELECT number, base FROM tombstone WHERE remote_id IS NOT NULL UNION ALL "
                                          "SELECT '', base FROM shadow WHERE sends=1");
    while (select.step()) {
        numbers.emplace(select.text(0));
        numbers.emplace(stateValue(unpackState(select.text(1)), "phoneNumber"));
    }
    return numbers;
}

bool isSomebodyElses(Connection &connection, std::string_view number)
{
    Statement &find = connection.cached("SELECT 1 FROM contact WHERE phone=? AND remote_id IS NOT NULL");
    const bool found = find.with(number).step();
    find.reset();
    return found;
}

bool isInFile(Connection &connection, std::string_view number)
{
    Statement &find = connection.cached("SELECT 1 FROM upload_row WHERE number=?");
    const bool found = find.with(number).step();
    find.reset();
    return found;
}

void markSent(Connection &connection, ContactId id, std::string_view number, std::string_view sent)
{
    connection.notes().contact(id);
    connection.cached("INSERT INTO upload_row VALUES(?, ?)").with(id.value, number).run();
    Statement &mark = connection.cached("INSERT INTO request(contact_id, state, sent) VALUES(?, ?, ?)");
    mark.with(id.value, static_cast<int>(SendState::Sent), nullptr);
    mark.bindBlob(3, sent);
    mark.run();
}

} // namespace

Result<BulkWork> UploadRows::work()
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        return BulkWork{connection.integer(std::string("SELECT count(*)") + freshRows),
                        connection.integer("SELECT count(*) FROM tombstone WHERE remote_id IS NOT NULL"),
                        connection.integer("SELECT count(*) FROM contact WHERE remote_id IS NOT NULL"),
                        connection.integer("SELECT count(*) FROM upload_row")};
    });
}

Result<QString> UploadRows::listName()
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Statement &select = connection.cached("SELECT value FROM sync_state WHERE key='uploadList'");
        QString name = select.with().step() ? select.string(0) : QString();
        select.reset();
        if (!name.isEmpty())
            return name;
        // Durable before a list of this name can be: one that nobody remembers would stay over there for ever.
        Transaction transaction(connection, Transaction::Durability::Full);
        name =
            QStringLiteral("Elenco: contacts being sent (%1)").arg(QUuid::createUuid().toString(QUuid::Id128).left(16));
        connection.cached("INSERT INTO sync_state(key, value) VALUES('uploadList', ?)").with(name).run();
        transaction.commit();
        return name;
    });
}

Result<qint64> UploadRows::countTagged()
{
    return guarded(m_workspace.path(),
                   [&] { return m_workspace.writer().integer(("SELECT count(*)" + taggedRows).c_str()); });
}

Result<UploadRows::Noted> UploadRows::noteTagged(qint64 most, const Acceptance &accept)
{
    return note(taggedRows, {}, most, accept);
}

Result<UploadRows::Noted> UploadRows::note(ContactId after, qint64 most, const Acceptance &accept)
{
    return note(freshRows, after, most, accept);
}

Result<UploadRows::Noted> UploadRows::note(const std::string &rows, ContactId after, qint64 most,
                                           const Acceptance &accept)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        ContactTable table(connection, ContactTable::Author::Gateway);
        const auto hidden = hiddenNumbers(connection);
        Noted noted;
        Statement select =
            connection.prepare("SELECT c.id, c.phone" + rows + " AND c.id>? ORDER BY c.id");
        select.with(after.value);
        while (noted.rows < most) {
            if (!select.step()) {
                noted.isAtEnd = true;
                break;
            }
            const ContactId id(select.integer(0));
            const std::string number(select.text(1));
            if (!hidden.contains(number) && !isSomebodyElses(connection, number) && !isInFile(connection, number)) {
                const Turn turn = accept(*readSyncRow(connection, table, id));
                if (turn.kind == Turn::Kind::FileIsFull)
                    break;
                if (turn.kind == Turn::Kind::Taken) {
                    markSent(connection, id, number, turn.sent);
                    ++noted.rows;
                }
            }
            noted.last = id;
        }
        transaction.commit();
        return noted;
    });
}

Result<bool> UploadRows::reaches(const std::vector<RemoteId> &contacts, bool isEnd)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Statement &known = connection.cached(isKnown);
        for (const RemoteId &id : contacts) {
            const bool found = known.with(id.value).step();
            known.reset();
            if (found)
                return true;
        }
        return isEnd && connection.integer("SELECT NOT EXISTS (SELECT 1 FROM contact WHERE remote_id IS NOT NULL)");
    });
}

Result<qint64> UploadRows::bind(const std::vector<SeenContact> &page, ChangeSetId &changeSet, const Decision &decide)
{
    ChangeSetId made = changeSet;
    const auto result = guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        ContactTable table(connection, ContactTable::Author::Gateway);
        Statement &find = connection.cached("SELECT contact_id FROM upload_row WHERE number=?");
        Statement &known = connection.cached(isKnown);
        qint64 bound = 0;
        for (size_t i = 0; i < page.size(); ++i) {
            const bool isOfFile = find.with(page[i].number).step();
            const ContactId id(isOfFile ? find.integer(0) : 0);
            find.reset();
            if (!isOfFile)
                continue;
            const bool isBound = known.with(page[i].id.value).step();
            known.reset();
            const auto row = readSyncRow(connection, table, id);
            if (isBound || (row && row->remoteId.isValid()))
                continue;
            if (row) {
                writeSyncRow(connection, table, made, *row, decide(i, *row));
                ++bound;
            }
            connection.cached("DELETE FROM upload_row WHERE contact_id=?").with(id.value).run();
        }
        table.writeIndex();
        transaction.commit();
        return bound;
    });
    if (result && *result > 0) {
        changeSet = made;
        m_workspace.markChanged();
    }
    return result;
}

Result<qint64> UploadRows::settleRest(Rest rest)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        // A row that was deleted meanwhile has its mark in its tombstone, and is looked up from there.
        constexpr const char *rows = " WHERE state=1 AND contact_id IN (SELECT u.contact_id FROM upload_row u JOIN "
                                     "contact c ON c.id=u.contact_id WHERE c.remote_id IS NULL)";
        const auto carryOut = [&](const std::string &sql) {
            Statement statement = connection.prepare(sql + rows);
            statement.run();
            return connection.changes();
        };
        qint64 count = 0;
        switch (rest) {
        case Rest::Resend: count = carryOut("DELETE FROM request"); break;
        case Rest::WaitForQuota:
            count = carryOut("UPDATE request SET state=3, sent=NULL, trouble=" +
                             std::to_string(static_cast<int>(SendTrouble::QuotaFull)));
            break;
        case Rest::LookUpSingly: count = carryOut("UPDATE request SET state=1"); break;
        }
        connection.execute("DELETE FROM upload_row");
        noteRequests(connection, count);
        transaction.commit();
        return count;
    });
}

Result<qint64> UploadRows::holdForQuota()
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        Statement hold = connection.prepare(
            std::string("INSERT INTO request(contact_id, state, trouble) SELECT id, 3, ? FROM contact WHERE remote_id IS "
                        "NULL AND NOT EXISTS(SELECT 1 FROM request r WHERE r.contact_id=contact.id) AND ") +
            sendableContact);
        hold.with(static_cast<int>(SendTrouble::QuotaFull)).run();
        const qint64 held = connection.changes();
        noteRequests(connection, held);
        transaction.commit();
        return held;
    });
}

} // namespace Elenco
