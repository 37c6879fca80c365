// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contacttable.h"
#include "store/contacts/suppression.h"
#include "store/database/sqlite.h"
#include "store/imports/rowtwins.h"
#include "store/imports/stagedrows.h"
#include "store/journal/journal.h"

#include <QDateTime>

// On SQLite's own interface (store/database/query.h): it reads and writes rows of a file.
namespace Elenco {

namespace {

void leaveLists(Connection &connection, ContactTable &table, const StagedRow &row, ChangeSetId set)
{
    const ContactId here = findPerson(connection, row);
    const auto before = here.isValid() ? table.read(here) : std::nullopt;
    if (!before || stateValue(*before, "lists").empty())
        return;
    ContactState after = *before;
    after.erase("lists");
    const StateDifference changes = difference(*before, after);
    table.replace(here, *before, after);
    writeChange(connection, set, here, changes.before, changes.after);
}

} // namespace

Suppression refusalOf(const StagedRow &row)
{
    return {row.problem == StagedRow::refused ? SuppressionKind::Refused : SuppressionKind::OptedOut,
            row.saidAt ? row.saidAt : QDateTime::currentSecsSinceEpoch(), 0};
}

void leaveAloneWhoSaidNo(Connection &connection, ContactTable &table, ImportId import, ChangeSetId set)
{
    const qint64 first = import.value << 32, last = first | 0xFFFFFFFF;
    SuppressionTable suppressed(connection);
    std::vector<StagedRow> saidNo;
    Statement rows = connection.prepare(std::string(selectStagedRows) +
                                        " WHERE id BETWEEN ? AND ? AND problem<>0 AND problem<0 ORDER BY id");
    rows.with(first, last);
    while (rows.step()) {
        saidNo.push_back(readStagedRow(rows));
        const Suppression no = refusalOf(saidNo.back());
        suppressed.sayNo(personOf(saidNo.back()), no.kind, no.at, saidNo.back().problemText);
    }
    if (!suppressed.isEmpty()) {
        Statement yes =
            connection.prepare(std::string(selectStagedRows) + " WHERE id BETWEEN ? AND ? AND problem=0 AND said_at>0");
        yes.with(first, last);
        while (yes.step()) {
            const StagedRow row = readStagedRow(yes);
            suppressed.sayYes(personOf(row), addressKey(row), row.saidAt, import);
        }
    }
    for (const StagedRow &row : saidNo) {
        if (const std::string who = personOf(row); !who.empty() && suppressed.holdsBack(who, {}, 0))
            leaveLists(connection, table, row, set);
    }
    table.writeIndex();
}

} // namespace Elenco
