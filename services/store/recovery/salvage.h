// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "core/result.h"

#include <QString>

namespace Elenco {

class Connection;

/// What could not be read of a damaged file.
struct SalvageLosses {
    qint64 contacts = 0; ///< who was there by anything that names contacts (contactcensus.h), and is not any more
    /// So many more may have been there, of whom nothing is left that names them; 0 where that can be ruled out.
    qint64 contactsAtMost = 0;
    qint64 others = 0;  ///< the same for all that is not a contact
    bool isAll = false; ///< nothing at all could be read
};

/// Copies what can still be read of a damaged database into a new one, row by row: a range of ids that can't be read is
/// halved until it can, so that a bad page costs its own rows only. What refers to lost rows goes, and columns that
/// follow from others are made anew, as is the full-text index. Readings of the gateway that were under way are
/// forgotten: the next one reads everything.
/// In the caller's transaction on `into`, which has the current schema and nothing else. Throws DatabaseFailure for
/// what happens to `into`; Error: Cancelled.
Result<SalvageLosses> salvage(Connection &damaged, Connection &into, const JobControl &control);

/// Takes away what refers to rows that are not there. In the caller's transaction; throws DatabaseFailure.
void mendReferences(Connection &connection);

} // namespace Elenco
