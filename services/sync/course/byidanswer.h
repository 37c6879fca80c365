// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"

namespace Elenco {

/// What the answer about a contact by its id says. Many gateways leave out the keys of what is empty, so a key that
/// others have, and that this contact had, may say that the field was cleared; or the gateway shows it no more. That is
/// found out as with a contact that is missing (sync/run/absenceproof.h): others that have something there are read
/// now, until one of them shows it.
Routine<SeenRecord> understood(SyncCourse &course, RemoteContact answer, SyncRow row);

} // namespace Elenco
