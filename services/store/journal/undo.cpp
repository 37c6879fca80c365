// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contacttable.h"
#include "store/contacts/lists.h"
#include "store/contacts/ownforms.h"
#include "store/contacts/suppression.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/edit.h"
#include "store/journal/journal.h"
#include "store/journal/listchanges.h"

// On SQLite's own interface (store/database/query.h): it asks and writes for each contact of a change set.
namespace Elenco {

namespace {

/// Takes one change set back inside the caller's transaction.
class Undoing
{
public:
    Undoing(Connection &connection, const ChangeSet &set, const JobControl &control)
        : m_connection(connection),
          m_table(connection),
          m_set(set),
          m_control(control),
          m_undo(beginChangeSet(connection, ChangeKind::Undo, set.subject))
    {
    }

    /// False when it was cancelled.
    bool run()
    {
        reopenChoices();
        if (!undoChanges())
            return false;
        if (m_set.kind == ChangeKind::Import && !removeImported())
            return false;
        if (m_set.import.isValid())
            SuppressionTable(m_connection).takeBackYes(m_set.import);
        removeEmptyLists();
        m_table.writeIndex();
        m_outcome.undo = m_undo;
        finishChangeSet(m_connection, m_undo, m_outcome.changed);
        m_connection.query("UPDATE change_set SET undoes=? WHERE id=?").with(m_set.id.value, m_undo.value).run();
        m_connection.query("UPDATE change_set SET undone_by=? WHERE id=?").with(m_undo.value, m_set.id.value).run();
        if (m_set.undoes.isValid()) // an undo that is taken back: the first change is in force again
            m_connection.query("UPDATE change_set SET undone_by=NULL WHERE id=?").with(m_set.undoes.value).run();
        return true;
    }

    UndoOutcome outcome() const { return m_outcome; }

private:
    bool cancelled()
    {
        m_control.report({m_outcome.changed + m_outcome.keptEdited, m_set.contacts});
        return m_control.isCancelled();
    }

    // What was chosen and is not over there yet is open again. What is over there was agreed by that: it is taken back
    // like any other edit, and sent. A choice that changed nothing is all that there is to take back.
    void reopenChoices()
    {
        Statement contacts = m_connection.prepare(
            "UPDATE conflict SET resolved_by=NULL WHERE resolved_by=?1 AND list_id IS NULL AND (NOT "
            "EXISTS(SELECT 1 FROM change INDEXED BY change_by_contact WHERE change_set_id=?1 AND "
            "contact_id=conflict.contact_id) OR "
            "EXISTS(SELECT 1 FROM shadow s WHERE s.contact_id=conflict.contact_id AND s.sends=1) OR "
            "EXISTS(SELECT 1 FROM tombstone t WHERE t.contact_id=conflict.contact_id) OR EXISTS(SELECT 1 FROM "
            "contact c WHERE c.id=conflict.contact_id AND c.remote_id IS NULL)) RETURNING contact_id");
        contacts.with(m_set.id.value);
        while (contacts.step())
            m_connection.notes().contact(ContactId(contacts.integer(0)));
        Statement lists = m_connection.prepare(
            "UPDATE conflict SET resolved_by=NULL WHERE resolved_by=?1 AND list_id IS NOT NULL AND NOT EXISTS(SELECT 1 "
            "FROM list l WHERE l.id=conflict.list_id AND l.remote_id IS NOT NULL) RETURNING list_id");
        lists.with(m_set.id.value);
        std::vector<qint64> held;
        while (lists.step())
            held.push_back(lists.integer(0));
        for (const qint64 list : held) // and is not made again before it is answered
            m_connection
                .cached("INSERT INTO list_request(list_id, state, trouble) SELECT id, 2, 0 FROM list WHERE id=? "
                        "ON CONFLICT(list_id) DO UPDATE SET state=2, trouble=0")
                .with(list)
                .run();
    }

    bool undoChanges()
    {
        std::vector<qint64> rows;
        Statement list = m_connection.prepare("SELECT id FROM change WHERE change_set_id=? ORDER BY id DESC");
        list.with(m_set.id.value);
        while (list.step())
            rows.push_back(list.integer(0));
        for (qint64 row : rows) {
            if (cancelled())
                return false;
            Statement &change = m_connection.cached("SELECT contact_id, list_id, before, after FROM change WHERE id=?");
            change.with(row).step();
            const ContactId contact(change.integer(0));
            const ListId list(change.integer(1));
            const auto state = [&](int column) {
                return change.isNull(column) ? std::optional<ContactState>() : unpackState(change.text(column));
            };
            const auto before = state(2), after = state(3);
            change.reset();
            if (list.isValid())
                undoList(list, before, after);
            else
                undoContact(contact, before, after);
        }
        return true;
    }

