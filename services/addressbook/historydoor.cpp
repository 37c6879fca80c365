// SPDX-License-Identifier: Apache-2.0
#include "addressbook/historydoor.h"

#include "addressbook/executor.h"

namespace Elenco {

Task<QList<ChangeSet>> HistoryDoor::read(QObject *context, int limit)
{
    return m_executor.question<QList<ChangeSet>>(
        context, Executor::Wait::Rows,
        [limit](Workspace &workspace, const JobControl &) { return history(workspace, limit); });
}

Task<ChangeSet> HistoryDoor::lastUndoable(QObject *context)
{
    return m_executor.question<ChangeSet>(
        context, Executor::Wait::Rows, [](Workspace &workspace, const JobControl &) -> Result<ChangeSet> {
            const Result<ChangeSetId> id = Journal(workspace).lastUndoable();
            if (!id)
                return id.error();
            return id->isValid() ? changeSet(workspace, *id) : Result<ChangeSet>(ChangeSet());
        });
}

Command<UndoOutcome> HistoryDoor::undo(QObject *context, ChangeSetId id)
{
    return m_executor.command<UndoOutcome>(context, [id](Workspace &workspace, const JobControl &control) {
        return Journal(workspace).undo(id, control);
    });
}

} // namespace Elenco
