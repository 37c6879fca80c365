// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/packing.h"
#include "store/imports/importstaging.h"

#include <charconv>

namespace Elenco {

class ContactTable;
class Statement;

// How services/store reads and clears import_row; inside that folder only, throws DatabaseFailure.

inline constexpr char selectStagedRows[] =
    "SELECT id, line, raw, first_name, last_name, phone, email, gender, city, province, region, valid, line_kind, "
    "tags, custom,"
    " unknown_properties, problem, problem_text, repair, suppressed, duplicate_of, matched, differs, said_at FROM "
    "import_row";

// What the column `differs` holds: the first two are found by judging, the last is said by a person and stays.
inline constexpr int differsBit = 1, fillsBit = 2, apartBit = 4;

/// Whether the row says that nobody is to write to her.
constexpr bool saysNo(const StagedRow &row)
{
    return row.problem < 0;
}

/// What such a row says: on its day, else now.
Suppression refusalOf(const StagedRow &row);

/// Who a row is about: its number, else its address, folded. Empty when it has neither.
std::string personOf(const StagedRow &row);
/// The person here who has the row's number, else its address.
ContactId findPerson(Connection &connection, const StagedRow &row);
StagedRow readStagedRow(const Statement &row);
/// Writes down who wants no messages by this import's rows: their numbers go to the do-not-contact list, and who is
/// here leaves her lists, as part of `set`; a later consent lifts what was refused (store/contacts/suppression.h).
void leaveAloneWhoSaidNo(Connection &connection, ContactTable &table, ImportId import, ChangeSetId set);
void clearStagedRows(Connection &connection, ImportId id);
std::string packLedger(const ImportLedger &ledger);

/// Calls `use(index, value)` for each custom value of a staged row.
template <typename Use>
void forEachCustom(std::string_view blob, Use use)
{
    const auto texts = unpacked(blob);
    for (size_t i = 0; i + 1 < texts.size(); i += 2) {
        size_t index = 0;
        std::from_chars(texts[i].data(), texts[i].data() + texts[i].size(), index);
        use(index, texts[i + 1]);
    }
}

} // namespace Elenco
