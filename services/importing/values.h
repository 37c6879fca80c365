// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/blanks.h"

#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

// How cells of names, addresses and tags are read (values of a kind: core/values). All texts UTF-8; thread-safe.

struct SplitName {
    std::string first;
    std::string last;
};
/// "Giulia Rossi", "Rossi, Giulia", "Maria Grazia De Luca": the last word, with the particles before it, is the family
/// name.
SplitName splitFullName(std::string_view fullName, bool familyNameFirst);

/// "F" or "M" where the word says so in one of five languages, else the text.
std::string normalizedGender(std::string_view text);

/// The addresses of a cell, without mailto: and brackets. What is no address stays as it is, as the one entry.
std::vector<std::string> readEmails(std::string_view text);
bool looksLikeEmail(std::string_view text);

/// The parts of a cell of tags.
std::vector<std::string> readTags(std::string_view text);

} // namespace Elenco
