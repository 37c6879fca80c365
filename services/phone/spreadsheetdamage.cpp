// SPDX-License-Identifier: Apache-2.0
#include "phone/spreadsheetdamage.h"

#include "core/asciitext.h"

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

size_t digitsAt(std::string_view text, size_t at)
{
    size_t n = 0;
    while (at + n < text.size() && isDigit(text[at + n]))
        ++n;
    return n;
}

int number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits.substr(0, 6))
        value = value * 10 + (c - '0');
    return value;
}

/// "3,93401E+11": one digit, decimals, an exponent.
bool readScientific(std::string_view text, CellReading &reading)
{
    size_t at = !text.empty() && text[0] == '+' ? 1 : 0;
    const size_t whole = digitsAt(text, at);
    if (whole == 0)
        return false;
    std::string digits(text.substr(at, whole));
    at += whole;
    size_t decimals = 0;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        decimals = digitsAt(text, at + 1);
        digits.append(text.substr(at + 1, decimals));
        at += 1 + decimals;
    }
    if (at >= text.size() || (text[at] != 'E' && text[at] != 'e'))
        return false;
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-'))
        ++at;
    const size_t exponentDigits = digitsAt(text, at);
    if (exponentDigits == 0 || exponentDigits > 3 || at + exponentDigits != text.size())
        return false;
    const bool complete = text[at - 1] != '-' && size_t(number(text.substr(at))) == decimals;
    reading.shape = complete ? CellShape::FullScientific : CellShape::Scientific;
    if (complete)
        reading.digits = std::move(digits);
    return true;
}

/// "393471234567.0" and "3471234567,00".
bool readNumber(std::string_view text, CellReading &reading)
{
    const size_t sign = !text.empty() && text[0] == '+' ? 1 : 0;
    const size_t whole = digitsAt(text, sign);
    if (whole < 6 || sign + whole + 2 > text.size())
        return false;
    const char point = text[sign + whole];
    const std::string_view tail = text.substr(sign + whole + 1);
    if ((point != '.' && point != ',') || tail.size() > 2 || tail.find_first_not_of('0') != tail.npos)
        return false;
    reading.shape = CellShape::Number;
    reading.digits = text.substr(0, sign + whole);
    return true;
}

/// Three groups that are a day, a month and a year, in some order, and perhaps a time.
bool isDate(std::string_view text)
{
    std::array<std::string_view, 3> part;
    size_t at = 0;
    char separator = 0;
    for (size_t i = 0; i < part.size(); ++i) {
        const size_t n = digitsAt(text, at);
        if (n == 0 || n > 4)
            return false;
        part[i] = text.substr(at, n);
        at += n;
        if (i == 2)
            break;
        if (at >= text.size() || (text[at] != '/' && text[at] != '-' && text[at] != '.'))
            return false;
        if (separator != 0 && text[at] != separator)
            return false;
        separator = text[at++];
    }
    if (at < text.size() && text[at] != ' ' && text[at] != 'T')
        return false;
    if (text.substr(at).find_first_not_of(" T0123456789:.Z+") != text.npos || text.size() - at > 20)
        return false;
    if (at < text.size() && text.find(':', at) == text.npos)
        return false;
    const auto isYear = [](std::string_view p) { return p.size() == 4 && number(p) >= 1900 && number(p) <= 2100; };
    const auto isDay = [](std::string_view p) { return p.size() <= 2 && number(p) >= 1 && number(p) <= 31; };
    return isDay(part[1]) && ((isDay(part[0]) && isYear(part[2])) || (isYear(part[0]) && isDay(part[2])));
}

} // namespace

CellReading readCellShape(std::string_view plain)
{
    // ="393…" and '393… keep a spreadsheet from calculating; they are not part of the value.
    constexpr std::string_view wrapping = "'\"= \t\n\r";
    const size_t first = plain.find_first_not_of(wrapping);
    if (first == plain.npos)
        return {};
    const std::string_view text = plain.substr(first, plain.find_last_not_of(wrapping) - first + 1);
    CellReading reading;
    if (readScientific(text, reading) || readNumber(text, reading))
        return reading;
    if (isDate(text))
        reading.shape = CellShape::Date;
    return reading;
}

} // namespace Elenco
