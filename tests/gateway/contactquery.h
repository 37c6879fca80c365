// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/call.h"
#include "tests/gateway/contactfilter.h"

namespace Elenco::Practice {

/// What the parameters of GET /contacts ask for. Those of U23 (region, customFields.x, …) are all that U23
/// knows, and a name that it does not know is refused; elsewhere it is ignored, unless the gateway is strict.
ContactFilter contactFilterOf(const Service &service, const Call &call, bool isOfList);
/// sortBy and sortOrder (sort and order in U23), sortPriorityListId. An unknown column is refused where unknown filters
/// are, else it is the default.
ContactOrder contactOrderOf(const Service &service, const Call &call);
/// The names that page and sort, which no filter is.
const QStringList &pagingParameters();

} // namespace Elenco::Practice
