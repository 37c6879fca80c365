// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/columnmapping.h"

#include <array>

namespace Elenco {

/// What the values of one column look like, counted over the whole file.
class ColumnProfile
{
public:
    void add(std::string_view cell);

    qint64 filled() const { return m_filled; }
    bool looksLikePhone() const { return mostly(m_phones); }
    bool looksLikeEmail() const { return mostly(m_emails); }
    /// Names of people as "Giulia Rossi": two to five words of letters.
    bool looksLikeFullName() const { return mostly(m_names); }

    /// Text unless (nearly) all values are dates or numbers, or all are "true" or "false".
    ValueKind kind() const;
    /// The one order in which most values are dates. `isCertain` false: another order fits as many.
    DateOrder dateOrder(bool preferMonthFirst, bool *isCertain = nullptr) const;
    DecimalSign decimalSign(bool preferComma) const;
    /// What the file's separator says about decimals that may be thousands as well: who separates cells by a comma
    /// writes them with a point.
    void setSeparator(char separator) { m_separator = separator; }

private:
    bool mostly(qint64 count) const { return m_filled > 0 && count * 10 >= m_filled * 7; }
    bool nearlyAll(qint64 count) const { return m_filled > 0 && count * 20 >= m_filled * 19; }

    qint64 m_filled = 0;
    qint64 m_phones = 0;
    qint64 m_emails = 0;
    qint64 m_names = 0;
    qint64 m_bools = 0;
    char m_separator = 0;
    std::array<qint64, 3> m_dates{};   ///< by DateOrder
    std::array<qint64, 2> m_numbers{}; ///< by DecimalSign
};

} // namespace Elenco
