// SPDX-License-Identifier: Apache-2.0
#include "core/textfold.h"
#include "store/contacts/contacttable.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/imports/rowtwins.h"
#include "store/imports/stagedrows.h"

#include <map>
#include <unordered_map>

// On SQLite's own interface (store/database/query.h): it asks and writes for each row of a file.
namespace Elenco {

namespace {

// Rows per step: read, judged, written back. Small enough to stop soon, large enough not to matter.
constexpr int chunk = 4096;

// What tells people apart, and what they say: of all rows without a problem, of some, of those who say no.
constexpr char personsOfRun[] = "SELECT id, phone, valid, email, first_name, line_kind, said_at, problem FROM "
                                "import_row WHERE id>? AND id<=? AND problem=0 ORDER BY id LIMIT ?";
constexpr char personsLike[] = "SELECT id, phone, valid, email, first_name, line_kind, said_at, problem FROM "
                               "import_row WHERE id BETWEEN ?1 AND ?2 AND problem=0 AND ((valid=1 AND "
                               "phone=nullif(?3, '')) OR (email<>'' AND fold(email)=?4))";
constexpr char personsWhoSayNo[] = "SELECT id, phone, valid, email, first_name, line_kind, said_at, problem FROM "
                                   "import_row WHERE id BETWEEN ? AND ? AND problem<>0 AND problem<0";

StagedRow readPerson(const Statement &list)
{
    StagedRow row;
    row.row = list.integer(0) & 0xFFFFFFFF;
    row.fields[static_cast<size_t>(Field::Phone)] = list.text(1);
    row.valid = list.integer(2) != 0;
    row.fields[static_cast<size_t>(Field::Email)] = list.text(3);
    row.fields[static_cast<size_t>(Field::FirstName)] = list.text(4);
    row.lineKind = static_cast<LineKind>(list.integer(5));
    row.saidAt = list.integer(6);
    row.problem = static_cast<int>(list.integer(7));
    return row;
}

/// Looks one row up in the address book and on the do-not-contact list, and writes down what it finds.
class RowJudge
{
public:
    RowJudge(Connection &connection, qint64 firstKey, const std::vector<std::string> &customKeys);

    StagedRow load(qint64 row);
    /// Only what tells people apart is needed of `row`; the whole of it is read where there is somebody to compare.
    void judge(StagedRow &row, const RowTwins::Twin &twin);

private:
    bool isSuppressed(const StagedRow &row);
    void tellApart(StagedRow &row);

