// SPDX-License-Identifier: Apache-2.0
#include "store/journal/unsynced.h"

#include "core/packing.h"
#include "store/contacts/contacttable.h"
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

#include <set>

// On SQLite's own interface (store/database/query.h): it goes with each record that an edit writes, and tells all of
// them.
namespace Elenco {

namespace {

void set(UnsyncedRecord &record, const char *name, std::string_view value)
{
    if (!value.empty())
        record.emplace(name, value);
}

void setInteger(UnsyncedRecord &record, const char *name, const Statement &row, int column)
{
    if (!row.isNull(column))
        record.emplace(name, std::to_string(row.integer(column)));
}

UnsyncedRecord recordOf(std::string_view kind, qint64 id)
{
    return {{"kind", std::string(kind)}, {"id", std::to_string(id)}};
}

// How each list is called here and there; a contact's own state has ids of this file only.
std::string namedLists(Connection &connection, std::string_view packedIds)
{
    std::string blob;
    for (std::string_view id : unpacked(packedIds)) {
        Statement &list = connection.cached("SELECT coalesce(remote_id, ''), name FROM list WHERE id=?");
        if (list.with(id).step()) {
            appendPacked(blob, id);
            appendPacked(blob, list.text(0));
            appendPacked(blob, list.text(1));
        }
        list.reset();
    }
    return blob;
}

UnsyncedRecord contactThatIsHere(Connection &connection, ContactId id, const ContactState &state)
{
    UnsyncedRecord record = recordOf(UnsyncedKind::contact, id.value);
    set(record, "state", packState(state));
    set(record, "lists", namedLists(connection, stateValue(state, "lists")));
    Statement &row = connection.cached(
        "SELECT c.remote_id, c.remote_extra, nullif(c.remote_tags, 0), s.base, s.record, s.sends, r.state, r.sent, "
        "nullif(r.attempts, 0), nullif(r.trouble, 0), r.detail FROM contact c LEFT JOIN shadow s ON s.contact_id=c.id "
        "LEFT JOIN request r ON r.contact_id=c.id WHERE c.id=?");
    row.with(id.value).step();
    set(record, "remoteId", row.text(0));
    set(record, "extra", row.text(1));
    setInteger(record, "showsTags", row, 2);
    set(record, "base", row.text(3));
    set(record, "record", row.text(4));
    setInteger(record, "sends", row, 5);
    setInteger(record, "send", row, 6);
    set(record, "sent", row.text(7));
    setInteger(record, "attempts", row, 8);
    setInteger(record, "trouble", row, 9);
    set(record, "detail", row.text(10));
    row.reset();
    return record;
}

std::vector<qint64> idsOf(Connection &connection, const char *sql, qint64 bound = 0)
{
    std::vector<qint64> ids;
    Statement select = connection.prepare(sql);
    if (bound)
        select.with(bound);
    while (select.step())
        ids.push_back(select.integer(0));
    return ids;
}

// The lists of a contact before and after a change: the pairs that the change is about.
void changedMembers(ContactId contact, std::string_view before, std::string_view after,
                    std::set<std::pair<qint64, qint64>> &pairs)
{
    const auto membersOf = [](std::string_view packed) {
        const auto list = unpacked(packed);
        return std::set<std::string_view>(list.begin(), list.end());
    };
    const auto old = membersOf(before), now = membersOf(after);
    const auto note = [&](const auto &from, const auto &other) {
        for (std::string_view id : from) {
            if (!other.contains(id))
                pairs.emplace(std::atoll(std::string(id).c_str()), contact.value);
        }
    };
    note(old, now);
    note(now, old);
}

/// What some change sets touched, by record.
struct Touched {
    std::set<qint64> contacts;
    std::set<qint64> lists;
    std::set<std::pair<qint64, qint64>> members; ///< list, contact
};

Touched touchedSince(Connection &connection, ChangeSetId last)
{
    Touched touched;
    Statement change =
        connection.prepare("SELECT contact_id, list_id, before, after FROM change WHERE change_set_id>?");
    change.with(last.value);
    while (change.step()) {
        if (!change.isNull(1)) {
            touched.lists.insert(change.integer(1));
            continue;
        }
        const ContactState before = unpackState(change.text(2)), after = unpackState(change.text(3));
        const bool isOnlyLists = !change.isNull(2) && !change.isNull(3) && after.size() == 1 && after.contains("lists");
        if (!isOnlyLists)
            touched.contacts.insert(change.integer(0));
        if (!change.isNull(2) && !change.isNull(3))
            changedMembers(ContactId(change.integer(0)), stateValue(before, "lists"), stateValue(after, "lists"),
                           touched.members);
    }
    return touched;
}

void importsSince(Connection &connection, ChangeSetId last, Touched &touched, const UnsyncedSink &sink)
{
    Statement made = connection.prepare("SELECT s.id, s.import_id, r.file_path, r.file_name FROM change_set s JOIN "
                                        "import_run r ON r.id=s.import_id WHERE s.id>? AND s.undoes IS NULL");
    made.with(last.value);
    while (made.step()) {
        const std::vector<qint64> ids =
            idsOf(connection, "SELECT id FROM contact WHERE origin_import=? LIMIT 2001", made.integer(1));
        static_assert(mostLoggedOfImport == 2000);
        if (static_cast<qint64>(ids.size()) <= mostLoggedOfImport) {
            touched.contacts.insert(ids.begin(), ids.end());
            continue;
        }
        UnsyncedRecord record = recordOf(UnsyncedKind::import, made.integer(1));
        record["change"] = std::to_string(made.integer(0));
        set(record, "path", made.text(2));
        set(record, "name", made.text(3));
        Statement count = connection.prepare("SELECT count(*) FROM contact WHERE origin_import=?");
        count.with(made.integer(1)).step();
        setInteger(record, "count", count, 0);
        sink(record);
    }
}

} // namespace

void loggedAccount(Connection &connection, const UnsyncedSink &sink)
{
    Statement row = connection.prepare("SELECT root, authentication, user, plan, secret_place, capabilities, practice "
                                       "FROM account");
    if (!row.step())
        return;
    UnsyncedRecord record = recordOf(UnsyncedKind::account, 1);
    int column = 0;
    for (const char *name : {"root", "authentication", "user", "plan", "secretPlace", "capabilities", "practice"})
        set(record, name, row.text(column++));
    sink(record);
}

ChangeSetId lastChangeSet(Connection &connection)
{
    return ChangeSetId(connection.integer("SELECT seq FROM sqlite_sequence WHERE name='change_set'"));
}

bool hasAccount(Connection &connection)
{
    return connection.integer("SELECT EXISTS(SELECT 1 FROM account)") != 0;
}

bool isAnythingUnsynced(Connection &connection)
{
    return connection.integer(
               "SELECT EXISTS(SELECT 1 FROM contact WHERE remote_id IS NULL) OR EXISTS(SELECT 1 FROM shadow) OR "
               "EXISTS(SELECT 1 FROM tombstone) OR EXISTS(SELECT 1 FROM list WHERE remote_id IS NULL) OR EXISTS(SELECT "
               "1 FROM list_shadow) OR EXISTS(SELECT 1 FROM list_tombstone) OR EXISTS(SELECT 1 FROM "
               "membership_change)") != 0;
}

UnsyncedRecord unsyncedContact(Connection &connection, ContactId id)
{
    ContactTable table(connection, ContactTable::Author::Gateway);
    if (const auto state = table.read(id))
        return contactThatIsHere(connection, id, *state);
    Statement &row = connection.cached(
        "SELECT remote_id, state, base, record, remote_hash, remote_extra, "
        "nullif(remote_tags, 0), sent, sent IS NOT NULL, number, at, nullif(deletion_sent, 0) FROM tombstone "
        "WHERE contact_id=?");
    const bool isDeleted = row.with(id.value).step();
    UnsyncedRecord record = recordOf(isDeleted ? UnsyncedKind::deletedContact : UnsyncedKind::goneContact, id.value);
    if (isDeleted) {
        set(record, "remoteId", row.text(0));
        set(record, "state", row.text(1));
        set(record, "base", row.text(2));
        set(record, "record", row.text(3));
        setInteger(record, "fingerprint", row, 4);
        set(record, "extra", row.text(5));
        setInteger(record, "showsTags", row, 6);
        set(record, "sent", row.text(7));
        setInteger(record, "wasSent", row, 8);
        set(record, "number", row.text(9));
        setInteger(record, "at", row, 10);
        setInteger(record, "isDeletionSent", row, 11);
    }
    row.reset();
    return record;
}

UnsyncedRecord unsyncedList(Connection &connection, ListId id)
{
    if (const auto state = readListState(connection, id)) {
        UnsyncedRecord record = recordOf(UnsyncedKind::list, id.value);
        set(record, "state", packState(*state));
        Statement &row =
            connection.cached("SELECT l.remote_id, s.base, r.state, r.known, nullif(r.attempts, 0), nullif(r.trouble, "
                              "0), r.detail, s.sent FROM list l LEFT JOIN list_shadow s ON s.list_id=l.id LEFT JOIN "
                              "list_request r ON r.list_id=l.id WHERE l.id=?");
        row.with(id.value).step();
        set(record, "remoteId", row.text(0));
        set(record, "base", row.text(1));
        setInteger(record, "send", row, 2);
        set(record, "known", row.text(3));
        setInteger(record, "attempts", row, 4);
        setInteger(record, "trouble", row, 5);
        set(record, "detail", row.text(6));
        set(record, "sentFields", row.text(7));
        row.reset();
        return record;
    }
    Statement &row = connection.cached("SELECT remote_id, name, known, known IS NOT NULL, at, nullif(deletion_sent, 0) "
                                       "FROM list_tombstone WHERE list_id=?");
    const bool isDeleted = row.with(id.value).step();
    UnsyncedRecord record = recordOf(isDeleted ? UnsyncedKind::deletedList : UnsyncedKind::goneList, id.value);
    if (isDeleted) {
        set(record, "remoteId", row.text(0));
        set(record, "name", row.text(1));
        set(record, "known", row.text(2));
        setInteger(record, "wasSent", row, 3);
        setInteger(record, "at", row, 4);
        setInteger(record, "isDeletionSent", row, 5);
    }
    row.reset();
    return record;
}

UnsyncedRecord unsyncedMember(Connection &connection, ListId list, ContactId contact)
{
    UnsyncedRecord record = recordOf(UnsyncedKind::member, contact.value);
    record["list"] = std::to_string(list.value);
    Statement &row = connection.cached(
        "SELECT l.remote_id, l.name, c.remote_id, c.first_name, c.last_name, c.phone, c.valid, m.wanted, EXISTS(SELECT "
        "1 FROM membership WHERE list_id=?1 AND contact_id=?2), nullif(m.is_sent, 0) FROM (SELECT 1) LEFT JOIN list l "
        "ON l.id=?1 LEFT JOIN "
        "contact c ON c.id=?2 LEFT JOIN membership_change m ON m.list_id=?1 AND m.contact_id=?2");
    row.with(list.value, contact.value).step();
    set(record, "listRemoteId", row.text(0));
    set(record, "listName", row.text(1));
    set(record, "remoteId", row.text(2));
    // Enough to be somebody until the gateway says the rest, should the row be lost.
    ContactState state;
    for (const auto &[key, column] : {std::pair("firstName", 3), std::pair("lastName", 4), std::pair("phoneNumber", 5)})
        set(state, key, row.text(column));
    if (row.integer(6))
        state["valid"] = "1";
    set(record, "state", packState(state));
    setInteger(record, "wanted", row, 7);
    record["isMember"] = row.integer(8) ? "1" : "0";
    setInteger(record, "isSent", row, 9);
    row.reset();
    return record;
}

void recordsSince(Connection &connection, ChangeSetId last, const UnsyncedSink &sink)
{
    const std::string change = std::to_string(lastChangeSet(connection).value);
    const auto say = [&](UnsyncedRecord record) {
        record["change"] = change;
        sink(record);
    };
    Touched touched = touchedSince(connection, last);
    importsSince(connection, last, touched, sink);
    for (qint64 list : touched.lists)
        say(unsyncedList(connection, ListId(list)));
    for (qint64 contact : touched.contacts)
        say(unsyncedContact(connection, ContactId(contact)));
    for (const auto &[list, contact] : touched.members)
        say(unsyncedMember(connection, ListId(list), ContactId(contact)));
}

void allUnsynced(Connection &connection, const UnsyncedSink &sink)
{
    loggedAccount(connection, sink);
    const std::string change = std::to_string(lastChangeSet(connection).value);
    const auto say = [&](UnsyncedRecord record) {
        record["change"] = change;
        sink(record);
    };
    for (const char *sql : {"SELECT id FROM list WHERE remote_id IS NULL", "SELECT list_id FROM list_shadow",
                            "SELECT list_id FROM list_tombstone"}) {
        for (qint64 id : idsOf(connection, sql))
            say(unsyncedList(connection, ListId(id)));
    }
    // Those of a large import stay one line together, but for those that somebody has worked on since.
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS large_import(id INTEGER PRIMARY KEY)");
    connection.execute("DELETE FROM temp.large_import");
    connection
        .prepare("INSERT INTO temp.large_import SELECT origin_import FROM contact WHERE origin_import IS NOT NULL "
                 "AND remote_id IS NULL GROUP BY origin_import HAVING count(*)>?")
        .with(mostLoggedOfImport)
        .run();
    for (const char *sql :
         {"SELECT id FROM contact WHERE remote_id IS NULL AND (origin_import IS NULL OR origin_import "
          "NOT IN (SELECT id FROM temp.large_import) OR EXISTS(SELECT 1 FROM change WHERE "
          "change.contact_id=contact.id))",
          "SELECT contact_id FROM shadow", "SELECT contact_id FROM tombstone"}) {
        for (qint64 id : idsOf(connection, sql))
            say(unsyncedContact(connection, ContactId(id)));
    }
    Statement imports = connection.prepare(
        "SELECT r.id, r.file_path, r.file_name, (SELECT count(*) FROM contact WHERE origin_import=r.id AND remote_id "
        "IS NULL) FROM import_run r WHERE r.id IN (SELECT id FROM temp.large_import)");
    while (imports.step()) {
        UnsyncedRecord record = recordOf(UnsyncedKind::import, imports.integer(0));
        set(record, "path", imports.text(1));
        set(record, "name", imports.text(2));
        setInteger(record, "count", imports, 3);
        say(std::move(record));
    }
    Statement pairs = connection.prepare("SELECT list_id, contact_id FROM membership_change");
    while (pairs.step())
        say(unsyncedMember(connection, ListId(pairs.integer(0)), ContactId(pairs.integer(1))));
}

void shortenLog(Workspace &workspace, Shorten when)
{
    UnsyncedLog &log = workspace.log();
    if (when == Shorten::WhenLong && log.lines() == 0)
        return;
    try {
        Connection &connection = workspace.writer();
        if (!hasAccount(connection) || !isAnythingUnsynced(connection))
            return log.cut();
        const bool isDue = when == Shorten::WhenLong ? log.lines() > 2 * log.linesAnew() + 1000
                           : when == Shorten::Now    ? log.revisionAnew() != workspace.revision()
                                                     : true;
        if (!isDue)
            return;
        allUnsynced(connection, [&log](const UnsyncedRecord &record) { log.add(record); });
        if (const Result<void> written = log.replace(workspace.revision()); !written)
            workspace.noteTrouble({WorkspaceTrouble::Kind::LogNotWritten, written.error()});
    } catch (const DatabaseFailure &) {
        log.drop(); // as it is it says no less than it should
    }
}

} // namespace Elenco
