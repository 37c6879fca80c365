// SPDX-License-Identifier: Apache-2.0
#include "store/sync/syncrow.h"

#include "store/contacts/contacttable.h"
#include "store/contacts/sendable.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/journal.h"
#include "store/sync/conflicts.h"

#include <QDateTime>

// On SQLite's own interface (store/database/query.h): it reads and writes each contact that a sync touches.
namespace Elenco {

namespace {

std::optional<qint64> optionalInteger(const Statement &row, int column)
{
    return row.isNull(column) ? std::optional<qint64>() : row.integer(column);
}

void bindFingerprint(Statement &statement, int index, const std::optional<qint64> &fingerprint)
{
    fingerprint ? statement.bind(index, *fingerprint) : statement.bind(index, nullptr);
}

void bindRow(Connection &connection, ContactId id, const SyncChange &change)
{
    Statement &bind = connection.cached("UPDATE contact SET remote_id=nullif(?,''), remote_hash=?, remote_extra=?, "
                                        "remote_tags=?, remote_read=? WHERE id=?");
    bind.with(change.remoteId.value, nullptr, change.extra, change.showsTags ? 1 : 0, change.readAt, id.value);
    bindFingerprint(bind, 2, change.fingerprint);
    bind.run();
}

// Its word about a number.
void writeVerdict(Connection &connection, ContactId id, const SyncChange &change)
{
    if (!change.saidValid)
        return;
    if (*change.saidValid)
        connection.cached("DELETE FROM refused_number WHERE contact_id=?").with(id.value).run();
    else
        connection
            .cached("INSERT OR REPLACE INTO refused_number VALUES(?, ?, ?)")
            .with(id.value, change.saidOf, QDateTime::currentSecsSinceEpoch())
            .run();
}

// Blobs of nothing are kept as NULL.
std::optional<SyncRow> readTombstone(Connection &connection, ContactId id)
{
    Statement &row = connection.cached("SELECT remote_id, base, record, remote_hash, sent, remote_extra, remote_tags, "
                                       "state, deletion_sent, remote_read FROM tombstone WHERE contact_id=?");
    if (!row.with(id.value).step())
        return {};
    SyncRow result;
    result.id = id;
    result.isDeleted = true;
    result.remoteId = {row.string(0)};
    result.shadow = Shadow{unpackState(row.text(1)), std::string(row.text(2)), true};
    result.fingerprint = optionalInteger(row, 3);
    result.sent = row.text(4);
    result.send = row.isNull(4) ? SendState::Idle : SendState::Sent;
    result.extra = row.text(5);
    result.showsTags = row.integer(6) != 0;
    result.state = unpackState(row.text(7));
    result.isDeletionSent = row.integer(8) != 0;
    result.readAt = row.integer(9);
    row.reset();
    return result;
}

void readRequest(Connection &connection, SyncRow &result)
{
    Statement &request =
        connection.cached("SELECT state, sent, attempts, trouble, detail FROM request WHERE contact_id=?");
    if (request.with(result.id.value).step()) {
        result.send = static_cast<SendState>(request.integer(0));
        result.sent = request.text(1);
        result.isDeletionSent = result.send == SendState::Sent && result.remoteId.isValid() && request.isNull(1);
        result.attempts = static_cast<int>(request.integer(2));
        result.trouble = static_cast<SendTrouble>(request.integer(3));
        result.detail = request.string(4);
    }
    request.reset();
}

void writeRequest(Connection &connection, ContactId id, const SyncChange &change)
{
    if (change.send == SendState::Idle && change.attempts == 0) {
        connection.cached("DELETE FROM request WHERE contact_id=?").with(id.value).run();
        return;
    }
    const bool isRefused = change.send == SendState::Blocked && change.trouble == SendTrouble::Refused;
    // What is written again meanwhile does not begin to wait anew.
    Statement &write = connection.cached(
        "INSERT OR REPLACE INTO request VALUES(?1, ?2, ?3, ?4, ?5, ?6, coalesce((SELECT wait FROM request WHERE "
        "contact_id=?1 AND state=?2 AND attempts=?4), ?7))");
    write.with(id.value, static_cast<int>(change.send), nullptr, change.attempts, static_cast<int>(change.trouble),
               change.detail, isRefused ? pauseAfterRefusal(change.attempts) : 0);
    write.bindBlobOrNull(3, change.sent);
    write.run();
}

void writeShadow(Connection &connection, ContactId id, const std::optional<Shadow> &shadow)
{
    if (!shadow) {
        connection.cached("DELETE FROM shadow WHERE contact_id=?").with(id.value).run();
        return;
    }
    const std::string base = packState(shadow->base);
    Statement &write = connection.cached("INSERT OR REPLACE INTO shadow VALUES(?, ?, ?, ?)");
    write.with(id.value, nullptr, nullptr, shadow->sends ? 1 : 0);
    write.bindBlob(2, base);
    write.bindBlobOrNull(3, shadow->record);
    write.run();
}

void writeAuthored(Connection &connection, ContactId id, const std::string &notes)
{
    if (notes.empty()) {
        connection.cached("DELETE FROM authored WHERE contact_id=?").with(id.value).run();
        return;
    }
    Statement &write = connection.cached("INSERT OR REPLACE INTO authored VALUES(?, ?)");
    write.with(id.value, nullptr);
    write.bindBlob(2, notes);
    write.run();
}

void writeChoices(Connection &connection, ContactId id, const SyncChange &change)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const NewConflict &conflict : change.conflicts) {
        const std::string state = conflict.state ? packState(*conflict.state) : std::string();
        // A later conflict about the same field takes the place of the one before: the row has its value by now. What
        // waited there stays to be seen.
        connection
            .cached("INSERT INTO replaced_value(contact_id, field, mine, theirs, loud, at) SELECT contact_id, field, "
                    "mine, ?4, 0, ?5 FROM conflict WHERE contact_id=?1 AND kind=?2 AND field=?3 AND resolved_by IS "
                    "NULL AND mine NOT IN ('', ?6, ?4)")
            .with(id.value, static_cast<int>(conflict.kind), conflict.field, conflict.theirs, now, conflict.mine)
            .run();
        connection.cached("DELETE FROM conflict WHERE contact_id=? AND kind=? AND field=? AND resolved_by IS NULL")
            .with(id.value, static_cast<int>(conflict.kind), conflict.field)
            .run();
        Statement &write = connection.cached("INSERT INTO conflict(contact_id, kind, field, base, mine, theirs, state, "
                                             "at) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        write.with(id.value, static_cast<int>(conflict.kind), conflict.field, conflict.base, conflict.mine,
                   conflict.theirs, nullptr, now);
        write.bindBlobOrNull(7, state);
        write.run();
    }
    for (const NewReplacedValue &value : change.replaced)
        connection
            .cached("INSERT INTO replaced_value(contact_id, field, mine, theirs, loud, at) VALUES(?, ?, ?, ?, ?, ?)")
            .with(id.value, value.field, value.mine, value.theirs,
                  value.isLoud || isRightAfterOurs(connection, id, value.field, now) ? 1 : 0, now)
            .run();
}

