// SPDX-License-Identifier: Apache-2.0
#include "store/journal/edit.h"

#include "store/journal/unsynced.h"

namespace Elenco {

Edit::Edit(Workspace &workspace)
    : m_workspace(workspace),
      m_transaction(workspace.writer(), Transaction::Durability::Full),
      m_before(lastChangeSet(workspace.writer()))
{
}

bool Edit::writeLog()
{
    UnsyncedLog &log = m_workspace.log();
    log.drop(); // of an edit that failed while it was collected
    if (log.lines() == 0)
        loggedAccount(m_workspace.writer(), [&log](const UnsyncedRecord &record) { log.add(record); });
    recordsSince(m_workspace.writer(), m_before, [&log](const UnsyncedRecord &record) { log.add(record); });
    Result<void> written = log.append();
    if (!written && written.error().kind == ErrorKind::DiskFull && m_workspace.reserve().release()) {
        m_workspace.noteTrouble({WorkspaceTrouble::Kind::ReserveUsed, {ErrorKind::DiskFull, m_workspace.path(), {}}});
        written = log.append();
    }
    if (!written) {
        log.drop();
        m_workspace.noteTrouble({WorkspaceTrouble::Kind::LogNotWritten, written.error()});
    }
    return written.has_value();
}

void Edit::commit()
{
    const bool isLogged = hasAccount(m_workspace.writer()) && writeLog();
    try {
        m_transaction.commit();
    } catch (const DatabaseFailure &) {
        if (isLogged)
            m_workspace.log().takeBack();
        throw;
    }
    m_workspace.markChanged();
    if (isLogged)
        shortenLog(m_workspace, Shorten::WhenLong);
}

} // namespace Elenco
