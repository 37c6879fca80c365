// SPDX-License-Identifier: Apache-2.0
#include "store/imports/rowtwins.h"

#include "core/textfold.h"

#include <bit>

namespace Elenco {

std::string numberKey(const StagedRow &row)
{
    if (!row.valid)
        return {};
    std::string key = row.fields[static_cast<size_t>(Field::Phone)];
    if (row.lineKind == LineKind::FixedLine)
        key += '\n' + foldText(row.fields[static_cast<size_t>(Field::FirstName)]);
    return key;
}

std::string addressKey(const StagedRow &row)
{
    return foldText(row.fields[static_cast<size_t>(Field::Email)]);
}

RowsByPerson::RowsByPerson(qint64 rows) : m_slots(std::bit_ceil(static_cast<size_t>(rows) * 2 + 16))
{
}

qint64 RowsByPerson::enter(std::string_view person, qint64 row, const std::function<bool(qint64)> &isSame)
{
    const size_t whole = std::hash<std::string_view>()(person);
    const auto hash = static_cast<quint32>(whole >> 32);
    const size_t mask = m_slots.size() - 1;
    for (size_t at = whole & mask;; at = (at + 1) & mask) {
        Slot &slot = m_slots[at];
        m_last = at;
        if (slot.row == 0) {
            slot = {hash, static_cast<quint32>(row)};
            return 0;
        }
        if (slot.hash == hash && isSame(slot.row))
            return slot.row;
    }
}

RowTwins::RowTwins(qint64 rows, std::function<StagedRow(qint64)> load)
    : m_byNumber(rows), m_byAddress(rows), m_load(std::move(load))
{
}

RowTwins::Twin RowTwins::enter(const StagedRow &row)
{
    Twin twin;
    if (const std::string number = numberKey(row); !number.empty())
        twin.duplicateOf =
            m_byNumber.enter(number, row.row, [&](qint64 other) { return numberKey(m_load(other)) == number; });
    const std::string address = addressKey(row);
    if (address.empty())
        return twin;
    StagedRow earlier;
    const qint64 found = m_byAddress.enter(address, row.row, [&](qint64 other) {
        earlier = m_load(other);
        return addressKey(earlier) == address;
    });
    if (found == 0 || twin.duplicateOf != 0 || (row.valid && earlier.valid))
        return twin;
    if (row.valid && earlier.duplicateOf == 0) {
        twin.replaced = found;
        m_byAddress.replaceLast(row.row);
    } else {
        twin.duplicateOf = earlier.duplicateOf ? earlier.duplicateOf : found;
    }
    return twin;
}

} // namespace Elenco
