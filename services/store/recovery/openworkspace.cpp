// SPDX-License-Identifier: Apache-2.0
#include "store/recovery/openworkspace.h"

#include "store/database/sqlite.h"
#include "store/journal/unsynced.h"
#include "store/recovery/replay.h"
#include "store/recovery/rescue.h"

#include <QCoreApplication>

namespace Elenco {

namespace {

Error openingFailure(const QString &path, const Error &error)
{
    return error.kind == ErrorKind::NotAWorkspace && isDamagedWorkspace(path)
               ? Error{ErrorKind::Damaged, path, QCoreApplication::translate("Error", "its beginning is overwritten")}
               : error;
}

void bringHomeLostEdits(Workspace &workspace)
{
    Connection &connection = workspace.writer();
    const bool tookAny = takeLostEdits(connection, UnsyncedLog::read(workspace.log().path()));
    if (tookAny || (workspace.log().lines() == 0 && hasAccount(connection)))
        shortenLog(workspace, Shorten::Now);
}

} // namespace

Result<std::unique_ptr<Workspace>> openWorkspace(const QString &path, Workspace::Access access)
{
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(path, access, finishInterruptedRescue);
    if (!workspace)
        return openingFailure(path, workspace.error());
    if (access == Workspace::Access::ReadOnly)
        return workspace;
    const Result<void> whole = guarded(path, [&] { bringHomeLostEdits(**workspace); });
    return whole ? std::move(workspace) : Result<std::unique_ptr<Workspace>>(whole.error());
}

} // namespace Elenco
