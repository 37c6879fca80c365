// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

// Bytes of ASCII, whatever the locale says; bytes of other letters in UTF-8 (0x80 and above) are none of these.

namespace Elenco {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// One or more digits, and nothing else.
constexpr bool areDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// What no cell and no line can hold as it is: line ends, tabulators, NUL, DEL.
constexpr bool hasControlCharacters(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Without the blanks at both ends that a line of a file can have; of what people type, typographic ones too, it is
/// trimmed() (core/values/blanks.h).
template <typename IsBlank>
constexpr std::string_view strippedOf(IsBlank isBlank, std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

constexpr std::string_view stripped(std::string_view text)
{
    return strippedOf([](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }, text);
}

/// The same of one line, which has no end any more.
constexpr std::string_view strippedLine(std::string_view line)
{
    return strippedOf([](char c) { return c == ' ' || c == '\t'; }, line);
}

template <size_t N>
constexpr bool isOneOf(std::string_view text, const std::array<std::string_view, N> &texts)
{
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

} // namespace Elenco
