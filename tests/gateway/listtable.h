// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/values.h"

#include <optional>

namespace Elenco::Practice {

class Database;
class Orders;

/// The lists of the account and who is in them.
class ListTable
{
public:
    ListTable(Database &database, Orders &orders) : m_database(database), m_orders(orders) {}

    /// The id it got. Names need not be unique.
    qint64 add(const List &list);
    /// Name, description and isTest of list.id. False: there is none.
    bool change(const List &list);
    /// Makes a tombstone of it; its memberships end, its contacts stay. False: there is none.
    bool remove(qint64 id);

    /// Not the tombstones.
    std::optional<List> list(qint64 id);
    QList<List> all(bool withTombstones = false);
    /// Also of a tombstone; null when there never was such a list.
    QString slugOf(qint64 id);
    /// Lists that hold any of these contacts.
    QList<qint64> listsHolding(const QList<qint64> &contactIds);

    /// The association's id; the same one when the contact is in it already.
    qint64 addMember(qint64 listId, qint64 contactId);
    bool removeMember(qint64 listId, qint64 contactId);
    bool removeAssociation(qint64 associationId);
    void removeContact(qint64 contactId);
    bool hasMember(qint64 listId, qint64 contactId);
    qint64 memberCount(qint64 listId);
    QList<qint64> members(qint64 listId); ///< ascending
    QList<Membership> allMemberships();

private:
    Database &m_database;
    Orders &m_orders;
};

} // namespace Elenco::Practice
