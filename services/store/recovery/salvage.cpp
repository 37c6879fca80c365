// SPDX-License-Identifier: Apache-2.0
#include "store/recovery/salvage.h"

#include "store/contacts/contactcensus.h"
#include "store/contacts/contacttable.h"
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"

#include <algorithm>

// On SQLite's own interface (store/database/query.h): it copies every row of a file, of whatever type.
namespace Elenco {

namespace {

/// A table, and what its rows are found by: an integer first, where `isRanged`. `other` is the same for an index that
/// has all of its columns, read when the table itself can't be.
struct SavedTable {
    const char *name;
    const char *key;
    const char *rest = "";
    bool isRanged = true;
    const char *otherKey = nullptr;
    const char *otherRest = "";
};

// Not import_row: a rehearsal is made again from its file. Not pull_run, pull_seen, list_reading, deletion_seen: the
// next reading begins anew.
constexpr SavedTable savedTables[] = {
    {"contact", "id"},
    {"field", "id"},
    {"contact_field", "contact_id", ", field_id"},
    {"tag", "id"},
    {"contact_tag", "tag_id", ", contact_id", true, "contact_id", ", tag_id"},
    {"list", "id"},
    {"membership", "list_id", ", contact_id", true, "contact_id", ", list_id"},
    {"shadow", "contact_id"},
    {"tombstone", "contact_id"},
    {"request", "contact_id"},
    {"authored", "contact_id"},
    {"list_shadow", "list_id"},
    {"list_tombstone", "list_id"},
    {"list_request", "list_id"},
    {"membership_change", "list_id", ", contact_id", true, "contact_id", ", list_id"},
    {"unsent_leave", "contact_id", ", list_id"},
    {"upload_row", "contact_id"},
    {"conflict", "id"},
    {"replaced_value", "id"},
    {"trash", "contact_id"},
    {"change_set", "id"},
    {"change", "id"},
    {"import_run", "id"},
    {"import_problem", "import_id", ", row"},
    {"sync_log", "id"},
    {"account", "id"},
    {"suppression", "phone", "", false},
    {"known_layout", "headers", "", false},
    {"sync_state", "key", "", false},
};

// So many readings of one table may fail: more than that, and its root is gone.
constexpr int mostFailures = 20'000;

/// Copies one table.
class TableCopy
{
public:
    TableCopy(Connection &damaged, Connection &into, const SavedTable &table, const JobControl &control)
        : m_damaged(damaged), m_into(into), m_table(table), m_control(control)
    {
        Statement columns = into.prepare("SELECT name FROM pragma_table_info(?)");
        columns.with(table.name);
        while (columns.step())
            m_columns.emplace_back(columns.text(0));
        dropUnknownColumns();
    }

    void run()
    {
        if (m_columns.empty()) // there was no such table yet
            return;
        if (!prepared(selection() + " LIMIT 1")) {
            m_lost = 1;
            return;
        }
        if (!m_table.isRanged)
            return bothWays("", std::string(m_table.key) + m_table.rest);
        copyBy(m_table.key, m_table.rest);
        if (m_lost > 0 && m_table.otherKey)
            copyBy(m_table.otherKey, m_table.otherRest);
    }

    qint64 lost() const { return m_lost; }
    qint64 copied() const { return m_copied; }

private:
    // A file of an older version has fewer columns.
    void dropUnknownColumns()
    {
        std::vector<std::string> known;
        try {
            Statement columns = m_damaged.prepare("SELECT name FROM pragma_table_info(?)");
            columns.with(m_table.name);
            while (columns.step())
                known.emplace_back(columns.text(0));
        } catch (const DatabaseFailure &) {
            return; // as many as we have, then
        }
        std::erase_if(m_columns, [&](const std::string &column) {
            return std::find(known.begin(), known.end(), column) == known.end();
        });
    }

    std::string columnList() const
    {
        std::string list;
        for (const std::string &column : m_columns)
            list += (list.empty() ? "" : ", ") + column;
        return list;
    }

    std::string selection() const { return "SELECT " + columnList() + " FROM " + m_table.name; }

