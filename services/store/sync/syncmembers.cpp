// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contacttable.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/journal.h"
#include "store/sync/synclists.h"

#include "core/packing.h"

#include <QDateTime>

#include <algorithm>

// On SQLite's own interface (store/database/query.h): it writes each member that a sync reads.
namespace Elenco {

namespace {

/// The members over there against the members here, inside the caller's transaction.
class MemberWriter
{
public:
    MemberWriter(Connection &connection, ListId list, ChangeSetId &changeSet)
        : m_connection(connection),
          m_table(connection, ContactTable::Author::Gateway),
          m_list(list),
          m_changeSet(changeSet)
    {
    }

    MembersOutcome take(const std::vector<RemoteId> &members, bool isCertain)
    {
        Statement &read = m_connection.cached("SELECT 1 FROM list_reading WHERE list_id=?");
        m_isFirst = !read.with(m_list.value).step();
        read.reset();
        m_connection.execute("CREATE TEMP TABLE IF NOT EXISTS seen_member(contact_id INTEGER PRIMARY KEY)");
        m_connection.execute("DELETE FROM temp.seen_member");
        for (const RemoteId &member : members)
            m_connection.cached("INSERT OR IGNORE INTO temp.seen_member SELECT id FROM contact WHERE remote_id=?")
                .with(member.value)
                .run();
        // What waits here and is so over there by now is in step.
        m_connection
            .cached("DELETE FROM membership_change WHERE list_id=? AND wanted=(contact_id IN (SELECT contact_id FROM "
                    "temp.seen_member))")
            .with(m_list.value)
            .run();
        const auto joining = ids("SELECT contact_id FROM temp.seen_member WHERE contact_id NOT IN (SELECT contact_id "
                                 "FROM membership WHERE list_id=?1) AND contact_id NOT IN (SELECT contact_id FROM "
                                 "membership_change WHERE list_id=?1)");
        const auto leaving = ids("SELECT m.contact_id FROM membership m JOIN contact c ON c.id=m.contact_id WHERE "
                                 "m.list_id=?1 AND c.remote_id IS NOT NULL AND m.contact_id NOT IN (SELECT contact_id "
                                 "FROM temp.seen_member) AND m.contact_id NOT IN (SELECT contact_id FROM "
                                 "membership_change WHERE list_id=?1)");
        for (ContactId id : joining)
            change(id, true);
        if (isCertain) {
            for (ContactId id : leaving)
                change(id, false);
        }
        if (isCertain || leaving.empty())
            m_connection.cached("INSERT OR REPLACE INTO list_reading VALUES(?, ?, ?)")
                .with(m_list.value, static_cast<qint64>(members.size()), QDateTime::currentSecsSinceEpoch())
                .run();
        m_table.writeIndex();
        return {static_cast<qint64>(joining.size()), static_cast<qint64>(leaving.size())};
    }

private:
    std::vector<ContactId> ids(const char *sql)
    {
        std::vector<ContactId> result;
        Statement &select = m_connection.cached(sql);
        select.with(m_list.value);
        while (select.step())
            result.emplace_back(select.integer(0));
        return result;
    }

    // A membership alone, without the rest of the contact: a list of a hundred thousand arrives in one go. What the
    // first reading of a list brings is no change of anybody, as the first arrival of a contact is none.
    void change(ContactId id, bool joins)
    {
        m_connection.notes().contact(id);
        m_connection.notes().lists();
        const std::string before = m_isFirst ? std::string() : lists(id);
        m_connection
            .cached(joins ? "INSERT OR IGNORE INTO membership VALUES(?, ?)"
                          : "DELETE FROM membership WHERE list_id=? AND contact_id=?")
            .with(m_list.value, id.value)
            .run();
        if (m_isFirst)
            return;
        if (!m_changeSet.isValid())
            m_changeSet = beginChangeSet(m_connection, ChangeKind::Sync, QString());
        writeChange(m_connection, m_changeSet, id, ContactState{{"lists", before}}, ContactState{{"lists", lists(id)}});
        m_connection.cached("UPDATE change_set SET contacts=contacts+1 WHERE id=?").with(m_changeSet.value).run();
    }

