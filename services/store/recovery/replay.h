// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contacts/contacttable.h"
#include "store/database/unsyncedlog.h"

#include <QStringList>

namespace Elenco {

class Connection;

/// An import whose rows have no lines of their own (mostLoggedOfImport), and that is not all here.
struct MissingImport {
    QString name; ///< of its file
    QString path;
    qint64 rows = 0;    ///< new contacts that it had made and that were unsent
    qint64 missing = 0; ///< of them are not here
};

/// Makes of a database what the lines of a log say, inside the caller's transaction: each record gets the state and the
/// base that the line has, whatever the row says, so that the next sync merges both with the gateway's three ways, as
/// it would have for a desk that was offline since. Throws DatabaseFailure; used inside services/store only.
class Replay
{
public:
    /// `table` is of Author::Gateway; the caller writes its index.
    Replay(Connection &connection, ContactTable &table) : m_connection(connection), m_table(table) {}

    /// Of the lines about one record the last one counts.
    void run(const std::vector<UnsyncedRecord> &records);

    qint64 restored() const { return m_restored; } ///< records that were not here as their line has them
    const std::vector<MissingImport> &missingImports() const { return m_missingImports; }

private:
    void apply(const UnsyncedRecord &record);
    bool isHere(const UnsyncedRecord &record);
    void contact(const UnsyncedRecord &record);
    void deletedContact(const UnsyncedRecord &record);
    void list(const UnsyncedRecord &record);
    void deletedList(const UnsyncedRecord &record);
    void member(const UnsyncedRecord &record);
    void account(const UnsyncedRecord &record);
    void import(const UnsyncedRecord &record);

    void removeContact(ContactId id);
    void removeList(ListId id);
    void removeDoubles(ContactId id, std::string_view remoteId);
    void writeMarks(ContactId id, const UnsyncedRecord &record);
    ContactId contactFor(const UnsyncedRecord &member);
    ListId listFor(qint64 id, std::string_view remoteId, std::string_view name);
    std::string listsHere(std::string_view named);

    Connection &m_connection;
    ContactTable &m_table;
    qint64 m_restored = 0;
    std::vector<MissingImport> m_missingImports;
};

/// Takes those edits of the log into the file that it does not have: a journal mode or a disk that lost the last
/// moments of the file leaves it whole and older than the log. False: there were none.
bool takeLostEdits(Connection &connection, const UnsyncedLog::Content &logged);

} // namespace Elenco
