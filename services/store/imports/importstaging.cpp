// SPDX-License-Identifier: Apache-2.0
#include "store/imports/importstaging.h"

#include "core/packing.h"
#include "store/contacts/booktags.h"
#include "store/contacts/contacttable.h"
#include "store/contacts/reachsql.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/imports/stagedrows.h"

#include <set>

// On SQLite's own interface (store/database/query.h): it writes, counts and shows rows of a file.
namespace Elenco {

namespace {

const char insertRow[] =
    "INSERT OR REPLACE INTO import_row(id, line, raw, first_name, last_name, phone, email, "
    "gender, city, province, region, valid,"
    " line_kind, tags, custom, unknown_properties, problem, problem_text, repair, differs, said_at)"
    " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,nullif(?,''),?,nullif(?,''),nullif(?,''),?,?)";

void writeRow(Connection &connection, qint64 key, const StagedRow &row)
{
    Statement &insert = connection.cached(insertRow);
    const auto &f = row.fields;
    insert.with(key, row.line, nullptr, f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], row.valid ? 1 : 0,
                static_cast<int>(row.lineKind), row.tags, nullptr, row.unknownProperties, row.problem, row.problemText,
                row.repair, row.isApart ? apartBit : 0, row.saidAt);
    insert.bindBlob(3, row.raw);
    insert.bindBlob(15, row.custom);
    insert.run();
}

} // namespace

std::string fateSql(DuplicateStrategy strategy)
{
    const auto fate = [](RowFate value) { return std::to_string(static_cast<int>(value)); };
    std::string sql = "CASE WHEN problem<0 THEN " + fate(RowFate::Suppressed) + " WHEN problem<>0 THEN " +
                      fate(RowFate::Invalid) + " WHEN suppressed THEN " + fate(RowFate::Suppressed) + " WHEN differs&" +
                      std::to_string(apartBit) + " THEN " + fate(RowFate::New);
    switch (strategy) {
    case DuplicateStrategy::KeepBoth: break;
    case DuplicateStrategy::Skip:
        sql += " WHEN duplicate_of IS NOT NULL THEN " + fate(RowFate::DuplicateInFile) +
               " WHEN matched IS NOT NULL THEN " + fate(RowFate::DuplicateHere);
        break;
    case DuplicateStrategy::Update:
    case DuplicateStrategy::Fill:
        sql += " WHEN duplicate_of IS NOT NULL THEN " + fate(RowFate::DuplicateInFile) +
               " WHEN matched IS NOT NULL THEN CASE WHEN " + "differs&" +
               std::to_string(strategy == DuplicateStrategy::Fill ? fillsBit : differsBit) + " THEN " +
               fate(RowFate::Updated) + " ELSE " + fate(RowFate::Unchanged) + " END";
        break;
    }
    return sql + " ELSE " + fate(RowFate::New) + " END";
}

ContactState overlaid(const ContactState &contact, const StagedRow &row, const std::vector<std::string> &customKeys)
{
    ContactState state = contact;
    for (const FieldInfo &info : fieldTable()) {
        const std::string &value = row.fields[static_cast<size_t>(info.field)];
        if (!value.empty())
            state[info.key] = value;
    }
    if (row.valid) {
        state["valid"] = "1";
        state["lineKind"] = std::to_string(static_cast<int>(row.lineKind));
    }
    forEachCustom(row.custom, [&](size_t index, std::string_view value) {
        if (index < customKeys.size() && !value.empty())
            state[customKeys[index]] = value;
    });
    if (!row.unknownProperties.empty() && stateValue(state, "unknownProperties").empty())
        state["unknownProperties"] = row.unknownProperties;
    if (!row.tags.empty()) {
        std::vector<std::string> tags;
        std::set<std::string> folded; // "vip" is no other tag than her "VIP"
        for (std::string_view set : {stateValue(contact, "tags"), std::string_view(row.tags)}) {
            for (std::string_view tag : unpacked(set)) {
                if (folded.insert(tagFolded(tag)).second || set.data() != row.tags.data())
                    tags.emplace_back(tag);
            }
        }
        state["tags"] = packSet(std::move(tags));
    }
    return state;
}

