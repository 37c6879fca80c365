// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contacttable.h"

#include "core/packing.h"
#include "core/textfold.h"
#include "core/values/numbertext.h"
#include "store/database/sqlite.h"

#include <algorithm>
#include <charconv>

// On SQLite's own interface (store/database/query.h): contacts are read and written by windows and imports.
namespace Elenco {

namespace {

qint64 toInteger(std::string_view text)
{
    qint64 value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

std::string searchTextOf(std::string_view firstName, std::string_view lastName, std::string_view phone,
                         std::string_view email, std::string_view city, const std::vector<std::string_view> &others)
{
    SearchText text;
    text.add(firstName);
    text.add(lastName);
    text.addPhone(phone);
    text.add(email);
    text.add(city);
    for (std::string_view other : others)
        text.add(other);
    return text.take();
}

ContactId ContactTable::nextId()
{
    Statement &sequence =
        m_connection.cached("SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name='contact'), 0),"
                            " coalesce((SELECT max(id) FROM contact), 0))");
    sequence.with().step();
    const ContactId id(sequence.integer(0) + 1);
    sequence.reset();
    return id;
}

std::optional<ContactState> ContactTable::read(ContactId id)
{
    Statement &row = m_connection.cached(
        "SELECT first_name, last_name, phone, email, gender, city, province, region, valid, line_kind, remote_id,"
        " unknown_properties, created_at, origin_import, origin_row FROM contact WHERE id=?");
    if (!row.with(id.value).step())
        return {};
    ContactState state;
    const auto set = [&](std::string key, std::string_view value) {
        if (!value.empty())
            state.emplace(std::move(key), value);
    };
    for (int i = 0; i < fieldCount; ++i)
        set(fieldTable()[i].key, row.text(i));
    const auto setInteger = [&](const char *key, int column) {
        if (const qint64 value = row.integer(column))
            state.emplace(key, std::to_string(value));
    };
    setInteger("valid", 8);
    setInteger("lineKind", 9);
    set("remoteId", row.text(10));
    set("unknownProperties", row.text(11));
    setInteger("createdAt", 12);
    setInteger("originImport", 13);
    setInteger("originRow", 14);
    row.reset();

    Statement &fields = m_connection.cached(
        "SELECT f.kind, f.name, v.value FROM contact_field v JOIN field f ON f.id=v.field_id WHERE v.contact_id=?");
    fields.with(id.value);
    while (fields.step())
        set(customKey(static_cast<ValueKind>(fields.integer(0)), fields.text(1)),
            fields.isReal(2) ? canonicalText(fields.real(2)) : std::string(fields.text(2)));
    Statement &tags =
        m_connection.cached("SELECT t.name FROM contact_tag c JOIN tag t ON t.id=c.tag_id WHERE c.contact_id=?");
    std::vector<std::string> names;
    tags.with(id.value);
    while (tags.step())
        names.emplace_back(tags.text(0));
    set("tags", packSet(std::move(names)));
    Statement &lists = m_connection.cached("SELECT list_id FROM membership WHERE contact_id=?");
    std::vector<std::string> ids;
    lists.with(id.value);
    while (lists.step())
        ids.push_back(std::to_string(lists.integer(0)));
    set("lists", packSet(std::move(ids)));
    return state;
}

void ContactTable::insert(ContactId id, const ContactState &state)
{
    insert(id, state, {std::string(stateValue(state, "remoteId")), std::nullopt, {}, false});
}

void ContactTable::insert(ContactId id, const ContactState &state, const Origin &origin)
{
    m_connection.notes().contact(id);
    insertRow(id, state, origin);
    noteForIndex(id, false);
    if (m_author == Author::Person)
        m_marks.inserted(id, state);
    writeParts(id, {}, state);
}

void ContactTable::replace(ContactId id, const ContactState &before, const ContactState &after)
{
    m_connection.notes().contact(id);
    noteForIndex(id, true);
    if (m_author == Author::Person)
        m_marks.replacing(id, before, after);
    writeRow(id, after);
    writeParts(id, before, after);
}

void ContactTable::remove(ContactId id, const ContactState &state)
{
    m_connection.notes().contact(id);
    if (!stateValue(state, "lists").empty())
        m_connection.notes().lists();
    noteForIndex(id, true);
    if (m_author == Author::Person)
        m_marks.removing(id, state);
    for (const char *sql :
         {"DELETE FROM contact_field WHERE contact_id=?", "DELETE FROM contact_tag WHERE contact_id=?",
          "DELETE FROM membership WHERE contact_id=?", "DELETE FROM contact WHERE id=?"})
        m_connection.cached(sql).with(id.value).run();
}

// The first text that a contact had in this transaction is the one that stands in the index; NULL: none does.
void ContactTable::noteForIndex(ContactId id, bool isIndexed)
{
    if (!std::exchange(m_notesIndex, true))
        m_connection.execute("CREATE TEMP TABLE IF NOT EXISTS index_change(id INTEGER PRIMARY KEY, indexed TEXT)");
    if (isIndexed)
        m_connection.cached("INSERT OR IGNORE INTO temp.index_change SELECT id, search_text FROM contact WHERE id=?")
            .with(id.value)
            .run();
    else
        m_connection.cached("INSERT OR IGNORE INTO temp.index_change VALUES(?, NULL)").with(id.value).run();
}

void ContactTable::writeIndex()
{
    if (!std::exchange(m_notesIndex, false))
        return;
    m_connection.execute("INSERT INTO contact_fts(contact_fts, rowid, search_text) SELECT 'delete', id, indexed FROM "
                         "temp.index_change WHERE indexed IS NOT NULL");
    m_connection.execute("INSERT INTO contact_fts(rowid, search_text) SELECT id, search_text FROM contact WHERE id IN "
                         "(SELECT id FROM temp.index_change)");
    m_connection.execute("DELETE FROM temp.index_change");
}

/// The texts of a row that are folded out of the others.
struct ContactTable::Folded {
    explicit Folded(const ContactState &state)
        : cityKey(foldText(stateValue(state, "city"))),
          sortName(sortKey(stateValue(state, "firstName"), stateValue(state, "lastName")))
    {
        std::vector<std::string_view> others = unpacked(stateValue(state, "tags"));
        for (const auto &[key, text] : state) {
            if (!parseCustomKey(key).name.empty())
                others.push_back(text);
        }
        searchText = searchTextOf(stateValue(state, "firstName"), stateValue(state, "lastName"),
                                  stateValue(state, "phoneNumber"), stateValue(state, "email"),
                                  stateValue(state, "city"), others);
    }
    std::string cityKey;
    std::string sortName;
    std::string searchText;
};

// In one statement: a row that is made empty and filled then is put into every index twice.
void ContactTable::insertRow(ContactId id, const ContactState &state, const Origin &origin)
{
    const auto value = [&](std::string_view key) { return stateValue(state, key); };
    const Folded folded(state);
    Statement &insert =
        m_connection.cached("INSERT INTO contact(first_name, last_name, phone, email, gender, city, province, region, "
                            "valid, line_kind, remote_id, unknown_properties, created_at, origin_import, origin_row, "
                            "city_key, sort_name, search_text, remote_extra, remote_tags, remote_hash, id) VALUES(?, "
                            "?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?,''), nullif(?,''), ?, nullif(?,0), nullif(?,0), ?, "
                            "?, ?, ?, ?, ?, ?)");
    insert.with(value("firstName"), value("lastName"), value("phoneNumber"), value("email"), value("gender"),
                value("city"), value("province"), value("region"), toInteger(value("valid")),
                toInteger(value("lineKind")), origin.remoteId, value("unknownProperties"),
                toInteger(value("createdAt")), toInteger(value("originImport")), toInteger(value("originRow")),
                folded.cityKey, folded.sortName, folded.searchText, origin.extra, origin.showsTags ? 1 : 0, nullptr,
                id.value);
    if (origin.fingerprint)
        insert.bind(21, *origin.fingerprint);
    insert.run();
}

void ContactTable::writeRow(ContactId id, const ContactState &state)
{
    const auto value = [&](std::string_view key) { return stateValue(state, key); };
    const Folded folded(state);
    Statement &update =
        m_connection.cached("UPDATE contact SET first_name=?, last_name=?, phone=?, email=?, gender=?, city=?, "
                            "province=?, region=?, valid=?,"
                            " line_kind=?, remote_id=nullif(?,''), unknown_properties=nullif(?,''), created_at=?, "
                            "origin_import=nullif(?,0),"
                            " origin_row=nullif(?,0), city_key=?, sort_name=?, search_text=? WHERE id=?");
    update
        .with(value("firstName"), value("lastName"), value("phoneNumber"), value("email"), value("gender"),
              value("city"), value("province"), value("region"), toInteger(value("valid")),
              toInteger(value("lineKind")), value("remoteId"), value("unknownProperties"),
              toInteger(value("createdAt")), toInteger(value("originImport")), toInteger(value("originRow")),
              folded.cityKey, folded.sortName, folded.searchText, id.value)
        .run();
}

void ContactTable::writeParts(ContactId id, const ContactState &before, const ContactState &after)
{
    const StateDifference changes = difference(before, after);
    for (const auto &[key, value] : changes.after) {
        if (const CustomKey custom = parseCustomKey(key); !custom.name.empty()) {
            const qint64 field = fieldId(custom.name, custom.kind);
            if (value.empty()) {
                // Under another kind it is the same field: a value that changes its kind is not taken away.
                const bool isKept = std::ranges::any_of(changes.after, [&custom](const auto &other) {
                    return !other.second.empty() && parseCustomKey(other.first).name == custom.name;
                });
                if (isKept)
                    continue;
                m_connection.cached("DELETE FROM contact_field WHERE contact_id=? AND field_id=?")
                    .with(id.value, field)
                    .run();
                continue;
            }
            Statement &write = m_connection.cached("INSERT OR REPLACE INTO contact_field VALUES(?, ?, ?)");
            if (const auto number = canonicalNumber(value); number && custom.kind == ValueKind::Number)
                write.with(id.value, field, *number).run();
            else
                write.with(id.value, field, value).run();
        } else if (key == "tags" || key == "lists") {
            const auto old = unpacked(stateValue(before, key)), now = unpacked(value);
            const bool isTags = key == "tags";
            if (!isTags)
                m_connection.notes().lists();
            const auto target = [&](std::string_view member) { return isTags ? tagId(member) : toInteger(member); };
            const auto missingIn = [](const auto &list, std::string_view member) {
                return std::find(list.begin(), list.end(), member) == list.end();
            };
            for (std::string_view member : old) {
                if (!missingIn(now, member))
                    continue;
                m_connection
                    .cached(isTags ? "DELETE FROM contact_tag WHERE tag_id=? AND contact_id=?"
                                   : "DELETE FROM membership WHERE list_id=? AND contact_id=?")
                    .with(target(member), id.value)
                    .run();
                if (!isTags && m_author == Author::Person)
                    m_marks.left(ListId(target(member)), id);
            }
            for (std::string_view member : now) {
                // A list that was deleted meanwhile does not come back with its members.
                if (!missingIn(old, member))
                    continue;
                m_connection
                    .cached(isTags ? "INSERT OR IGNORE INTO contact_tag VALUES(?, ?)"
                                   : "INSERT OR IGNORE INTO membership SELECT id, ?2 FROM list WHERE id=?1")
                    .with(target(member), id.value)
                    .run();
                if (!isTags && m_author == Author::Person)
                    m_marks.joined(ListId(target(member)), id);
            }
        }
    }
}

void ContactTable::adoptKinds(ContactState &state, const ContactState &known)
{
    ContactState adopted;
    for (auto entry = state.begin(); entry != state.end();) {
        const CustomKey custom = parseCustomKey(entry->first);
        if (custom.name.empty() || known.contains(entry->first)) {
            ++entry;
            continue;
        }
        Statement &select = m_connection.cached("SELECT kind FROM field WHERE name=?");
        const auto kind = select.with(custom.name).step() ? static_cast<ValueKind>(select.integer(0)) : custom.kind;
        select.reset();
        if (kind != custom.kind)
            adopted[customKey(kind, custom.name)] = entry->second;
        entry = kind != custom.kind ? state.erase(entry) : std::next(entry);
    }
    for (auto &[key, value] : adopted) {
        const auto own = state.find(key);
        if (own == state.end() || own->second == stateValue(known, key)) // else both are new, and its own kind's stays
            state.insert_or_assign(key, std::move(value));
    }
}

qint64 ContactTable::fieldId(std::string_view name, ValueKind kind)
{
    const auto found = m_fields.find(std::string(name));
    if (found != m_fields.end())
        return found->second;
    m_connection.cached("INSERT OR IGNORE INTO field(name, kind) VALUES(?, ?)")
        .with(name, static_cast<int>(kind))
        .run();
    Statement &select = m_connection.cached("SELECT id FROM field WHERE name=?");
    select.with(name).step();
    const qint64 id = select.integer(0);
    select.reset();
    m_fields.emplace(name, id);
    return id;
}

qint64 ContactTable::tagId(std::string_view name)
{
    const auto found = m_tags.find(std::string(name));
    if (found != m_tags.end())
        return found->second;
    m_connection.cached("INSERT OR IGNORE INTO tag(name, name_key) VALUES(?, ?)").with(name, foldText(name)).run();
    Statement &select = m_connection.cached("SELECT id FROM tag WHERE name=?");
    select.with(name).step();
    const qint64 id = select.integer(0);
    select.reset();
    m_tags.emplace(name, id);
    return id;
}

} // namespace Elenco
