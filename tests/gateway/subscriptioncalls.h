// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

namespace Elenco::Practice {

// The calls below /subscription (gateway.md, section 5).
Answer readSubscription(Service &service, const Call &call);
Answer readQuota(Service &service, const Call &call);
Answer readCredit(Service &service, const Call &call);

} // namespace Elenco::Practice
