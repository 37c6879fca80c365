// SPDX-License-Identifier: Apache-2.0
#include "store/recovery/replay.h"

#include "core/packing.h"
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/journal/unsynced.h"
#include "store/recovery/salvage.h"

#include <charconv>
#include <unordered_map>

// On SQLite's own interface (store/database/query.h): it asks and writes for each line of a log.
namespace Elenco {

namespace {

std::string_view fact(const UnsyncedRecord &record, std::string_view name)
{
    return stateValue(record, name);
}

qint64 toNumber(std::string_view text)
{
    qint64 value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

qint64 number(const UnsyncedRecord &record, std::string_view name)
{
    return toNumber(fact(record, name));
}

// Lines about one record have one key.
std::string keyOf(const UnsyncedRecord &record)
{
    const std::string_view kind = fact(record, "kind");
    std::string key(1, kind.starts_with(UnsyncedKind::list) ? 'l' : 'c');
    if (kind == UnsyncedKind::member || kind == UnsyncedKind::import || kind == UnsyncedKind::account)
        key = kind;
    return key.append(1, ' ').append(fact(record, "list")).append(1, ' ').append(fact(record, "id"));
}

} // namespace

void Replay::run(const std::vector<UnsyncedRecord> &records)
{
    std::unordered_map<std::string, size_t> last;
    for (size_t i = 0; i < records.size(); ++i)
        last[keyOf(records[i])] = i;
    for (size_t i = 0; i < records.size(); ++i) {
        if (last[keyOf(records[i])] == i)
            apply(records[i]);
    }
}

void Replay::apply(const UnsyncedRecord &record)
{
    const std::string_view kind = fact(record, "kind");
    if (kind == UnsyncedKind::account)
        return account(record);
    if (kind == UnsyncedKind::import)
        return import(record);
    if (number(record, "id") <= 0 || isHere(record))
        return;
    ++m_restored;
    if (kind == UnsyncedKind::contact)
        contact(record);
    else if (kind == UnsyncedKind::deletedContact)
        deletedContact(record);
    else if (kind == UnsyncedKind::goneContact)
        removeContact(ContactId(number(record, "id")));
    else if (kind == UnsyncedKind::list)
        list(record);
    else if (kind == UnsyncedKind::deletedList)
        deletedList(record);
    else if (kind == UnsyncedKind::goneList)
        removeList(ListId(number(record, "id")));
    else if (kind == UnsyncedKind::member)
        member(record);
}

bool Replay::isHere(const UnsyncedRecord &record)
{
    const std::string_view kind = fact(record, "kind");
    const qint64 id = number(record, "id");
    if (kind == UnsyncedKind::member) {
        const UnsyncedRecord here = unsyncedMember(m_connection, ListId(number(record, "list")), ContactId(id));
        return fact(here, "wanted") == fact(record, "wanted") && fact(here, "isMember") == fact(record, "isMember") &&
               fact(here, "listRemoteId") == fact(record, "listRemoteId") &&
               fact(here, "remoteId") == fact(record, "remoteId");
    }
    UnsyncedRecord said = record;
    said.erase("change");
    return said == (kind.starts_with(UnsyncedKind::list) ? unsyncedList(m_connection, ListId(id))
                                                         : unsyncedContact(m_connection, ContactId(id)));
}

// A row whose number is overwritten stands beside itself; the line knows which one it is.
void Replay::removeDoubles(ContactId id, std::string_view remoteId)
{
    if (remoteId.empty())
        return;
    Statement &find = m_connection.cached("SELECT id FROM contact WHERE remote_id=? AND id<>?");
    const ContactId other(find.with(remoteId, id.value).step() ? find.integer(0) : 0);
    find.reset();
    if (other.isValid())
        removeContact(other);
    m_connection.cached("DELETE FROM tombstone WHERE remote_id=? AND contact_id<>?").with(remoteId, id.value).run();
    m_connection.cached("DELETE FROM trash WHERE remote_id=?").with(remoteId).run();
}

void Replay::contact(const UnsyncedRecord &record)
{
    const ContactId id(number(record, "id"));
    const std::string_view remoteId = fact(record, "remoteId");
    removeDoubles(id, remoteId);
    ContactState state = unpackState(fact(record, "state"));
    state["lists"] = listsHere(fact(record, "lists"));
    if (const auto before = m_table.read(id))
        m_table.replace(id, *before, state);
    else
        m_table.insert(id, state);
    m_connection
        .cached("UPDATE contact SET remote_id=nullif(?,''), remote_hash=NULL, remote_extra=?, remote_tags=? "
                "WHERE id=?")
        .with(remoteId, fact(record, "extra"), number(record, "showsTags"), id.value)
        .run();
    m_connection.cached("DELETE FROM tombstone WHERE contact_id=?").with(id.value).run();
    m_connection.cached("DELETE FROM trash WHERE contact_id=?").with(id.value).run();
    writeMarks(id, record);
}

void Replay::writeMarks(ContactId id, const UnsyncedRecord &record)
{
    m_connection.cached("DELETE FROM shadow WHERE contact_id=?").with(id.value).run();
    if (const std::string_view base = fact(record, "base"); !base.empty()) {
        Statement &shadow = m_connection.cached("INSERT INTO shadow VALUES(?, ?, ?, ?)");
        shadow.with(id.value, nullptr, nullptr, number(record, "sends"));
        shadow.bindBlob(2, base);
        shadow.bindBlobOrNull(3, fact(record, "record"));
        shadow.run();
    }
    // What was sent since the line was written is known to the row only.
    if (fact(record, "send").empty())
        return;
    Statement &request = m_connection.cached(
        "INSERT OR REPLACE INTO request(contact_id, state, sent, attempts, trouble, detail) VALUES(?, ?, ?, ?, ?, ?)");
    request.with(id.value, number(record, "send"), nullptr, number(record, "attempts"), number(record, "trouble"),
                 fact(record, "detail"));
    request.bindBlobOrNull(3, fact(record, "sent"));
    request.run();
}

void Replay::removeContact(ContactId id)
{
    if (const auto state = m_table.read(id)) {
        SyncMarks(m_connection).forgetting(id);
        m_table.remove(id, *state);
    }
    m_connection.cached("DELETE FROM tombstone WHERE contact_id=?").with(id.value).run();
}

void Replay::deletedContact(const UnsyncedRecord &record)
{
    const ContactId id(number(record, "id"));
    removeContact(id);
    removeDoubles(id, fact(record, "remoteId"));
    Statement &write =
        m_connection.cached("INSERT INTO tombstone VALUES(?, nullif(?,''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
    write.with(id.value, fact(record, "remoteId"), nullptr, nullptr, nullptr, nullptr, fact(record, "extra"),
               number(record, "showsTags"), nullptr, fact(record, "number"), number(record, "at"),
               number(record, "isDeletionSent"));
    write.bindBlob(3, fact(record, "state"));
    write.bindBlob(4, fact(record, "base"));
    write.bindBlobOrNull(5, fact(record, "record"));
    if (!fact(record, "fingerprint").empty())
        write.bind(6, number(record, "fingerprint"));
    if (!fact(record, "wasSent").empty() && fact(record, "wasSent") != "0")
        write.bindBlob(9, fact(record, "sent"));
    write.run();
}

void Replay::list(const UnsyncedRecord &record)
{
    const ListId id(number(record, "id"));
    const std::string_view remoteId = fact(record, "remoteId");
    Statement &find = m_connection.cached("SELECT id FROM list WHERE remote_id=? AND id<>?");
    const ListId other(!remoteId.empty() && find.with(remoteId, id.value).step() ? find.integer(0) : 0);
    find.reset();
    if (other.isValid())
        removeList(other);
    const ContactState state = unpackState(fact(record, "state"));
    if (readListState(m_connection, id))
        writeListState(m_connection, id, state);
    else
        insertList(m_connection, id, state);
    // One that was created over there since the line was written stays bound.
    m_connection.cached("UPDATE list SET remote_id=coalesce(nullif(?,''), remote_id) WHERE id=?")
        .with(remoteId, id.value)
        .run();
    m_connection.cached("DELETE FROM list_shadow WHERE list_id=?").with(id.value).run();
    if (const std::string_view base = fact(record, "base"); !base.empty()) {
        Statement &shadow = m_connection.cached("INSERT INTO list_shadow VALUES(?, ?, ?)");
        shadow.with(id.value, nullptr, nullptr);
        shadow.bindBlob(2, base);
        shadow.bindBlobOrNull(3, fact(record, "sentFields"));
        shadow.run();
    }
    m_connection.cached("DELETE FROM list_tombstone WHERE list_id=?").with(id.value).run();
    if (fact(record, "send").empty())
        return;
    Statement &request = m_connection.cached("INSERT OR REPLACE INTO list_request(list_id, state, known, attempts, "
                                             "trouble, detail) VALUES(?, ?, ?, ?, ?, ?)");
    request.with(id.value, number(record, "send"), nullptr, number(record, "attempts"), number(record, "trouble"),
                 fact(record, "detail"));
    request.bindBlobOrNull(3, fact(record, "known"));
    request.run();
}

void Replay::removeList(ListId id)
{
    for (const char *sql : {"DELETE FROM membership WHERE list_id=?", "DELETE FROM membership_change WHERE list_id=?",
                            "DELETE FROM list_shadow WHERE list_id=?", "DELETE FROM list_request WHERE list_id=?",
                            "DELETE FROM list_reading WHERE list_id=?", "DELETE FROM list WHERE id=?",
                            "DELETE FROM list_tombstone WHERE list_id=?"})
        m_connection.cached(sql).with(id.value).run();
}

void Replay::deletedList(const UnsyncedRecord &record)
{
    const ListId id(number(record, "id"));
    removeList(id);
    Statement &write = m_connection.cached("INSERT OR REPLACE INTO list_tombstone VALUES(?, nullif(?,''), ?, ?, ?, ?)");
    write.with(id.value, fact(record, "remoteId"), fact(record, "name"), nullptr, number(record, "at"),
               number(record, "isDeletionSent"));
    if (!fact(record, "wasSent").empty() && fact(record, "wasSent") != "0")
        write.bindBlob(4, fact(record, "known"));
    write.run();
}

// The contact of a line, made of what the line has when its row is lost: the next full reading says the rest.
ContactId Replay::contactFor(const UnsyncedRecord &member)
{
    const ContactId id(number(member, "id"));
    const std::string_view remoteId = fact(member, "remoteId");
    if (m_table.read(id))
        return id;
    Statement &find = m_connection.cached("SELECT id FROM contact WHERE remote_id=?");
    const ContactId other(!remoteId.empty() && find.with(remoteId).step() ? find.integer(0) : 0);
    find.reset();
    if (other.isValid() || remoteId.empty()) // an unsent one has a line of its own, or is deleted
        return other;
    m_table.insert(id, unpackState(fact(member, "state")), {std::string(remoteId), std::nullopt, {}, false});
    return id;
}

ListId Replay::listFor(qint64 id, std::string_view remoteId, std::string_view name)
{
    Statement &find = m_connection.cached("SELECT id FROM list WHERE id=?1 UNION ALL SELECT id FROM list WHERE "
                                          "remote_id=?2 LIMIT 1");
    const ListId here(find.with(id, remoteId).step() ? find.integer(0) : 0);
    find.reset();
    if (here.isValid() || id <= 0 || name.empty())
        return here;
    const ListId made = insertList(m_connection, ListId(id), {{"name", std::string(name)}});
    m_connection.cached("UPDATE list SET remote_id=nullif(?,'') WHERE id=?").with(remoteId, id).run();
    return made;
}

std::string Replay::listsHere(std::string_view named)
{
    std::vector<std::string> ids;
    const auto texts = unpacked(named);
    for (size_t i = 0; i + 2 < texts.size(); i += 3) {
        if (const ListId list = listFor(toNumber(texts[i]), texts[i + 1], texts[i + 2]); list.isValid())
            ids.push_back(std::to_string(list.value));
    }
    return packSet(std::move(ids));
}

void Replay::member(const UnsyncedRecord &record)
{
    const ListId list = listFor(number(record, "list"), fact(record, "listRemoteId"), fact(record, "listName"));
    const ContactId contact = list.isValid() ? contactFor(record) : ContactId();
    if (!contact.isValid())
        return;
    const bool isMember = fact(record, "isMember") == "1";
    m_connection
        .cached(isMember ? "INSERT OR IGNORE INTO membership VALUES(?, ?)"
                         : "DELETE FROM membership WHERE list_id=? AND contact_id=?")
        .with(list.value, contact.value)
        .run();
    m_connection.cached("DELETE FROM membership_change WHERE list_id=? AND contact_id=?")
        .with(list.value, contact.value)
        .run();
    if (const std::string_view wanted = fact(record, "wanted"); !wanted.empty())
        m_connection.cached("INSERT INTO membership_change(list_id, contact_id, wanted, is_sent) VALUES(?, ?, ?, ?)")
            .with(list.value, contact.value, toNumber(wanted), number(record, "isSent"))
            .run();
}

void Replay::account(const UnsyncedRecord &record)
{
    if (hasAccount(m_connection))
        return;
    m_connection
        .prepare("INSERT INTO account(id, root, authentication, user, plan, secret_place, capabilities, practice) "
                 "VALUES(1, ?, ?, ?, ?, ?, ?, ?)")
        .with(fact(record, "root"), fact(record, "authentication"), fact(record, "user"), fact(record, "plan"),
              fact(record, "secretPlace"), fact(record, "capabilities"), number(record, "practice"))
        .run();
}

void Replay::import(const UnsyncedRecord &record)
{
    Statement &count = m_connection.cached("SELECT count(*) FROM contact WHERE origin_import=?");
    count.with(number(record, "id")).step();
    const qint64 rows = number(record, "count"), missing = rows - count.integer(0);
    count.reset();
    if (missing > 0)
        m_missingImports.push_back(
            {QString::fromUtf8(fact(record, "name")), QString::fromUtf8(fact(record, "path")), rows, missing});
}

bool takeLostEdits(Connection &connection, const UnsyncedLog::Content &logged)
{
    const qint64 last = lastChangeSet(connection).value;
    std::vector<UnsyncedRecord> lost;
    qint64 lastLogged = last;
    for (const UnsyncedRecord &record : logged.records) {
        const qint64 change = number(record, "change");
        if (change > last)
            lost.push_back(record);
        lastLogged = std::max(lastLogged, change);
    }
    if (lost.empty())
        return false;
    Transaction transaction(connection, Transaction::Durability::Full);
    ContactTable table(connection, ContactTable::Author::Gateway);
    Replay(connection, table).run(lost);
    mendReferences(connection);
    table.writeIndex();
    // The ids of the lost change sets are not given again, or the next lost one could not be told from them.
    connection.execute("INSERT INTO sqlite_sequence(name, seq) SELECT 'change_set', 0 WHERE NOT EXISTS(SELECT 1 FROM "
                       "sqlite_sequence WHERE name='change_set')");
    connection.prepare("UPDATE sqlite_sequence SET seq=? WHERE name='change_set'").with(lastLogged).run();
    transaction.commit();
    return true;
}

} // namespace Elenco
