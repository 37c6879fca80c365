// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include "store/sqlite.h"

#include <QCoreApplication>
#include <QFile>

#include <sqlite3.h>

namespace Elenco {

namespace {

// Written out once: a new file gets them in its last step, an older one those it has not, and a large load drops and
// restores them.
constexpr BulkIndex indexes[] = {
    {"contact_by_name", "CREATE INDEX IF NOT EXISTS contact_by_name ON contact(sort_name)"},
    {"contact_by_phone", "CREATE INDEX IF NOT EXISTS contact_by_phone ON contact(phone)"},
    {"contact_by_email", "CREATE INDEX IF NOT EXISTS contact_by_email ON contact(email COLLATE NOCASE)"},
    {"contact_by_city", "CREATE INDEX IF NOT EXISTS contact_by_city ON contact(city_key)"},
    {"contact_by_import",
     "CREATE INDEX IF NOT EXISTS contact_by_import ON contact(origin_import) WHERE origin_import IS NOT NULL"},
    {"contact_invalid", "CREATE INDEX IF NOT EXISTS contact_invalid ON contact(id) WHERE valid = 0"},
    {"contact_field_by_value", "CREATE INDEX IF NOT EXISTS contact_field_by_value ON contact_field(field_id, value)"},
    {"contact_unbound", "CREATE INDEX IF NOT EXISTS contact_unbound ON contact(valid) WHERE remote_id IS NULL"},
    {"membership_by_contact", "CREATE INDEX IF NOT EXISTS membership_by_contact ON membership(contact_id)"},
    {"contact_tag_by_contact", "CREATE INDEX IF NOT EXISTS contact_tag_by_contact ON contact_tag(contact_id)"},
};

// Step 1. Values: phone is E.164 when valid, else the text as typed; custom values are REAL for numbers and text
// otherwise; times are seconds since 1970 UTC. search_text and *_key are folded by foldText().
constexpr const char *step1 = R"sql(
CREATE TABLE contact(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    remote_id TEXT,
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    valid INTEGER NOT NULL DEFAULT 0,
    line_kind INTEGER NOT NULL DEFAULT 0,
    email TEXT NOT NULL DEFAULT '',
    gender TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    city_key TEXT NOT NULL DEFAULT '',
    sort_name TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL DEFAULT 0,
    origin_import INTEGER,
    origin_row INTEGER,
    unknown_properties TEXT,
    search_text TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX contact_by_remote_id ON contact(remote_id) WHERE remote_id IS NOT NULL;

CREATE TABLE field(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL);
CREATE TABLE contact_field(
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    field_id INTEGER NOT NULL REFERENCES field(id),
    value NOT NULL,
    PRIMARY KEY(contact_id, field_id)) WITHOUT ROWID;

CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, name_key TEXT NOT NULL);
CREATE TABLE contact_tag(
    tag_id INTEGER NOT NULL REFERENCES tag(id),
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    PRIMARY KEY(tag_id, contact_id)) WITHOUT ROWID;

CREATE TABLE list(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    remote_id TEXT UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL DEFAULT '',
    is_test INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL);
CREATE TABLE membership(
    list_id INTEGER NOT NULL REFERENCES list(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    PRIMARY KEY(list_id, contact_id)) WITHOUT ROWID;

CREATE TABLE suppression(phone TEXT PRIMARY KEY, why TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE change_set(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,
    subject TEXT NOT NULL,
    at INTEGER NOT NULL,
    contacts INTEGER NOT NULL DEFAULT 0,
    import_id INTEGER,
    undoes INTEGER,
    undone_by INTEGER);
CREATE TABLE change(
    id INTEGER PRIMARY KEY,
    change_set_id INTEGER NOT NULL REFERENCES change_set(id),
    contact_id INTEGER,
    list_id INTEGER,
    before BLOB,
    after BLOB);
CREATE INDEX change_by_set ON change(change_set_id);
CREATE INDEX change_by_contact ON change(contact_id, change_set_id) WHERE contact_id IS NOT NULL;

CREATE TABLE import_run(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state INTEGER NOT NULL,
    file_path TEXT NOT NULL,
    file_name TEXT NOT NULL,
    at INTEGER NOT NULL,
    settings BLOB NOT NULL,
    ledger BLOB,
    change_set_id INTEGER);
CREATE TABLE import_row(
    id INTEGER PRIMARY KEY,
    line INTEGER NOT NULL,
    raw BLOB NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    phone TEXT NOT NULL,
    valid INTEGER NOT NULL,
    line_kind INTEGER NOT NULL,
    email TEXT NOT NULL,
    gender TEXT NOT NULL,
    city TEXT NOT NULL,
    province TEXT NOT NULL,
    region TEXT NOT NULL,
    tags TEXT NOT NULL,
    custom BLOB NOT NULL,
    unknown_properties TEXT,
    problem INTEGER NOT NULL,
    problem_text TEXT,
    repair TEXT,
    suppressed INTEGER NOT NULL DEFAULT 0,
    duplicate_of INTEGER,
    matched INTEGER,
    differs INTEGER NOT NULL DEFAULT 0);
CREATE INDEX import_row_problem ON import_row(id) WHERE problem <> 0;
CREATE TABLE import_problem(
    import_id INTEGER NOT NULL,
    row INTEGER NOT NULL,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    raw BLOB NOT NULL,
    PRIMARY KEY(import_id, row)) WITHOUT ROWID;
CREATE TABLE known_layout(headers TEXT PRIMARY KEY, mapping BLOB NOT NULL, used_at INTEGER NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE contact_fts USING fts5(search_text, content='contact', content_rowid='id', tokenize='ascii',
    detail='none', columnsize=0, prefix='1 2 3');
)sql";

// Step 2: the partner account, at most one a workspace (sync.md section 2.9). No key is ever in it.
constexpr const char *step2 = R"sql(
CREATE TABLE account(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    root TEXT NOT NULL,
    authentication TEXT NOT NULL,
    user TEXT NOT NULL,
    plan TEXT NOT NULL,
    secret_place TEXT NOT NULL,
    capabilities TEXT NOT NULL,
    practice INTEGER NOT NULL);
)sql";

// Step 3: what sync knows (sync.md section 2.2). Everything local that is not over there yet follows from these tables
// and from the contacts and lists that have no remote_id; nothing of it is written while there is no account.
// `state` of a request is a SendState (syncstore.h): 1 sent with an unknown outcome, 2 blocked, 3 waits for quota.
// `base` is a packed state (contactstate.h) as it was when last in step; `record`, `sent`, `notes` and `known` belong
// to the sync engine; the `detail` of a list that was sent is the name it was sent with; a shadow that `sends` nothing
// differs in what no call can say (tags). Names of lists are not unique over there (gateway.md section 3), so they
// can't be here.
constexpr const char *step3 = R"sql(
CREATE TABLE new_list(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    remote_id TEXT UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    is_test INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL);
INSERT INTO new_list SELECT id, remote_id, name, name_key, description, is_test, created_at FROM list;
DELETE FROM sqlite_sequence WHERE name='new_list';
INSERT INTO sqlite_sequence SELECT 'new_list', seq FROM sqlite_sequence WHERE name='list';
DROP TABLE list;
ALTER TABLE new_list RENAME TO list;
CREATE INDEX list_by_name ON list(name_key);

ALTER TABLE contact ADD COLUMN remote_hash INTEGER;
ALTER TABLE contact ADD COLUMN remote_extra TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN remote_tags INTEGER NOT NULL DEFAULT 0;
CREATE TABLE shadow(contact_id INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE, base BLOB NOT NULL,
    record BLOB, sends INTEGER NOT NULL);
CREATE TABLE tombstone(
    contact_id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    state BLOB NOT NULL,
    base BLOB NOT NULL,
    record BLOB,
    remote_hash INTEGER,
    remote_extra TEXT NOT NULL,
    remote_tags INTEGER NOT NULL,
    sent BLOB,
    number TEXT NOT NULL,
    at INTEGER NOT NULL);
CREATE TABLE request(
    contact_id INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE,
    state INTEGER NOT NULL,
    sent BLOB,
    attempts INTEGER NOT NULL DEFAULT 0,
    trouble INTEGER NOT NULL DEFAULT 0,
    detail TEXT NOT NULL DEFAULT '');
CREATE TABLE authored(contact_id INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE, notes BLOB NOT NULL);

CREATE TABLE list_shadow(list_id INTEGER PRIMARY KEY REFERENCES list(id) ON DELETE CASCADE, base BLOB NOT NULL);
CREATE TABLE list_tombstone(list_id INTEGER PRIMARY KEY, remote_id TEXT UNIQUE, name TEXT NOT NULL, known BLOB,
    at INTEGER NOT NULL);
CREATE TABLE list_request(
    list_id INTEGER PRIMARY KEY REFERENCES list(id) ON DELETE CASCADE,
    state INTEGER NOT NULL,
    known BLOB,
    attempts INTEGER NOT NULL DEFAULT 0,
    trouble INTEGER NOT NULL DEFAULT 0,
    detail TEXT NOT NULL DEFAULT '');
CREATE TABLE membership_change(
    list_id INTEGER NOT NULL REFERENCES list(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    wanted INTEGER NOT NULL,
    PRIMARY KEY(list_id, contact_id)) WITHOUT ROWID;
CREATE INDEX membership_change_by_contact ON membership_change(contact_id);
CREATE TABLE list_reading(list_id INTEGER PRIMARY KEY REFERENCES list(id) ON DELETE CASCADE,
    count INTEGER NOT NULL, at INTEGER NOT NULL);

CREATE TABLE pull_run(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope TEXT NOT NULL UNIQUE,
    page_size INTEGER NOT NULL,
    next_page INTEGER NOT NULL,
    total INTEGER NOT NULL,
    resumed INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL);
CREATE TABLE pull_seen(run INTEGER NOT NULL, remote_id TEXT NOT NULL, PRIMARY KEY(run, remote_id)) WITHOUT ROWID;

CREATE TABLE conflict(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER,
    list_id INTEGER,
    kind INTEGER NOT NULL,
    field TEXT NOT NULL DEFAULT '',
    base TEXT NOT NULL DEFAULT '',
    mine TEXT NOT NULL DEFAULT '',
    theirs TEXT NOT NULL DEFAULT '',
    state BLOB,
    at INTEGER NOT NULL,
    resolved_by INTEGER);
CREATE INDEX conflict_by_contact ON conflict(contact_id);
CREATE TABLE replaced_value(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    mine TEXT NOT NULL,
    theirs TEXT NOT NULL,
    loud INTEGER NOT NULL,
    at INTEGER NOT NULL);
CREATE TABLE trash(
    contact_id INTEGER PRIMARY KEY,
    remote_id TEXT UNIQUE,
    state BLOB NOT NULL,
    why INTEGER NOT NULL,
    at INTEGER NOT NULL);
CREATE TABLE sync_log(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, what INTEGER NOT NULL,
    subject TEXT NOT NULL, count INTEGER NOT NULL, detail TEXT NOT NULL);
CREATE TABLE sync_state(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
)sql";

// Step 4: what goes in bulk (sync.md section 2.5): the rows of the file under way with the numbers that it has of them,
// and the deletions whose contact a run of reading has met as it was when last in step.
constexpr const char *step4 = R"sql(
CREATE TABLE upload_row(contact_id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE);
CREATE TABLE deletion_seen(contact_id INTEGER PRIMARY KEY, run INTEGER NOT NULL);
CREATE INDEX tombstone_unbound ON tombstone(number) WHERE remote_id IS NULL;
)sql";

// `wait` of a refused request: milliseconds until it is sent again by itself, counted while the program runs.
// Who was to leave a list, when the contact or the list was deleted: both may come back before the gateway heard of it.
// A value that somebody replaced is remembered longer than its contact, which may come back.
constexpr const char *step5 = R"sql(
CREATE TABLE unsent_leave(contact_id INTEGER NOT NULL, list_id INTEGER NOT NULL, PRIMARY KEY(contact_id, list_id))
    WITHOUT ROWID;
ALTER TABLE replaced_value RENAME TO replaced_value_of_step4;
CREATE TABLE replaced_value(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    mine TEXT NOT NULL,
    theirs TEXT NOT NULL,
    loud INTEGER NOT NULL,
    at INTEGER NOT NULL);
INSERT INTO replaced_value SELECT * FROM replaced_value_of_step4;
DROP TABLE replaced_value_of_step4;
ALTER TABLE request ADD COLUMN wait INTEGER NOT NULL DEFAULT 0;
ALTER TABLE list_request ADD COLUMN wait INTEGER NOT NULL DEFAULT 0;
)sql";

int userVersion(Connection &connection)
{
    return static_cast<int>(connection.integer("PRAGMA user_version"));
}

void backUp(Connection &connection, const QString &path)
{
    const QString target = QStringLiteral("%1.step%2.backup").arg(path).arg(userVersion(connection));
    if (QFile file(target); file.open(QIODevice::ReadWrite)) // its owner's only, before anything is in it
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    sqlite3 *copy = nullptr;
    int code = sqlite3_open(target.toUtf8().constData(), &copy);
    if (code == SQLITE_OK) {
        sqlite3_backup *backup = sqlite3_backup_init(copy, "main", connection.handle(), "main");
        if (backup) {
            sqlite3_backup_step(backup, -1);
            sqlite3_backup_finish(backup);
        }
        code = sqlite3_errcode(copy);
    }
    sqlite3_close(copy);
    if (code != SQLITE_OK)
        throw DatabaseFailure{code, QString::fromUtf8(sqlite3_errstr(code))};
}

void createStep1(Connection &connection)
{
    connection.execute(step1);
    // Large loads write few big segments instead of many small ones; a table above 4 MiB falls out of the processor's
    // cache and costs more than the merging that it saves (10.4 s a million at 32 MiB, 7.4 s at 4).
    connection.execute("INSERT INTO contact_fts(contact_fts, rank) VALUES('hashsize', 4194304)");
}

void createStep2(Connection &connection)
{
    connection.execute(step2);
}

// The list's table is made anew, and its members must not go with the old one; what they refer to is looked at after
// the last step.
void createStep3(Connection &connection)
{
    connection.execute(step3);
    connection.execute("INSERT INTO contact_fts(contact_fts, rank) VALUES('hashsize', 4194304)"); // it was larger once
    for (const BulkIndex &index : indexes)
        connection.execute(index.create);
}

void createStep4(Connection &connection)
{
    connection.execute(step4);
}

void createStep5(Connection &connection)
{
    connection.execute(step5);
}

using Step = void (*)(Connection &);
constexpr Step steps[] = {createStep1, createStep2, createStep3, createStep4, createStep5};

} // namespace

int currentSchemaStep()
{
    return static_cast<int>(std::size(steps));
}

std::span<const BulkIndex> bulkIndexes()
{
    return indexes;
}

Result<void> migrate(Connection &connection, const QString &path)
{
    return guardedResult(path, [&]() -> Result<void> {
        const qint64 marked = connection.integer("PRAGMA application_id");
        const bool empty = connection.integer("SELECT count(*) FROM sqlite_master") == 0;
        if (marked != applicationId && !(marked == 0 && empty))
            return Error{ErrorKind::NotAWorkspace, path, {}};
        int step = userVersion(connection);
        if (step > currentSchemaStep())
            return Error{ErrorKind::NewerVersion, path,
                         QCoreApplication::translate("Error", "its format is %1, this program knows %2")
                             .arg(step)
                             .arg(currentSchemaStep())};
        if (step == currentSchemaStep()) {
            // A large load that never came to its end may have left some out; one that goes on brings them back itself.
            if (connection.integer("SELECT count(*) FROM pull_run") == 0) {
                for (const BulkIndex &index : indexes)
                    connection.execute(index.create);
            }
            return {};
        }
        if (!empty)
            backUp(connection, path);
        const WithoutForeignKeys guard(connection);
        for (; step < currentSchemaStep(); ++step) {
            Transaction transaction(connection, Transaction::Durability::Full);
            steps[step](connection);
            connection.execute(qPrintable(QStringLiteral("PRAGMA application_id=%1").arg(applicationId)));
            connection.execute(qPrintable(QStringLiteral("PRAGMA user_version=%1").arg(step + 1)));
            transaction.commit();
        }
        return {};
    });
}

} // namespace Elenco
