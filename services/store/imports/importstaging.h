// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.h"
#include "core/reach.h"
#include "store/contacts/contactstate.h"
#include "store/imports/importrun.h"

#include <memory>
#include <optional>

namespace Elenco {

/// A row of a file as it waits in the workspace: raw, normalised, and judged. Texts are UTF-8.
struct StagedRow {
    // Problems of rows that say that nobody is to write to her (store/contacts/suppression.h).
    static constexpr int optedOut = -1;
    static constexpr int refused = -2;

    qint64 row = 0;
    qint64 line = 0;
    std::string raw;                            ///< the cells, packed
    std::array<std::string, fieldCount> fields; ///< normalised, by Field; phone is E.164 when valid
    bool valid = false;
    LineKind lineKind = LineKind::Unknown;
    std::string email() const { return fields[static_cast<size_t>(Field::Email)]; }
    std::string tags;   ///< packed set
    std::string custom; ///< packed pairs: index into the staging's custom keys as decimal text, value
    std::string unknownProperties;
    int problem = 0;         ///< 0: none; optedOut; else a code of services/importing
    std::string problemText; ///< the reason, in the user's language; without a problem: what is to be said all the same
    std::string repair;      ///< the number that a repair would give
    qint64 saidAt = 0;       ///< the day of the refusal, or of a consent without a problem; seconds, 0: not known

    // What judging found.
    bool suppressed = false;
    qint64 duplicateOf = 0; ///< the earlier row of the same person
    ContactId matched;      ///< the person here
    bool differs = false;   ///< the row knows something that the person here does not have
    bool fills = false;     ///< and the person here has nothing in its place
    bool isApart = false;   ///< a person said that it is somebody of its own all the same
};

/// A row that equals another one or somebody here, and whom.
struct StagedDuplicate {
    StagedRow row;
    QString otherName;              ///< of the earlier row, else of the person here
    bool isCalledOtherwise = false; ///< by another first name: two people may share what was taken for one
    /// Two people may have one mobile; what equals another by a line or an address alone stays the same person.
    bool canStandApart() const { return row.valid && takesSms(row.lineKind); }
};

/// The duplicates of a rehearsal.
struct StagedDuplicates {
    std::vector<StagedDuplicate> first; ///< those that are called otherwise first, then as in the file
    qint64 rows = 0;                    ///< all of them
    qint64 calledOtherwise = 0;         ///< and could stand apart
};

/// The rehearsal of one import in the workspace's file. Writer thread, except where a function says otherwise.
class ImportStaging
{
public:
    /// Starts a run; an older rehearsal of the same file that was never committed makes room.
    static Result<ImportStaging> begin(Workspace &workspace, const QString &filePath, const QString &fileName,
                                       const std::string &settings, QStringList customKeys);
    /// Goes on with a run that is there.
    ImportStaging(Workspace &workspace, ImportId id, const QStringList &customKeys);

    ImportId id() const { return m_id; }

    /// Adds rows, in ascending sequence, in one transaction.
    Result<void> append(const std::vector<StagedRow> &rows);
    /// Puts other versions of rows into their places (mended cells), and judges again: both or nothing.
    Result<void> replace(const std::vector<StagedRow> &rows, const JobControl &control = JobControl());
    /// Finds duplicates, matches and suppressed numbers for all rows, and marks the run as rehearsed.
    Result<void> judge(const JobControl &control = JobControl());

    /// What the commit will do. Any thread.
    Result<ImportLedger> ledger(DuplicateStrategy strategy) const;
    /// Rows of one fate (all when absent) in the file's sequence. Any thread.
    Result<std::vector<StagedRow>> rows(std::optional<RowFate> fate, DuplicateStrategy strategy, qint64 offset,
                                        qint64 limit) const;
    /// Rows without a problem that have something to be said all the same, in the file's sequence. Any thread.
    Result<std::vector<StagedRow>> notices(qint64 limit) const;
    /// Rows that equal an earlier one or somebody here, whether or not they stand apart. Any thread.
    Result<StagedDuplicates> duplicates(qint64 limit) const;
    Result<StagedRow> row(qint64 row) const;
    /// For a matched row: which fields an update changes, old → new. Any thread.
    Result<StateDifference> update(const StagedRow &row, DuplicateStrategy strategy) const;

    /// Imports: all of it in one transaction, or nothing. `headers` and `mapping` are remembered as a known layout.
    /// Errors: Cancelled, DiskFull, AlreadyDone, and what SQLite reports; the rehearsal is then still there.
    Result<ImportLedger> commit(const ImportChoices &choices, const QString &headers, const std::string &mapping,
                                const JobControl &control = JobControl());
    /// Throws the rehearsal away.
    Result<void> discard();
    /// Leaves it for another time under these settings.
    Result<void> keep(const std::string &settings);

private:
    bool judgeRows(Connection &connection, const JobControl &control);
    void judgeAbout(Connection &connection, const std::vector<StagedRow> &rows);
    qint64 firstKey() const { return m_id.value << 32; }
    qint64 lastKey() const { return firstKey() | 0xFFFFFFFF; }

    Workspace *m_workspace;
    ImportId m_id;
    std::vector<std::string> m_customKeys; ///< customKey() texts
};

/// The state of a contact after a staged row was laid over it: what the row knows wins, what it does not know stays.
ContactState overlaid(const ContactState &contact, const StagedRow &row, const std::vector<std::string> &customKeys);
/// The same, where only what the contact has nothing of is taken from the row; tags are added.
ContactState filled(const ContactState &contact, const StagedRow &row, const std::vector<std::string> &customKeys);

/// The fate as an SQL expression over import_row: the one place that decides it.
std::string fateSql(DuplicateStrategy strategy);

} // namespace Elenco
