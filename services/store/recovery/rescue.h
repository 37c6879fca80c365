// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "core/result.h"
#include "store/recovery/replay.h"
#include "store/recovery/salvage.h"

#include <QString>

#include <vector>

namespace Elenco {

/// What came of a rescue.
struct RescueReport {
    qint64 contacts = 0;
    qint64 lists = 0;
    qint64 unsent = 0;  ///< edits that wait to be sent, all together
    qint64 fromLog = 0; ///< of what the log has: records that the damaged file had not, or not so
    SalvageLosses losses;
    std::vector<qint64> wrongLogLines; ///< of the log, counted from 1; its last line is not among them if it is torn
    std::vector<MissingImport> missingImports;
    bool hasAccount = false; ///< a sync brings the rest
    QString folder;          ///< the damaged file, with all that belongs to it
};

/// Builds a new workspace in the place of a damaged one: of the rows that can still be read, and of the edits in the
/// log beside it, which is right about what both have. The damaged file, its write-ahead log and a copy of the log of
/// edits are moved into "damaged-<date>" beside it; nothing is ever deleted. The next sync reads everything and merges
/// three ways. Ended halfway, by whatever: the next opening goes on, or finds all as it was.
///
/// Takes the workspace's lock; as long as reading and writing the file takes. Any thread.
/// Errors: InUse, NotFound (neither a file nor a log), NotAWorkspace, NewerVersion, DiskFull, WriteFailed,
/// NoPermission, Cancelled: all is as it was.
Result<RescueReport> rescueWorkspace(const QString &path, const JobControl &control = JobControl());

/// Whether a file that SQLite does not know as a database was one of our workspaces.
bool isDamagedWorkspace(const QString &path);

/// Puts a rescued file in its place that an earlier rescue had made and not put there. The caller has the lock.
void finishInterruptedRescue(const QString &path);

/// The report in sentences, in the user's language.
QString rescueText(const RescueReport &report);

} // namespace Elenco
