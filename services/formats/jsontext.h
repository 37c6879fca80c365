// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace Elenco {

/// Appends UTF-8 text as a JSON string (RFC 8259 section 7); what is no UTF-8 becomes U+FFFD.
void appendJson(std::string &out, std::string_view text);

/// Appends a list of texts as a JSON array.
template <typename Texts>
void appendJsonArray(std::string &out, const Texts &texts)
{
    out += '[';
    bool first = true;
    for (const auto &text : texts) {
        if (!first)
            out += ',';
        first = false;
        appendJson(out, text);
    }
    out += ']';
}

} // namespace Elenco
