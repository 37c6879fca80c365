// SPDX-License-Identifier: Apache-2.0
#include "importing/values.h"

#include "core/textfold.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace Elenco {

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// U+00A0 and U+FEFF come from web pages and spreadsheets, and look like nothing.
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

bool isDate(int year, int month, int day)
{
    static constexpr std::array<int, 13> days{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year >= 1000 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days[static_cast<size_t>(month)] && (month != 2 || day < 29 || leap);
}

std::optional<std::string> isoDate(int year, int month, int day)
{
    if (!isDate(year, month, day))
        return {};
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    return text;
}

int toInt(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// Two digits: of this century up to ten years ahead (a loyalty card's end), else of the last (a birthday).
int fullYear(std::string_view digits)
{
    const int year = toInt(digits);
    return digits.size() > 2 ? year : year <= 36 ? 2000 + year : 1900 + year;
}

bool isParticle(std::string_view word)
{
    static constexpr std::array<std::string_view, 28> particles{
        "de", "di", "da", "del", "della", "dello", "dei", "degli", "delle", "dal", "dalla", "dall'", "dell'", "lo",
        "la", "li", "le", "van", "von",   "der",   "den", "zu",    "du",    "des", "dos",   "do",    "el",    "san"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

std::vector<std::string> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string> parts;
    for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find_first_of(separators, at), text.size());
        if (std::string part = simplified(text.substr(at, end - at)); !part.empty())
            parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
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
        result += text.front();
        text.remove_prefix(1);
    }
    return result;
}

std::optional<std::string> readDate(std::string_view text, DateOrder order)
{
    text = trimmed(text);
    // A time of day after the date says nothing that a day keeps.
    if (const size_t blank = text.find_first_of(" T"); blank != std::string_view::npos) {
        const std::string_view rest = text.substr(blank + 1);
        if (rest.size() < 4 || !isDigit(rest.front()) || rest.find(':') == std::string_view::npos)
            return {};
        text = text.substr(0, blank);
    }
    if (text.size() == 8 && std::all_of(text.begin(), text.end(), isDigit))
        return isoDate(toInt(text.substr(0, 4)), toInt(text.substr(4, 2)), toInt(text.substr(6, 2)));
    std::array<std::string_view, 3> parts;
    size_t part = 0, start = 0;
    char separator = 0;
    for (size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && isDigit(text[i]))
            continue;
        if (i == start || part > 2)
            return {};
        parts[part++] = text.substr(start, i - start);
        start = i + 1;
        if (i == text.size())
            break;
        if ((text[i] != '/' && text[i] != '.' && text[i] != '-') || (separator && text[i] != separator))
            return {};
        separator = text[i];
    }
    if (part != 3 || std::any_of(parts.begin(), parts.end(), [](auto p) { return p.size() > 4 || p.size() == 3; }))
        return {};
    if (parts[0].size() == 4)
        return parts[1].size() <= 2 && parts[2].size() <= 2 ? isoDate(toInt(parts[0]), toInt(parts[1]), toInt(parts[2]))
                                                            : std::nullopt;
    if (parts[0].size() > 2 || parts[1].size() > 2 ||
        (order == DateOrder::YearMonthDay && parts[2].size() != 4 && parts[0].size() != 2))
        return {};
    switch (order) {
    case DateOrder::DayMonthYear: return isoDate(fullYear(parts[2]), toInt(parts[1]), toInt(parts[0]));
    case DateOrder::MonthDayYear: return isoDate(fullYear(parts[2]), toInt(parts[0]), toInt(parts[1]));
    case DateOrder::YearMonthDay:
        return parts[2].size() == 4 ? std::nullopt : isoDate(fullYear(parts[0]), toInt(parts[1]), toInt(parts[2]));
    }
    Q_UNREACHABLE();
}

