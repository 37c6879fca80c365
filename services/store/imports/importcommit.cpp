// SPDX-License-Identifier: Apache-2.0
#include "core/packing.h"
#include "core/textfold.h"
#include "core/values/numbertext.h"
#include "store/contacts/booktags.h"
#include "store/contacts/contacttable.h"
#include "store/contacts/lists.h"
#include "store/database/schema.h"
#include "store/database/sqlite.h"
#include "store/database/statistics.h"
#include "store/database/workspace.h"
#include "store/imports/layouts.h"
#include "store/imports/readahead.h"
#include "store/imports/stagedrows.h"
#include "store/journal/edit.h"
#include "store/journal/journal.h"
#include "store/journal/listchanges.h"

#include <QCoreApplication>

// On SQLite's own interface (store/database/query.h): it writes each row of a file.
namespace Elenco {

namespace {

// Rows that are read ahead while as many are written.
constexpr size_t batch = 2048;

/// A staged row with what is folded out of its texts.
struct FoldedRow {
    explicit FoldedRow(StagedRow staged, const std::vector<std::string> &tags)
        : row(std::move(staged)),
          city(foldText(field(Field::City))),
          sortName(sortKey(field(Field::FirstName), field(Field::LastName)))
    {
        std::vector<std::string_view> others = unpacked(row.tags);
        others.insert(others.end(), tags.begin(), tags.end());
        forEachCustom(row.custom, [&](size_t, std::string_view value) { others.push_back(value); });
        searchText = searchTextOf(field(Field::FirstName), field(Field::LastName), field(Field::Phone),
                                  field(Field::Email), field(Field::City), others);
    }
    const std::string &field(Field f) const { return row.fields[static_cast<size_t>(f)]; }

    StagedRow row;
    std::string city;
    std::string sortName;
    std::string searchText;
};

/// From staging to the address book, inside the caller's transaction. The rows' fates come from the same SQL that the
/// rehearsal's counts came from, so what was shown is what happens.
class Commit
{
public:
    Commit(Workspace &workspace, ImportId id, const std::vector<std::string> &customKeys, const ImportChoices &choices,
           const ImportLedger &expected, const QString &fileName, const JobControl &control)
        : m_workspace(workspace),
          m_connection(workspace.writer()),
          m_table(m_connection),
          m_bookTags(m_connection),
          m_id(id),
          m_customKeys(customKeys),
          m_choices(choices),
          m_expected(expected),
          m_control(control),
          m_set(beginChangeSet(m_connection, ChangeKind::Import, fileName, id)),
          m_base(m_table.nextId().value - 1)
    {
    }

    ChangeSetId changeSet() const { return m_set; }

    Result<ImportLedger> run()
    {
        for (const ListChoice &choice : m_choices.lists) {
            const bool isGone = choice.id.isValid() && !readListState(m_connection, choice.id);
            if (choice.id.isValid() && !isGone)
                m_lists.push_back(choice.id);
            else if (!choice.name.simplified().isEmpty())
                m_lists.push_back(ensureList(m_connection, choice.name, m_set));
        }
        for (const QString &tag : m_choices.tags) {
            if (!tag.trimmed().isEmpty())
                m_tags.push_back(m_bookTags.spelled(tag.trimmed().toStdString()));
        }
        // A load that is large beside what is there is written without the secondary indexes, which are then made
        // by sorting; keeping them up row by row costs three times as much.
        const bool isLarge = m_expected.count(RowFate::New) > 20000 &&
                             m_expected.count(RowFate::New) * 2 > m_connection.integer("SELECT count(*) FROM contact");
        const bool done = (!isLarge || dropIndexes()) && insertNew() && joinListsAndTags() && indexNew() &&
                          (!isLarge || createIndexes()) && update() && leaveAlone();
        if (!done)
            return Error{ErrorKind::Cancelled, {}, {}};
        if (m_done.counts != m_expected.counts)
            return Error{ErrorKind::Internal, QString::number(m_id.value),
                         QStringLiteral("the ledger does not tie out")};
        finishChangeSet(m_connection, m_set, m_done.imported());
        keepProblems();
        ImportLedger ledger = m_expected;
        for (ListId list : m_lists) {
            Statement total = m_connection.prepare(
                "SELECT name, (SELECT count(*) FROM membership WHERE list_id=list.id) FROM list WHERE id=?");
            total.with(list.value).step();
            ledger.lists.append({total.string(0), total.integer(1)});
        }
        return ledger;
    }

private:
    void count(RowFate fate) { ++m_done.counts[static_cast<size_t>(fate)]; }

