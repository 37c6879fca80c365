// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/strongid.h"

#include <QStringList>

namespace Elenco {

class Workspace;

/// Whom and what a change set touched, by name: the first of each, for a line of a log.
struct ChangedNames {
    QStringList contacts; ///< that are here
    QStringList removed;  ///< contacts that went
    QStringList lists;    ///< also those that went
};
/// Any thread.
Result<ChangedNames> changedNames(Workspace &workspace, ChangeSetId id, int limit);

} // namespace Elenco
