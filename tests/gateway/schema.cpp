// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/schema.h"

#include "tests/gateway/database.h"

#include <QString>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

void createTables(Database &database)
{
    // AUTOINCREMENT: an id is never given twice, also after a restart. Texts are never NULL.
    database.execute(R"(
CREATE TABLE contact(
  id INTEGER PRIMARY KEY AUTOINCREMENT, first_name TEXT NOT NULL, last_name TEXT NOT NULL, full_name TEXT NOT NULL,
  phone TEXT NOT NULL, email TEXT NOT NULL, gender TEXT NOT NULL, city TEXT NOT NULL, province TEXT NOT NULL,
  region TEXT NOT NULL, custom TEXT NOT NULL, tags TEXT NOT NULL, extra TEXT NOT NULL, valid INTEGER NOT NULL,
  channels INTEGER NOT NULL, is_test INTEGER NOT NULL, last_contact TEXT NOT NULL, last_campaign TEXT NOT NULL,
  created INTEGER NOT NULL);
CREATE TABLE list(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, description TEXT NOT NULL, slug TEXT NOT NULL,
  is_test INTEGER NOT NULL, deleted INTEGER NOT NULL, created INTEGER NOT NULL);
CREATE TABLE membership(
  id INTEGER PRIMARY KEY AUTOINCREMENT, list_id INTEGER NOT NULL, contact_id INTEGER NOT NULL);
CREATE TABLE campaign(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, status INTEGER NOT NULL, sending_mode TEXT NOT NULL,
  lists TEXT NOT NULL, extra TEXT NOT NULL, confirmed INTEGER NOT NULL);
CREATE TABLE upload(
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, file_name TEXT NOT NULL, content BLOB NOT NULL,
  list_id INTEGER NOT NULL, has_head INTEGER NOT NULL);
CREATE TABLE export(
  id INTEGER PRIMARY KEY AUTOINCREMENT, lists TEXT NOT NULL, contacts TEXT NOT NULL, polls INTEGER NOT NULL,
  token TEXT NOT NULL, status INTEGER NOT NULL, created INTEGER NOT NULL, expires INTEGER NOT NULL);
)");
    database.execute(
        qPrintable(u"PRAGMA application_id=%1; PRAGMA user_version=%2"_s.arg(applicationId).arg(schemaVersion)));
}

void createIndexes(Database &database)
{
    database.execute(R"(
CREATE UNIQUE INDEX IF NOT EXISTS membership_pair ON membership(list_id, contact_id);
CREATE INDEX IF NOT EXISTS membership_contact ON membership(contact_id);
CREATE INDEX IF NOT EXISTS contact_phone ON contact(phone);
CREATE INDEX IF NOT EXISTS contact_name ON contact(full_name COLLATE NOCASE);
)");
}

void dropIndexes(Database &database)
{
    database.execute("DROP INDEX membership_pair; DROP INDEX membership_contact; DROP INDEX contact_phone; "
                     "DROP INDEX contact_name");
}

} // namespace Elenco::Practice
