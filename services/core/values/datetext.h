// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Elenco {

/// How the days of a date are written where only figures stand.
enum class DateOrder { DayMonthYear, MonthDayYear, YearMonthDay };

/// A date in canonical form ("2026-03-15"), or nothing: what is no day of the calendar is refused, never shifted.
/// Reads 15/03/2026, 15.3.26, 15-03-2026 in the given order; 2026-03-15 and 20260315 in any; 15 marzo 2026, 15 mar 26,
/// March 15, 2026 in Italian and English; a time of day after the date is dropped. A year of two digits lies between 79
/// years before `thisYear` and 20 after it. UTF-8; thread-safe.
std::optional<std::string> readDate(std::string_view text, DateOrder order, int thisYear);

/// Whether it is a date as it is stored and sent: ISO 8601, a day that the calendar has.
bool isCanonicalDate(std::string_view text);
/// As above, or only a month ("2026-01") or a year ("2026"), which a condition may name.
bool isCanonicalPeriod(std::string_view text);

} // namespace Elenco
