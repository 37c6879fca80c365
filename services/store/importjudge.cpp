// SPDX-License-Identifier: Apache-2.0
#include "core/textfold.h"
#include "store/contacttable.h"
#include "store/sqlite.h"
#include "store/stagedrows.h"
#include "store/workspace.h"

#include <bit>
#include <set>
#include <unordered_set>

namespace Elenco {

namespace {

// Rows per step: read, judged, written back. Small enough to stop soon, large enough not to matter.
constexpr int chunk = 4096;

/// Person → first row of the file, for millions of rows in 8 bytes a slot. Answers candidates by half a hash; the
/// caller compares the texts, so a collision costs a look-up and no mistake. Rows have 32 bits (firstKey()).
class RowsByPerson
{
public:
    explicit RowsByPerson(qint64 rows) : m_slots(std::bit_ceil(static_cast<size_t>(rows) * 2 + 16)) {}

    /// The row that was entered first for a person whose text `isSame(row)` confirms, or 0 after entering `row`.
    template <typename IsSame>
    qint64 enter(std::string_view person, qint64 row, IsSame isSame)
    {
        const size_t whole = std::hash<std::string_view>()(person);
        const auto hash = static_cast<quint32>(whole >> 32);
        const size_t mask = m_slots.size() - 1;
        for (size_t at = whole & mask;; at = (at + 1) & mask) {
            Slot &slot = m_slots[at];
            if (slot.row == 0) {
                slot = {hash, static_cast<quint32>(row)};
                return 0;
            }
            if (slot.hash == hash && isSame(slot.row))
                return slot.row;
        }
    }

private:
    struct Slot {
        quint32 hash = 0;
        quint32 row = 0;
    };
    std::vector<Slot> m_slots;
};

// id, phone, valid, email
StagedRow readPerson(const Statement &list)
{
    StagedRow row;
    row.row = list.integer(0) & 0xFFFFFFFF;
    row.fields[static_cast<size_t>(Field::Phone)] = list.text(1);
    row.valid = list.integer(2) != 0;
    row.fields[static_cast<size_t>(Field::Email)] = list.text(3);
    return row;
}

/// Looks one row up in the address book and on the do-not-contact list, and writes down what it finds.
class RowJudge
{
public:
    RowJudge(Connection &connection, qint64 firstKey, const std::vector<std::string> &customKeys);