    // One scale for the whole commit, in rows: each row is written, then indexed.
    bool report(qint64 done)
    {
        m_control.report({done, m_expected.rows() * 2});
        return !m_control.isCancelled();
    }

    bool dropIndexes()
    {
        for (const BulkIndex &index : bulkIndexes())
            m_connection.execute(("DROP INDEX IF EXISTS " + std::string(index.name)).c_str());
        return true;
    }

    bool createIndexes()
    {
        const qint64 rows = m_expected.rows();
        qint64 made = 0;
        for (const BulkIndex &index : bulkIndexes()) {
            m_connection.execute(index.create);
            if (!report(rows + rows * ++made / static_cast<qint64>(bulkIndexes().size() + 1)))
                return false;
        }
        return true;
    }

    Statement rowsOf(Connection &connection, RowFate fate) const
    {
        Statement statement = connection.prepare(std::string(selectStagedRows) + " WHERE id BETWEEN ?1 AND ?2 AND " +
                                                 fateSql(m_choices.strategy) + '=' +
                                                 std::to_string(static_cast<int>(fate)) + " ORDER BY id");
        statement.with(m_id.value << 32, (m_id.value << 32) | 0xFFFFFFFF);
        return statement;
    }

    bool insertNew()
    {
        std::vector<qint64> fieldIds;
        std::vector<bool> isNumber;
        for (const std::string &key : m_customKeys) {
            const CustomKey custom = parseCustomKey(key);
            fieldIds.push_back(0);
            isNumber.push_back(custom.kind == ValueKind::Number);
        }
        Statement insert =
            m_connection.prepare("INSERT INTO contact(id, first_name, last_name, phone, valid, line_kind, email, "
                                 "gender, city, province, region, city_key,"
                                 " sort_name, created_at, origin_import, origin_row, unknown_properties, search_text)"
                                 " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,nullif(?,''),?)");
        Statement insertField = m_connection.prepare("INSERT OR REPLACE INTO contact_field VALUES(?,?,?)");
        Statement insertTag = m_connection.prepare("INSERT OR IGNORE INTO contact_tag VALUES(?,?)");
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        // The rehearsal is committed, so another connection and the other core can read and fold it ahead.
        ReadAhead<std::vector<FoldedRow>> ahead([this](const auto &put) {
            const Workspace::ReaderLease reader = m_workspace.reader();
            Statement rows = rowsOf(*reader, RowFate::New);
            for (bool isMore = true; isMore;) {
                std::vector<FoldedRow> result;
                result.reserve(batch);
                while (result.size() < batch && (isMore = rows.step()))
                    result.emplace_back(readStagedRow(rows), m_tags);
                isMore = put(std::move(result)) && isMore;
            }
        });
        const auto write = [&](const FoldedRow &folded) {
            const StagedRow &row = folded.row;
            const qint64 id = m_base + row.row;
            m_connection.notes().contact(ContactId(id));
            const auto field = [&](Field f) -> const std::string & { return folded.field(f); };
            insert
                .with(id, field(Field::FirstName), field(Field::LastName), field(Field::Phone), row.valid ? 1 : 0,
                      static_cast<int>(row.lineKind), field(Field::Email), field(Field::Gender), field(Field::City),
                      field(Field::Province), field(Field::Region), folded.city, folded.sortName, now, m_id.value,
                      row.row, row.unknownProperties, folded.searchText)
                .run();
            for (std::string_view tag : unpacked(row.tags))
                insertTag.with(m_table.tagId(m_bookTags.spelled(tag)), id).run();
            forEachCustom(row.custom, [&](size_t index, std::string_view value) {
                if (index >= m_customKeys.size() || value.empty())
                    return;
                if (!fieldIds[index]) // a field comes into being with its first value
                    fieldIds[index] = m_table.fieldId(parseCustomKey(m_customKeys[index]).name,
                                                      parseCustomKey(m_customKeys[index]).kind);
                if (const auto number = isNumber[index] ? canonicalNumber(value) : std::nullopt)
                    insertField.with(id, fieldIds[index], *number).run();
                else
                    insertField.with(id, fieldIds[index], value).run();
            });
            count(RowFate::New);
        };
        while (const auto rows = ahead.next()) {
            if (!rows->empty() && !report(rows->back().row.row))
                return false;
            for (const FoldedRow &row : *rows)
                write(row);
        }
        return true;
    }

