// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/strongid.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <vector>

namespace Elenco {

class Workspace;

/// A contact that somebody deleted on the gateway: it is out of the address book, and can be brought back.
struct TrashedContact {
    ContactId id;
    QString name;   ///< empty when it had none
    QString number; ///< as it was here; the address where it had none
    QDateTime when; ///< UTC
};
/// The newest first. Any thread.
Result<QList<TrashedContact>> trashedContacts(Workspace &workspace, int limit);

/// Brings them back as they were here, with their tags, and with their lists as far as these are still here; the next
/// sync makes them anew on the gateway. What is not in the trash any more is left out. One change set that can be
/// undone; id 0 when nobody came back. Writer thread.
Result<ChangeSetId> restoreTrashed(Workspace &workspace, const std::vector<ContactId> &ids);

} // namespace Elenco
