// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/door.h"
#include "importing/rehearsal.h"
#include "store/imports/layouts.h"

#include <memory>
#include <optional>

namespace Elenco {

/// What an update does to one person: the row, and the fields old → new.
struct StagedUpdate {
    StagedRow row;
    StateDifference fields;
};

/// Files on their way in (importing/rehearsal.h).
class ImportsDoor : public Door
{
    Q_OBJECT

public:
    using Door::Door;

    /// A rehearsal is shared: what changes it runs on the writer thread.
    using SharedRehearsal = std::shared_ptr<Rehearsal>;

    // Before there is a rehearsal.
    Task<ImportSource> examine(QObject *context, const QString &path, const ReadOptions &options);
    Task<ImportSettings> suggestedSettings(QObject *context, const ImportSource &source, const QString &region);
    Task<QList<KnownLayout>> knownLayouts(QObject *context);
    Command<void> forgetLayouts(QObject *context, const QStringList &headers);

    // Its life.
    /// Let go of, it is played through to its end and waits as a pending import; stopped, nothing of it stays.
    Command<SharedRehearsal> rehearse(QObject *context, const ImportSettings &settings, qint64 rows);
    Task<QList<ImportRun>> pending(QObject *context);
    Command<SharedRehearsal> resume(QObject *context, ImportId id);
    /// Leaves it for another time, with what was chosen.
    Command<void> keep(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices);
    /// One change set.
    Command<ImportLedger> commit(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices);
    /// Throws the rehearsal away when the writer comes to it; nobody waits for that.
    void discardLater(SharedRehearsal rehearsal);
    /// The same for one that an earlier session left behind.
    void discardLater(ImportId id);

    // What it shows.
    Task<ImportLedger> ledger(QObject *context, SharedRehearsal rehearsal, DuplicateStrategy strategy);
    Task<std::vector<StagedRow>> rows(QObject *context, SharedRehearsal rehearsal, std::optional<RowFate> fate,
                                      DuplicateStrategy strategy, qint64 offset, qint64 limit);
    /// The first rows that update somebody, with what they change.
    Task<std::vector<StagedUpdate>> updates(QObject *context, SharedRehearsal rehearsal, DuplicateStrategy strategy,
                                            qint64 limit);
    Task<StagedDuplicates> duplicates(QObject *context, SharedRehearsal rehearsal, qint64 limit);
    /// Rows that are imported, but not all of them, the first ones.
    Task<std::vector<StagedRow>> notices(QObject *context, SharedRehearsal rehearsal, qint64 limit);
    Task<FileChanges> fileChanges(QObject *context, SharedRehearsal rehearsal);
    Task<QList<RepairOffer>> repairs(QObject *context, SharedRehearsal rehearsal);

    // What a person changes in it.
    Command<StagedRow> keepApart(QObject *context, SharedRehearsal rehearsal, qint64 row, bool isApart);
    Command<StagedRow> mend(QObject *context, SharedRehearsal rehearsal, qint64 row, qsizetype column,
                            const QString &text);
    Command<qint64> acceptRepair(QObject *context, SharedRehearsal rehearsal, qint64 row);
    Command<qint64> acceptAllRepairs(QObject *context, SharedRehearsal rehearsal, RepairKind kind);
    Command<qint64> takeBackMending(QObject *context, SharedRehearsal rehearsal);

    // Afterwards.
    Task<ImportRun> run(QObject *context, ImportId id);
    /// Writes the rows that were not imported to a file.
    Task<void> exportProblems(QObject *context, ImportId id, const QString &path);
};

} // namespace Elenco