    // That the gateway knows it by now is nobody's work on it.
    static bool isAsMade(ContactState made, ContactState current)
    {
        for (ContactState *state : {&made, &current})
            state->erase("remoteId");
        return difference(made, current).isEmpty();
    }

    void undoContact(ContactId id, const std::optional<ContactState> &before, const std::optional<ContactState> &after)
    {
        const auto current = m_table.read(id);
        if (!after) { // it was removed: it comes back as it was
            if (!current) {
                m_table.insert(id, *before);
                writeChange(m_connection, m_undo, id, {}, before);
                ++m_outcome.changed;
            }
            return;
        }
        if (!current)
            return;
        if (!before) { // it was made: it goes, unless somebody has worked on it
            if (isAsMade(*after, OwnForms(m_connection, id, m_set.id, *current).asMade(*after)))
                removeContact(id, *current);
            else
                ++m_outcome.keptEdited;
            return;
        }
        const ContactState asMade = OwnForms(m_connection, id, m_set.id, *current).asMade(*after);
        const ContactState restored = merged(asMade, *after, *before);
        const StateDifference changes = difference(*current, restored);
        if (changes.isEmpty()) {
            ++m_outcome.keptEdited;
            return;
        }
        m_table.replace(id, *current, restored);
        writeChange(m_connection, m_undo, id, changes.before, changes.after);
        ++m_outcome.changed;
    }

    void undoList(ListId id, const std::optional<ContactState> &before, const std::optional<ContactState> &after)
    {
        if (after && !before) {
            m_madeLists.push_back(id); // goes at the end, when its members are gone
            return;
        }
        const auto current = readListState(m_connection, id);
        if (after) { // it was changed
            const ContactState restored = current ? merged(*current, *after, *before) : ContactState();
            if (!current || restored == *current)
                return;
            SyncMarks(m_connection).replacingList(id);
            writeListState(m_connection, id, restored);
            SyncMarks(m_connection).replacedList(id);
            writeListChange(m_connection, m_undo, id, current, restored);
            return;
        }
        // A list of this name that was made since takes its place; one that was its namesake then, does not.
        Statement &namesake = m_connection.cached(
            "SELECT 1 FROM list WHERE id=? OR (name_key=fold(?) AND EXISTS(SELECT 1 FROM change WHERE list_id=list.id "
            "AND change_set_id>? AND before IS NULL))");
        const bool isTaken = namesake.with(id.value, stateValue(*before, "name"), m_set.id.value).step();
        namesake.reset();
        if (isTaken)
            return;
        insertList(m_connection, id, *before);
        SyncMarks(m_connection).insertedList(id);
        writeListChange(m_connection, m_undo, id, {}, before);
    }

    // Contacts that an import made have no journal entry of their own (a million of them would double the file): the
    // row itself says where it came from, and later entries say whether it was worked on.
    bool removeImported()
    {
        std::vector<ContactId> ids;
        Statement list = m_connection.prepare("SELECT id FROM contact WHERE origin_import=?");
        list.with(m_set.import.value);
        while (list.step())
            ids.emplace_back(list.integer(0));
        for (ContactId id : ids) {
            if (cancelled())
                return false;
            const ContactState current = *m_table.read(id);
            const bool keep = OwnForms(m_connection, id, m_set.id, current).hasWork();
            if (keep) {
                ++m_outcome.keptEdited;
                continue;
            }
            removeContact(id, current);
        }
        return true;
    }

    void removeContact(ContactId id, const ContactState &current)
    {
        m_table.remove(id, current);
        writeChange(m_connection, m_undo, id, current, {});
        ++m_outcome.changed;
    }

    void removeEmptyLists()
    {
        for (ListId id : m_madeLists) {
            Statement &members = m_connection.cached("SELECT 1 FROM membership WHERE list_id=? LIMIT 1");
            const bool hasMembers = members.with(id.value).step();
            members.reset();
            if (!hasMembers)
                deleteList(m_connection, id, m_undo);
        }
    }

    Connection &m_connection;
    ContactTable m_table;
    const ChangeSet m_set;
    const JobControl &m_control;
    const ChangeSetId m_undo;
    std::vector<ListId> m_madeLists;
    UndoOutcome m_outcome;
};

} // namespace

Result<UndoOutcome> Journal::undo(ChangeSetId id, const JobControl &control)
{
    const Result<ChangeSet> set = changeSet(m_workspace, id);
    if (!set)
        return set.error();
    if (set->undoneBy.isValid())
        return Error{ErrorKind::AlreadyDone, set->subject, {}};
    return edited(m_workspace, [&](Edit &edit) -> Result<UndoOutcome> {
        Undoing undoing(m_workspace.writer(), *set, control);
        if (!undoing.run())
            return Error{ErrorKind::Cancelled, set->subject, {}};
        edit.commit();
        return undoing.outcome();
    });
}

} // namespace Elenco
