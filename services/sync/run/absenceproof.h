// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"
#include "sync/run/listing.h"

namespace Elenco {

/// A contact that the gateway denies to have: is it gone? Asks for another one, picked now, which must still be there
/// (sync.md section 2.4). `rowsWereSeen`: this run has seen contacts, so that an empty list can't be the truth.
Routine<Absence> proveAbsence(SyncCourse &course, RemoteId id, bool rowsWereSeen);

} // namespace Elenco
