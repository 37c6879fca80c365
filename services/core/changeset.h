// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"

#include <QDateTime>
#include <QString>

namespace Elenco {

/// What a change set did, as History words it. Stored in the workspace: add at the end only.
enum class ChangeKind {
    Import,
    Undo,
    TagsChanged,
    ListsChanged,
    ListCreated,
    ListRenamed,
    ListDeleted,
    Edit,
    Deleted,
    Sync,
    ConflictResolved,
    ContactCreated,
    Discarded ///< taken back before it was sent
};

/// One line of History: the undo entry and the audit line.
struct ChangeSet {
    ChangeSetId id;
    ChangeKind kind = ChangeKind::Edit;
    QString subject;      ///< a file's name, a list's name, a contact's name
    QDateTime when;       ///< UTC
    qint64 contacts = 0;  ///< how many contacts it touched
    ImportId import;      ///< the import it committed, if it did
    ChangeSetId undoneBy; ///< the change set that took it back, if any
    ChangeSetId undoes;   ///< the change set it took back, if any
};

} // namespace Elenco
