// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/columnmapping.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

// How single cells are read. All texts UTF-8; thread-safe.

/// Without blanks (also typographic ones) at both ends.
std::string_view trimmed(std::string_view text);
/// Trimmed, and runs of blanks and line ends as one blank.
std::string simplified(std::string_view text);

/// A date as ISO 8601 ("2026-03-15"), or nothing. Reads 15/03/2026, 15.3.26, 2026-03-15, 20260315, with a time after it
/// (which is dropped), in the given order of day, month and year; a year-first date is read in any order.
std::optional<std::string> readDate(std::string_view text, DateOrder order);

/// A number in shortest form with a point ("6800.5"), or nothing. Reads "6.800,50 €", "1 234,5", "-12%" by the sign.
/// Digits with a leading zero (a postal code) are no number.
std::optional<std::string> readNumber(std::string_view text, DecimalSign sign);

/// "yes", "no", "sì", "true", "1", … as "true" or "false".
std::optional<std::string> readBool(std::string_view text);

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