ChangeSetId &opened(Connection &connection, ChangeSetId &changeSet)
{
    if (!changeSet.isValid())
        changeSet = beginChangeSet(connection, ChangeKind::Sync, QString());
    return changeSet;
}

void noteContact(Connection &connection, ChangeSetId changeSet)
{
    connection.cached("UPDATE change_set SET contacts=contacts+1 WHERE id=?").with(changeSet.value).run();
}

void writeGone(Connection &connection, ContactTable &table, ChangeSetId &changeSet, const SyncRow &before,
               const SyncChange &change)
{
    connection.cached("DELETE FROM tombstone WHERE contact_id=?").with(before.id.value).run();
    connection.cached("DELETE FROM unsent_leave WHERE contact_id=?").with(before.id.value).run();
    if (before.isDeleted)
        return;
    if (change.fate == SyncChange::Fate::Trash) {
        const std::string state = packState(before.state);
        Statement &keep = connection.cached("INSERT OR REPLACE INTO trash VALUES(?, nullif(?,''), ?, 0, ?)");
        keep.with(before.id.value, before.remoteId.value, nullptr, QDateTime::currentSecsSinceEpoch());
        keep.bindBlob(3, state);
        keep.run();
    }
    SyncMarks(connection).forgetting(before.id);
    table.remove(before.id, before.state);
    writeChange(connection, opened(connection, changeSet), before.id, before.state, {});
    noteContact(connection, changeSet);
    writeChoices(connection, before.id, change);
}

void addUnseen(Connection &connection, const SyncRow &before, const ContactState &unseen)
{
    if (unseen.empty())
        return;
    const auto addTo = [&](const ContactState &state, const char *sql, qint64 key) {
        ContactState whole = state;
        for (const auto &[field, value] : unseen)
            whole.insert_or_assign(field, value);
        const std::string blob = packState(whole);
        Statement &write = connection.cached(sql);
        write.with(nullptr, key);
        write.bindBlob(1, blob);
        write.run();
    };
    addTo(before.state, "UPDATE tombstone SET state=? WHERE contact_id=?", before.id.value);
    Statement &deletion = connection.cached(
        "SELECT id, before FROM change WHERE contact_id=? AND after IS NULL ORDER BY id DESC LIMIT 1");
    if (!deletion.with(before.id.value).step()) {
        deletion.reset();
        return;
    }
    const qint64 change = deletion.integer(0);
    const ContactState deleted = unpackState(deletion.text(1));
    deletion.reset();
    addTo(deleted, "UPDATE change SET before=? WHERE id=?", change);
}

} // namespace

qint64 pauseAfterRefusal(int times)
{
    constexpr qint64 longest = 24 * 60 * 60 * 1000;
    qint64 pause = 25'000;
    for (; times > 1 && pause < longest; --times)
        pause *= 5;
    return std::min(pause, longest);
}

