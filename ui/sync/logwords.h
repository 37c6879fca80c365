// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sync/outbox.h"

namespace Elenco {

// What the log of sync says, in sentences for people.

/// A line about a sync that a person stopped.
bool isStoppedByHand(const SyncLogEntry &entry);
/// "3 contacts sent (Giulia Rossi, Marco Bianchi, Sara Verdi)".
QString logText(const SyncLogEntry &entry);

} // namespace Elenco
