// SPDX-License-Identifier: Apache-2.0
#include "phone/phonetext.h"

#include <QChar>

namespace Elenco {

namespace {

/// The next code point of `text` from `at` on; an invalid byte counts as a symbol of its own.
char32_t nextCodePoint(std::string_view text, size_t &at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    const int more = lead >= 0xF0 && lead < 0xF8 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    if (more == 0 || lead >= 0xF8 || at + size_t(more) > text.size())
        return U'\uFFFD';
    char32_t code = lead & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + size_t(i)]);
        if ((byte & 0xC0) != 0x80)
            return U'\uFFFD';
        code = (code << 6) | (byte & 0x3F);
    }
    at += size_t(more);
    return code;
}

/// 0: vanishes.
char plain(char32_t code)
{
    switch (code) {
    case U'\u0085':
    case U'\u2028':
    case U'\u2029': return '\n';
    case U'\u2212': // minus
    case U'\u30FC': // prolonged sound mark, a dash in Japanese numbers
        return '-';
    case U'\uFF0B':
    case U'\u2795': return '+';
    case U'\uFF08': return '(';
    case U'\uFF09': return ')';
    case U'\uFF0E':
    case U'\u00B7': return '.';
    case U'\uFF0F':
    case U'\u2044':
    case U'\u2215': return '/';
    case U'\uFF0C':
    case U'\u3001': return ',';
    case U'\u2018':
    case U'\u2019': return '\'';
    default: break;
    }
    switch (QChar::category(code)) {
    case QChar::Number_DecimalDigit: return char('0' + QChar::digitValue(code));
    case QChar::Separator_Space: return ' ';
    case QChar::Punctuation_Dash: return '-';
    case QChar::Other_Format: // directions, zero width, soft hyphen, byte order mark
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing: return 0;
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other: return '\x80';
    default: return ';';
    }
}

} // namespace

std::string plainPhoneText(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            result.push_back(text[at++]);
            continue;
        }
        if (const char c = plain(nextCodePoint(text, at)))
            result.push_back(c);
    }
    return result;
}

} // namespace Elenco
