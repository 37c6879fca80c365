// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

#include <concepts>
#include <utility>

namespace Elenco {

/// A transaction of a person's edit: the one door by which journalled changes reach the file. Before it commits, what
/// it made of every record is written to the workspace's log (store/database/unsyncedlog.h), in a workspace that has an
/// account.
///
/// Without an account there is no log: nothing would ever be sent, so nothing of it could be cut, and it would grow to
/// all that was ever typed. Saving an account begins it with all that is there and unsent.
class Edit
{
public:
    explicit Edit(Workspace &workspace);
    /// The edit is on the disk, and announced (Workspace::markChanged()).
    void commit();

private:
    bool writeLog();

    Workspace &m_workspace;
    Transaction m_transaction;
    const ChangeSetId m_before;
};

/// Runs `work(Edit &)`, which gives a Result and commits if it did something. When the disk is full, the space that is
/// held back for this moment is let go, the work is done once more, and whoever shows troubles learns of it.
template <std::invocable<Edit &> Work>
auto edited(Workspace &workspace, Work work) -> decltype(work(std::declval<Edit &>()))
{
    const auto attempt = [&] {
        return guardedResult(workspace.path(), [&] {
            Edit edit(workspace);
            return work(edit);
        });
    };
    auto result = attempt();
    if (!result && result.error().kind == ErrorKind::DiskFull && workspace.reserve().release()) {
        const Error error = result.error();
        result = attempt();
        if (result)
            workspace.noteTrouble({WorkspaceTrouble::Kind::ReserveUsed, error});
    }
    return result;
}

} // namespace Elenco
