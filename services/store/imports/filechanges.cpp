// SPDX-License-Identifier: Apache-2.0
#include "store/imports/filechanges.h"

#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/imports/stagedrows.h"

#include <algorithm>
#include <map>

// On SQLite's own interface (store/database/query.h): it reads all rows of two files.
namespace Elenco {

namespace {

// Sorted by whom a row is about, as RowTwins tells people apart: a line is shared by people of other first names.
std::string sortedRows()
{
    return "SELECT id, first_name, last_name, phone, email, gender, city, province, region, tags, custom, CASE WHEN "
           "valid THEN CASE WHEN line_kind=" +
           std::to_string(static_cast<int>(LineKind::FixedLine)) +
           " THEN phone || char(10) || fold(first_name) ELSE phone END ELSE fold(email) END AS person FROM import_row "
           "WHERE id BETWEEN ? AND ? AND problem<=0 AND person<>'' ORDER BY person, id";
}

/// The rows of an import, one a person, in the sequence of the people.
class PersonRows
{
public:
    PersonRows(Connection &connection, ImportId id, const QStringList &keys) : m_rows(connection.prepare(sortedRows()))
    {
        for (const QString &key : keys)
            m_keys.push_back(key.toStdString());
        m_rows.with(id.value << 32, (id.value << 32) | 0xFFFFFFFF);
        next();
    }

    bool isAtEnd() const { return m_isAtEnd; }
    const std::string &person() const { return m_person; }
    qint64 row() const { return m_rows.integer(0) & 0xFFFFFFFF; }
    std::string name() const
    {
        const std::string first(m_rows.text(1)), last(m_rows.text(2));
        return first + (first.empty() || last.empty() ? "" : " ") + last;
    }
    /// Whether nothing is other, said without taking it apart. Custom values are packed by place: only where the keys
    /// are the same.
    bool isSame(const PersonRows &other) const
    {
        for (int column = 1; column <= 10; ++column) {
            if (m_rows.text(column) != other.m_rows.text(column))
                return false;
        }
        return m_keys == other.m_keys;
    }
    ContactState state() const
    {
        ContactState state;
        for (int i = 0; i < fieldCount; ++i) {
            if (!m_rows.text(1 + i).empty())
                state[fieldTable()[static_cast<size_t>(i)].key] = m_rows.text(1 + i);
        }
        if (!m_rows.text(9).empty())
            state["tags"] = m_rows.text(9);
        forEachCustom(m_rows.text(10), [&](size_t index, std::string_view value) {
            if (index < m_keys.size() && !value.empty())
                state[m_keys[index]] = value;
        });
        return state;
    }
    void next()
    {
        const std::string last = m_person;
        do {
            m_isAtEnd = !m_rows.step();
            m_person = m_isAtEnd ? std::string() : std::string(m_rows.text(11));
        } while (!m_isAtEnd && m_person == last);
    }

private:
    Statement m_rows;
    std::vector<std::string> m_keys;
    std::string m_person;
    bool m_isAtEnd = false;
};

/// Counts, and keeps the first lines of each sort.
class Comparison
{
public:
    void add(FileChanges::Kind kind, const PersonRows &rows)
    {
        qint64 &count = kind == FileChanges::Kind::Gone ? m_changes.gone : m_changes.added;
        if (static_cast<size_t>(++count) <= FileChanges::mostLines)
            m_changes.lines.push_back({kind, rows.row(), rows.name(), {}, {}, {}});
    }
    void compare(const PersonRows &before, const PersonRows &after)
    {
        if (before.isSame(after)) {
            ++m_changes.same;
            return;
        }
        const StateDifference difference = Elenco::difference(before.state(), after.state());
        std::map<std::string, bool> keys;
        for (const auto *side : {&difference.before, &difference.after}) {
            for (const auto &[key, value] : *side)
                keys[std::string(key)] = true;
        }
        for (const auto &[key, isOther] : keys) {
            if (static_cast<size_t>(++m_fields[key]) <= FileChanges::mostLines)
                m_changes.lines.push_back({FileChanges::Kind::Changed, after.row(), after.name(), key,
                                           std::string(stateValue(difference.before, key)),
                                           std::string(stateValue(difference.after, key))});
        }
        ++(keys.empty() ? m_changes.same : m_changes.changed);
    }
    FileChanges finished()
    {
        for (const auto &[field, rows] : m_fields)
            m_changes.fields.push_back({field, rows});
        std::stable_sort(m_changes.fields.begin(), m_changes.fields.end(),
                         [](const auto &a, const auto &b) { return a.rows > b.rows; });
        return std::move(m_changes);
    }

private:
    FileChanges m_changes;
    std::map<std::string, qint64> m_fields;
};

} // namespace

Result<FileChanges> changesBetween(Workspace &workspace, ImportId before, const QStringList &keysBefore, ImportId after,
                                   const QStringList &keysAfter)
{
    const Result<ImportRun> run = importRun(workspace, before);
    if (!run)
        return run.error();
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        PersonRows then(*connection, before, keysBefore), now(*connection, after, keysAfter);
        Comparison comparison;
        while (!then.isAtEnd() || !now.isAtEnd()) {
            const bool isGone = now.isAtEnd() || (!then.isAtEnd() && then.person() < now.person());
            const bool isAdded = then.isAtEnd() || (!now.isAtEnd() && now.person() < then.person());
            if (isGone) {
                comparison.add(FileChanges::Kind::Gone, then);
                then.next();
            } else if (isAdded) {
                comparison.add(FileChanges::Kind::Added, now);
                now.next();
            } else {
                comparison.compare(then, now);
                then.next();
                now.next();
            }
        }
        FileChanges changes = comparison.finished();
        changes.fileName = run->fileName;
        changes.when = run->when;
        return changes;
    });
}

} // namespace Elenco
