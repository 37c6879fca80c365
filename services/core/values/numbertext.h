// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Elenco {

/// Which sign parts the decimals; the other one of the two parts thousands.
enum class DecimalSign { Point, Comma };

/// A number in canonical form ("6800.5"), or nothing. Reads "6.800,50 €", "1 234,5", "1'234", "-12%" by the sign;
/// groups are of three digits. Digits that a number would not keep (a leading zero, more than 15 of them) are none:
/// they are a code. UTF-8; thread-safe.
std::optional<std::string> readNumber(std::string_view text, DecimalSign sign);

/// A number as a person types it into a field of numbers: as readNumber(), else with a decimal point and no groups
/// ("1090.76"); leading zeros say nothing there.
std::optional<std::string> readTypedNumber(std::string_view text, DecimalSign sign);

/// The shortest decimal that reads as `value` again, without an exponent; empty for what is no number.
std::string canonicalText(double value);

/// The value of a number in canonical form; nothing for every other text, also for one that a number would print
/// otherwise ("007", "1.50", "nan"): it stays a text.
std::optional<double> canonicalNumber(std::string_view text);

/// A number with a decimal point, as the command line and stored filters have it ("5000", "-0.50"), in canonical form.
/// Not "5.000", which may be thousands.
std::optional<std::string> readPlainNumber(std::string_view text);

} // namespace Elenco
