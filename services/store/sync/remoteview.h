// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/strongid.h"

#include <QDateTime>

namespace Elenco {

class Workspace;

/// What is known of a contact's other half on the gateway, for whoever shows the contact.
struct RemoteView {
    QDateTime readAt;        ///< when it was last read by its id, UTC; invalid: not yet, or this desk has made it since
    bool hasOwnTags = false; ///< it has tags that are not over there: no call writes tags
};
/// Of a contact that is not over there nothing is known. Any thread.
Result<RemoteView> remoteView(Workspace &workspace, ContactId id);

} // namespace Elenco
