// SPDX-License-Identifier: Apache-2.0
#include "importing/columnprofile.h"

#include "core/values/fillers.h"
#include "importing/values.h"

#include <algorithm>

namespace Elenco {

namespace {

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
        if (c >= '0' && c <= '9')
            ++digits;
        else if (c == ' ')
            ++blanks;
        else if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            ++letters;
        else if (c != '\'' && c != '.')
            ++others;
    }
    if (letters == 0 && digits >= 8 && digits <= 15 && cell.size() <= 24 && !date(cell, DateOrder::DayMonthYear))
        ++m_phones;
    if (letters > 0 && others > 0 && Elenco::looksLikeEmail(cell))
        ++m_emails;
    if (digits == 0 && others == 0 && letters > 3 && blanks >= 1 && blanks <= 4)
        ++m_names;
    if (digits == 0 || letters > digits + 4)
        return;
    if (digits >= 5 && digits <= 14 + 6) {
        const auto dayFirst = date(cell, DateOrder::DayMonthYear), monthFirst = date(cell, DateOrder::MonthDayYear),
                   yearFirst = date(cell, DateOrder::YearMonthDay);
        m_dates[static_cast<size_t>(DateOrder::DayMonthYear)] += dayFirst.has_value();
        m_dates[static_cast<size_t>(DateOrder::MonthDayYear)] += monthFirst.has_value();
        // "15/3/26" is no day of 2015 as long as it may be one of 2026.
        m_dates[static_cast<size_t>(DateOrder::YearMonthDay)] +=
            yearFirst && (!dayFirst || dayFirst == yearFirst) && (!monthFirst || monthFirst == yearFirst);
    }
    for (DecimalSign sign : {DecimalSign::Point, DecimalSign::Comma})
        m_numbers[static_cast<size_t>(sign)] += readNumber(cell, sign).has_value();
}

ValueKind ColumnProfile::kind() const
{
    if (nearlyAll(*std::max_element(m_dates.begin(), m_dates.end())))
        return ValueKind::Date;
    if (nearlyAll(*std::max_element(m_numbers.begin(), m_numbers.end())) && !looksLikePhone())
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

DecimalSign ColumnProfile::decimalSign(bool preferComma) const
{
    const qint64 point = m_numbers[0], comma = m_numbers[1];
    if (point != comma)
        return comma > point ? DecimalSign::Comma : DecimalSign::Point;
    return m_separator == ';' || (preferComma && m_separator != ',') ? DecimalSign::Comma : DecimalSign::Point;
}

} // namespace Elenco
