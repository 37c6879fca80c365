// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace Elenco {

// A spreadsheet takes a cell of a CSV file that begins with = + - @, a tab or a line end for a formula, and runs it. An
// apostrophe before it makes it a text; the two functions undo each other for every text.

/// Whether a spreadsheet might run it, or readers of ours would take its apostrophe for a guard.
bool needsGuard(std::string_view cell);
/// With an apostrophe before it where it needs one.
std::string withGuard(std::string cell);
/// Without the apostrophe that guards it.
std::string_view withoutGuard(std::string_view cell);

} // namespace Elenco
