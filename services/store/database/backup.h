// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "core/result.h"

#include <QString>

namespace Elenco {

class Connection;
class Workspace;

/// Writes all of the database to a file of its owner's own, by SQLite's backup API; what is there goes. Throws
/// DatabaseFailure, also when cancelled.
void backUp(Connection &connection, const QString &path, const JobControl &control = JobControl());

/// Saves a copy of a workspace as it is now, without its account's unsent log; written beside and renamed, so that a
/// file that is there stays until the copy is whole. Works as well when the workspace's own file is gone or can't be
/// written any more (the connection still has it). On the writer thread.
/// Errors: InUse (the workspace itself), DiskFull, NoPermission, WriteFailed, Cancelled.
Result<void> saveCopy(Workspace &workspace, const QString &path, const JobControl &control = JobControl());

/// The same for a file that can't be opened because it may only be read (write-protected, or on such a disk): its bytes
/// are copied, with what SQLite had not moved into it yet, and proved to be a workspace. Any thread.
/// Errors: NotAWorkspace, InUse (one file), DiskFull, NoPermission, WriteFailed.
Result<void> saveCopyOfReadOnly(const QString &path, const QString &copy);

} // namespace Elenco
