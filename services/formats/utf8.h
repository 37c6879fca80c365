// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace Elenco {

/// How many bytes at the start are ASCII, in steps of eight (so at least `returned` of them are).
inline size_t asciiPrefix(std::string_view text)
{
    size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + at, 8);
        if (word & 0x8080808080808080ULL)
            break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return at;
}

inline bool isAscii(std::string_view text)
{
    return asciiPrefix(text) == text.size();
}

/// The UTF-8 sequence at the start of `text` (not empty).
struct Utf8Sequence {
    enum class State { Valid, Invalid, Cut };
    State state = State::Valid;
    size_t length = 1; ///< of the sequence, or of the bytes that one U+FFFD stands for (Unicode 15, 3.9, table 3-8)
};
Utf8Sequence utf8Sequence(std::string_view text);

/// Strictly valid: no overlong forms, no surrogates, nothing above U+10FFFF (RFC 3629).
bool isUtf8(std::string_view text);

void appendUtf8(std::string &out, char32_t code);

inline constexpr std::string_view ReplacementCharacter = "\xEF\xBF\xBD";

} // namespace Elenco