    Connection &m_connection;
    const qint64 m_firstKey;
    const std::vector<std::string> &m_customKeys;
    ContactTable m_table;
    const bool m_anyContacts;
    const SuppressionTable m_suppressed;
    const bool m_anySuppressed;
    std::unordered_map<std::string, Suppression> m_saidNo; ///< in another row of the file
    std::map<qint64, qint64> m_sharers;         ///< people here who share a number, and their rows
};

RowJudge::RowJudge(Connection &connection, qint64 firstKey, const std::vector<std::string> &customKeys)
    : m_connection(connection),
      m_firstKey(firstKey),
      m_customKeys(customKeys),
      m_table(connection),
      m_anyContacts(connection.integer("SELECT EXISTS(SELECT 1 FROM contact)") != 0),
      m_suppressed(connection),
      m_anySuppressed(!m_suppressed.isEmpty())
{
    Statement out = connection.prepare(personsWhoSayNo);
    out.with(firstKey, firstKey | 0xFFFFFFFF);
    while (out.step()) {
        const StagedRow row = readPerson(out);
        const Suppression no = refusalOf(row);
        const auto [place, isFirst] = m_saidNo.try_emplace(personOf(row), no);
        if (!isFirst)
            place->second = place->second.withNo(no.kind, no.at);
    }
    m_saidNo.erase(std::string());
}

StagedRow RowJudge::load(qint64 row)
{
    Statement &full = m_connection.cached("SELECT id, line, raw, first_name, last_name, phone, email, gender, city, "
                                          "province, region, valid, line_kind, tags,"
                                          " custom, unknown_properties, problem, problem_text, repair, suppressed, "
                                          "duplicate_of, matched, differs, said_at FROM import_row WHERE id=?");
    full.with(m_firstKey | row).step();
    StagedRow loaded = readStagedRow(full);
    full.reset();
    return loaded;
}

// By her number, and by the address that she said no with.
bool RowJudge::isSuppressed(const StagedRow &row)
{
    if (!m_anySuppressed && m_saidNo.empty())
        return false;
    const std::string person = personOf(row), address = addressKey(row);
    for (const std::string &who : {person, address}) {
        const auto said = m_saidNo.find(who);
        if (said != m_saidNo.end() && said->second.withYes(row.saidAt).isInForce())
            return true;
    }
    return m_anySuppressed && m_suppressed.holdsBack(person, address, row.saidAt);
}

// Two who are kept with one number here are two in the file as well, each with a row of her own.
void RowJudge::tellApart(StagedRow &row)
{
    const StagedRow earlier = load(row.duplicateOf);
    if (!earlier.matched.isValid() || earlier.matched == row.matched)
        return;
    const auto contact = m_table.read(row.matched);
    if (!contact || stateValue(*contact, "phoneNumber") != row.fields[static_cast<size_t>(Field::Phone)])
        return;
    const auto [place, isFirst] = m_sharers.try_emplace(row.matched.value, row.row);
    row.duplicateOf = isFirst ? 0 : place->second;
}

void RowJudge::judge(StagedRow &row, const RowTwins::Twin &twin)
{
    row.duplicateOf = twin.duplicateOf;
    if (twin.replaced)
        m_connection.cached("UPDATE import_row SET duplicate_of=? WHERE id=?")
            .with(row.row, m_firstKey | twin.replaced)
            .run();
    row.suppressed = isSuppressed(row);
    if (m_anyContacts)
        row.matched = findPerson(m_connection, row);
    if (row.duplicateOf && row.valid && row.matched.isValid())
        tellApart(row);
    if (row.matched.isValid() && row.duplicateOf == 0) {
        const auto contact = m_table.read(row.matched);
        if (contact) {
            const StagedRow whole = load(row.row);
            row.differs = !difference(*contact, overlaid(*contact, whole, m_customKeys)).isEmpty();
            row.fills = row.differs && !difference(*contact, filled(*contact, whole, m_customKeys)).isEmpty();
        }
    }
    if (row.suppressed || row.duplicateOf || row.matched.isValid())
        m_connection
            .cached("UPDATE import_row SET suppressed=?, duplicate_of=nullif(?,0), matched=nullif(?,0), "
                    "differs=(differs&?)|? WHERE id=?")
            .with(row.suppressed ? 1 : 0, row.duplicateOf, row.matched.value, apartBit,
                  (row.differs ? differsBit : 0) | (row.fills ? fillsBit : 0), m_firstKey | row.row)
            .run();
}

} // namespace

std::string personOf(const StagedRow &row)
{
    if (row.valid)
        return row.fields[static_cast<size_t>(Field::Phone)];
    return foldText(row.fields[static_cast<size_t>(Field::Email)]);
}

namespace {

// By the number; where several have it, the one with the same first name goes before the others. A line that is shared
// is that person's alone.
ContactId findByNumber(Connection &connection, const StagedRow &row, bool *isHeld)
{
    Statement &find =
        connection.cached("SELECT id, first_name FROM contact WHERE phone=? AND valid=1 ORDER BY id LIMIT 50");
    find.with(row.fields[static_cast<size_t>(Field::Phone)]);
    const std::string first = foldText(row.fields[static_cast<size_t>(Field::FirstName)]);
    ContactId found;
    bool isSameName = false;
    while (!isSameName && find.step()) {
        *isHeld = true;
        const std::string other = foldText(find.text(1));
        isSameName = !first.empty() && first == other;
        const bool mayBe = row.lineKind != LineKind::FixedLine || first.empty() || other.empty() || isSameName;
        if (mayBe && (!found.isValid() || isSameName))
            found = ContactId(find.integer(0));
    }
    find.reset();
    return found;
}

// By the address, if one of the two has no number, or if they have the same first name and the number is nobody's yet:
// then it is her new one.
ContactId findByAddress(Connection &connection, const StagedRow &row, bool isNumberHeld)
{
    Statement &find = connection.cached("SELECT id, valid, first_name FROM contact WHERE email=? COLLATE NOCASE AND "
                                        "email<>'' ORDER BY id LIMIT 50");
    const std::string address = row.email(); // bound, not copied
    find.with(address);
    const std::string first = foldText(row.fields[static_cast<size_t>(Field::FirstName)]);
    ContactId found;
    while (!found.isValid() && find.step()) {
        const bool isOneWithout = !row.valid || find.integer(1) == 0;
        if (isOneWithout || (!isNumberHeld && !first.empty() && first == foldText(find.text(2))))
            found = ContactId(find.integer(0));
    }
    find.reset();
    return found;
}

} // namespace

ContactId findPerson(Connection &connection, const StagedRow &row)
{
    bool isHeld = false;
    if (row.valid) {
        if (const ContactId found = findByNumber(connection, row, &isHeld); found.isValid())
            return found;
    }
    return row.email().empty() ? ContactId() : findByAddress(connection, row, isHeld);
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
    result.differs = (row.integer(22) & differsBit) != 0;
    result.fills = (row.integer(22) & fillsBit) != 0;
    result.isApart = (row.integer(22) & apartBit) != 0;
    result.saidAt = row.integer(23);
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
            .prepare("UPDATE import_row SET suppressed=0, duplicate_of=NULL, matched=NULL, differs=differs&? WHERE id "
                     "BETWEEN ? AND ? AND (suppressed OR duplicate_of IS NOT NULL OR matched IS NOT NULL)")
            .with(apartBit, firstKey(), lastKey())
            .run();
    }
    Statement count = connection.prepare("SELECT count(*) FROM import_row WHERE id BETWEEN ? AND ?");
    count.with(firstKey(), lastKey()).step();
    Progress progress{0, count.integer(0)};
    count.reset();
    RowJudge judge(connection, firstKey(), m_customKeys);
    RowTwins twins(progress.total, [&](qint64 row) { return judge.load(row); });
    Statement &list = connection.cached(personsOfRun);
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
            judge.judge(row, twins.enter(row));
        }
        progress.done = rows.back().row;
        control.report(progress);
    }
    connection.prepare("UPDATE import_run SET state=1 WHERE id=? AND state=0").with(m_id.value).run();
    return true;
}

