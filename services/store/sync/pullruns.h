// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/sync/syncrow.h"

#include <QStringList>

#include <functional>

namespace Elenco {

class Workspace;

/// One reading of everything that the gateway has in a scope, page by page, that goes on after a restart where it was
/// (sync.md section 2.4). A scope is "contacts", or a list's id.
struct PullRun {
    qint64 id = 0;
    QString scope;
    qint64 pageSize = 0;
    qint64 nextPage = 0;  ///< read downwards to 0; -1: all were read
    qint64 total = 0;     ///< as said when it began
    bool resumed = false; ///< an earlier start of the program began it, so it says nothing about now
};

/// A contact in a page, as far as the store has to know it to find its row.
struct SeenContact {
    RemoteId id;
    std::string number; ///< E.164, or empty
    qint64 fingerprint = 0;
    std::string address; ///< of a contact without a number
    std::string name;    ///< of such a one, first and last
};

/// What came of a page.
struct PageOutcome {
    static constexpr qsizetype mostNames = 3;

    qint64 arrived = 0; ///< new here
    QStringList arrivals; ///< what the first of them are called
    qint64 changed = 0;
    qint64 bound = 0; ///< were here without the gateway's id
};

/// What a person wants of contacts that are gone over there, too many to be believed without asking (sync.md section
/// 2.4). Stored: add at the end only.
enum class MissingAnswer {
    None, ///< not answered
    SendAgain,
    Trash,
};
/// Kept until a sync has asked itself the question again and takes the answer; writer thread.
Result<void> setMissingAnswer(Workspace &workspace, MissingAnswer answer);
/// The answer, which is gone then; writer thread.
Result<MissingAnswer> takeMissingAnswer(Workspace &workspace);

/// The readings and their pages; each function one transaction on the writer thread.
class PullRuns
{
public:
    explicit PullRuns(Workspace &workspace) : m_workspace(workspace) {}

    /// The run of this scope that has not ended. One that an earlier start of the program left is marked as resumed.
    Result<std::optional<PullRun>> current(const QString &scope);
    /// Begins anew: a run of this scope before, and what it saw, is forgotten. For one that brings many times what is
    /// here some indexes go, which its end has to bring back: restoreIndex().
    Result<PullRun> begin(const QString &scope, qint64 pageSize, qint64 nextPage, qint64 total);
    Result<void> end(const PullRun &run);
    /// After the end: makes one index that is missing; false when there is none. One a job, so that an edit can come
    /// between them.
    Result<bool> restoreIndex();

    enum class Match {
        Known,    ///< the row has this id of the gateway; it may be deleted here
        ByNumber, ///< a row without such an id has the number; without a number, the address and the name
        Arrival,  ///< nobody has either; `row` is empty
    };
    /// What becomes of the contact `index` of the page. For an Arrival the state is the new row; nullopt leaves a row
    /// as it is, and an arrival out.
    using Decision = std::function<std::optional<SyncChange>(size_t index, Match match, const SyncRow &row)>;
    /// Writes a page, what was seen, and the cursor in one transaction, so a run goes on after a kill. Contacts that
    /// are over there what they were, and rows that are deleted here, are not asked about.
    Result<PageOutcome> takePage(const PullRun &run, qint64 nextPage, const std::vector<SeenContact> &page,
                                 ChangeSetId &changeSet, const Decision &decide);

    /// Rows that the gateway knew before the run and that it did not show: candidates for a deletion over there, none
    /// of them proved.
    Result<qint64> countAbsent(const PullRun &run);
    Result<std::vector<SyncRow>> absent(const PullRun &run, ContactId after, int limit);
    /// Noted as seen after all, by id.
    Result<void> noteSeen(const PullRun &run, const std::vector<RemoteId> &ids);

    /// How many contacts have an id of the gateway.
    Result<qint64> countBound();

private:
    Workspace &m_workspace;
};

} // namespace Elenco
