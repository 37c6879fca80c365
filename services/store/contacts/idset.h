// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"
#include "store/database/sqlite.h"

#include <algorithm>
#include <string>
#include <vector>

namespace Elenco {

/// Ids as bits: what several questions agree on. Of a million contacts it takes 125 kB.
class IdSet
{
public:
    /// Keeps what the statement gives, of what was kept before; the first one gives the set.
    void keep(Statement &statement)
    {
        std::vector<bool> bits;
        qint64 count = 0;
        while (statement.step()) {
            const auto id = static_cast<size_t>(statement.integer(0));
            if (m_isRestricted && (id >= m_bits.size() || !m_bits[id]))
                continue;
            if (id >= bits.size())
                bits.resize(std::max(id + 1, bits.size() * 2));
            if (!bits[id])
                ++count;
            bits[id] = true;
        }
        m_bits.swap(bits);
        m_count = count;
        m_isRestricted = true;
    }
    bool contains(ContactId id) const
    {
        return static_cast<size_t>(id.value) < m_bits.size() && m_bits[static_cast<size_t>(id.value)];
    }
    qint64 count() const { return m_count; }
    /// Something was asked; else it stands for everybody.
    bool isRestricted() const { return m_isRestricted; }
    /// The ids as SQLite's json_each() reads them.
    std::string json() const
    {
        std::string text = "[";
        for (size_t id = 0; id < m_bits.size(); ++id) {
            if (m_bits[id])
                (text += text.size() > 1 ? "," : "") += std::to_string(id);
        }
        return text += ']';
    }

private:
    std::vector<bool> m_bits;
    qint64 m_count = 0;
    bool m_isRestricted = false;
};

} // namespace Elenco
