// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/blanks.h"

#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

// How cells of addresses and tags are read (values of a kind: core/values). All texts UTF-8; thread-safe.

/// "F" or "M" where the word says so in one of five languages, else the text.
std::string normalizedGender(std::string_view text);

/// What a cell of addresses holds: them, without mailto: and brackets; or, where there is none, what was meant for one.
struct EmailReading {
    std::vector<std::string> addresses;
    std::string malformed; ///< empty where the cell says that there is no address
};
EmailReading readEmails(std::string_view text);
/// One "@", a name before it, a domain of two labels behind: what identifies a person.
bool looksLikeEmail(std::string_view text);

} // namespace Elenco
