// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

namespace Elenco::Practice {

/// Finds the call that a path and a method mean.
class Router
{
public:
    /// Fills in request.call and request.apiPath.
    static void name(Request *request);
    /// Carries the call out, in one transaction; what it refuses leaves the state as it was.
    static Answer carryOut(Service &service, const Call &call);
};

} // namespace Elenco::Practice
