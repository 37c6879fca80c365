// SPDX-License-Identifier: Apache-2.0
#include "addressbook/addressbook.h"

#include "addressbook/work.h"

namespace Elenco {

namespace {

/// For Tasks that only tell that it is done.
Result<bool> done(const Result<void> &result)
{
    if (!result)
        return result.error();
    return true;
}

} // namespace

Task<ImportSource> AddressBook::examine(QObject *context, const QString &path, const ReadOptions &options)
{
    return read<ImportSource>(
        context, [path, options](const JobControl &control) { return Elenco::examine(path, options, control); });
}

Task<ImportSettings> AddressBook::suggestedSettings(QObject *context, const ImportSource &source, const QString &region)
{
    return read<ImportSettings>(context, [this, source, region](const JobControl &) -> Result<ImportSettings> {
        return Elenco::suggestedSettings(*m_workspace, source, region);
    });
}

Command<AddressBook::SharedRehearsal> AddressBook::rehearse(QObject *context, const ImportSettings &settings,
                                                            qint64 rows)
{
    return write<SharedRehearsal>(
        context,
        [this, settings, rows](const JobControl &control) -> Result<SharedRehearsal> {
            if (control.isCancelled())
                return Error{ErrorKind::Cancelled, settings.path, {}};
            Result<Rehearsal> rehearsal = Rehearsal::run(*m_workspace, settings, rows, control);
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

Command<void> AddressBook::keepRehearsal(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices)
{
    return write<void>(context, [=](const JobControl &) { return rehearsal->keep(choices); });
}

Command<AddressBook::SharedRehearsal> AddressBook::resumeImport(QObject *context, ImportId id)
{
    return write<SharedRehearsal>(context, [this, id](const JobControl &) -> Result<SharedRehearsal> {
        Result<Rehearsal> rehearsal = Rehearsal::resume(*m_workspace, id);
        if (!rehearsal)
            return rehearsal.error();
        return std::make_shared<Rehearsal>(std::move(*rehearsal));
    });
}

Task<ImportLedger> AddressBook::ledger(QObject *context, SharedRehearsal rehearsal, DuplicateStrategy strategy)
{
    return read<ImportLedger>(context,
                              [rehearsal, strategy](const JobControl &) { return rehearsal->ledger(strategy); });
}

Task<std::vector<StagedRow>> AddressBook::stagedRows(QObject *context, SharedRehearsal rehearsal,
                                                     std::optional<RowFate> fate, DuplicateStrategy strategy,
                                                     qint64 offset, qint64 limit)
{
    return read<std::vector<StagedRow>>(
        context, [=](const JobControl &) { return rehearsal->staging().rows(fate, strategy, offset, limit); });
}

Task<std::vector<StagedUpdate>> AddressBook::stagedUpdates(QObject *context, SharedRehearsal rehearsal,
                                                           DuplicateStrategy strategy, qint64 limit)
{
    return read<std::vector<StagedUpdate>>(context, [=](const JobControl &) -> Result<std::vector<StagedUpdate>> {
        Result<std::vector<StagedRow>> rows =
            rehearsal->staging().rows(RowFate::Updated, strategy, 0, limit);
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

Task<StagedDuplicates> AddressBook::stagedDuplicates(QObject *context, SharedRehearsal rehearsal, qint64 limit)
{
    return read<StagedDuplicates>(context, [=](const JobControl &) { return rehearsal->staging().duplicates(limit); });
}

Task<std::vector<StagedRow>> AddressBook::stagedNotices(QObject *context, SharedRehearsal rehearsal, qint64 limit)
{
    return read<std::vector<StagedRow>>(context,
                                        [=](const JobControl &) { return rehearsal->staging().notices(limit); });
}

Task<FileChanges> AddressBook::fileChanges(QObject *context, SharedRehearsal rehearsal)
{
    return read<FileChanges>(context, [=](const JobControl &) { return rehearsal->changes(); });
}

Task<QList<KnownLayout>> AddressBook::knownLayouts(QObject *context)
{
    return read<QList<KnownLayout>>(context, [this](const JobControl &) { return Elenco::knownLayouts(*m_workspace); });
}

Command<void> AddressBook::forgetLayouts(QObject *context, const QStringList &headers)
{
    return write<void>(context, [=, this](const JobControl &) { return Elenco::forgetLayouts(*m_workspace, headers); });
}

Command<StagedRow> AddressBook::keepApart(QObject *context, SharedRehearsal rehearsal, qint64 row, bool isApart)
{
    return write<StagedRow>(context, [=](const JobControl &) { return rehearsal->keepApart(row, isApart); });
}

Command<StagedRow> AddressBook::mend(QObject *context, SharedRehearsal rehearsal, qint64 row, qsizetype column,
                                     const QString &text)
{
    return write<StagedRow>(context, [=](const JobControl &) { return rehearsal->mend(row, column, text); });
}

Command<qint64> AddressBook::acceptRepair(QObject *context, SharedRehearsal rehearsal, qint64 row)
{
    return write<qint64>(context, [=](const JobControl &) { return rehearsal->acceptRepair(row); });
}

Task<QList<RepairOffer>> AddressBook::repairs(QObject *context, SharedRehearsal rehearsal)
{
    return read<QList<RepairOffer>>(context, [=](const JobControl &control) { return rehearsal->repairs(control); });
}

Command<qint64> AddressBook::acceptAllRepairs(QObject *context, SharedRehearsal rehearsal, RepairKind kind)
{
    return write<qint64>(context,
                         [=](const JobControl &control) { return rehearsal->acceptAllRepairs(kind, control); });
}

Command<qint64> AddressBook::takeBackMending(QObject *context, SharedRehearsal rehearsal)
{
    return write<qint64>(context, [=](const JobControl &) { return rehearsal->takeBackMending(); });
}

Command<ImportLedger> AddressBook::commit(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices)
{
    return write<ImportLedger>(context, [=](const JobControl &control) { return rehearsal->commit(choices, control); });
}

void AddressBook::discardLater(SharedRehearsal rehearsal)
{
    m_writer.start([rehearsal = std::move(rehearsal)] {
        const Result<void> discarded = rehearsal->discard();
        Q_UNUSED(discarded); // a rehearsal that stays is offered again at the next start
    });
}

void AddressBook::discardImport(ImportId id)
{
    m_writer.start([this, id] {
        const Result<void> discarded = ImportStaging(*m_workspace, id, {}).discard();
        Q_UNUSED(discarded);
    });
}

Task<bool> AddressBook::exportProblems(QObject *context, ImportId id, const QString &path)
{
    return read<bool>(
        context, [this, id, path](const JobControl &) { return done(Elenco::exportProblems(*m_workspace, id, path)); });
}

} // namespace Elenco
