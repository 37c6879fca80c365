// SPDX-License-Identifier: Apache-2.0
#include "gateway/records/remotelist.h"

namespace Elenco {

bool RemoteListQuery::matches(const RemoteList &row) const
{
    if (id.isValid() && row.id != id)
        return false;
    if (isTest && row.isTest && *row.isTest != *isTest)
        return false;
    return includeDeleted || !row.isDeleted.value_or(false);
}

} // namespace Elenco
