// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace Elenco {

/// What a cell looks like; only as good as a guess of the dialect needs it.
enum class CellLook {
    Empty,
    Number,
    Date, ///< or a time, or both
    Email,
    Url,
    Phone,
    Structured, ///< JSON and the like: a whole of its own, though it holds commas
    Text,       ///< words and their punctuation
    Prose,      ///< text that holds commas or semicolons
    Odd,        ///< none of these: probably cut in the wrong place
};

CellLook cellLook(std::string_view cell);

/// A word that heads a column in an export of contacts, in Italian, English, German, French or Spanish.
bool isHeaderWord(std::string_view cell);

} // namespace Elenco
