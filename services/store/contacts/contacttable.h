// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contacts/contactstate.h"
#include "store/contacts/syncmarks.h"

#include <optional>
#include <unordered_map>

namespace Elenco {

class Connection;

/// Reads and writes whole contacts (row, custom fields, tags, lists, full-text index) inside the caller's transaction.
/// Made anew for each transaction: it remembers ids of fields and tags, which a rollback would make wrong.
///
/// The full-text index is written at the end, by writeIndex(): FTS5 empties its buffers to disk at every statement that
/// SQLite wraps in a savepoint, and there are several a contact, so writing as we go took seconds a thousand.
/// Throws DatabaseFailure; used inside services/store only.
class ContactTable
{
public:
    enum class Author {
        Person,  ///< what differs from the gateway is noted (store/contacts/syncmarks.h)
        Gateway, ///< what it says is taken over; the caller brings the notes into step
    };

    explicit ContactTable(Connection &connection, Author author = Author::Person)
        : m_connection(connection), m_marks(connection), m_author(author)
    {
    }

    std::optional<ContactState> read(ContactId id);
    /// `id` must be free.
    void insert(ContactId id, const ContactState &state);
    /// What sync remembers of a contact that comes from over there, written with it.
    struct Origin {
        std::string remoteId;
        std::optional<qint64> fingerprint;
        std::string_view extra;
        bool showsTags = false;
    };
    void insert(ContactId id, const ContactState &state, const Origin &origin);
    void replace(ContactId id, const ContactState &before, const ContactState &after);
    void remove(ContactId id, const ContactState &state);
    /// Brings the full-text index into step with all that was inserted, replaced and removed. Before every commit.
    void writeIndex();
    /// The id that the next contact gets; ids of removed contacts are not given again.
    ContactId nextId();

    /// Names the values of custom fields by the kinds that these fields have: what is written, journalled and undone is
    /// one key then, whatever kind the caller took the field for. `known`: a state that was read, whose keys are right.
    void adoptKinds(ContactState &state, const ContactState &known = {});

    /// The field of this name, made if it is not there. An existing field keeps its kind.
    qint64 fieldId(std::string_view name, ValueKind kind);
    qint64 tagId(std::string_view name);

private:
    struct Folded;
    void insertRow(ContactId id, const ContactState &state, const Origin &origin);
    void writeRow(ContactId id, const ContactState &state);
    void writeParts(ContactId id, const ContactState &before, const ContactState &after);
    void noteForIndex(ContactId id, bool isIndexed);

    Connection &m_connection;
    SyncMarks m_marks;
    const Author m_author;
    bool m_notesIndex = false; ///< there are notes that writeIndex() has not worked off
    std::unordered_map<std::string, qint64> m_fields;
    std::unordered_map<std::string, qint64> m_tags;
};

/// What a contact is found by in the full-text index; one function for every way into the workspace.
std::string searchTextOf(std::string_view firstName, std::string_view lastName, std::string_view phone,
                         std::string_view email, std::string_view city, const std::vector<std::string_view> &others);

} // namespace Elenco
