// SPDX-License-Identifier: Apache-2.0
#include "core/values/blanks.h"

#include <utility>

namespace Elenco {

namespace {

// A letter, figure or sign of ASCII: no blank begins or ends with one.
bool isPlain(char c)
{
    return c > ' ' && static_cast<unsigned char>(c) < 0x80;
}

size_t trailingBlankLength(std::string_view text)
{
    if (text.empty())
        return 0;
    if (static_cast<unsigned char>(text.back()) <= ' ')
        return 1;
    for (size_t length : {size_t{2}, size_t{3}}) {
        if (text.size() >= length && blankLength(text.substr(text.size() - length)) == length)
            return length;
    }
    return 0;
}

} // namespace

// U+00A0, U+202F, U+FEFF and U+200B.
size_t blankLength(std::string_view text)
{
    if (text.empty())
        return 0;
    if (static_cast<unsigned char>(text.front()) <= ' ')
        return 1;
    if (text.starts_with("\xC2\xA0"))
        return 2;
    return text.starts_with("\xEF\xBB\xBF") || text.starts_with("\xE2\x80\x8B") || text.starts_with("\xE2\x80\xAF") ? 3
                                                                                                                    : 0;
}

std::string_view trimmed(std::string_view text)
{
    if (!text.empty() && isPlain(text.front()) && isPlain(text.back()))
        return text;
    while (const size_t length = blankLength(text))
        text.remove_prefix(length);
    while (const size_t length = trailingBlankLength(text))
        text.remove_suffix(length);
    return text;
}

std::string simplified(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    bool pending = false;
    while (!text.empty()) {
        if (const size_t length = blankLength(text)) {
            pending = !result.empty();
            text.remove_prefix(length);
            continue;
        }
        if (std::exchange(pending, false))
            result += ' ';
        do {
            result += text.front();
            text.remove_prefix(1);
        } while (!text.empty() && isPlain(text.front()));
    }
    return result;
}

} // namespace Elenco
