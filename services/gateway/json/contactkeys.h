// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/records/remotecontact.h"

#include <optional>

namespace Elenco {

/// The keys that the body of a change has: "firstName", "customFields", each of "customFields.x", and what is in extra.
QStringList keysOf(const ContactChange &change);
/// A change that does not name these keys; "customFields.x" takes one custom field out of it.
ContactChange without(const ContactChange &change, const QStringList &keys);
/// A change that names none but these keys.
ContactChange only(const ContactChange &change, const QStringList &keys);

/// The body of POST and PUT, as contactToJson(); with `wholeName` it says `name` in place of firstName and lastName.
Result<QByteArray> contactBody(const ContactChange &change, bool clearByNull, const std::optional<QString> &wholeName);

} // namespace Elenco
