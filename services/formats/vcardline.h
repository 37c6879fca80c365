// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/vcard.h"

#include <string>
#include <string_view>

namespace Elenco {

/// One property as an unfolded content line that 3.0 and 4.0 both read: UTF-8, no quoted-printable, bare types of 2.1
/// as TYPE=, parameters quoted where they must be (RFC 6350 section 3.3, RFC 6868). Without a line end.
std::string contentLine(Card &card, const CardProperty &property, std::string_view fallbackEncoding);

/// Text as a value: backslash, comma, semicolon and line end escaped (RFC 6350 section 3.4).
std::string escapedValue(std::string_view text);

/// A parameter's value, quoted and RFC 6868 encoded where it must be.
std::string parameterValue(std::string_view text);

} // namespace Elenco
