// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sync/syncrow.h"
#include "tests/support/testworkspace.h"

namespace Elenco {

/// A workspace with contacts that the gateway knows, and what is edited in it; an Error ends the test program.
class SyncedWorkspace : public TestWorkspace
{
public:
    /// Of Milano, with a custom field; in step with the gateway's contact of that id.
    ContactId addBound(const char *name, const char *number, const char *remoteId);
    /// A new one, with a number that can be sent.
    ContactId addNew(const char *name, const char *number);
    void bind(ContactId id, const char *remoteId);
    /// A list that is over there under the id `remoteId`, with these members in step.
    ListId addBoundList(const QString &name, const char *remoteId, const std::vector<ContactId> &members);
    void edit(ContactId id, const std::string &key, const std::string &value);
    /// As after an answer: what is noted about the request of this contact.
    void note(ContactId id, SendState send, const QString &detail = {});

    SyncRow row(ContactId id);
    /// "0 new, 1 changed, 0 deleted, 0 lists, 0 members".
    QString waiting();
};

} // namespace Elenco