    std::string lists(ContactId id)
    {
        Statement &select = m_connection.cached("SELECT list_id FROM membership WHERE contact_id=?");
        std::vector<std::string> result;
        select.with(id.value);
        while (select.step())
            result.push_back(std::to_string(select.integer(0)));
        return packSet(std::move(result));
    }

    Connection &m_connection;
    ContactTable m_table;
    const ListId m_list;
    ChangeSetId &m_changeSet;
    bool m_isFirst = false;
};

} // namespace

Result<UnsentMembers> SyncLists::unsentMembers(ListId id, bool wanted, ContactId after, int limit)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Full);
        Statement &select = connection.cached(
            "SELECT c.id, c.remote_id FROM membership_change m JOIN contact c ON c.id=m.contact_id WHERE m.list_id=? "
            "AND m.wanted=? AND m.contact_id>? AND m.refused='' AND c.remote_id IS NOT NULL ORDER BY m.contact_id LIMIT ?");
        select.with(id.value, wanted ? 1 : 0, after.value, limit);
        UnsentMembers members;
        while (select.step()) {
            members.contacts.emplace_back(select.integer(0));
            members.remoteIds.push_back({select.string(1)});
        }
        if (!members.contacts.empty())
            connection
                .cached("UPDATE membership_change SET is_sent=1 WHERE list_id=? AND wanted=? AND contact_id>? AND "
                        "contact_id<=? AND refused='' AND is_sent=0")
                .with(id.value, wanted ? 1 : 0, after.value, members.contacts.back().value)
                .run();
        transaction.commit();
        return members;
    });
}

Result<void> SyncLists::settleMembers(ListId id, bool wanted, const std::vector<ContactId> &contacts, qint64 growth)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        for (ContactId contact : contacts)
            connection.cached("DELETE FROM membership_change WHERE list_id=? AND contact_id=? AND wanted=?")
                .with(id.value, contact.value, wanted ? 1 : 0)
                .run();
        connection.cached("UPDATE list_reading SET count=count+? WHERE list_id=?").with(growth, id.value).run();
        transaction.commit();
    });
}

Result<void> SyncLists::noteRefused(ListId id, bool wanted, const std::vector<ContactId> &contacts,
                                    const QString &words)
{
    return guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        Statement &read = connection.cached("SELECT attempts FROM membership_change WHERE list_id=? AND contact_id=? AND "
                                            "wanted=?");
        for (ContactId contact : contacts) {
            const bool isThere = read.with(id.value, contact.value, wanted ? 1 : 0).step();
            const int attempts = isThere ? static_cast<int>(read.integer(0)) + 1 : 0;
            read.reset();
            connection
                .cached("UPDATE membership_change SET refused=?, is_sent=0, attempts=?, wait=? WHERE list_id=? AND "
                        "contact_id=? AND wanted=?")
                .with(words, attempts, pauseAfterRefusal(attempts), id.value, contact.value, wanted ? 1 : 0)
                .run();
        }
        transaction.commit();
    });
}

Result<MembersOutcome> SyncLists::takeMembers(ListId id, const std::vector<RemoteId> &members, bool isCertain,
                                              ChangeSetId &changeSet)
{
    ChangeSetId made = changeSet;
    const auto result = guarded(m_workspace.path(), [&] {
        Connection &connection = m_workspace.writer();
        Transaction transaction(connection, Transaction::Durability::Normal);
        Statement &list = connection.cached("SELECT 1 FROM list WHERE id=?");
        const bool isHere = list.with(id.value).step();
        list.reset();
        if (!isHere) // deleted while it was read
            return MembersOutcome{};
        MemberWriter writer(connection, id, made);
        const MembersOutcome outcome = writer.take(members, isCertain);
        transaction.commit();
        return outcome;
    });
    if (result && result->joined + result->left > 0) {
        changeSet = made;
        m_workspace.markChanged();
    }
    return result;
}

} // namespace Elenco
