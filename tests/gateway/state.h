// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/campaigntable.h"
#include "tests/gateway/contacttable.h"
#include "tests/gateway/exporttable.h"
#include "tests/gateway/listtable.h"
#include "tests/gateway/uploadtable.h"

#include <memory>

namespace Elenco::Practice {

class Database;

/// What the account really holds, in SQLite. The calls of the API work on it; so do tests, as the other desks that
/// share the account: between any two requests they may read and change everything. Not subject to quota, rate or
/// any rule of the API. Any function throws DatabaseFailure when SQLite refuses (a full disk).
class State
{
public:
    /// Opens or makes `file` (empty: in memory). A file that is damaged, foreign, newer or in use by another gateway
    /// is refused: null, and a sentence in `why`.
    static std::unique_ptr<State> open(const QString &file, QString *why);
    ~State();

    // Other desks.
    qint64 addContact(const Contact &contact) { return contacts().add(contact); }
    /// False: no such contact.
    bool changeContact(const Contact &contact) { return contacts().change(contact); }
    /// Their memberships go too. How many there were.
    qint64 removeContacts(const QList<qint64> &ids);
    qint64 addList(const QString &name, const QString &description = {}, bool isTest = false);
    bool changeList(const List &list) { return lists().change(list); }
    /// Leaves a tombstone; its contacts stay.
    bool removeList(qint64 id) { return lists().remove(id); }
    /// The association's id; the same one when the contact is already in the list.
    qint64 addMember(qint64 listId, qint64 contactId) { return lists().addMember(listId, contactId); }
    bool removeMember(qint64 listId, qint64 contactId) { return lists().removeMember(listId, contactId); }

    // The whole of it, by ascending id.
    QList<Contact> allContacts() { return contacts().all(); }
    QList<List> allLists(bool withTombstones = false) { return lists().all(withTombstones); }
    QList<Membership> allMemberships() { return lists().allMemberships(); }
    std::optional<Contact> contact(qint64 id) { return contacts().contact(id); }
    std::optional<Contact> contactOfNumber(const QString &phoneNumber) { return contacts().ofNumber(phoneNumber); }
    std::optional<List> list(qint64 id) { return lists().list(id); }
    QList<qint64> members(qint64 listId) { return lists().members(listId); }

    // Its parts.
    ContactTable &contacts() { return *m_contacts; }
    ListTable &lists() { return *m_lists; }
    CampaignTable &campaigns() { return *m_campaigns; }
    UploadTable &uploads() { return *m_uploads; }
    ExportTable &exports() { return *m_exports; }
    Orders &orders() { return *m_orders; }
    Database &database() { return *m_database; }
    /// Nothing was ever put in: it may be seeded.
    bool isNew() const { return m_isNew; }

private:
    explicit State(std::unique_ptr<Database> database, bool isNew);

    std::unique_ptr<Database> m_database; // first: the others hold statements of it
    std::unique_ptr<Orders> m_orders;
    std::unique_ptr<ContactTable> m_contacts;
    std::unique_ptr<ListTable> m_lists;
    std::unique_ptr<CampaignTable> m_campaigns;
    std::unique_ptr<UploadTable> m_uploads;
    std::unique_ptr<ExportTable> m_exports;
    bool m_isNew;
};

} // namespace Elenco::Practice