    std::optional<Statement> prepared(const std::string &sql)
    {
        try {
            return m_damaged.prepare(sql);
        } catch (const DatabaseFailure &) {
            ++m_failures;
            return {};
        }
    }

    qint64 bound(const char *function, const char *key, qint64 otherwise)
    {
        try {
            return std::clamp<qint64>(
                m_damaged.integer(std::string("SELECT ") + function + '(' + key + ") FROM " + m_table.name), 0, mostId);
        } catch (const DatabaseFailure &) {
            return otherwise;
        }
    }

    void copyBy(const char *key, const char *rest)
    {
        const qint64 first = bound("min", key, 1), last = bound("max", key, qint64{1} << 32);
        m_failures = 0;
        range(key, rest, first, last);
    }

    // Reads on until the end, or until it can't; `at` is the key it came to.
    bool copy(Statement &rows, qint64 &at, int keyColumn)
    {
        std::string sql = std::string("INSERT OR IGNORE INTO ") + m_table.name + '(' + columnList() + ") VALUES(?";
        for (size_t i = 1; i < m_columns.size(); ++i)
            sql += ", ?";
        Statement insert = m_into.prepare(sql + ')');
        while (true) {
            try {
                if (!rows.step())
                    return true;
            } catch (const DatabaseFailure &) {
                ++m_failures;
                return false;
            }
            if (m_control.isCancelled())
                return true;
            if (keyColumn >= 0)
                at = rows.integer(keyColumn);
            insert.reset();
            for (size_t i = 0; i < m_columns.size(); ++i)
                insert.bindColumn(static_cast<int>(i) + 1, rows, static_cast<int>(i));
            insert.run();
            m_copied += m_into.changes();
        }
    }

    void range(const char *key, const char *rest, qint64 from, qint64 to)
    {
        if (from > to || m_control.isCancelled())
            return;
        if (m_failures > mostFailures) {
            m_lost += std::min(to - from + 1, qint64{1} << 20);
            return;
        }
        if (from == to)
            return single(key, rest, from);
        qint64 at = from;
        if (readRange(key, rest, from, to, at))
            return;
        at = std::clamp(at, from, to - 1);
        const qint64 middle = at + (to - at) / 2;
        range(key, rest, at, middle);
        range(key, rest, middle + 1, to);
    }

    bool readRange(const char *key, const char *rest, qint64 from, qint64 to, qint64 &at)
    {
        const auto column = std::find(m_columns.begin(), m_columns.end(), key);
        auto rows = prepared(selection() + " WHERE " + key + " BETWEEN ? AND ? ORDER BY " + key + rest);
        return rows && copy(rows->with(from, to), at, static_cast<int>(column - m_columns.begin()));
    }

    void single(const char *key, const char *rest, qint64 value)
    {
        const std::string others(rest);
        bothWays(std::string(" WHERE ") + key + '=' + std::to_string(value), others.empty() ? key : others.substr(2));
    }

    // From the beginning as far as it goes, then from the end.
    void bothWays(const std::string &where, const std::string &order)
    {
        const size_t comma = order.find(',');
        const std::string backwards =
            order.substr(0, comma) + " DESC" + (comma == std::string::npos ? "" : order.substr(comma) + " DESC");
        for (const std::string &direction : {order, backwards}) {
            qint64 at = 0;
            auto rows = prepared(selection() + where + " ORDER BY " + direction);
            if (rows && copy(*rows, at, -1))
                return;
        }
        ++m_lost;
    }

