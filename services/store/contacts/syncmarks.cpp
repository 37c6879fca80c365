// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/syncmarks.h"

#include "store/contacts/lists.h"
#include "store/contacts/sendable.h"
#include "store/database/sqlite.h"

#include <QDateTime>

// On SQLite's own interface (store/database/query.h): it goes with each contact that is written.
namespace Elenco {

namespace {

int sends(const StateDifference &changes)
{
    return canBeSent(changes) ? 1 : 0;
}

} // namespace

void SyncMarks::replacing(ContactId id, const ContactState &before, const ContactState &after)
{
    // What the gateway refused of the row as it was, it may take of the row as it is now.
    m_connection.cached("DELETE FROM request WHERE contact_id=? AND state=2").with(id.value).run();
    if (stateValue(before, "remoteId").empty())
        return;
    // An edit that left may be over there although it was taken back here: what came of it is looked at.
    Statement &request = m_connection.cached("SELECT 1 FROM request WHERE contact_id=? AND state=1");
    const bool isSent = request.with(id.value).step();
    request.reset();
    Statement &shadow = m_connection.cached("SELECT base FROM shadow WHERE contact_id=?");
    const bool differs = shadow.with(id.value).step();
    const ContactState base = differs ? unpackState(shadow.text(0)) : syncedPart(before);
    shadow.reset();
    const StateDifference changes = difference(base, syncedPart(after));
    if (differs && isSent) {
        m_connection.cached("UPDATE shadow SET sends=1 WHERE contact_id=?").with(id.value).run();
    } else if (differs && changes.isEmpty()) {
        m_connection.cached("DELETE FROM shadow WHERE contact_id=?").with(id.value).run();
    } else if (differs) {
        m_connection.cached("UPDATE shadow SET sends=? WHERE contact_id=?").with(sends(changes), id.value).run();
    } else if (!changes.isEmpty()) {
        const std::string blob = packState(base);
        Statement &note = m_connection.cached("INSERT INTO shadow(contact_id, base, sends) VALUES(?, ?, ?)");
        note.with(id.value, nullptr, sends(changes));
        note.bindBlob(2, blob);
        note.run();
    }
}

void SyncMarks::removing(ContactId id, const ContactState &state)
{
    // A contact whose creation may have arrived is looked for over there, and goes there too.
    m_connection
        .cached(
            "INSERT OR REPLACE INTO tombstone SELECT c.id, c.remote_id, x'', coalesce(s.base, x''), s.record, "
            "c.remote_hash, c.remote_extra, c.remote_tags, r.sent, c.phone, ?2, r.state IS NOT NULL AND r.sent IS NULL "
            "AND c.remote_id IS NOT NULL, c.remote_read FROM contact c LEFT JOIN shadow s ON s.contact_id=c.id LEFT JOIN request r ON "
            "r.contact_id=c.id AND r.state=1 WHERE c.id=?1 AND "
            "(c.remote_id IS NOT NULL OR r.state=1)")
        .with(id.value, QDateTime::currentSecsSinceEpoch())
        .run();
    const std::string all = packState(state), synced = packState(syncedPart(state));
    Statement &keep = m_connection.cached("UPDATE tombstone SET state=?, base=CASE WHEN base=x'' THEN ? ELSE base END "
                                          "WHERE contact_id=?");
    keep.with(nullptr, nullptr, id.value);
    keep.bindBlob(1, all);
    keep.bindBlob(2, synced);
    keep.run();
    m_connection
        .cached("INSERT OR IGNORE INTO unsent_leave SELECT contact_id, list_id FROM membership_change WHERE "
                "contact_id=? AND wanted=0")
        .with(id.value)
        .run();
    forgetting(id);
}

void SyncMarks::forgetting(ContactId id)
{
    for (const char *sql : {"DELETE FROM membership_change WHERE contact_id=?", "DELETE FROM shadow WHERE contact_id=?",
                            "DELETE FROM request WHERE contact_id=?", "DELETE FROM authored WHERE contact_id=?"})
        m_connection.cached(sql).with(id.value).run();
}

void SyncMarks::inserted(ContactId id, const ContactState &state)
{
    Statement &tombstone =
        m_connection.cached("SELECT remote_id, base, sent, record, deletion_sent FROM tombstone WHERE contact_id=?");
    if (!tombstone.with(id.value).step()) {
        tombstone.reset();
        if (!stateValue(state, "remoteId").empty()) // its deletion was sent: to the gateway it is somebody new
            m_connection
                .cached(
                    "UPDATE contact SET remote_id=NULL, remote_hash=NULL, remote_extra='', remote_tags=0, remote_read=0 "
                    "WHERE id=?")
                .with(id.value)
                .run();
        return;
    }
    const std::string remoteId(tombstone.text(0)), base(tombstone.text(1)), sent(tombstone.text(2)),
        record(tombstone.text(3));
    const bool isDeletionSent = tombstone.integer(4) != 0, isSent = isDeletionSent || !tombstone.isNull(2);
    tombstone.reset();
    m_connection
        .cached("UPDATE contact SET (remote_id, remote_hash, remote_extra, remote_tags, remote_read)=(SELECT remote_id, "
                "remote_hash, remote_extra, remote_tags, remote_read FROM tombstone WHERE contact_id=contact.id) WHERE id=?")
        .with(id.value)
        .run();
    m_connection.cached("DELETE FROM tombstone WHERE contact_id=?").with(id.value).run();
    const StateDifference changes = difference(unpackState(base), syncedPart(state));
    if (!remoteId.empty() && (isSent || !changes.isEmpty())) {
        Statement &shadow = m_connection.cached("INSERT OR REPLACE INTO shadow VALUES(?, ?, ?, ?)");
        shadow.with(id.value, nullptr, nullptr, isSent ? 1 : sends(changes));
        shadow.bindBlob(2, base);
        if (!record.empty())
            shadow.bindBlob(3, record);
        shadow.run();
    }
    if (isSent) {
        Statement &request = m_connection.cached("INSERT OR REPLACE INTO request(contact_id, state, sent) "
                                                 "VALUES(?, 1, ?)");
        request.with(id.value, nullptr);
        if (!isDeletionSent)
            request.bindBlob(2, sent);
        request.run();
    }
    takeLeavesBack("contact_id", id.value);
}

// Where the other side of one is still gone, it waits for that.
void SyncMarks::takeLeavesBack(const std::string &side, qint64 id)
{
    m_connection
        .prepare("INSERT OR IGNORE INTO membership_change(list_id, contact_id, wanted) SELECT u.list_id, u.contact_id, "
                 "0 FROM unsent_leave u JOIN "
                 "list ON list.id=u.list_id JOIN contact ON contact.id=u.contact_id WHERE u." +
                 side +
                 "=? AND list.remote_id IS NOT NULL AND contact.remote_id IS NOT NULL AND NOT EXISTS(SELECT 1 "
                 "FROM membership m WHERE m.list_id=u.list_id AND m.contact_id=u.contact_id)")
        .with(id)
        .run();
    m_connection
        .prepare("DELETE FROM unsent_leave WHERE " + side +
                 "=? AND list_id IN (SELECT id FROM list) AND contact_id IN (SELECT id FROM contact)")
        .with(id)
        .run();
}

// A pair is noted while it is not as it was when last in step, so a second change takes the first one's note away; but
// what left may be over there, and then the second one has to go there too.
void SyncMarks::noteMembership(ListId list, ContactId contact, bool wanted)
{
    Statement &undone = m_connection.cached(
        "DELETE FROM membership_change WHERE list_id=? AND contact_id=? AND wanted<>? AND is_sent=0 RETURNING 1");
    const bool isBack = undone.with(list.value, contact.value, wanted ? 1 : 0).step();
    undone.reset();
    if (isBack)
        return;
    m_connection
        .cached("INSERT INTO membership_change(list_id, contact_id, wanted) SELECT list.id, contact.id, ?3 FROM list, "
                "contact WHERE list.id=?1 AND contact.id=?2 AND list.remote_id IS NOT NULL AND contact.remote_id IS "
                "NOT NULL ON CONFLICT DO UPDATE SET wanted=excluded.wanted, refused='', attempts=0, wait=0")
        .with(list.value, contact.value, wanted ? 1 : 0)
        .run();
}

void SyncMarks::replacingList(ListId id)
{
    m_connection.cached("DELETE FROM list_request WHERE list_id=? AND state=2").with(id.value).run();
    Statement &list = m_connection.cached("SELECT 1 FROM list WHERE id=? AND remote_id IS NOT NULL AND id NOT IN "
                                          "(SELECT list_id FROM list_shadow)");
    const bool notes = list.with(id.value).step();
    list.reset();
    if (!notes)
        return;
    const std::string blob = packState(*readListState(m_connection, id));
    Statement &note = m_connection.cached("INSERT INTO list_shadow(list_id, base) VALUES(?, ?)");
    note.with(id.value, nullptr);
    note.bindBlob(2, blob);
    note.run();
}

void SyncMarks::replacedList(ListId id)
{
    Statement &shadow = m_connection.cached("SELECT base FROM list_shadow WHERE list_id=? AND sent IS NULL AND list_id "
                                            "NOT IN (SELECT list_id FROM list_request WHERE state=1)");
    const bool isBack = shadow.with(id.value).step() && unpackState(shadow.text(0)) == *readListState(m_connection, id);
    shadow.reset();
    if (isBack)
        m_connection.cached("DELETE FROM list_shadow WHERE list_id=?").with(id.value).run();
}

void SyncMarks::removingList(ListId id)
{
    m_connection
        .cached("INSERT OR REPLACE INTO list_tombstone SELECT list.id, list.remote_id, coalesce(nullif(r.detail, ''), "
                "list.name), r.known, ?2, r.state IS NOT NULL AND list.remote_id IS NOT NULL FROM "
                "list LEFT JOIN list_request r ON r.list_id=list.id AND r.state=1 WHERE list.id=?1 AND "
                "(list.remote_id IS NOT NULL OR r.state=1)")
        .with(id.value, QDateTime::currentSecsSinceEpoch())
        .run();
    m_connection
        .cached("INSERT OR IGNORE INTO unsent_leave SELECT contact_id, list_id FROM membership_change WHERE list_id=? "
                "AND wanted=0")
        .with(id.value)
        .run();
}

void SyncMarks::insertedList(ListId id)
{
    m_connection
        .cached("UPDATE list SET remote_id=(SELECT remote_id FROM list_tombstone WHERE list_id=list.id) WHERE id=?")
        .with(id.value)
        .run();
    m_connection
        .cached(
            "INSERT OR REPLACE INTO list_request(list_id, state, known, detail) SELECT list_id, 1, known, name FROM "
            "list_tombstone WHERE list_id=? AND remote_id IS NULL")
        .with(id.value)
        .run();
    Statement &deletion =
        m_connection.cached("INSERT OR REPLACE INTO list_request(list_id, state) SELECT list_id, 1 FROM "
                            "list_tombstone WHERE list_id=? AND deletion_sent=1 RETURNING 1");
    const bool isDeletionSent = deletion.with(id.value).step();
    deletion.reset();
    if (isDeletionSent)
        replacingList(id); // it may be gone over there: it waits
    m_connection.cached("DELETE FROM list_tombstone WHERE list_id=?").with(id.value).run();
    takeLeavesBack("list_id", id.value);
}

void SyncMarks::boundContact(ContactId id)
{
    m_connection
        .cached(
            "INSERT OR IGNORE INTO membership_change(list_id, contact_id, wanted) SELECT m.list_id, m.contact_id, 1 "
            "FROM membership m JOIN list ON list.id=m.list_id WHERE m.contact_id=? AND list.remote_id IS NOT NULL")
        .with(id.value)
        .run();
}

void SyncMarks::boundList(ListId id)
{
    m_connection
        .cached(
            "INSERT OR IGNORE INTO membership_change(list_id, contact_id, wanted) SELECT m.list_id, m.contact_id, 1 "
            "FROM membership m JOIN contact ON contact.id=m.contact_id WHERE m.list_id=? AND contact.remote_id IS NOT "
            "NULL")
        .with(id.value)
        .run();
}

} // namespace Elenco
