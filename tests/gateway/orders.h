// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/contactfilter.h"

#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace Elenco::Practice {

class Database;

/// The ids of contacts in the order of a page's question, kept until a write changes it: SQLite's OFFSET counts
/// through the rows, which takes a second deep in a million. Told of every write by the tables.
class Orders
{
public:
    using Ids = std::shared_ptr<const std::vector<qint64>>;

    explicit Orders(Database &database) : m_database(database) {}

    Ids contacts(const ContactFilter &filter, const ContactOrder &order);
    /// Members of a list, counted once.
    qint64 memberCount(qint64 listId);

    void contactAdded(qint64 id);
    void contactChanged();
    void contactsRemoved(const QList<qint64> &ids);
    void membershipsChanged();
    /// After a rollback or a bulk load: nothing that is kept can be trusted.
    void clear();

private:
    Ids base(ContactSort sort);
    Ids idsOf(const char *sql, size_t expected);
    std::vector<bool> members(const QList<qint64> &lists, size_t size);
    size_t idLimit(); ///< beyond every id
    std::shared_ptr<std::vector<qint64>> filtered(const ContactFilter &filter, ContactSort sort);
    void sortByCustomField(const QString &field, std::vector<qint64> *ids);
    std::vector<qint64> idsThatMeet(const QList<ContactFilter::Condition> &conditions);

    Database &m_database;
    std::shared_ptr<std::vector<qint64>> m_byId; // kept up to date, never thrown away by single writes
    std::map<ContactSort, Ids> m_sorted;
    std::map<QByteArray, Ids> m_filtered;
    std::unordered_map<qint64, qint64> m_memberCounts;
};

} // namespace Elenco::Practice