std::optional<std::string> readNumber(std::string_view text, DecimalSign sign)
{
    const char decimal = sign == DecimalSign::Comma ? ',' : '.', group = sign == DecimalSign::Comma ? '.' : ',';
    std::string rest(trimmed(text));
    for (std::string_view unit : {"\xE2\x82\xAC", "EUR", "eur", "$", "\xC2\xA3", "%", "\xC2\xA0", "\xE2\x80\xAF"}) {
        for (size_t at = rest.find(unit); at != std::string::npos; at = rest.find(unit))
            rest.erase(at, unit.size());
    }
    rest = std::string(trimmed(rest));
    std::string plain;
    int sinceGroup = -1;
    bool inDecimals = false;
    for (size_t i = 0; i < rest.size(); ++i) {
        const char c = rest[i];
        if (isDigit(c)) {
            plain += c;
            if (sinceGroup >= 0)
                ++sinceGroup;
        } else if (c == decimal && !inDecimals) {
            if (sinceGroup >= 0 && sinceGroup != 3)
                return {};
            plain += '.';
            inDecimals = true;
            sinceGroup = -1;
        } else if ((c == group || c == ' ' || c == '\'') && !inDecimals && !plain.empty() &&
                   (sinceGroup < 0 || sinceGroup == 3)) {
            sinceGroup = 0;
        } else if ((c == '-' || c == '+') && plain.empty()) {
            if (c == '-')
                plain += c;
        } else {
            return {};
        }
    }
    if (sinceGroup >= 0 && sinceGroup != 3)
        return {};
    const std::string_view digits = std::string_view(plain).substr(plain.starts_with('-') ? 1 : 0);
    if (digits.empty() || !isDigit(digits.back()) || digits.size() > 15 ||
        (digits.size() > 1 && digits[0] == '0' && digits[1] != '.'))
        return {};
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size())
        return {};
    char buffer[64];
    const auto [last, failed] =
        std::to_chars(buffer, buffer + sizeof buffer, value == 0 ? 0.0 : value, std::chars_format::fixed);
    if (failed != std::errc())
        return {};
    return std::string(buffer, last);
}

std::optional<std::string> readBool(std::string_view text)
{
    const std::string folded = foldText(trimmed(text));
    for (std::string_view yes : {"true", "yes", "y", "si", "s", "vero", "ja", "oui", "1", "x"}) {
        if (folded == yes)
            return "true";
    }
    for (std::string_view no : {"false", "no", "n", "falso", "nein", "non", "0"}) {
        if (folded == no)
            return "false";
    }
    return {};
}

SplitName splitFullName(std::string_view fullName, bool familyNameFirst)
{
    const std::string name = simplified(fullName);
    if (const size_t comma = name.find(','); comma != std::string::npos)
        return {simplified(std::string_view(name).substr(comma + 1)),
                simplified(std::string_view(name).substr(0, comma))};
    const std::vector<std::string> words = split(name, " ");
    if (words.size() < 2)
        return {name, {}};
    const auto joined = [&](size_t from, size_t to) {
        std::string text;
        for (size_t i = from; i < to; ++i)
            text += (text.empty() ? "" : " ") + words[i];
        return text;
    };
    if (familyNameFirst) {
        size_t cut = 1;
        while (cut + 1 < words.size() && isParticle(foldText(words[cut - 1])))
            ++cut;
        return {joined(cut, words.size()), joined(0, cut)};
    }
    size_t cut = words.size() - 1;
    while (cut > 1 && isParticle(foldText(words[cut - 1])))
        --cut;
    return {joined(0, cut), joined(cut, words.size())};
}

std::string normalizedGender(std::string_view text)
{
    const std::string folded = foldText(trimmed(text));
    for (std::string_view female : {"f", "femmina", "donna", "female", "woman", "w", "weiblich", "frau", "femme",
                                    "feminin", "mujer", "femenino", "sig.ra", "signora"}) {
        if (folded == female)
            return "F";
    }
    for (std::string_view male : {"m", "maschio", "uomo", "male", "man", "mannlich", "herr", "homme", "masculin",
                                  "hombre", "masculino", "sig.", "signor"}) {
        if (folded == male)
            return "M";
    }
    return simplified(text);
}

bool looksLikeEmail(std::string_view text)
{
    const size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
           text.find('.', at + 2) != std::string_view::npos && text.back() != '.' &&
           text.find_first_of(" \t\n<>(),;") == std::string_view::npos;
}

std::vector<std::string> readEmails(std::string_view text)
{
    const auto bare = [](std::string_view part) {
        part = trimmed(part);
        if (const size_t open = part.rfind('<'); open != std::string_view::npos && part.ends_with('>'))
            part = part.substr(open + 1, part.size() - open - 2);
        if (part.size() > 7 && foldText(part.substr(0, 7)) == "mailto:")
            part.remove_prefix(7);
        return trimmed(part);
    };
    const std::string_view whole = bare(text);
    if (whole.empty())
        return {};
    if (looksLikeEmail(whole))
        return {std::string(whole)};
    std::vector<std::string> found;
    for (const std::string &part : split(text, ",;|\n ")) {
        if (const std::string_view address = bare(part); looksLikeEmail(address))
            found.emplace_back(address);
    }
    return found.empty() ? std::vector<std::string>{std::string(trimmed(text))} : found;
}

std::vector<std::string> readTags(std::string_view text)
{
    return split(text, ",;|\n");
}

} // namespace Elenco
