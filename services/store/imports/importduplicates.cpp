// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/reachsql.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/imports/stagedrows.h"

// On SQLite's own interface (store/database/query.h): it looks at each row of a file.
namespace Elenco {

namespace {

// A row beside whom it equals: the earlier row, else the person here.
const char duplicatesOfRun[] =
    " FROM import_row AS r LEFT JOIN import_row AS o ON o.id=(?1|r.duplicate_of) LEFT JOIN contact AS c ON "
    "c.id=r.matched WHERE r.id BETWEEN ?1 AND ?2 AND r.problem=0 AND NOT r.suppressed AND (r.duplicate_of IS NOT NULL "
    "OR r.matched IS NOT NULL)";

// Folding is dear: it is left out where the names are the same to the letter.
std::string calledOtherwise()
{
    const std::string other = "coalesce(o.first_name, c.first_name, '')";
    return "(r.valid AND r.line_kind IN (" + kindsThatTakeSms() + ") AND r.first_name<>'' AND " + other +
           "<>'' AND r.first_name<>" + other + " AND fold(r.first_name)<>fold(" + other + "))";
}

} // namespace

Result<StagedDuplicates> ImportStaging::duplicates(qint64 limit) const
{
    return guarded(m_workspace->path(), [&] {
        const Workspace::ReaderLease connection = m_workspace->reader();
        StagedDuplicates duplicates;
        Statement count = connection->prepare("SELECT count(*), sum(" + calledOtherwise() + ")" + duplicatesOfRun);
        count.with(firstKey(), lastKey()).step();
        duplicates.rows = count.integer(0);
        duplicates.calledOtherwise = count.integer(1);
        count.reset();
        if (duplicates.rows == 0)
            return duplicates;
        Statement list = connection->prepare(
            "SELECT r.id, trim(coalesce(o.first_name, c.first_name, '') || ' ' || coalesce(o.last_name, c.last_name, "
            "'')), " +
            calledOtherwise() + " AS otherwise" + duplicatesOfRun + " ORDER BY otherwise DESC, r.id LIMIT ?3");
        list.with(firstKey(), lastKey(), limit);
        Statement whole = connection->prepare(std::string(selectStagedRows) + " WHERE id=?");
        while (list.step()) {
            whole.with(list.integer(0)).step();
            duplicates.first.push_back({readStagedRow(whole), list.string(1), list.integer(2) != 0});
            whole.reset();
        }
        return duplicates;
    });
}

} // namespace Elenco
