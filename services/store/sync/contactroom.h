// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QDateTime>

#include <algorithm>
#include <optional>

namespace Elenco {

class Workspace;

/// How many more contacts the account takes, by the gateway's last word (gateway.md section 5) and what has changed here
/// since.
struct ContactRoom {
    qint64 total = 0;
    qint64 left = 0; ///< for contacts that are to come: those that wait here to be created have theirs already
    QDateTime asked;

    /// So many of `count` new contacts are more than there is room for.
    qint64 beyond(qint64 count) const { return std::max<qint64>(0, count - left); }
};

/// The name of that fact among those of sync; it goes with the account.
inline constexpr char contactRoomKey[] = "contactRoom";

/// nullopt: no account has said. Any thread.
Result<std::optional<ContactRoom>> contactRoom(Workspace &workspace);
/// What the gateway said just now. Writer thread.
Result<void> noteContactRoom(Workspace &workspace, qint64 total, qint64 remaining);

} // namespace Elenco
