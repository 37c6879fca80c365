// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"

#include <QByteArray>
#include <QSet>

#include <vector>

namespace Elenco {

/// The ids seen in an enumeration. Numbers, which most ids are, take 8 bytes in a table that is two thirds full at
/// most; exact, because an id that was taken for another would be a contact that is never read.
class IdSet
{
public:
    /// True if the id is new.
    bool insert(const RemoteId &id);
    qsizetype size() const { return qsizetype(m_numbers) + m_texts.size(); }

private:
    bool insertNumber(quint64 number);
    void grow();

    std::vector<quint64> m_table; ///< 0: free
    size_t m_numbers = 0;
    QSet<QByteArray> m_texts;
};

} // namespace Elenco
