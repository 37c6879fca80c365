// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/contacttable.h"

#include <string>
#include <vector>

namespace Elenco::Practice {

/// Invented people: an Italian name, a mobile number that nobody else of the seed has, mostly an address, a city with
/// its province and region, and some custom fields. The same seed and index give the same person.
class People
{
public:
    explicit People(quint32 seed);

    /// The `index`-th (0, 1, … 159,999,999); its texts are valid until the next one.
    ContactRow person(qint64 index);

private:
    void setNumber(qint64 index);
    void setCustomFields(qint64 index);

    quint32 m_seed;
    std::vector<std::string> m_days; ///< of purchases, "2026-03-31" and the days before it
    std::string m_fullName, m_number, m_email, m_customFields;
};

} // namespace Elenco::Practice
