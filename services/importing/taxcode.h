// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace Elenco {

/// Whether a cell holds the tax code of a person: sixteen signs with the right one at the end.
bool isTaxCode(std::string_view cell);

/// Whether the tax code of a person in Italy ("RSSGLI80E47F205X") begins as one of this family name does: its
/// consonants, then its vowels, then X, three of them (decree of the Minister of Finance of 23 December 1976, article
/// 2).
bool isFamilyNameOf(std::string_view taxCode, std::string_view familyName);

} // namespace Elenco
