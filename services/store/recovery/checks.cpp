// SPDX-License-Identifier: Apache-2.0
#include "store/recovery/checks.h"

#include "store/database/query.h"
#include "store/database/schema.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

#include <QCoreApplication>

namespace Elenco {

namespace {

struct Invariant {
    const char *meaning; ///< what a finding means; %1 is how many rows
    const char *sql;     ///< counts the rows that break it
};

constexpr Invariant invariants[] = {
    {QT_TRANSLATE_NOOP("Check", "%1 contacts are marked valid, but their number is not E.164"),
     "SELECT count(*) FROM contact WHERE valid=1 AND (phone NOT GLOB '+[1-9]*' OR substr(phone, 2) GLOB '*[^0-9]*')"},
    {QT_TRANSLATE_NOOP("Check", "%1 contacts are filed under another city than they have"),
     "SELECT count(*) FROM contact WHERE city_key<>fold(city)"},
    {QT_TRANSLATE_NOOP("Check", "%1 contacts can't be found by their first name"),
     "SELECT count(*) FROM contact WHERE first_name<>'' AND instr(search_text, fold(first_name))=0"},
    {QT_TRANSLATE_NOOP("Check", "%1 custom values belong to no contact"),
     "SELECT count(*) FROM contact_field WHERE contact_id NOT IN (SELECT id FROM contact)"},
    {QT_TRANSLATE_NOOP("Check", "%1 memberships belong to no contact or no list"),
     "SELECT count(*) FROM membership WHERE contact_id NOT IN (SELECT id FROM contact) OR list_id NOT IN (SELECT id "
     "FROM list)"},
    {QT_TRANSLATE_NOOP("Check", "%1 tags belong to no contact"),
     "SELECT count(*) FROM contact_tag WHERE contact_id NOT IN (SELECT id FROM contact)"},
    {QT_TRANSLATE_NOOP("Check", "%1 imports are committed without a change set"),
     "SELECT count(*) FROM import_run WHERE state=2 AND change_set_id NOT IN (SELECT id FROM change_set)"},
    {QT_TRANSLATE_NOOP("Check", "%1 contacts come from an import that is not committed"),
     "SELECT count(*) FROM contact WHERE origin_import IS NOT NULL AND origin_import NOT IN (SELECT id FROM import_run "
     "WHERE state=2)"},
    {QT_TRANSLATE_NOOP("Check", "%1 rows wait for an import that is over"),
     "SELECT count(*) FROM import_row WHERE id>>32 NOT IN (SELECT id FROM import_run WHERE state IN (0,1)) AND "
     "id>>32 NOT IN (SELECT import_id FROM known_layout)"},
};

// FTS5's own comparison of the index with the contacts; to SQLite it is a write, so a reader can't ask for it.
bool searchIndexIsWhole(Connection &connection)
{
    try {
        connection.execute("INSERT INTO contact_fts(contact_fts, rank) VALUES('integrity-check', 1)");
        return true;
    } catch (const DatabaseFailure &failure) {
        if ((failure.code & 0xFF) == 11) // SQLITE_CORRUPT: what it found; anything else is a failure of the check
            return false;
        throw;
    }
}

} // namespace

Result<QStringList> checkWorkspace(Workspace &workspace, const JobControl &control)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        const Interruptible interruptible(*connection, control);
        QStringList findings;
        Query integrity = connection->query("PRAGMA integrity_check(20)");
        while (integrity.step()) {
            if (integrity.text(0) != "ok")
                findings.append(integrity.string(0));
        }
        Query keys = connection->query("PRAGMA foreign_key_check");
        while (keys.step())
            findings.append(QCoreApplication::translate("Check", "a row of %1 refers to a row of %2 that is not there")
                                .arg(keys.string(0), keys.string(2)));
        for (const BulkIndex &index : bulkIndexes()) {
            Query find = connection->query("SELECT 1 FROM sqlite_master WHERE type='index' AND name=?");
            if (!find.with(index.name).step())
                findings.append(
                    QCoreApplication::translate("Check", "the index %1 is missing").arg(QLatin1String(index.name)));
        }
        for (const Invariant &invariant : invariants) {
            if (const qint64 broken = connection->integer(invariant.sql))
                findings.append(QCoreApplication::translate("Check", invariant.meaning).arg(broken));
        }
        if (!workspace.isReadOnly() && !searchIndexIsWhole(workspace.writer()))
            findings.append(QCoreApplication::translate("Check", "the search index does not fit the contacts"));
        return findings;
    });
}

} // namespace Elenco
