// SPDX-License-Identifier: Apache-2.0
#include "store/database/statistics.h"

#include "store/database/sqlite.h"

namespace Elenco {

void takeStatistics(Connection &connection)
{
    connection.execute(
        "PRAGMA analysis_limit=1000;"
        "ANALYZE contact; ANALYZE contact_field; ANALYZE contact_tag; ANALYZE membership;"
        "DELETE FROM sqlite_stat1 WHERE tbl NOT IN ('contact', 'contact_field', 'contact_tag', 'membership');"
        "ANALYZE sqlite_schema"); // the planner reads them anew
}

} // namespace Elenco