    bool joinListsAndTags()
    {
        m_connection.notes().lists(); // who was imported recently is one of the side bar's, too
        for (ListId list : m_lists)
            m_connection.prepare("INSERT OR IGNORE INTO membership SELECT ?1, id FROM contact WHERE id>?2")
                .with(list.value, m_base)
                .run();
        for (const std::string &tag : m_tags) {
            if (m_done.count(RowFate::New))
                m_connection.prepare("INSERT OR IGNORE INTO contact_tag SELECT ?1, id FROM contact WHERE id>?2")
                    .with(m_table.tagId(tag), m_base)
                    .run();
        }
        return report(m_expected.rows());
    }

    bool indexNew()
    {
        m_connection
            .prepare("INSERT INTO contact_fts(rowid, search_text) SELECT id, search_text FROM contact WHERE id>?")
            .with(m_base)
            .run();
        return report(m_expected.rows());
    }

    // People who are here already: updated, or only added to the lists.
    bool update()
    {
        const auto process = [&](const StagedRow &row, RowFate fate) {
            count(fate);
            const bool joins = fate != RowFate::DuplicateHere || m_choices.addExistingToLists;
            const auto before = joins ? m_table.read(row.matched) : std::nullopt;
            if (!before)
                return;
            const auto taken = m_choices.strategy == DuplicateStrategy::Fill ? filled : overlaid;
            ContactState after = fate == RowFate::Updated ? taken(*before, row, m_customKeys) : *before;
            m_bookTags.respell(after);
            addMembers(after, "lists", [&] {
                std::vector<std::string> ids;
                for (ListId list : m_lists)
                    ids.push_back(std::to_string(list.value));
                return ids;
            }());
            if (fate != RowFate::DuplicateHere)
                addMembers(after, "tags", m_tags);
            const StateDifference changes = difference(*before, after);
            if (changes.isEmpty())
                return;
            m_table.replace(row.matched, *before, after);
            writeChange(m_connection, m_set, row.matched, changes.before, changes.after);
        };
        for (RowFate fate : {RowFate::Updated, RowFate::Unchanged, RowFate::DuplicateHere}) {
            if (m_expected.count(fate) == 0)
                continue;
            Statement rows = rowsOf(m_connection, fate);
            while (rows.step()) {
                process(readStagedRow(rows), fate);
                if (!report(m_expected.rows()))
                    return false;
            }
        }
        m_table.writeIndex();
        // The other rows change nothing; they are counted from the table all the same, not taken over from the
        // rehearsal.
        Statement counted =
            m_connection.prepare(std::string("SELECT ").append(fateSql(m_choices.strategy)) +
                                 " AS fate, count(*) FROM import_row WHERE id BETWEEN ? AND ? GROUP BY fate");
        counted.with(m_id.value << 32, (m_id.value << 32) | 0xFFFFFFFF);
        while (counted.step()) {
            const auto fate = static_cast<RowFate>(counted.integer(0));
            if (fate == RowFate::DuplicateInFile || fate == RowFate::Invalid || fate == RowFate::Suppressed)
                m_done.counts[static_cast<size_t>(fate)] = counted.integer(1);
        }
        return true;
    }

