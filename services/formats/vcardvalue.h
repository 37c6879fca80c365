// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/vcard.h"

#include <span>
#include <string_view>
#include <vector>

namespace Elenco {

/// Decodes the values of one card into its arena: quoted-printable (RFC 2045 section 6.7), the charset of the
/// property, the escapes of the version (RFC 6350 section 3.4).
class CardValueDecoder
{
public:
    /// `fallback`: the encoding of bytes that are no UTF-8 and whose property names no charset.
    CardValueDecoder(Card &card, std::string_view fallback) : m_card(card), m_fallback(fallback) {}

    /// The value as UTF-8, escapes still in it.
    std::string_view text(const CardProperty &property);
    /// Escapes resolved: \n, \N, \\, \, \; and in 2.1 \: as well; any other backslash stays.
    std::string_view unescaped(std::string_view text);
    /// At most parts.size() components, split at bare semicolons and unescaped; what is left over is dropped.
    void components(std::string_view text, std::span<std::string_view> parts);
    /// All components.
    void components(std::string_view text, std::vector<std::string_view> &parts);
    /// Split at bare commas and unescaped.
    void list(std::string_view text, std::vector<std::string_view> &values);

private:
    std::string_view quotedPrintable(std::string_view text);

    Card &m_card;
    std::string_view m_fallback;
};

/// What a value of N has behind its five parts (RFC 9554 has seven), as written and with the semicolon in front.
std::string_view furtherNameParts(std::string_view name);

} // namespace Elenco