ContactState filled(const ContactState &contact, const StagedRow &row, const std::vector<std::string> &customKeys)
{
    ContactState state = overlaid(contact, row, customKeys);
    const bool hasNumber = !stateValue(contact, "phoneNumber").empty();
    for (const auto &[key, value] : contact) {
        const bool isOfNumber = key == "valid" || key == "lineKind"; // what they say goes with the number
        if (key != "tags" && !value.empty() && (!isOfNumber || hasNumber))
            state[key] = value;
    }
    return state;
}

Result<ImportStaging> ImportStaging::begin(Workspace &workspace, const QString &filePath, const QString &fileName,
                                           const std::string &settings, QStringList customKeys)
{
    return guarded(workspace.path(), [&] {
        Connection &connection = workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        Statement older =
            connection.prepare("SELECT id FROM import_run WHERE state IN (0, 1) AND (file_path=? OR state=0)");
        std::vector<qint64> stale;
        older.with(filePath);
        while (older.step())
            stale.push_back(older.integer(0));
        for (qint64 id : stale) {
            connection.prepare("DELETE FROM import_row WHERE id BETWEEN ? AND ?")
                .with(id << 32, (id << 32) | 0xFFFFFFFF)
                .run();
            connection.prepare("UPDATE import_run SET state=3 WHERE id=?").with(id).run();
        }
        Statement insert = connection.prepare(
            "INSERT INTO import_run(state, file_path, file_name, at, settings) VALUES(0, ?, ?, ?, ?)");
        insert.with(filePath, fileName, QDateTime::currentSecsSinceEpoch(), nullptr);
        insert.bindBlob(4, settings);
        insert.run();
        const ImportId id(connection.lastInsertId());
        transaction.commit();
        return ImportStaging(workspace, id, customKeys);
    });
}

ImportStaging::ImportStaging(Workspace &workspace, ImportId id, const QStringList &customKeys)
    : m_workspace(&workspace), m_id(id)
{
    for (const QString &key : customKeys)
        m_customKeys.push_back(key.toStdString());
}

Result<void> ImportStaging::append(const std::vector<StagedRow> &rows)
{
    return guarded(m_workspace->path(), [&] {
        Connection &connection = m_workspace->writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        for (const StagedRow &row : rows)
            writeRow(connection, firstKey() | row.row, row);
        transaction.commit();
    });
}

Result<void> ImportStaging::replace(const std::vector<StagedRow> &rows, const JobControl &control)
{
    return guardedResult(m_workspace->path(), [&]() -> Result<void> {
        Connection &connection = m_workspace->writer();
        Transaction transaction(connection, Transaction::Durability::Full); // typed by hand: not to be typed again
        constexpr size_t few = 20; // each looks once through the file; beyond that, all of it is judged anew
        std::vector<StagedRow> concerned(rows);
        for (const StagedRow &row : rows) {
            if (rows.size() > few)
                break;
            if (Result<StagedRow> before = this->row(row.row))
                concerned.push_back(std::move(*before));
        }
        for (const StagedRow &row : rows)
            writeRow(connection, firstKey() | row.row, row);
        Statement judged = connection.prepare("SELECT 1 FROM import_run WHERE id=? AND state<>0");
        if (rows.size() <= few && judged.with(m_id.value).step())
            judgeAbout(connection, concerned);
        else if (!judgeRows(connection, control))
            return Error{ErrorKind::Cancelled, {}, {}};
        if (control.isCancelled())
            return Error{ErrorKind::Cancelled, {}, {}};
        transaction.commit();
        return {};
    });
}

Result<void> ImportStaging::keep(const std::string &settings)
{
    return guarded(m_workspace->path(), [&] {
        Connection &connection = m_workspace->writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        Query update = connection.query("UPDATE import_run SET settings=? WHERE id=? AND state=1");
        update.with(nullptr, m_id.value);
        update.bindBlob(1, settings);
        update.run();
        transaction.commit();
    });
}

