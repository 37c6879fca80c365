// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace Elenco {

/// How many bytes of blank `text` begins with: those of ASCII, and the typographic ones that come from web pages and
/// spreadsheets and look like nothing.
size_t blankLength(std::string_view text);
/// Without blanks at both ends. UTF-8.
std::string_view trimmed(std::string_view text);
/// Trimmed, and runs of blanks and line ends as one blank.
std::string simplified(std::string_view text);

} // namespace Elenco
