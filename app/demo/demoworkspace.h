// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database/workspace.h"

namespace Elenco {

/// Opens the demo at `path`. One that is not there yet is made: 5,000 invented people in seven lists, imported from
/// CSV files as the user's own would be.
Result<std::unique_ptr<Workspace>> openDemoWorkspace(const QString &path);

} // namespace Elenco
