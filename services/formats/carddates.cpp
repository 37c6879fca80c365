// SPDX-License-Identifier: Apache-2.0
#include "formats/carddates.h"

#include "core/asciitext.h"

#include <QDate>

#include <algorithm>
#include <string>

namespace Elenco {

namespace {

/// 31 February is no date, and must not look like one.
bool isDay(std::string_view year, std::string_view month, std::string_view day)
{
    const auto number = [](std::string_view digits) {
        int value = 0;
        for (const char c : digits)
            value = value * 10 + (c - '0');
        return value;
    };
    return QDate(number(year), number(month), number(day)).isValid();
}

} // namespace

std::string_view withoutYear(std::string_view date, std::string_view year, TextArena &arena)
{
    if (date.size() == 10 && date[4] == '-' && (date.substr(0, 4) == year || date.substr(0, 4) == YearOfNobody))
        return arena.add("--" + std::string(date.substr(5)));
    const bool isShort =
        date.size() == 6 && date.starts_with("--") && date.find_first_not_of("0123456789", 2) == std::string_view::npos;
    return isShort ? arena.add("--" + std::string(date.substr(2, 2)) + "-" + std::string(date.substr(4))) : date;
}

std::string_view isoDate(std::string_view text, TextArena &arena)
{
    text = stripped(text);
    const auto digits = [&](size_t from, size_t count) {
        if (from + count > text.size())
            return false;
        return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                           text.begin() + static_cast<std::ptrdiff_t>(from + count),
                           isDigit);
    };
    const bool basic = digits(0, 8) && (text.size() == 8 || text[8] == 'T');
    if (basic) {
        if (!isDay(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)))
            return text;
        std::string iso(text.substr(0, 4));
        iso.append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2));
        return arena.add(iso);
    }
    const bool extended = digits(0, 4) && digits(5, 2) && digits(8, 2) && text[4] == '-' && text[7] == '-';
    if (extended && (text.size() == 10 || text[10] == 'T' || text[10] == ' ') &&
        isDay(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)))
        return text.substr(0, 10);
    return text;
}

std::string_view dayOf(std::string_view text, std::string_view head, TextArena &arena)
{
    constexpr std::string_view omits = "X-APPLE-OMIT-YEAR=";
    const size_t at = head.find(omits);
    const std::string_view year = at == std::string_view::npos ? YearOfNobody : head.substr(at + omits.size(), 4);
    return withoutYear(isoDate(text, arena), year, arena);
}

} // namespace Elenco
