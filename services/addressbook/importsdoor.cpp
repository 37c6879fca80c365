// SPDX-License-Identifier: Apache-2.0
#include "addressbook/importsdoor.h"

#include "addressbook/executor.h"

namespace Elenco {

using Wait = Executor::Wait;

Task<ImportSource> ImportsDoor::examine(QObject *context, const QString &path, const ReadOptions &options)
{
    return m_executor.question<ImportSource>(context, Wait::Files, [=](Workspace &, const JobControl &control) {
        return Elenco::examine(path, options, control);
    });
}

Task<ImportSettings> ImportsDoor::suggestedSettings(QObject *context, const ImportSource &source, const QString &region)
{
    return m_executor.question<ImportSettings>(context, Wait::Rows, [=](Workspace &workspace, const JobControl &) {
        return Elenco::suggestedSettings(workspace, source, region);
    });
}

Task<QList<KnownLayout>> ImportsDoor::knownLayouts(QObject *context)
{
    return m_executor.question<QList<KnownLayout>>(
        context, Wait::Rows, [](Workspace &workspace, const JobControl &) { return Elenco::knownLayouts(workspace); });
}

Command<void> ImportsDoor::forgetLayouts(QObject *context, const QStringList &headers)
{
    return m_executor.command<void>(context, [headers](Workspace &workspace, const JobControl &) {
        return Elenco::forgetLayouts(workspace, headers);
    });
}

Command<ImportsDoor::SharedRehearsal> ImportsDoor::rehearse(QObject *context, const ImportSettings &settings,
                                                            qint64 rows)
{
    return m_executor.command<SharedRehearsal>(
        context,
        [settings, rows](Workspace &workspace, const JobControl &control) -> Result<SharedRehearsal> {
            if (control.isCancelled())
                return Error{ErrorKind::Cancelled, settings.path, {}};
            Result<Rehearsal> rehearsal = Rehearsal::run(workspace, settings, rows, control);
            if (!rehearsal)
                return rehearsal.error();
            return std::make_shared<Rehearsal>(std::move(*rehearsal));
        },
        // The wish to stop may come when the last row was judged already.
        [this](const Result<SharedRehearsal> &rehearsal, JobEnd end) {
            if (rehearsal && end == JobEnd::Stopped)
                discardLater(*rehearsal);
        });
}

Task<QList<ImportRun>> ImportsDoor::pending(QObject *context)
{
    return m_executor.question<QList<ImportRun>>(
        context, Wait::Rows, [](Workspace &workspace, const JobControl &) { return pendingImports(workspace); });
}

Command<ImportsDoor::SharedRehearsal> ImportsDoor::resume(QObject *context, ImportId id)
{
    return m_executor.command<SharedRehearsal>(
        context, [id](Workspace &workspace, const JobControl &) -> Result<SharedRehearsal> {
            Result<Rehearsal> rehearsal = Rehearsal::resume(workspace, id);
            if (!rehearsal)
                return rehearsal.error();
            return std::make_shared<Rehearsal>(std::move(*rehearsal));
        });
}

Command<void> ImportsDoor::keep(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices)
{
    return m_executor.command<void>(context,
                                    [=](Workspace &, const JobControl &) { return rehearsal->keep(choices); });
}

Command<ImportLedger> ImportsDoor::commit(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices)
{
    return m_executor.command<ImportLedger>(
        context, [=](Workspace &, const JobControl &control) { return rehearsal->commit(choices, control); });
}

void ImportsDoor::discardLater(SharedRehearsal rehearsal)
{
    m_executor.later([rehearsal = std::move(rehearsal)](Workspace &) {
        const Result<void> discarded = rehearsal->discard();
        Q_UNUSED(discarded); // a rehearsal that stays is offered again at the next start
    });
}

void ImportsDoor::discardLater(ImportId id)
{
    m_executor.later([id](Workspace &workspace) {
        const Result<void> discarded = ImportStaging(workspace, id, {}).discard();
        Q_UNUSED(discarded);
    });
}

Task<ImportLedger> ImportsDoor::ledger(QObject *context, SharedRehearsal rehearsal, DuplicateStrategy strategy)
{
    return m_executor.question<ImportLedger>(
        context, Wait::Rows, [=](Workspace &, const JobControl &) { return rehearsal->ledger(strategy); });
}

Task<std::vector<StagedRow>> ImportsDoor::rows(QObject *context, SharedRehearsal rehearsal, std::optional<RowFate> fate,
                                               DuplicateStrategy strategy, qint64 offset, qint64 limit)
{
    return m_executor.question<std::vector<StagedRow>>(context, Wait::Rows, [=](Workspace &, const JobControl &) {
        return rehearsal->staging().rows(fate, strategy, offset, limit);
    });
}

Task<std::vector<StagedUpdate>> ImportsDoor::updates(QObject *context, SharedRehearsal rehearsal,
                                                     DuplicateStrategy strategy, qint64 limit)
{
    return m_executor.question<std::vector<StagedUpdate>>(
        context, Wait::Rows, [=](Workspace &, const JobControl &) -> Result<std::vector<StagedUpdate>> {
            Result<std::vector<StagedRow>> rows = rehearsal->staging().rows(RowFate::Updated, strategy, 0, limit);
            if (!rows)
                return rows.error();
            std::vector<StagedUpdate> updates;
            for (StagedRow &row : *rows) {
                Result<StateDifference> fields = rehearsal->staging().update(row, strategy);
                if (!fields)
                    return fields.error();
                updates.push_back({std::move(row), std::move(*fields)});
            }
            return updates;
        });
}

Task<StagedDuplicates> ImportsDoor::duplicates(QObject *context, SharedRehearsal rehearsal, qint64 limit)
{
    return m_executor.question<StagedDuplicates>(context, Wait::Counts, [=](Workspace &, const JobControl &) {
        return rehearsal->staging().duplicates(limit);
    });
}

Task<std::vector<StagedRow>> ImportsDoor::notices(QObject *context, SharedRehearsal rehearsal, qint64 limit)
{
    return m_executor.question<std::vector<StagedRow>>(
        context, Wait::Counts, [=](Workspace &, const JobControl &) { return rehearsal->staging().notices(limit); });
}

Task<FileChanges> ImportsDoor::fileChanges(QObject *context, SharedRehearsal rehearsal)
{
    return m_executor.question<FileChanges>(context, Wait::Files,
                                            [=](Workspace &, const JobControl &) { return rehearsal->changes(); });
}

Task<QList<RepairOffer>> ImportsDoor::repairs(QObject *context, SharedRehearsal rehearsal)
{
    return m_executor.question<QList<RepairOffer>>(context, Wait::Counts, [=](Workspace &, const JobControl &control) {
        return rehearsal->repairs(control);
    });
}

Command<StagedRow> ImportsDoor::keepApart(QObject *context, SharedRehearsal rehearsal, qint64 row, bool isApart)
{
    return m_executor.command<StagedRow>(
        context, [=](Workspace &, const JobControl &) { return rehearsal->keepApart(row, isApart); });
}

Command<StagedRow> ImportsDoor::mend(QObject *context, SharedRehearsal rehearsal, qint64 row, qsizetype column,
                                     const QString &text)
{
    return m_executor.command<StagedRow>(
        context, [=](Workspace &, const JobControl &) { return rehearsal->mend(row, column, text); });
}

Command<qint64> ImportsDoor::acceptRepair(QObject *context, SharedRehearsal rehearsal, qint64 row)
{
    return m_executor.command<qint64>(context,
                                      [=](Workspace &, const JobControl &) { return rehearsal->acceptRepair(row); });
}

Command<qint64> ImportsDoor::acceptAllRepairs(QObject *context, SharedRehearsal rehearsal, RepairKind kind)
{
    return m_executor.command<qint64>(context, [=](Workspace &, const JobControl &control) {
        return rehearsal->acceptAllRepairs(kind, control);
    });
}

Command<qint64> ImportsDoor::takeBackMending(QObject *context, SharedRehearsal rehearsal)
{
    return m_executor.command<qint64>(context,
                                      [=](Workspace &, const JobControl &) { return rehearsal->takeBackMending(); });
}

Task<ImportRun> ImportsDoor::run(QObject *context, ImportId id)
{
    return m_executor.question<ImportRun>(
        context, Wait::Rows, [id](Workspace &workspace, const JobControl &) { return importRun(workspace, id); });
}

Task<void> ImportsDoor::exportProblems(QObject *context, ImportId id, const QString &path)
{
    return m_executor.question<void>(context, Wait::Files, [=](Workspace &workspace, const JobControl &) {
        return Elenco::exportProblems(workspace, id, path);
    });
}

} // namespace Elenco