    StagedRow load(qint64 row);
    /// Only what tells people apart is needed of `row`; the whole of it is read where there is somebody to compare.
    void judge(StagedRow &row, qint64 duplicateOf);

private:
    Connection &m_connection;
    const qint64 m_firstKey;
    const std::vector<std::string> &m_customKeys;
    ContactTable m_table;
    const bool m_anyContacts;
    const bool m_anySuppressed;
    std::unordered_set<std::string> m_optedOut; ///< who says so in another row of the file
};

RowJudge::RowJudge(Connection &connection, qint64 firstKey, const std::vector<std::string> &customKeys)
    : m_connection(connection),
      m_firstKey(firstKey),
      m_customKeys(customKeys),
      m_table(connection),
      m_anyContacts(connection.integer("SELECT EXISTS(SELECT 1 FROM contact)") != 0),
      m_anySuppressed(connection.integer("SELECT EXISTS(SELECT 1 FROM suppression)") != 0)
{
    Statement out = connection.prepare("SELECT id, phone, valid, email FROM import_row WHERE id BETWEEN ? AND ? AND "
                                       "problem=?");
    out.with(firstKey, firstKey | 0xFFFFFFFF, StagedRow::optedOut);
    while (out.step()) {
        if (std::string who = personOf(readPerson(out)); !who.empty())
            m_optedOut.insert(std::move(who));
    }
}

StagedRow RowJudge::load(qint64 row)
{
    Statement &full = m_connection.cached("SELECT id, line, raw, first_name, last_name, phone, email, gender, city, "
                                          "province, region, valid, line_kind, tags,"
                                          " custom, unknown_properties, problem, problem_text, repair, suppressed, "
                                          "duplicate_of, matched, differs FROM import_row WHERE id=?");
    full.with(m_firstKey | row).step();
    StagedRow loaded = readStagedRow(full);
    full.reset();
    return loaded;
}

void RowJudge::judge(StagedRow &row, qint64 duplicateOf)
{
    row.duplicateOf = duplicateOf;
    if (m_anySuppressed) {
        Statement &suppression = m_connection.cached("SELECT 1 FROM suppression WHERE phone=?");
        row.suppressed = suppression.with(personOf(row)).step();
        suppression.reset();
    }
    row.suppressed = row.suppressed || (!m_optedOut.empty() && m_optedOut.contains(personOf(row)));
    if (m_anyContacts)
        row.matched = findPerson(m_connection, row);
    if (row.matched.isValid() && row.duplicateOf == 0) {
        const auto contact = m_table.read(row.matched);
        row.differs = contact && !difference(*contact, overlaid(*contact, load(row.row), m_customKeys)).isEmpty();
    }
    if (row.suppressed || row.duplicateOf || row.matched.isValid())
        m_connection
            .cached("UPDATE import_row SET suppressed=?, duplicate_of=nullif(?,0), matched=nullif(?,0), differs=? "
                    "WHERE id=?")
            .with(row.suppressed ? 1 : 0, row.duplicateOf, row.matched.value, row.differs ? 1 : 0, m_firstKey | row.row)
            .run();
}

} // namespace

std::string personOf(const StagedRow &row)
{
    if (row.valid)
        return row.fields[static_cast<size_t>(Field::Phone)];
    return foldText(row.fields[static_cast<size_t>(Field::Email)]);
}

ContactId findPerson(Connection &connection, const StagedRow &row)
{
    const std::string email = row.email();
    Statement &find =
        row.valid ? connection.cached("SELECT id FROM contact WHERE phone=? AND valid=1 ORDER BY id LIMIT 1")
                  : connection.cached(
                        "SELECT id FROM contact WHERE email=? COLLATE NOCASE AND email<>'' ORDER BY id LIMIT 1");
    const ContactId id(
        find.with(row.valid ? row.fields[static_cast<size_t>(Field::Phone)] : email).step() ? find.integer(0) : 0);
    find.reset();
    return id;
}

StagedRow readStagedRow(const Statement &row)
{
    StagedRow result;
    result.row = row.integer(0) & 0xFFFFFFFF;
    result.line = row.integer(1);
    result.raw = row.text(2);
    for (int i = 0; i < fieldCount; ++i)
        result.fields[static_cast<size_t>(i)] = row.text(3 + i);
    result.valid = row.integer(11) != 0;
    result.lineKind = static_cast<LineKind>(row.integer(12));
    result.tags = row.text(13);
    result.custom = row.text(14);
    result.unknownProperties = row.text(15);
    result.problem = static_cast<int>(row.integer(16));
    result.problemText = row.text(17);
    result.repair = row.text(18);
    result.suppressed = row.integer(19) != 0;
    result.duplicateOf = row.integer(20);
    result.matched = ContactId(row.integer(21));
    result.differs = row.integer(22) != 0;
    return result;
}

void clearStagedRows(Connection &connection, ImportId id)
{
    const qint64 first = id.value << 32, last = first | 0xFFFFFFFF;
    Statement others = connection.prepare("SELECT 1 FROM import_row WHERE id<? OR id>? LIMIT 1");
    if (others.with(first, last).step())
        connection.prepare("DELETE FROM import_row WHERE id BETWEEN ? AND ?").with(first, last).run();
    else
        connection.execute("DELETE FROM import_row"); // without WHERE, SQLite drops the pages and visits no row
}

Result<void> ImportStaging::judge(const JobControl &control)
{
    return guardedResult(m_workspace->path(), [&]() -> Result<void> {
        Transaction transaction(m_workspace->writer(), Transaction::Durability::Normal);
        if (!judgeRows(m_workspace->writer(), control))
            return Error{ErrorKind::Cancelled, {}, {}};
        transaction.commit();
        return {};
    });
}

// Inside a transaction; false when it was cancelled.
bool ImportStaging::judgeRows(Connection &connection, const JobControl &control)
{
    Statement judged = connection.prepare("SELECT 1 FROM import_run WHERE id=? AND state<>0");
    const bool wasJudged = judged.with(m_id.value).step();
    judged.reset();
    if (wasJudged) {
        connection
            .prepare("UPDATE import_row SET suppressed=0, duplicate_of=NULL, matched=NULL, differs=0 WHERE id "
                     "BETWEEN ? AND ? AND (suppressed OR duplicate_of IS NOT NULL OR matched IS NOT NULL)")
            .with(firstKey(), lastKey())
            .run();
    }
    Statement count = connection.prepare("SELECT count(*) FROM import_row WHERE id BETWEEN ? AND ?");
    count.with(firstKey(), lastKey()).step();
    Progress progress{0, count.integer(0)};
    count.reset();
    RowsByPerson seen(progress.total);
    RowJudge judge(connection, firstKey(), m_customKeys);
    Statement &list = connection.cached(
        "SELECT id, phone, valid, email FROM import_row WHERE id>? AND id<=? AND problem=0 ORDER BY id LIMIT ?");
    std::vector<StagedRow> rows;
    for (qint64 after = firstKey() - 1;;) {
        if (control.isCancelled())
            return false;
        rows.clear();
        list.with(after, lastKey(), chunk);
        while (list.step())
            rows.push_back(readPerson(list));
        if (rows.empty())
            break;
        for (StagedRow &row : rows) {
            after = firstKey() | row.row;
            const std::string who = personOf(row);
            judge.judge(row,
                        seen.enter(who, row.row, [&](qint64 other) { return personOf(judge.load(other)) == who; }));
        }
        progress.done = rows.back().row;
        control.report(progress);
    }
    connection.prepare("UPDATE import_run SET state=1 WHERE id=? AND state=0").with(m_id.value).run();
    return true;
}

// A few rows that were mended: what they were and what they are concerns the rows of the same people alone.
void ImportStaging::judgeAbout(Connection &connection, const std::vector<StagedRow> &rows)
{
    std::set<std::string> people;
    for (const StagedRow &row : rows) {
        if (row.problem == 0)
            people.insert(personOf(row));
    }
    people.erase(std::string());
    RowJudge judge(connection, firstKey(), m_customKeys);
    Statement &reset =
        connection.cached("UPDATE import_row SET suppressed=0, duplicate_of=NULL, matched=NULL, differs=0 WHERE id=?");
    for (const StagedRow &row : rows)
        reset.with(firstKey() | row.row).run();
    Statement &list = connection.cached("SELECT id, phone, valid, email FROM import_row WHERE id BETWEEN ?1 AND ?2 AND "
                                        "problem=0 AND ((valid=1 AND phone=?3) OR (valid=0 AND fold(email)=?3)) ORDER "
                                        "BY id");
    for (const std::string &who : people) {
        std::vector<StagedRow> same;
        list.with(firstKey(), lastKey(), who);
        while (list.step())
            same.push_back(readPerson(list));
        for (StagedRow &row : same) {
            reset.with(firstKey() | row.row).run();
            judge.judge(row, &row == &same.front() ? 0 : same.front().row);
        }
    }
}

} // namespace Elenco
