// SPDX-License-Identifier: Apache-2.0
#include "importing/columnprofile.h"

#include "core/asciitext.h"
#include "core/values/booltext.h"
#include "core/values/fillers.h"
#include "importing/values.h"

#include <algorithm>

namespace Elenco {

namespace {

constexpr size_t mostSamples = 40;
// Words are looked up until it is clear that the column has others.
constexpr qint64 enoughToTell = 50;
constexpr size_t longestWord = 32;

// Which century a year of two digits lies in is all the same here.
std::optional<std::string> date(std::string_view cell, DateOrder order)
{
    return readDate(cell, order, 2026);
}

} // namespace

void ColumnProfile::add(std::string_view cell)
{
    cell = trimmed(cell);
    if (cell.empty() || isFiller(cell) || isNoDay(cell))
        return;
    ++m_filled;
    m_bools += cell == "true" || cell == "false";
    size_t digits = 0, letters = 0, blanks = 0, others = 0;
    for (char c : cell.substr(0, 64)) {
        if (isDigit(c))
            ++digits;
        else if (c == ' ')
            ++blanks;
        else if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            ++letters;
        else if (c != '\'' && c != '.')
            ++others;
    }
    const bool isDay = digits >= 5 && digits <= 20 && letters <= digits + 4 && addDate(cell);
    const ValueShape shape = shapeOf(cell);
    ++m_shapes[static_cast<size_t>(shape)];
    if (letters == 0 && digits >= 8 && digits <= 15 && cell.size() <= 24 && !isDay && shape == ValueShape::Other) {
        ++m_phones;
        if (m_phoneSamples.size() < mostSamples)
            m_phoneSamples.emplace_back(cell);
    }
    if (letters > 0 && others > 0 && Elenco::looksLikeEmail(cell))
        ++m_emails;
    if (digits == 0 && others == 0 && letters > 3 && blanks >= 1 && blanks <= 4)
        ++m_names;
    if (cell.size() <= longestWord && (m_filled < enoughToTell || m_answers + m_standings > 0)) {
        const Standing standing = digits == 0 ? standingOf(cell) : Standing::Other;
        m_standings += standing != Standing::Other;
        m_out += standing == Standing::Out;
        m_answers += readBool(cell).has_value();
    }
    m_provinces += isItalianProvince(cell);
    bool isNational = false;
    m_prefixes += m_prefixes == m_filled - 1 && !prefixDigits(cell, &isNational).empty();
    if (digits > 0 && letters <= digits + 4)
        addNumber(cell, digits, letters);
    if (digits != cell.size())
        m_longestWhole = -1;
    else if (m_longestWhole >= 0)
        m_longestWhole = std::max(m_longestWhole, static_cast<int>(digits));
}

bool ColumnProfile::addDate(std::string_view cell)
{
    const auto dayFirst = date(cell, DateOrder::DayMonthYear), monthFirst = date(cell, DateOrder::MonthDayYear),
               yearFirst = date(cell, DateOrder::YearMonthDay);
    m_dates[static_cast<size_t>(DateOrder::DayMonthYear)] += dayFirst.has_value();
    m_dates[static_cast<size_t>(DateOrder::MonthDayYear)] += monthFirst.has_value();
    // "15/3/26" is no day of 2015 as long as it may be one of 2026.
    m_dates[static_cast<size_t>(DateOrder::YearMonthDay)] +=
        yearFirst && (!dayFirst || dayFirst == yearFirst) && (!monthFirst || monthFirst == yearFirst);
    return dayFirst.has_value();
}

void ColumnProfile::addNumber(std::string_view cell, size_t digits, size_t letters)
{
    const auto point = readNumber(cell, DecimalSign::Point), comma = readNumber(cell, DecimalSign::Comma);
    m_numbers[static_cast<size_t>(DecimalSign::Point)] += point.has_value();
    m_numbers[static_cast<size_t>(DecimalSign::Comma)] += comma.has_value();
    if (!point && !comma)
        return;
    const bool hasUnit = letters > 0 || cell.find_first_of("$%") != cell.npos;
    const auto signs =
        std::count_if(cell.begin(), cell.end(), [](char c) { return c == '.' || c == ',' || c == '\''; });
    m_amounts += hasUnit || signs > 1 || cell.find(',') != cell.npos;
    m_rewritten += point && !comma && *point != cell && digits + static_cast<size_t>(signs) == cell.size();
}

bool ColumnProfile::isNobodysPhone() const
{
    const auto shape = [&](ValueShape each) { return m_shapes[static_cast<size_t>(each)]; };
    // One in ten figures is a check digit by chance; one in two is none.
    return (m_filled - shape(ValueShape::Other)) * 2 > m_filled;
}

bool ColumnProfile::isFiguresOfPhonesThroughout() const
{
    const auto looked = static_cast<size_t>(std::min<qint64>(m_filled, mostSamples));
    return m_phoneSamples.size() * 20 >= looked * 19;
}

bool ColumnProfile::looksLikeStanding() const
{
    return m_out > 0 && mostly(m_standings);
}

ValueKind ColumnProfile::kind(bool isAmount) const
{
    if (nearlyAll(*std::max_element(m_dates.begin(), m_dates.end())))
        return ValueKind::Date;
    const bool areCodes = m_rewritten > 0 && m_amounts == 0 && !isAmount;
    if (nearlyAll(*std::max_element(m_numbers.begin(), m_numbers.end())) && !looksLikePhone() && !areCodes)
        return ValueKind::Number;
    return m_filled > 0 && m_bools == m_filled ? ValueKind::Bool : ValueKind::Text;
}

DateOrder ColumnProfile::dateOrder(bool preferMonthFirst, bool *isCertain) const
{
    const auto count = [&](DateOrder order) { return m_dates[static_cast<size_t>(order)]; };
    const DateOrder first = preferMonthFirst ? DateOrder::MonthDayYear : DateOrder::DayMonthYear;
    const DateOrder second = preferMonthFirst ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
    const DateOrder best = count(second) > count(first) ? second : first;
    // A year-first date reads the same in every order; only then is YearMonthDay as good as the best.
    const bool yearFirst = count(DateOrder::YearMonthDay) >= count(best);
    if (isCertain)
        *isCertain = yearFirst || count(first) != count(second);
    return yearFirst ? DateOrder::YearMonthDay : best;
}

std::optional<DecimalSign> ColumnProfile::certainSign() const
{
    const qint64 point = m_numbers[0], comma = m_numbers[1];
    if (point == comma || !nearlyAll(std::max(point, comma)))
        return {};
    return comma > point ? DecimalSign::Comma : DecimalSign::Point;
}

DecimalSign ColumnProfile::decimalSign(bool preferComma) const
{
    const qint64 point = m_numbers[0], comma = m_numbers[1];
    if (point != comma)
        return comma > point ? DecimalSign::Comma : DecimalSign::Point;
    if (m_fileSign)
        return *m_fileSign;
    return m_separator == ';' || (preferComma && m_separator != ',') ? DecimalSign::Comma : DecimalSign::Point;
}

} // namespace Elenco
