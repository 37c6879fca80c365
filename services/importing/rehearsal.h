// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/importsource.h"
#include "importing/rownormalizer.h"
#include "phone/repairkind.h"
#include "store/imports/filechanges.h"
#include "store/imports/importstaging.h"

#include <functional>
#include <optional>

namespace Elenco {

/// The repairs of one kind that are on offer in a rehearsal.
struct RepairOffer {
    struct Example {
        QString typed;
        QString repaired; ///< E.164
    };
    static constexpr int mostExamples = 3;

    RepairKind kind = RepairKind::LostPlus;
    qint64 rows = 0;
    QList<Example> examples; ///< the first ones of the file
};

/// An import that was played through and waits in the workspace: every row has its fate, nothing is in the address
/// book yet. Runs on the writer thread and blocks it; functions marked so may be called from any thread.
class Rehearsal
{
public:
    /// Plays the file through under `settings`. Normalising uses all cores. `control` counts rows when `rows` (of
    /// examine()) is known. Errors: those of reading and writing, Cancelled; nothing is left behind then.
    static Result<Rehearsal> run(Workspace &workspace, const ImportSettings &settings, qint64 rows,
                                 const JobControl &control = JobControl());
    /// Goes on with what an earlier session left (pendingImports()).
    static Result<Rehearsal> resume(Workspace &workspace, ImportId id);

    ImportId id() const { return m_staging.id(); }
    const ImportSettings &settings() const { return m_settings; }
    const ImportStaging &staging() const { return m_staging; }

    /// Any thread.
    Result<ImportLedger> ledger(DuplicateStrategy strategy) const { return m_staging.ledger(strategy); }

    /// What the file says otherwise than the last one that was imported under its layout; nothing known when there is
    /// none. Any thread.
    Result<FileChanges> changes() const;

    /// Replaces the cell of a row and judges again.
    Result<StagedRow> mend(qint64 row, qsizetype column, const QString &text);
    /// What can be repaired, by kind; kinds that no row has are left out. Any thread.
    Result<QList<RepairOffer>> repairs(const JobControl &control = JobControl()) const;
    /// Applies the repair that is on offer to one row, or to all that have one (of that kind); gives how many.
    Result<qint64> acceptRepair(qint64 row);
    Result<qint64> acceptAllRepairs(std::optional<RepairKind> kind = std::nullopt,
                                    const JobControl &control = JobControl());
    /// A row that equals another by a mobile is imported as somebody of its own, whatever the strategy; or not so any
    /// more. Errors: InvalidInput for a row that equals nobody, or not by a mobile.
    Result<StagedRow> keepApart(qint64 row, bool isApart = true);
    /// The last of these that is not taken back yet, undone: its rows are what they were before. Gives how many.
    Result<qint64> takeBackMending();

    /// Imports, and remembers the layout. The rehearsal is over after it.
    Result<ImportLedger> commit(const ImportChoices &choices, const JobControl &control = JobControl());
    Result<void> discard() { return m_staging.discard(); }
    /// Leaves it for another time, with what was chosen so far.
    Result<void> keep(const ImportChoices &choices);

private:
    Rehearsal(Workspace &workspace, ImportSettings settings, ImportStaging staging, RowNormalizer normalizer);
    bool repair(StagedRow &row);
    /// Calls `visit` for each row that is held back and can be repaired.
    Result<void> eachRepairable(const JobControl &control, const std::function<void(StagedRow &)> &visit) const;
    /// Puts rows that were mended in the place of those they were; `before` is what takeBackMending() gives back.
    struct Before {
        qint64 row;
        std::string raw;
        bool isApart = false;
    };
    Result<void> replace(const std::vector<StagedRow> &mended, std::vector<Before> before,
                         const JobControl &control = JobControl());

    Workspace *m_workspace;
    ImportSettings m_settings;
    ImportStaging m_staging;
    RowNormalizer m_normalizer;
    std::vector<std::vector<Before>> m_mendings;
};

/// Writes the rows that were held back as CSV, separated and marked as their file was: the file's own columns, then
/// line and reason. Any thread. Errors: WriteFailed, DiskFull, NoPermission; an existing file is replaced only when all
/// is written.
Result<void> exportProblems(Workspace &workspace, ImportId id, const QString &path);

} // namespace Elenco
