// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/json/jsonfields.h"
#include "gateway/records/remotecontact.h"

namespace Elenco {

/// One contact of an answer; a misfit when it has no id, or a field that can't be meant.
RemoteContact contactFromJson(JsonValue value, Misfit &misfit);

/// The body of POST and PUT: only what `change` names. Fields to clear are written as "" or as null. InvalidInput when
/// a number or raw JSON in it is none.
Result<QByteArray> contactToJson(const ContactChange &change, bool clearByNull);

/// The keys that `contact` shows otherwise than `change` wrote them.
QStringList fieldsNotTaken(const ContactChange &change, const RemoteContact &contact);
/// The keys that `change` clears.
QStringList clearedFields(const ContactChange &change);
/// Of what `change` clears, the fields among `keys`.
ContactChange clearingOf(const ContactChange &change, const QStringList &keys);
/// True if `contact` has something in a field that `change` does not name: it was left as it was. What the account lets
/// nobody name (`refusedNames` of its capabilities) stays whatever a change does to the rest, and says nothing.
bool showsOtherFields(const ContactChange &change, const RemoteContact &contact, const QStringList &refusedNames = {});

} // namespace Elenco
