// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

namespace Elenco::Practice {

// The calls that import files (gateway.md, section 4). What is uploaded is imported at once or kept for its mapping,
// as the dialect has it.
Answer uploadTable(Service &service, const Call &call);
Answer commitTable(Service &service, const Call &call);
Answer uploadCards(Service &service, const Call &call);
Answer commitCards(Service &service, const Call &call);

} // namespace Elenco::Practice
