// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/jobcontrol.h"
#include "core/result.h"
#include "store/contacts/suppression.h"

#include <QDateTime>
#include <QList>

#include <array>
#include <string>
#include <vector>

namespace Elenco {

class Connection;
class Workspace;

/// What happens to a row of a file. Stored in no table: it follows from what judging found and the strategy.
enum class RowFate { New, Updated, Unchanged, DuplicateInFile, DuplicateHere, Invalid, Suppressed };
inline constexpr int rowFateCount = 7;

/// What to do with rows whose person is in the address book already.
enum class DuplicateStrategy {
    Skip,     ///< leave the person here as they are
    Update,   ///< take over what the file knows; an empty cell never erases
    KeepBoth, ///< make a second contact
    Fill, ///< take over what the person here has nothing of yet; nothing here is overwritten (stored: add at the end)
};

/// Whether people who are here already may come out otherwise than they were.
constexpr bool changesPeople(DuplicateStrategy strategy)
{
    return strategy == DuplicateStrategy::Update || strategy == DuplicateStrategy::Fill;
}

/// A list that people are to join: one that is there, by its id, or a new one, by its name alone.
struct ListChoice {
    ListId id;
    QString name;

    ListChoice(QString newName) : name(std::move(newName)) {}
    ListChoice(ListId there, QString called) : id(there), name(std::move(called)) {}
    friend bool operator==(const ListChoice &, const ListChoice &) = default;
};

/// Where an import goes, and how.
struct ImportChoices {
    DuplicateStrategy strategy = DuplicateStrategy::Skip;
    QList<ListChoice> lists;         ///< a new name that one list has meanwhile is that list
    QStringList tags;                ///< added to every imported contact
    bool addExistingToLists = false; ///< with Skip: people who are here already join the lists as well
    friend bool operator==(const ImportChoices &, const ImportChoices &) = default;
};

/// The account of an import: every row has one fate, and they add up.
struct ImportLedger {
    std::array<qint64, rowFateCount> counts{};
    qint64 landlines = 0;  ///< among New and Updated: valid numbers that can't get an SMS
    qint64 repairable = 0; ///< among Invalid: rows with a repair on offer

    struct ListTotal {
        QString name;
        qint64 total = 0; ///< members after the commit
        friend bool operator==(const ListTotal &, const ListTotal &) = default;
    };
    QList<ListTotal> lists;

    qint64 count(RowFate fate) const { return counts[static_cast<size_t>(fate)]; }
    qint64 rows() const;
    /// New and Updated.
    qint64 imported() const { return count(RowFate::New) + count(RowFate::Updated); }
    friend bool operator==(const ImportLedger &, const ImportLedger &) = default;
};

/// A row that was held back, kept for the ledger's CSV.
struct ImportProblem {
    qint64 row = 0;
    qint64 line = 0;
    QString name;
    QString reason;
    std::string raw; ///< the row's cells, packed (core/packing.h)
};

enum class ImportState { Rehearsing, Rehearsed, Committed, Discarded };

/// One import, from its rehearsal on.
struct ImportRun {
    ImportId id;
    ImportState state = ImportState::Rehearsing;
    QString filePath;
    QString fileName;
    QDateTime when;       ///< UTC
    std::string settings; ///< opaque here: how the file was read and mapped, as services/importing wrote it
    ImportLedger ledger;  ///< of a committed run
    ChangeSetId changeSet;
};

Result<ImportRun> importRun(Workspace &workspace, ImportId id);
/// Rehearsed but never committed: what a crash, or "later", left behind. Newest first.
Result<QList<ImportRun>> pendingImports(Workspace &workspace);
/// Problems of a committed run, by row.
Result<QList<ImportProblem>> importProblems(Workspace &workspace, ImportId id);

/// Why a suppressed row is held back, in the user's language.
QString suppressedReason();

} // namespace Elenco
