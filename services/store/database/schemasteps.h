// SPDX-License-Identifier: Apache-2.0
#pragma once

// What each step of the schema adds (store/database/schema.h). A step that was released is never changed: what is to be
// different is the next one. For schema.cpp alone.

namespace Elenco::SchemaSteps {

// Step 1. Values: phone is E.164 when valid, else the text as typed; custom values are REAL for numbers and text
// otherwise; times are seconds since 1970 UTC. search_text and *_key are folded by foldText().
inline constexpr const char *step1 = R"sql(
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
inline constexpr const char *step2 = R"sql(
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
inline constexpr const char *step3 = R"sql(
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
inline constexpr const char *step4 = R"sql(
CREATE TABLE upload_row(contact_id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE);
CREATE TABLE deletion_seen(contact_id INTEGER PRIMARY KEY, run INTEGER NOT NULL);
CREATE INDEX tombstone_unbound ON tombstone(number) WHERE remote_id IS NULL;
)sql";

// `wait` of a refused request: milliseconds until it is sent again by itself, counted while the program runs.
// Who was to leave a list, when the contact or the list was deleted: both may come back before the gateway heard of it.
// A value that somebody replaced is remembered longer than its contact, which may come back.
inline constexpr const char *step5 = R"sql(
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

// What left and was not answered, where a person may take it back before anybody looks what came of it: a deletion of a
// contact or a list, the fields of a list (packed, as `base` is), a membership. A request of state 1 without `sent`, of
// a contact or list that has a remote_id, is a deletion that left and was taken back: it may be gone over there.
inline constexpr const char *step6 = R"sql(
ALTER TABLE tombstone ADD COLUMN deletion_sent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE list_tombstone ADD COLUMN deletion_sent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE list_shadow ADD COLUMN sent BLOB;
ALTER TABLE membership_change ADD COLUMN is_sent INTEGER NOT NULL DEFAULT 0;
)sql";

// The words that a number's end is found by got another mark, which no typed word begins with.
inline constexpr const char *step7 = R"sql(
UPDATE contact SET search_text=other_mark(search_text) WHERE search_text GLOB '*r[0-9][0-9][0-9]*';
INSERT INTO contact_fts(contact_fts) VALUES('rebuild');
)sql";

// When a contact over there was last read by its id, in seconds; 0: not yet, or it is to be read again. Listings hide
// fields on many accounts. `refused`: the gateway's words about a membership, which waits as a refused request does.
inline constexpr const char *step8 = R"sql(
ALTER TABLE contact ADD COLUMN remote_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tombstone ADD COLUMN remote_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE membership_change ADD COLUMN refused TEXT NOT NULL DEFAULT '';
ALTER TABLE membership_change ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE membership_change ADD COLUMN wait INTEGER NOT NULL DEFAULT 0;
CREATE INDEX contact_unread ON contact(id) WHERE remote_id IS NOT NULL AND remote_read=0;
)sql";

// What a file says of a person's consent has a day (`said_at` of a row: seconds, 0 without). `kind` of a suppression is
// a SuppressionKind (store/contacts/suppression.h); a consent that came later is written beside the refusal, by import
// `given_by`.
inline constexpr const char *step9 = R"sql(
ALTER TABLE import_row ADD COLUMN said_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suppression ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suppression ADD COLUMN given_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suppression ADD COLUMN given_by INTEGER NOT NULL DEFAULT 0;
)sql";

// The rows of the last import under a layout stay in import_row, for what the next file changes: its id, 0 when they
// are not kept.
inline constexpr const char *step10 = R"sql(
ALTER TABLE known_layout ADD COLUMN import_id INTEGER NOT NULL DEFAULT 0;
)sql";

// The gateway's word that a number is not valid, and when it said so.
inline constexpr const char *step11 = R"sql(
CREATE TABLE refused_number(contact_id INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE,
    number TEXT NOT NULL, at INTEGER NOT NULL);
)sql";

} // namespace Elenco::SchemaSteps
