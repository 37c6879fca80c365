// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

namespace Elenco::Practice {

// The calls below /contacts/list/contacts (gateway.md, section 3).
Answer addMembers(Service &service, const Call &call);
Answer removeMembers(Service &service, const Call &call);
Answer removeAssociation(Service &service, const Call &call);

} // namespace Elenco::Practice
