// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filter.h"

#include <string>

namespace Elenco {

// What is typed as FTS5 expressions over contact.search_text (SearchText). Empty: nothing is asked.

/// A word of a contact that begins so; a number in any notation, by its beginning or by its end.
std::string wordExpression(const QString &word);
/// The digits of a number; empty where there are none.
std::string matchNumber(const std::string &number);

/// A filter cut in two: the words, as one FTS5 expression that the index answers directly, and the rest.
struct SplitFilter {
    std::string match; ///< empty: no words
    Filter rest;
};
SplitFilter splitWords(const Filter &filter);

} // namespace Elenco
