// SPDX-License-Identifier: Apache-2.0
#include "store/imports/importrun.h"

#include "core/packing.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

#include <QCoreApplication>

#include <numeric>

// On SQLite's own interface (store/database/query.h): a file may have as many problems as rows; runs are Qt Sql's.
namespace Elenco {

namespace {

const char runColumns[] = "SELECT id, state, file_path, file_name, at, settings, ledger, change_set_id FROM import_run";

ImportLedger unpackLedger(std::string_view blob)
{
    ImportLedger ledger;
    const auto texts = unpacked(blob);
    const auto number = [&](size_t i) {
        return i < texts.size() ? std::strtoll(std::string(texts[i]).c_str(), nullptr, 10) : 0;
    };
    for (int i = 0; i < rowFateCount; ++i)
        ledger.counts[static_cast<size_t>(i)] = number(static_cast<size_t>(i));
    ledger.landlines = number(rowFateCount);
    ledger.repairable = number(rowFateCount + 1);
    for (size_t i = rowFateCount + 2; i + 1 < texts.size(); i += 2)
        ledger.lists.append(
            {QString::fromUtf8(texts[i].data(), static_cast<qsizetype>(texts[i].size())), number(i + 1)});
    return ledger;
}

ImportRun readRun(const Query &row)
{
    return {ImportId(row.integer(0)),
            static_cast<ImportState>(row.integer(1)),
            row.string(2),
            row.string(3),
            QDateTime::fromSecsSinceEpoch(row.integer(4), Qt::UTC),
            std::string(row.text(5)),
            unpackLedger(row.text(6)),
            ChangeSetId(row.integer(7))};
}

} // namespace

std::string packLedger(const ImportLedger &ledger)
{
    std::string blob;
    for (qint64 count : ledger.counts)
        appendPacked(blob, std::to_string(count));
    appendPacked(blob, std::to_string(ledger.landlines));
    appendPacked(blob, std::to_string(ledger.repairable));
    for (const ImportLedger::ListTotal &list : ledger.lists) {
        appendPacked(blob, list.name.toStdString());
        appendPacked(blob, std::to_string(list.total));
    }
    return blob;
}

qint64 ImportLedger::rows() const
{
    return std::accumulate(counts.begin(), counts.end(), qint64{0});
}

Result<ImportRun> importRun(Workspace &workspace, ImportId id)
{
    return guardedResult(workspace.path(), [&]() -> Result<ImportRun> {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement = connection->query(std::string(runColumns) + " WHERE id=?");
        if (!statement.with(id.value).step())
            return Error{ErrorKind::NotFound, QString::number(id.value), {}};
        return readRun(statement);
    });
}

Result<QList<ImportRun>> pendingImports(Workspace &workspace)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement = connection->query(std::string(runColumns) + " WHERE state=? ORDER BY id DESC");
        QList<ImportRun> runs;
        statement.with(static_cast<int>(ImportState::Rehearsed));
        while (statement.step())
            runs.append(readRun(statement));
        return runs;
    });
}

Result<QList<ImportProblem>> importProblems(Workspace &workspace, ImportId id)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Statement statement = connection->prepare(
            "SELECT row, line, name, reason, raw FROM import_problem WHERE import_id=? ORDER BY row");
        QList<ImportProblem> problems;
        statement.with(id.value);
        while (statement.step())
            problems.append({statement.integer(0), statement.integer(1), statement.string(2), statement.string(3),
                             std::string(statement.text(4))});
        return problems;
    });
}

QString suppressedReason()
{
    return QCoreApplication::translate("RowProblem", "on the do-not-contact list");
}

} // namespace Elenco
