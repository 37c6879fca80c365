// SPDX-License-Identifier: Apache-2.0
#include "gateway/records/idset.h"

#include <algorithm>
#include <bit>

namespace Elenco {

namespace {

// A number whose text it is: no leading zero, no sign, nothing that overflows; and not 0, which marks a free place.
quint64 exactNumber(const QString &text)
{
    if (text.isEmpty() || text.size() > 19 || text.startsWith(u'0'))
        return 0;
    quint64 number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return 0;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

// The multiplier of Fibonacci hashing: consecutive ids spread over the table.
size_t placeOf(quint64 number, size_t size)
{
    return size_t((number * 0x9E3779B97F4A7C15ull) >> (64 - std::countr_zero(size)));
}

} // namespace

bool IdSet::insert(const RemoteId &id)
{
    if (const quint64 number = exactNumber(id.value))
        return insertNumber(number);
    const qsizetype before = m_texts.size();
    m_texts.insert(id.value.toUtf8());
    return m_texts.size() > before;
}

bool IdSet::insertNumber(quint64 number)
{
    if (m_numbers * 3 >= m_table.size() * 2)
        grow();
    size_t place = placeOf(number, m_table.size());
    while (m_table[place] != 0) {
        if (m_table[place] == number)
            return false;
        place = (place + 1) & (m_table.size() - 1);
    }
    m_table[place] = number;
    ++m_numbers;
    return true;
}

void IdSet::grow()
{
    std::vector<quint64> old = std::exchange(m_table, std::vector<quint64>(std::max<size_t>(1024, m_table.size() * 2)));
    for (const quint64 number : old) {
        if (number == 0)
            continue;
        size_t place = placeOf(number, m_table.size());
        while (m_table[place] != 0)
            place = (place + 1) & (m_table.size() - 1);
        m_table[place] = number;
    }
}

} // namespace Elenco
