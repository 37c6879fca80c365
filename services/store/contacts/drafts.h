// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"
#include "core/result.h"
#include "store/contacts/contactstate.h"

namespace Elenco {

class Workspace;

// What was typed about a contact and not saved: the text of each field as it was typed, which need not be a value yet.
// An id of nothing is for the contact that is to be made. It stays on this computer, and is no change of the contact.

/// Empty when there is none. Any thread.
Result<ContactState> contactDraft(Workspace &workspace, ContactId id);
/// Takes the place of the one before; nothing typed takes it away. Writer thread.
Result<void> keepContactDraft(Workspace &workspace, ContactId id, const ContactState &typed);

} // namespace Elenco
