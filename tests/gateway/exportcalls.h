// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

namespace Elenco::Practice {

// The calls below /exports (gateway.md, section 5).
Answer orderExport(Service &service, const Call &call);
/// Each look brings the pending ones nearer to their end (options.exportPolls).
Answer pageOfExports(Service &service, const Call &call);
Answer exportAddress(Service &service, const Call &call);
Answer orderExportAgain(Service &service, const Call &call);

} // namespace Elenco::Practice
