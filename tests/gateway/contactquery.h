// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/call.h"
#include "tests/gateway/contactfilter.h"

namespace Elenco::Practice {

/// What the parameters of GET /contacts ask for. Those of U23 (city, customFields.x, …) count only where the dialect
/// knows them; where it does, a name that it does not know is refused, elsewhere ignored.
ContactFilter contactFilterOf(const Service &service, const Call &call, bool isOfList);
/// sortBy, sortOrder and sortPriorityListId. An unknown sortBy is refused where unknown filters are, else it is the
/// default.
ContactOrder contactOrderOf(const Service &service, const Call &call);
/// The names that page and sort, which no filter is.
const QStringList &pagingParameters();

} // namespace Elenco::Practice
