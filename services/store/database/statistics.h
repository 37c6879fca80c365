// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Elenco {

class Connection;

/// Tells SQLite's planner how the big tables look; without, it picks the wrong side of a join in an address book of more
/// than some 10,000 contacts. Outside a transaction; milliseconds, for it looks at 1,000 rows an index.
///
/// Only of the tables that a search walks through. The journal and what waits for the gateway have none: they grow by
/// thousands within one command, and a plan that was made for the one row of yesterday reads all of them for each contact.
/// What an earlier version took of them goes. Throws DatabaseFailure.
void takeStatistics(Connection &connection);

} // namespace Elenco
