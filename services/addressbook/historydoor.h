// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/door.h"
#include "store/journal/journal.h"

namespace Elenco {

/// What was changed, and taking it back.
class HistoryDoor : public Door
{
    Q_OBJECT

public:
    using Door::Door;

    /// The newest change sets first.
    Task<QList<ChangeSet>> read(QObject *context, int limit);
    /// The newest change set that can be undone; id 0 when there is none.
    Task<ChangeSet> lastUndoable(QObject *context);
    Command<UndoOutcome> undo(QObject *context, ChangeSetId id);
};

} // namespace Elenco
