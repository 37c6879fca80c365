// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

namespace Elenco::Practice {

// The calls below /contacts/list that are about lists (gateway.md, section 3).
Answer pageOfLists(Service &service, const Call &call);
Answer createList(Service &service, const Call &call);
Answer readList(Service &service, const Call &call);
Answer changeList(Service &service, const Call &call);
Answer deleteLists(Service &service, const Call &call);
Answer pageOfMembers(Service &service, const Call &call);

/// The list that the path, a body or a form names; refused (404) when there is none.
List demandList(const Service &service, qint64 id, const QString &text);

} // namespace Elenco::Practice