    Connection &m_damaged;
    Connection &m_into;
    const SavedTable &m_table;
    const JobControl &m_control;
    std::vector<std::string> m_columns;
    int m_failures = 0;
    qint64 m_lost = 0;
    qint64 m_copied = 0;
};

// Values that no program of ours wrote: overwritten bytes that SQLite can't tell from others.
constexpr const char *impossible[] = {
    "DELETE FROM contact WHERE id NOT BETWEEN 1 AND 1099511627776",
    "UPDATE field SET kind=0 WHERE kind NOT BETWEEN 0 AND 3",
    "UPDATE tag SET name_key=fold(name)",
    "UPDATE contact SET line_kind=0 WHERE line_kind NOT BETWEEN 0 AND 11",
    "UPDATE contact SET valid=0, line_kind=0 WHERE valid<>0 AND (phone NOT GLOB '+[1-9]*' OR substr(phone, 2) GLOB "
    "'*[^0-9]*' OR length(phone) NOT BETWEEN 5 AND 16)",
    "UPDATE contact SET valid=1 WHERE valid NOT IN (0, 1)",
    "UPDATE contact SET remote_hash=NULL",
    "DELETE FROM request WHERE state NOT BETWEEN 1 AND 3",
    "UPDATE request SET trouble=1 WHERE trouble NOT BETWEEN 0 AND 4",
    "DELETE FROM list_request WHERE state NOT BETWEEN 1 AND 3",
    "UPDATE list_request SET trouble=1 WHERE trouble NOT BETWEEN 0 AND 4",
    "DELETE FROM conflict WHERE kind NOT BETWEEN 0 AND 6",
    "UPDATE membership_change SET wanted=1 WHERE wanted NOT IN (0, 1)",
    "UPDATE change_set SET kind=7 WHERE kind NOT BETWEEN 0 AND 12",
    "DELETE FROM sync_log WHERE what NOT BETWEEN 0 AND 14",
    "DELETE FROM import_run WHERE state NOT IN (2, 3)",
    "DELETE FROM sync_state WHERE key NOT IN ('uploadList', 'accountKnown') AND key NOT LIKE 'draft:%'",
    "DELETE FROM tombstone WHERE contact_id IN (SELECT id FROM contact)",
    "DELETE FROM trash WHERE contact_id IN (SELECT id FROM contact)",
    "DELETE FROM list_tombstone WHERE list_id IN (SELECT id FROM list)",
};

constexpr const char *orphans[] = {
    "DELETE FROM contact_field WHERE contact_id NOT IN (SELECT id FROM contact) OR field_id NOT IN (SELECT id FROM "
    "field)",
    "DELETE FROM contact_tag WHERE contact_id NOT IN (SELECT id FROM contact) OR tag_id NOT IN (SELECT id FROM tag)",
    "DELETE FROM membership WHERE contact_id NOT IN (SELECT id FROM contact) OR list_id NOT IN (SELECT id FROM list)",
    "DELETE FROM membership_change WHERE contact_id NOT IN (SELECT id FROM contact WHERE remote_id IS NOT NULL) OR "
    "list_id NOT IN (SELECT id FROM list WHERE remote_id IS NOT NULL)",
    "DELETE FROM shadow WHERE contact_id NOT IN (SELECT id FROM contact WHERE remote_id IS NOT NULL)",
    "DELETE FROM request WHERE contact_id NOT IN (SELECT id FROM contact)",
    "DELETE FROM upload_row WHERE contact_id NOT IN (SELECT contact_id FROM request WHERE state=1)",
    "DELETE FROM authored WHERE contact_id NOT IN (SELECT id FROM contact)",
    "DELETE FROM replaced_value WHERE contact_id NOT IN (SELECT id FROM contact)",
    "DELETE FROM list_shadow WHERE list_id NOT IN (SELECT id FROM list)",
    "DELETE FROM list_request WHERE list_id NOT IN (SELECT id FROM list)",
    "DELETE FROM change WHERE change_set_id NOT IN (SELECT id FROM change_set)",
    "INSERT INTO change_set(id, kind, subject, at, import_id) SELECT change_set_id, 0, file_name, at, id FROM "
    "import_run WHERE state=2 AND change_set_id IS NOT NULL AND change_set_id NOT IN (SELECT id FROM change_set)",
    "DELETE FROM import_run WHERE state=2 AND change_set_id IS NULL",
    "UPDATE contact SET origin_import=NULL, origin_row=NULL WHERE origin_import NOT IN (SELECT id FROM import_run "
    "WHERE state=2)",
};

// An id of the gateway that is overwritten may be one that it refuses to be asked about, and every sync would end
// there. Ids are opaque, but all of one gateway look alike. Who is in step with it comes again under the right id; who
// is not is found by the number.
void forgetOddIds(Connection &connection)
{
    const qint64 all = connection.integer("SELECT count(*) FROM contact WHERE remote_id IS NOT NULL");
    const qint64 numeric = connection.integer("SELECT count(*) FROM contact WHERE remote_id NOT GLOB '*[^0-9]*'");
    const std::string odd = std::string("remote_id IS NOT NULL AND (remote_id GLOB '*[^") +
                            (numeric * 10 > all * 9 ? "0-9" : "A-Za-z0-9_.:-") +
                            "]*' OR length(remote_id) NOT BETWEEN 1 AND 100 OR typeof(remote_id)<>'text')";
    for (const char *sql : {"DELETE FROM contact WHERE id NOT IN (SELECT contact_id FROM shadow UNION SELECT "
                            "contact_id FROM request) AND ",
                            "UPDATE contact SET remote_id=NULL WHERE ", "DELETE FROM tombstone WHERE ",
                            "UPDATE trash SET remote_id=NULL WHERE ", "UPDATE list SET remote_id=NULL WHERE ",
                            "DELETE FROM list_tombstone WHERE "})
        connection.execute((sql + odd).c_str());
}

// Ids of rows that were removed are not given again either.
void copySequences(Connection &damaged, Connection &into)
{
    try {
        Statement rows = damaged.prepare("SELECT name, seq FROM sqlite_sequence");
        Statement raise = into.prepare("UPDATE sqlite_sequence SET seq=max(seq, ?2) WHERE name=?1 AND ?2<?3");
        Statement make =
            into.prepare("INSERT INTO sqlite_sequence(name, seq) SELECT ?1, 0 WHERE ?1 IN (SELECT name FROM "
                         "sqlite_master WHERE type='table') AND ?1 NOT IN (SELECT name FROM "
                         "sqlite_sequence)");
        while (rows.step()) {
            const std::string name(rows.text(0));
            make.with(name).run();
            raise.with(name, rows.integer(1), mostId).run();
        }
    } catch (const DatabaseFailure &) {
        return; // what was copied has its ids all the same
    }
}

// Texts that are no UTF-8 are made such; what is folded out of others follows.
void writeAnew(Connection &connection)
{
    std::vector<qint64> ids;
    Statement select = connection.prepare("SELECT id FROM contact");
    while (select.step())
        ids.push_back(select.integer(0));
    ContactTable table(connection, ContactTable::Author::Gateway);
    for (qint64 id : ids) {
        const auto state = table.read(ContactId(id));
        ContactState clean;
        for (const auto &[key, value] : *state)
            clean[key] = key == "tags" || key == "lists" ? value : QString::fromStdString(value).toStdString();
        table.replace(ContactId(id), *state, clean);
    }
    std::vector<qint64> lists;
    Statement list = connection.prepare("SELECT id FROM list");
    while (list.step())
        lists.push_back(list.integer(0));
    for (qint64 id : lists)
        writeListState(connection, ListId(id), *readListState(connection, ListId(id)));
}

} // namespace

void mendReferences(Connection &connection)
{
    for (const char *sql : orphans)
        connection.execute(sql);
}

Result<SalvageLosses> salvage(Connection &damaged, Connection &into, const JobControl &control)
{
    SalvageLosses losses;
    qint64 copied = 0;
    Progress progress{0, static_cast<qint64>(std::size(savedTables)) + 1};
    for (const SavedTable &table : savedTables) {
        control.report(progress);
        ++progress.done;
        TableCopy copy(damaged, into, table, control);
        copy.run();
        if (std::string_view(table.name) != "contact") // contacts are counted by the census
            losses.others += copy.lost();
        copied += copy.copied();
        if (control.isCancelled())
            return Error{ErrorKind::Cancelled, {}, {}};
    }
    losses.isAll = copied == 0;
    copySequences(damaged, into);
    for (const char *sql : impossible)
        into.execute(sql);
    forgetOddIds(into);
    mendReferences(into);
    writeAnew(into);
    return losses;
}

} // namespace Elenco