// A few rows that were mended: what they were and what they are concerns the rows of the same numbers and addresses
// alone.
void ImportStaging::judgeAbout(Connection &connection, const std::vector<StagedRow> &rows)
{
    RowJudge judge(connection, firstKey(), m_customKeys);
    Statement &reset = connection.cached(
        "UPDATE import_row SET suppressed=0, duplicate_of=NULL, matched=NULL, differs=differs&? WHERE id=?");
    std::map<qint64, StagedRow> concerned;
    Statement &list = connection.cached(personsLike);
    for (const StagedRow &row : rows) {
        reset.with(apartBit, firstKey() | row.row).run();
        if (row.problem != 0 && !saysNo(row))
            continue;
        const std::string number = row.valid ? row.fields[static_cast<size_t>(Field::Phone)] : std::string();
        const std::string address = addressKey(row); // both are bound, not copied
        list.with(firstKey(), lastKey(), number, address);
        while (list.step()) {
            StagedRow same = readPerson(list);
            concerned.insert_or_assign(same.row, std::move(same));
        }
        list.reset();
    }
    RowTwins twins(static_cast<qint64>(concerned.size()), [&](qint64 row) { return judge.load(row); });
    for (const auto &[number, row] : concerned)
        reset.with(apartBit, firstKey() | number).run();
    for (auto &[number, row] : concerned)
        judge.judge(row, twins.enter(row));
}

} // namespace Elenco
