// SPDX-License-Identifier: Apache-2.0
#include "core/values/numbertext.h"

#include "core/asciitext.h"
#include "core/values/blanks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace Elenco {

namespace {

constexpr std::array<std::string_view, 14> units{
    "\xE2\x82\xAC", "EURO", "Euro", "euro", "EUR", "eur", "CHF", "USD", "GBP", "SFr.", "Fr.", "$", "\xC2\xA3", "%"};
constexpr std::string_view typographicApostrophe = "\xE2\x80\x99";

// Signs that say nothing about the value, at the ends or between groups: typographic blanks and apostrophes become the
// ones of ASCII.
std::string withoutUnits(std::string_view text)
{
    std::string rest;
    rest.reserve(text.size());
    for (text = trimmed(text); !text.empty();) {
        if (isDigit(text.front()) || text.front() == '.' || text.front() == ',') {
            rest += text.front();
            text.remove_prefix(1);
            continue;
        }
        if (const size_t blank = blankLength(text)) {
            rest += ' ';
            text.remove_prefix(blank);
            continue;
        }
        if (text.starts_with(typographicApostrophe)) {
            rest += '\'';
            text.remove_prefix(typographicApostrophe.size());
            continue;
        }
        const auto unit =
            std::find_if(units.begin(), units.end(), [&](std::string_view each) { return text.starts_with(each); });
        if (unit == units.end()) {
            rest += text.front();
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(unit->size());
    }
    return rest;
}

// The digits with a point before the decimals, or nothing.
std::optional<std::string> withoutGroups(std::string_view text, DecimalSign sign)
{
    const char decimal = sign == DecimalSign::Comma ? ',' : '.', group = sign == DecimalSign::Comma ? '.' : ',';
    std::string plain;
    size_t digits = 0; // since the last sign
    bool isGrouped = false, inDecimals = false;
    for (char c : text) {
        const bool endsGroup = isGrouped ? digits == 3 : digits > 0;
        if (isDigit(c)) {
            plain += c;
            ++digits;
        } else if (c == decimal && !inDecimals) {
            if (isGrouped && !endsGroup)
                return {};
            plain += '.';
            inDecimals = true;
            isGrouped = false;
        } else if ((c == group || c == ' ' || c == '\'') && !inDecimals && endsGroup && digits <= 3) {
            isGrouped = true;
            digits = 0;
        } else if ((c == '-' || c == '+') && plain.empty()) {
            if (c == '-')
                plain += c;
        } else {
            return {};
        }
    }
    if (isGrouped && digits != 3)
        return {};
    return plain;
}

// From digits with a point.
std::optional<std::string> printed(std::string_view plain)
{
    if (plain.empty() || !isDigit(plain.back()))
        return {};
    double value = 0;
    const auto [end, error] =
        std::from_chars(plain.data(), plain.data() + plain.size(), value, std::chars_format::fixed);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value))
        return {};
    return canonicalText(value == 0 ? 0.0 : value);
}

std::string_view wholePart(std::string_view plain)
{
    plain = plain.substr(plain.starts_with('-') ? 1 : 0);
    return plain.substr(0, plain.find('.'));
}

bool hasLeadingZero(std::string_view plain)
{
    const std::string_view whole = wholePart(plain);
    return whole.size() > 1 && whole.front() == '0';
}

std::string withoutLeadingZeros(std::string_view plain)
{
    std::string text(plain);
    const size_t first = text.starts_with('-') ? 1 : 0;
    const size_t digit = std::min(text.find_first_not_of('0', first), text.size());
    const bool keepsOne = digit == text.size() || text[digit] == '.';
    text.erase(first, digit - first - (keepsOne && digit > first ? 1 : 0));
    return text;
}

// A number of a person's: one that would lose figures of its whole part is refused rather than changed.
std::optional<std::string> exact(std::string_view plain)
{
    const std::string text = withoutLeadingZeros(plain);
    std::optional<std::string> number = printed(text);
    if (number && wholePart(*number) != wholePart(text) && wholePart(text).size() > 15)
        return {};
    return number;
}

bool isPlain(std::string_view text)
{
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    return !digits.empty() && isDigit(digits.front()) && isDigit(digits.back()) &&
           std::count(digits.begin(), digits.end(), '.') <= 1 &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return isDigit(c) || c == '.'; });
}

} // namespace

std::optional<std::string> readNumber(std::string_view text, DecimalSign sign)
{
    // Most cells of a column that is looked over are words, or begin like one ("via Roma 5").
    text = trimmed(text);
    if (text.size() > 64 || std::none_of(text.begin(), text.end(), isDigit) ||
        (text.front() >= 'a' && text.front() <= 'z' && !text.starts_with("eur")))
        return {};
    const std::optional<std::string> plain = withoutGroups(trimmed(withoutUnits(text)), sign);
    if (!plain || hasLeadingZero(*plain) || std::count_if(plain->begin(), plain->end(), isDigit) > 15)
        return {};
    return printed(*plain);
}

std::optional<std::string> readTypedNumber(std::string_view text, DecimalSign sign)
{
    const std::string rest = withoutUnits(text);
    const std::string_view typed = trimmed(rest);
    const std::optional<std::string> plain = withoutGroups(typed, sign);
    // "0.500" has no thousands.
    const bool isGrouped = plain && wholePart(*plain).size() > wholePart(typed).size();
    if (plain && !(isGrouped && hasLeadingZero(*plain)))
        return exact(*plain);
    return isPlain(typed) ? exact(typed) : std::nullopt;
}

std::string canonicalText(double value)
{
    char buffer[400];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    return error == std::errc() && std::isfinite(value) ? std::string(buffer, end) : std::string();
}

std::optional<double> canonicalNumber(std::string_view text)
{
    if (!isPlain(text))
        return {};
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || canonicalText(value) != text)
        return {};
    return value;
}

std::optional<std::string> readPlainNumber(std::string_view text)
{
    if (!isPlain(text))
        return {};
    // "5.000" is five thousand to half of Europe, and no number prints so: nobody is to be wrong by a thousand.
    const std::string_view whole = wholePart(text);
    const size_t point = text.find('.');
    const bool isDoubtful = point != std::string_view::npos && text.size() - point == 4 && text.back() == '0' &&
                            whole.size() <= 3 && whole.front() != '0';
    return isDoubtful ? std::nullopt : exact(text);
}

} // namespace Elenco
