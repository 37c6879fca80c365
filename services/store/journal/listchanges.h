// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contacts/contactstate.h"

#include <optional>

namespace Elenco {

class Connection;

// Changes of lists that undo takes back. Inside a transaction of services/store; they throw DatabaseFailure.

/// The list of this name (the oldest of several), made and journalled under `changeSet` if it is not there.
ListId ensureList(Connection &connection, const QString &name, ChangeSetId changeSet);

/// The entry of a list in the journal. `before` absent: the list was made; `after` absent: it was removed.
void writeListChange(Connection &connection, ChangeSetId set, ListId list, const std::optional<ContactState> &before,
                     const std::optional<ContactState> &after);

/// Removes the list and its memberships, journalled so that undo brings both back, and noted for sync.
void deleteList(Connection &connection, ListId id, ChangeSetId changeSet);

} // namespace Elenco
