// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/columnmapping.h"
#include "importing/valueshape.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace Elenco {

/// What the values of one column look like, counted over the whole file; fillers are no values.
class ColumnProfile
{
public:
    void add(std::string_view cell);

    qint64 filled() const { return m_filled; }
    bool looksLikePhone() const { return mostly(m_phones); }
    bool looksLikeEmail() const { return mostly(m_emails); }
    /// Names of people as "Giulia Rossi": two to five words of letters.
    bool looksLikeFullName() const { return mostly(m_names); }

    /// Its values are what no phone number is: addresses of computers, tax numbers, accounts, amounts.
    bool isNobodysPhone() const;
    /// Its values are ways to dial a country, or an area within one.
    bool looksLikePrefix() const { return m_filled > 0 && m_prefixes == m_filled; }
    /// Its values are signs of provinces of Italy.
    bool looksLikeProvinces() const { return nearlyAll(m_provinces); }
    /// Its values are words for who may be written to and who not, both or one of them.
    bool looksLikeStanding() const;
    /// Its values are answers: yes and no, true and false, 1 and 0.
    bool looksLikeAnswers() const { return nearlyAll(m_answers); }
    /// Its values are whole numbers of at most `digits` figures.
    bool isWholeUpTo(int digits) const { return m_filled > 0 && m_longestWhole > 0 && m_longestWhole <= digits; }
    /// Some values have as many figures as a number may have, a prefix apart.
    bool hasFiguresOfPhones() const { return !m_phoneSamples.empty() || (isWholeUpTo(9) && !isWholeUpTo(4)); }
    /// Nearly all values have, as far as samples were taken.
    bool isFiguresOfPhonesThroughout() const;
    /// Some of the values that have as many figures as a phone number.
    const std::vector<std::string> &phoneSamples() const { return m_phoneSamples; }

    /// Text unless (nearly) all values are dates or numbers, or all are "true" or "false". Numbers that a number would
    /// print otherwise ("1.10", "5.00") are codes, if not the header or their currency says that they are amounts.
    ValueKind kind(bool isAmount = false) const;
    /// The one order in which most values are dates. `isCertain` false: another order fits as many.
    DateOrder dateOrder(bool preferMonthFirst, bool *isCertain = nullptr) const;
    DecimalSign decimalSign(bool preferComma) const;
    /// The sign that only one of the two can be, by this column alone.
    std::optional<DecimalSign> certainSign() const;
    /// What the file's separator says about decimals that may be thousands as well: who separates cells by a comma
    /// writes them with a point.
    void setSeparator(char separator) { m_separator = separator; }
    /// What the other columns of the file, or the language of its headers, say about the same.
    void setFileSign(DecimalSign sign) { m_fileSign = sign; }

private:
    bool addDate(std::string_view cell);
    void addNumber(std::string_view cell, size_t digits, size_t letters);
    bool mostly(qint64 count) const { return m_filled > 0 && count * 10 >= m_filled * 7; }
    bool nearlyAll(qint64 count) const { return m_filled > 0 && count * 20 >= m_filled * 19; }

    qint64 m_filled = 0;
    qint64 m_phones = 0;
    qint64 m_emails = 0;
    qint64 m_names = 0;
    qint64 m_bools = 0;
    qint64 m_rewritten = 0; ///< numbers that would lose a zero
    qint64 m_amounts = 0;   ///< with a currency, or thousands set apart
    qint64 m_prefixes = 0;
    qint64 m_provinces = 0;
    qint64 m_answers = 0;
    qint64 m_standings = 0, m_out = 0;
    int m_longestWhole = 0; ///< -1: some value is no whole number
    std::array<qint64, valueShapeCount> m_shapes{};
    std::vector<std::string> m_phoneSamples;
    char m_separator = 0;
    std::optional<DecimalSign> m_fileSign;
    std::array<qint64, 3> m_dates{};   ///< by DateOrder
    std::array<qint64, 2> m_numbers{}; ///< by DecimalSign
};

} // namespace Elenco
