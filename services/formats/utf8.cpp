// SPDX-License-Identifier: Apache-2.0
#include "formats/utf8.h"

namespace Elenco {

Utf8Sequence utf8Sequence(std::string_view text)
{
    using State = Utf8Sequence::State;
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return {State::Valid, 1};
    size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        if (lead == 0xE0)
            low = 0xA0;
        else if (lead == 0xED)
            high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        if (lead == 0xF0)
            low = 0x90;
        else if (lead == 0xF4)
            high = 0x8F;
    } else {
        return {State::Invalid, 1};
    }
    for (size_t i = 1; i < length; ++i) {
        if (i == text.size())
            return {State::Cut, i};
        if (byte(i) < low || byte(i) > high)
            return {State::Invalid, i};
        low = 0x80;
        high = 0xBF;
    }
    return {State::Valid, length};
}

bool isUtf8(std::string_view text)
{
    while (true) {
        text.remove_prefix(asciiPrefix(text));
        if (text.empty())
            return true;
        const Utf8Sequence sequence = utf8Sequence(text);
        if (sequence.state != Utf8Sequence::State::Valid)
            return false;
        text.remove_prefix(sequence.length);
    }
}

void appendUtf8(std::string &out, char32_t code)
{
    const auto put = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        out += ReplacementCharacter;
    } else if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

} // namespace Elenco
