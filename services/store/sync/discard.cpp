// SPDX-License-Identifier: Apache-2.0
#include "core/packing.h"
#include "store/contacts/contacttable.h"
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/edit.h"
#include "store/journal/journal.h"
#include "store/journal/listchanges.h"
#include "store/sync/outbox.h"

// On SQLite's own interface (store/database/query.h): it may be of every contact of an import.
namespace Elenco {

namespace {

/// Takes one line of the outbox back, inside the caller's transaction and as one change set.
class Discarding
{
public:
    Discarding(Connection &connection, const OutboxEntry &entry, const NumberJudge &judge)
        : m_connection(connection),
          m_table(connection),
          m_entry(entry),
          m_judge(judge),
          m_set(beginChangeSet(connection, ChangeKind::Discarded, entry.name))
    {
    }

    ChangeSetId run()
    {
        using Kind = OutboxEntry::Kind;
        switch (m_entry.kind) {
        case Kind::NewContact: remove(m_entry.contact); break;
        case Kind::NewContacts:
            // Those of the line: drafts are not to be sent, and refused ones have lines of their own.
            forEach("SELECT id FROM contact WHERE origin_import=? AND remote_id IS NULL AND valid=1 AND id NOT IN "
                    "(SELECT contact_id FROM request WHERE state>1)",
                    m_entry.import.value, [this](ContactId id) { remove(id); });
            break;
        case Kind::ChangedContact: changeBack(); break;
        case Kind::DeletedContact: bringBack(); break;
        case Kind::NewList:
            if (readListState(m_connection, m_entry.list)) {
                deleteList(m_connection, m_entry.list, m_set);
                m_isList = true;
            }
            break;
        case Kind::ChangedList: changeListBack(); break;
        case Kind::Joining:
        case Kind::Leaving:
            forEach(m_entry.kind == Kind::Joining
                        ? "SELECT contact_id FROM membership_change WHERE list_id=? AND wanted=1"
                        : "SELECT contact_id FROM membership_change WHERE list_id=? AND wanted=0",
                    m_entry.list.value, [this](ContactId id) { changeMembership(id); });
            break;
        case Kind::DeletedList: break; // its change set is undone as a whole
        }
        if (m_changed == 0 && !m_isList)
            return {};
        m_table.writeIndex();
        finishChangeSet(m_connection, m_set, m_changed);
        return m_set;
    }

private:
    template <typename Use>
    void forEach(const char *sql, qint64 of, Use use)
    {
        std::vector<ContactId> ids;
        Statement list = m_connection.prepare(sql);
        list.with(of);
        while (list.step())
            ids.emplace_back(list.integer(0));
        for (ContactId id : ids)
            use(id);
    }

    void remove(ContactId id)
    {
        const auto state = m_table.read(id);
        if (!state)
            return;
        m_table.remove(id, *state);
        writeChange(m_connection, m_set, id, state, {});
        ++m_changed;
    }

    void write(ContactId id, const ContactState &before, ContactState after)
    {
        std::erase_if(after, [](const auto &entry) { return entry.second.empty(); });
        const StateDifference changes = difference(before, after);
        if (changes.isEmpty())
            return;
        m_table.replace(id, before, after);
        writeChange(m_connection, m_set, id, changes.before, changes.after);
        ++m_changed;
    }

    // What was edited since the line was read stays: it is not what was decided about.
    void changeBack()
    {
        const auto before = m_table.read(m_entry.contact);
        if (!before)
            return;
        ContactState after = merged(*before, m_entry.fields.after, m_entry.fields.before);
        if (stateValue(after, "phoneNumber") != stateValue(*before, "phoneNumber"))
            m_judge(after);
        write(m_entry.contact, *before, std::move(after));
    }

    void bringBack()
    {
        Statement tombstone = m_connection.prepare("SELECT state FROM tombstone WHERE contact_id=?");
        if (!tombstone.with(m_entry.contact.value).step() || m_table.read(m_entry.contact))
            return;
        const ContactState state = unpackState(tombstone.text(0));
        tombstone.reset();
        m_table.insert(m_entry.contact, state);
        writeChange(m_connection, m_set, m_entry.contact, {}, state);
        ++m_changed;
    }

    void changeListBack()
    {
        const auto before = readListState(m_connection, m_entry.list);
        if (!before)
            return;
        const ContactState after = merged(*before, m_entry.fields.after, m_entry.fields.before);
        if (after == *before)
            return;
        SyncMarks(m_connection).replacingList(m_entry.list);
        writeListState(m_connection, m_entry.list, after);
        SyncMarks(m_connection).replacedList(m_entry.list);
        writeListChange(m_connection, m_set, m_entry.list, before, after);
        m_isList = true;
    }

    void changeMembership(ContactId id)
    {
        const auto before = m_table.read(id);
        if (!before)
            return;
        std::vector<std::string> lists;
        const std::string list = std::to_string(m_entry.list.value);
        for (std::string_view member : unpacked(stateValue(*before, "lists"))) {
            if (member != list)
                lists.emplace_back(member);
        }
        if (m_entry.kind == OutboxEntry::Kind::Leaving)
            lists.push_back(list);
        ContactState after = *before;
        after["lists"] = packSet(std::move(lists));
        write(id, *before, std::move(after));
    }

    Connection &m_connection;
    ContactTable m_table;
    const OutboxEntry &m_entry;
    const NumberJudge &m_judge;
    const ChangeSetId m_set;
    qint64 m_changed = 0; ///< contacts
    bool m_isList = false;
};

} // namespace

Result<ChangeSetId> discardUnsent(Workspace &workspace, const OutboxEntry &entry, const NumberJudge &judge)
{
    if (entry.kind == OutboxEntry::Kind::DeletedList) {
        const Result<ChangeSetId> deletion = guarded(workspace.path(), [&] {
            const Workspace::ReaderLease connection = workspace.reader();
            Statement change = connection->prepare(
                "SELECT change_set_id FROM change WHERE list_id=? AND after IS NULL ORDER BY id DESC LIMIT 1");
            return change.with(entry.list.value).step() ? ChangeSetId(change.integer(0)) : ChangeSetId();
        });
        if (!deletion)
            return deletion;
        const Result<UndoOutcome> undone = Journal(workspace).undo(*deletion);
        return undone ? Result<ChangeSetId>(undone->undo) : undone.error();
    }
    return edited(workspace, [&](Edit &edit) -> Result<ChangeSetId> {
        const ChangeSetId set = Discarding(workspace.writer(), entry, judge).run();
        if (set.isValid())
            edit.commit();
        return set;
    });
}

} // namespace Elenco
