// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

namespace Elenco::Practice {

// The calls below /contacts that are about contacts (gateway.md, section 2).
Answer pageOfContacts(Service &service, const Call &call);
Answer createContact(Service &service, const Call &call);
Answer readContact(Service &service, const Call &call);
Answer changeContact(Service &service, const Call &call);
/// Where the dialect has it (U23).
Answer deleteContact(Service &service, const Call &call);
Answer deleteContacts(Service &service, const Call &call);

/// A page of contacts; of one list when `listId` is not 0.
Answer contactsPage(Service &service, const Call &call, qint64 listId);
Refusal quotaExceeded(const Service &service);
/// Refused (409) when `count` more contacts do not fit into the account.
void demandRoom(const Service &service, qint64 count);

} // namespace Elenco::Practice
