// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace Elenco {

/// Whether a cell holds a sign for "nothing" that can be no text of its own: dashes, "n/d", "#N/A", "NULL", a
/// calculation's "nan". UTF-8; thread-safe.
bool isFiller(std::string_view text);

/// Whether a cell holds what a spreadsheet shows where a calculation failed, in five languages: "#N/A", "#RIF!",
/// "#DIV/0!", "Err:502". UTF-8; thread-safe.
bool isCalculationError(std::string_view text);

/// Whether a cell of numbers, addresses, amounts or days says that there is none: a filler, or a word for it in five
/// languages ("nessuno", "none", "k.A."). UTF-8; thread-safe.
bool meansNone(std::string_view text);
/// "no", which is a value where a yes could stand.
bool meansNo(std::string_view text);
/// "0/0/00", "0000-00-00 00:00:00".
bool isNoDay(std::string_view text);

/// As meansNone(), for cells of phone numbers: figures that are all the same are typed to get past a form.
bool meansNoPhone(std::string_view text);

} // namespace Elenco
