// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/json/jsonfields.h"
#include "gateway/records/remotelist.h"

namespace Elenco {

/// One list of an answer; a misfit when it has no id.
RemoteList listFromJson(JsonValue value, Misfit &misfit);
/// The body of POST and PUT: only what `change` names.
QByteArray listToJson(const ListChange &change);

/// The answer to an addition or a removal, whichever of its shapes it has; an empty body says nothing.
Result<MembershipOutcome> membershipFromJson(const QByteArray &body);
/// The body of both.
QByteArray membershipToJson(const QList<RemoteId> &listIds, const QList<RemoteId> &contactIds);

} // namespace Elenco
