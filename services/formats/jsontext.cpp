// SPDX-License-Identifier: Apache-2.0
#include "formats/jsontext.h"

#include "formats/utf8.h"

#include <cstdio>

namespace Elenco {

void appendJson(std::string &out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        const Utf8Sequence sequence = utf8Sequence(text);
        const std::string_view piece = text.substr(0, sequence.length);
        text.remove_prefix(sequence.length);
        if (sequence.state != Utf8Sequence::State::Valid) {
            out += ReplacementCharacter;
            continue;
        }
        const auto c = static_cast<unsigned char>(piece.front());
        if (c == '"' || c == '\\') {
            out += '\\';
            out += piece;
        } else if (c < 0x20 || c == 0x7F) {
            char code[8];
            std::snprintf(code, sizeof code, "\\u%04x", c);
            out += code;
        } else {
            out += piece;
        }
    }
    out += '"';
}

} // namespace Elenco
