// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/imports/importstaging.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace Elenco {

/// Person → first row of the file, for millions of rows in 8 bytes a slot. Answers candidates by half a hash; the
/// caller compares the texts, so a collision costs a look-up and no mistake. Rows have 32 bits.
class RowsByPerson
{
public:
    explicit RowsByPerson(qint64 rows);

    /// The row that was entered first for a person whose text `isSame(row)` confirms, or 0 after entering `row`.
    qint64 enter(std::string_view person, qint64 row, const std::function<bool(qint64)> &isSame);
    /// `row` takes the place of the one that enter() gave last.
    void replaceLast(qint64 row) { m_slots[m_last].row = static_cast<quint32>(row); }

private:
    struct Slot {
        quint32 hash = 0;
        quint32 row = 0;
    };
    std::vector<Slot> m_slots;
    size_t m_last = 0;
};

/// Finds the rows of one file that are about one person: by the number; by the address where one of the two rows has no
/// number. A line of a house or an office is shared by people with other first names.
class RowTwins
{
public:
    /// `load` reads a row of the file.
    RowTwins(qint64 rows, std::function<StagedRow(qint64)> load);

    struct Twin {
        qint64 duplicateOf = 0; ///< the earlier row that stands for the person
        qint64 replaced = 0;    ///< the earlier row for which this one, which has the number, stands from now on
    };
    /// Rows come in the file's sequence.
    Twin enter(const StagedRow &row);

private:
    RowsByPerson m_byNumber;
    RowsByPerson m_byAddress;
    std::function<StagedRow(qint64)> m_load;
};

/// What a number tells a person by; empty where a row has no valid one.
std::string numberKey(const StagedRow &row);
std::string addressKey(const StagedRow &row);

} // namespace Elenco
