// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database/workspace.h"

namespace Elenco {

/// Opens a workspace as every program does: a rescue that was interrupted is finished first, and edits that the log
/// beside the file has and the file has not, because its last moments were lost, are taken into it. Errors: those of
/// Workspace::open(); Damaged (store/recovery/rescue.h helps) also where SQLite does not know the file as a database
/// and it was one of ours.
Result<std::unique_ptr<Workspace>> openWorkspace(const QString &path,
                                                 Workspace::Access access = Workspace::Access::ReadWrite);

} // namespace Elenco