    bool leaveAlone()
    {
        leaveAloneWhoSaidNo(m_connection, m_table, m_id, m_set);
        return report(m_expected.rows() * 2);
    }

    static void addMembers(ContactState &state, const char *key, std::vector<std::string> members)
    {
        if (members.empty())
            return;
        for (std::string_view member : unpacked(stateValue(state, key)))
            members.emplace_back(member);
        state[key] = packSet(std::move(members));
    }

    void keepProblems()
    {
        Statement keep = m_connection.prepare(
            "INSERT INTO import_problem SELECT ?1, id & 0xFFFFFFFF, line, trim(first_name || ' ' || last_name), CASE "
            "WHEN suppressed AND problem=0 THEN ?4 ELSE coalesce(problem_text, '') END, raw"
            " FROM import_row WHERE id BETWEEN ?2 AND ?3 AND " +
            fateSql(m_choices.strategy) + " IN (" + std::to_string(static_cast<int>(RowFate::Invalid)) + ',' +
            std::to_string(static_cast<int>(RowFate::Suppressed)) + ')');
        keep.with(m_id.value, m_id.value << 32, (m_id.value << 32) | 0xFFFFFFFF, suppressedReason()).run();
    }

    Workspace &m_workspace;
    Connection &m_connection;
    ContactTable m_table;
    BookTags m_bookTags;
    const ImportId m_id;
    const std::vector<std::string> &m_customKeys;
    const ImportChoices &m_choices;
    const ImportLedger &m_expected;
    const JobControl &m_control;
    const ChangeSetId m_set;
    const qint64 m_base; ///< a new contact's id is this plus its row
    std::vector<ListId> m_lists;
    std::vector<std::string> m_tags;
    ImportLedger m_done;
};

} // namespace

Result<ImportLedger> ImportStaging::commit(const ImportChoices &choices, const QString &headers,
                                           const std::string &mapping, const JobControl &control)
{
    const Result<ImportRun> run = importRun(*m_workspace, m_id);
    if (!run)
        return run.error();
    if (run->state != ImportState::Rehearsed)
        return Error{ErrorKind::AlreadyDone, run->fileName, {}};
    const Result<ImportLedger> expected = ledger(choices.strategy);
    if (!expected)
        return expected;
    const auto work = [&]() -> Result<ImportLedger> {
        Connection &connection = m_workspace->writer();
        const Interruptible interruptible(connection, control);
        // What is written refers to contacts, fields, tags and lists that were made a moment before; looking each of
        // them up again is a third of the time. No contact is deleted here.
        const WithoutForeignKeys withoutForeignKeys(connection);
        Edit edit(*m_workspace);
        Commit commit(*m_workspace, m_id, m_customKeys, choices, *expected, run->fileName, control);
        Result<ImportLedger> ledger = commit.run();
        if (!ledger)
            return ledger;
        Statement finish = connection.prepare("UPDATE import_run SET state=2, ledger=?, change_set_id=? WHERE id=?");
        const std::string blob = packLedger(*ledger);
        finish.with(nullptr, commit.changeSet().value, m_id.value);
        finish.bindBlob(1, blob);
        finish.run();
        rememberLayout(connection, headers, mapping, m_id, expected->rows());
        edit.commit();
        return ledger;
    };
    Result<ImportLedger> result = guardedResult(m_workspace->path(), work);
    if (result && result->imported() > 10000) {
        const auto taken = guarded(m_workspace->path(), [&] { takeStatistics(m_workspace->writer()); });
        Q_UNUSED(taken); // a better plan only; the import is done
        m_workspace->checkpoint();
    }
    return result;
}

} // namespace Elenco
