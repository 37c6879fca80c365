// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/course/synccourse.h"
#include "sync/plan/listplan.h"

namespace Elenco {

/// Reads all lists of the account, deleted ones too where it marks them. False: the run is ended by it.
Routine<bool> readLists(SyncCourse &course, QList<RemoteList> &lists);

/// Adds the deleted ones to `lists`, which was just read, where nothing in a page marks them: they are what is shown
/// only to whoever asks for deleted ones too ("By default, deleted lists are excluded": the list reference). One that
/// was made between the two readings looks the same: before that is believed it is to be asked for by its id. False:
/// they are not known, or the run is ended.
Routine<bool> addUnmarkedDeleted(SyncCourse &course, QList<RemoteList> &lists);

/// `decision`, and where it says that a list was deleted, after a look at that list by its id: alive, it is taken into
/// `lists` and bound.
Routine<ListCreate> confirmed(SyncCourse &course, QList<RemoteList> &lists, ListCreate decision);

} // namespace Elenco
