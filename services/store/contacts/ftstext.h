// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/wordneeds.h"

#include <string>

namespace Elenco {

/// Words as an FTS5 expression over contact.search_text (SearchText). Texts are folded and consist of letters and
/// figures only, so that nothing of FTS5's own syntax can get in. Not of needs that ask nothing.
std::string ftsText(const WordNeeds &needs);

} // namespace Elenco
