// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/json/json.h"
#include "gateway/json/jsonwriter.h"

#include <QStringList>

#include <set>
#include <string>
#include <string_view>

namespace Elenco {

/// Writes what a JSON value is made of and nothing of what it says: keys and types, one element for all those of an
/// array ("text|nothing" where they differ). The names of custom fields are the account's own words, and become "*".
void writeShape(JsonWriter &json, JsonValue value);

/// "page", "size", …: what a page says about itself, by its numbers.
void writePageNumbers(JsonWriter &json, JsonValue value);

} // namespace Elenco