SyncChange SyncChange::keeping(const SyncRow &row)
{
    SyncChange change;
    change.remoteId = row.remoteId;
    change.fingerprint = row.fingerprint;
    change.extra = row.extra;
    change.showsTags = row.showsTags;
    change.readAt = row.readAt;
    change.shadow = row.shadow;
    change.send = row.send;
    change.sent = row.sent;
    change.isDeletionSent = row.isDeletionSent;
    change.attempts = row.attempts;
    change.trouble = row.trouble;
    change.detail = row.detail;
    change.authored = row.authored;
    return change;
}

SyncChange SyncChange::atRest(const SyncRow &row)
{
    SyncChange change = keeping(row);
    change.send = SendState::Idle;
    change.sent.clear();
    if (row.isDeleted || !row.shadow)
        return change;
    const StateDifference changes = difference(row.shadow->base, syncedPart(row.state));
    if (changes.isEmpty())
        change.shadow.reset();
    else
        change.shadow->sends = canBeSent(changes);
    return change;
}

std::optional<SyncRow> readSyncRow(Connection &connection, ContactTable &table, ContactId id)
{
    auto state = table.read(id);
    if (!state)
        return readTombstone(connection, id);
    SyncRow result;
    result.id = id;
    result.state = std::move(*state);
    Statement &row = connection.cached("SELECT c.remote_id, c.remote_hash, s.base, s.record, a.notes, c.remote_extra, "
                                       "c.remote_tags, s.sends, c.remote_read FROM contact c "
                                       "LEFT JOIN shadow s ON s.contact_id=c.id LEFT JOIN authored a ON "
                                       "a.contact_id=c.id WHERE c.id=?");
    row.with(id.value).step();
    result.remoteId = {row.string(0)};
    result.fingerprint = optionalInteger(row, 1);
    if (!row.isNull(2))
        result.shadow = Shadow{unpackState(row.text(2)), std::string(row.text(3)), row.integer(7) != 0};
    result.authored = row.text(4);
    result.extra = row.text(5);
    result.showsTags = row.integer(6) != 0;
    result.readAt = row.integer(8);
    row.reset();
    readRequest(connection, result);
    return result;
}

void writeSyncRow(Connection &connection, ContactTable &table, ChangeSetId &changeSet, const SyncRow &before,
                  const SyncChange &change)
{
    const ContactId id = before.id;
    connection.notes().contact(id);
    if (change.fate != SyncChange::Fate::Stays)
        return writeGone(connection, table, changeSet, before, change);
    if (before.isDeleted && !change.state) { // it waits on
        const Shadow shadow = change.shadow.value_or(Shadow());
        const std::string base = packState(shadow.base);
        Statement &write = connection.cached("UPDATE tombstone SET remote_id=nullif(?,''), remote_hash=?, sent=?, "
                                             "base=?, record=?, remote_extra=?, remote_tags=?, deletion_sent=?, "
                                             "remote_read=? WHERE contact_id=?");
        write.with(change.remoteId.value, nullptr, nullptr, nullptr, nullptr, change.extra, change.showsTags ? 1 : 0,
                   change.isDeletionSent ? 1 : 0, change.readAt, id.value);
        bindFingerprint(write, 2, change.fingerprint);
        write.bindBlobOrNull(3, change.sent);
        write.bindBlob(4, base);
        write.bindBlobOrNull(5, shadow.record);
        write.run();
        addUnseen(connection, before, change.unseen);
        return;
    }
    if (change.state) {
        const StateDifference changes = difference(before.state, *change.state);
        if (before.isDeleted) {
            connection.cached("DELETE FROM tombstone WHERE contact_id=?").with(id.value).run();
            table.insert(id, *change.state);
            writeChange(connection, opened(connection, changeSet), id, {}, change.state);
            noteContact(connection, changeSet);
        } else if (!changes.isEmpty()) {
            table.replace(id, before.state, *change.state);
            writeChange(connection, opened(connection, changeSet), id, changes.before, changes.after);
            noteContact(connection, changeSet);
        }
    }
    bindRow(connection, id, change);
    writeShadow(connection, id, change.shadow);
    writeRequest(connection, id, change);
    writeAuthored(connection, id, change.authored);
    writeChoices(connection, id, change);
    writeVerdict(connection, id, change);
    if (!before.remoteId.isValid() && change.remoteId.isValid())
        SyncMarks(connection).boundContact(id);
    if (before.remoteId.isValid() && !change.remoteId.isValid()) // its lists follow when it is there again
        connection.cached("DELETE FROM membership_change WHERE contact_id=?").with(id.value).run();
}

ContactId insertArrival(Connection &connection, ContactTable &table, const SyncChange &change)
{
    // One that rests in the trash comes back as itself, with its history.
    Statement &rested = connection.cached("DELETE FROM trash WHERE remote_id=? RETURNING contact_id");
    const bool returns = rested.with(change.remoteId.value).step();
    const ContactId id = returns ? ContactId(rested.integer(0)) : table.nextId();
    rested.reset();
    table.insert(id, *change.state,
                 {change.remoteId.value.toStdString(), change.fingerprint, change.extra, change.showsTags});
    writeVerdict(connection, id, change);
    return id;
}

void noteRequests(Connection &connection, qint64 count)
{
    if (count > 0)
        connection.notes().everybody();
}

} // namespace Elenco
