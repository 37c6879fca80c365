// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/vcardwriter.h"

namespace Elenco {

/// Lines of a card whose values the contact's fields hold, and which say more than these ("item1.TEL;TYPE=WORK:…",
/// "FN:Dott.ssa Bice Usai"): kept among the unknown ones with this sign before them.
inline constexpr char keptSign = '=';

/// Whether a field alone would give the property back otherwise than it came. `line`: its content line, unfolded and in
/// UTF-8 (contentLine()).
bool saysMore(const Card &card, const CardProperty &property, std::string_view line);

/// Whether there is a line among the kept ones of a card that no field holds.
bool holdsUnknown(std::string_view unknownProperties);

/// Gives the values of a card that is to be written the lines that they came in, as far as they are the same still;
/// what was edited or taken away since is written as if it had never come in a card. Labels go with what they name.
void restoreKept(CardText &card);

} // namespace Elenco