Result<ImportLedger> ImportStaging::ledger(DuplicateStrategy strategy) const
{
    return guarded(m_workspace->path(), [&] {
        const Workspace::ReaderLease connection = m_workspace->reader();
        Statement statement =
            connection->prepare("SELECT " + fateSql(strategy) + " AS fate, count(*), sum(valid AND line_kind NOT IN (" +
                                kindsThatTakeSms() +
                                ")), sum(repair IS NOT NULL)"
                                " FROM import_row WHERE id BETWEEN ? AND ? GROUP BY fate");
        ImportLedger ledger;
        statement.with(firstKey(), lastKey());
        while (statement.step()) {
            const auto fate = static_cast<RowFate>(statement.integer(0));
            ledger.counts[static_cast<size_t>(fate)] = statement.integer(1);
            if (fate == RowFate::New || fate == RowFate::Updated)
                ledger.landlines += statement.integer(2);
            if (fate == RowFate::Invalid)
                ledger.repairable += statement.integer(3);
        }
        return ledger;
    });
}

Result<std::vector<StagedRow>> ImportStaging::rows(std::optional<RowFate> fate, DuplicateStrategy strategy,
                                                   qint64 offset, qint64 limit) const
{
    return guarded(m_workspace->path(), [&] {
        const Workspace::ReaderLease connection = m_workspace->reader();
        std::string where = " WHERE id BETWEEN ? AND ?";
        if (fate == RowFate::Invalid)
            where += " AND problem<>0 AND problem>0"; // the same rows, by their index
        else if (fate)
            where += " AND " + fateSql(strategy) + '=' + std::to_string(static_cast<int>(*fate));
        Statement statement =
            connection->prepare(std::string(selectStagedRows) + where + " ORDER BY id LIMIT ? OFFSET ?");
        statement.with(firstKey(), lastKey(), limit, offset);
        std::vector<StagedRow> result;
        while (statement.step())
            result.push_back(readStagedRow(statement));
        return result;
    });
}

Result<std::vector<StagedRow>> ImportStaging::notices(qint64 limit) const
{
    return guarded(m_workspace->path(), [&] {
        const Workspace::ReaderLease connection = m_workspace->reader();
        Statement statement =
            connection->prepare(std::string(selectStagedRows) +
                                " WHERE id BETWEEN ? AND ? AND problem=0 AND problem_text<>'' ORDER BY id LIMIT ?");
        statement.with(firstKey(), lastKey(), limit);
        std::vector<StagedRow> result;
        while (statement.step())
            result.push_back(readStagedRow(statement));
        return result;
    });
}

Result<StagedRow> ImportStaging::row(qint64 row) const
{
    return guardedResult(m_workspace->path(), [&]() -> Result<StagedRow> {
        const Workspace::ReaderLease connection = m_workspace->reader();
        Statement statement = connection->prepare(std::string(selectStagedRows) + " WHERE id=?");
        if (!statement.with(firstKey() | row).step())
            return Error{ErrorKind::NotFound, QString::number(row), {}};
        return readStagedRow(statement);
    });
}

Result<StateDifference> ImportStaging::update(const StagedRow &row, DuplicateStrategy strategy) const
{
    return guarded(m_workspace->path(), [&] {
        const Workspace::ReaderLease connection = m_workspace->reader();
        const auto contact = ContactTable(*connection).read(row.matched);
        const auto after = strategy == DuplicateStrategy::Fill ? filled : overlaid;
        return contact ? difference(*contact, after(*contact, row, m_customKeys)) : StateDifference();
    });
}

Result<void> ImportStaging::discard()
{
    return guarded(m_workspace->path(), [&] {
        Connection &connection = m_workspace->writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        clearStagedRows(connection, m_id);
        connection.query("UPDATE import_run SET state=3 WHERE id=? AND state<>2").with(m_id.value).run();
        transaction.commit();
    });
}

} // namespace Elenco
