// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/textarena.h"

#include <string_view>

namespace Elenco {

/// The year that Apple's cards have where none is known.
inline constexpr std::string_view YearOfNobody = "1604";

/// A date as a card has it (19850412, 1985-04-12, 1985-04-12T00:00:00Z) as ISO 8601; other text stays as it is.
std::string_view isoDate(std::string_view text, TextArena &arena);

/// The birthday of a card's line: a day of the year 1604, or of that which the line's `head` says to leave out
/// (X-APPLE-OMIT-YEAR), is a day and a month ("--05-09").
std::string_view dayOf(std::string_view text, std::string_view head, TextArena &arena);
/// "1604-05-09" and "--0509" as "--05-09": a day and a month, where the year is the one to leave out.
std::string_view withoutYear(std::string_view date, std::string_view year, TextArena &arena);

} // namespace Elenco
