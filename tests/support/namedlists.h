// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contacts/lists.h"
#include "store/journal/journal.h"

namespace Elenco {

/// What a person does who knows a list by its name: contacts join it, and it is made if it is not there.
inline Result<ChangeSetId> joinListNamed(Workspace &workspace, const std::vector<ContactId> &ids, const QString &name)
{
    const Result<ContactList> found = findList(workspace, name);
    return found ? Journal(workspace).addToList(ids, found->id) : Journal(workspace).addToNewList(ids, name);
}

inline Result<ChangeSetId> leaveListNamed(Workspace &workspace, const std::vector<ContactId> &ids, const QString &name)
{
    const Result<ContactList> found = findList(workspace, name);
    return found ? Journal(workspace).removeFromList(ids, found->id) : Result<ChangeSetId>(found.error());
}

} // namespace Elenco
