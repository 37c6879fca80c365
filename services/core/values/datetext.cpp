// SPDX-License-Identifier: Apache-2.0
#include "core/values/datetext.h"

#include "core/asciitext.h"
#include "core/textfold.h"
#include "core/values/blanks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace Elenco {

namespace {

using Parts = std::array<std::string_view, 3>;

int toInt(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool isDay(int year, int month, int day)
{
    static constexpr std::array<int, 13> days{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year >= 1000 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days[static_cast<size_t>(month)] && (month != 2 || day < 29 || leap);
}

std::optional<std::string> isoDate(int year, int month, int day)
{
    if (!isDay(year, month, day))
        return {};
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    return text;
}

// Two digits: the one year of the hundred that end in twenty years, which hold birthdays and a card's end alike.
int fullYear(std::string_view digits, int thisYear)
{
    const int year = toInt(digits);
    if (digits.size() != 2)
        return year;
    const int first = thisYear - 79;
    return first + ((year - first) % 100 + 100) % 100;
}

// 0 for a word that is no month. Three letters tell every month of both languages from the others.
int monthOf(std::string_view word)
{
    static constexpr std::array<std::array<std::string_view, 2>, 12> names{{{"gennaio", "january"},
                                                                            {"febbraio", "february"},
                                                                            {"marzo", "march"},
                                                                            {"aprile", "april"},
                                                                            {"maggio", "may"},
                                                                            {"giugno", "june"},
                                                                            {"luglio", "july"},
                                                                            {"agosto", "august"},
                                                                            {"settembre", "september"},
                                                                            {"ottobre", "october"},
                                                                            {"novembre", "november"},
                                                                            {"dicembre", "december"}}};
    std::string folded = foldText(word);
    if (folded.ends_with('.'))
        folded.pop_back();
    if (folded.size() < 3)
        return 0;
    for (size_t month = 0; month < names.size(); ++month) {
        for (std::string_view name : names[month]) {
            if (name.starts_with(folded))
                return static_cast<int>(month) + 1;
        }
    }
    return 0;
}

// Cuts at one of the separators; more or less than three parts are no date.
bool cut(std::string_view text, std::string_view separators, Parts &parts)
{
    size_t count = 0;
    for (size_t at = 0; at < text.size();) {
        const size_t start = text.find_first_not_of(separators, at);
        if (start == std::string_view::npos)
            break;
        if (count == parts.size())
            return false;
        const size_t end = std::min(text.find_first_of(separators, start), text.size());
        parts[count++] = text.substr(start, end - start);
        at = end;
    }
    return count == parts.size();
}

// "15 marzo 2026", "1º maggio 1961", "15-mar-26", "March 15, 2026".
std::optional<std::string> readWords(std::string_view text, int thisYear)
{
    Parts parts;
    if (!cut(text, " \t,/-", parts))
        return {};
    const size_t month = isDigit(parts[0].front()) ? 1 : 0;
    std::string_view day = parts[1 - month];
    for (std::string_view mark : {".", "\xC2\xBA", "\xC2\xB0"}) { // "1º maggio"
        if (day.ends_with(mark))
            day.remove_suffix(mark.size());
    }
    if (!areDigits(day) || day.size() > 2 || !areDigits(parts[2]) || (parts[2].size() != 2 && parts[2].size() != 4))
        return {};
    return isoDate(fullYear(parts[2], thisYear), monthOf(parts[month]), toInt(day));
}

std::optional<std::string> readFigures(const Parts &parts, DateOrder order, int thisYear)
{
    if (std::any_of(parts.begin(), parts.end(), [](auto part) { return part.size() > 4 || part.size() == 3; }))
        return {};
    if (parts[0].size() == 4)
        return parts[1].size() <= 2 && parts[2].size() <= 2 ? isoDate(toInt(parts[0]), toInt(parts[1]), toInt(parts[2]))
                                                            : std::nullopt;
    if (parts[0].size() > 2 || parts[1].size() > 2 ||
        (order == DateOrder::YearMonthDay && parts[2].size() != 4 && parts[0].size() != 2))
        return {};
    switch (order) {
    case DateOrder::DayMonthYear: return isoDate(fullYear(parts[2], thisYear), toInt(parts[1]), toInt(parts[0]));
    case DateOrder::MonthDayYear: return isoDate(fullYear(parts[2], thisYear), toInt(parts[0]), toInt(parts[1]));
    case DateOrder::YearMonthDay:
        return parts[2].size() == 4 ? std::nullopt
                                    : isoDate(fullYear(parts[0], thisYear), toInt(parts[1]), toInt(parts[2]));
    }
    return {};
}

} // namespace

std::optional<std::string> readDate(std::string_view text, DateOrder order, int thisYear)
{
    text = trimmed(text);
    if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }) ||
        std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1)
        return readWords(text, thisYear);
    // A time of day after the date says nothing that a day keeps.
    if (const size_t blank = text.find_first_of(" T"); blank != std::string_view::npos) {
        const std::string_view rest = text.substr(blank + 1);
        if (rest.size() < 4 || !isDigit(rest.front()) || rest.find(':') == std::string_view::npos)
            return {};
        text = text.substr(0, blank);
    }
    if (text.size() == 8 && areDigits(text))
        return isoDate(toInt(text.substr(0, 4)), toInt(text.substr(4, 2)), toInt(text.substr(6, 2)));
    Parts parts;
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
    return part == 3 ? readFigures(parts, order, thisYear) : std::nullopt;
}

bool isCanonicalDate(std::string_view text)
{
    return text.size() == 10 && isCanonicalPeriod(text);
}

bool isCanonicalPeriod(std::string_view text)
{
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7 ? text[i] != '-' : !isDigit(text[i]))
            return false;
    }
    return isDay(toInt(text.substr(0, 4)), text.size() > 4 ? toInt(text.substr(5, 2)) : 1,
                 text.size() > 7 ? toInt(text.substr(8, 2)) : 1);
}

} // namespace Elenco
