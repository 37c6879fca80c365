// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/orders.h"

#include "tests/gateway/database.h"

#include <algorithm>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

// Eight megabytes each at a million contacts.
constexpr size_t keptOrders = 24;

const char *selectFor(ContactSort sort)
{
    switch (sort) {
    case ContactSort::Id: return "SELECT id FROM contact ORDER BY id";
    case ContactSort::FullName: return "SELECT id FROM contact ORDER BY full_name COLLATE NOCASE, id";
    case ContactSort::FirstName: return "SELECT id FROM contact ORDER BY first_name COLLATE NOCASE, id";
    case ContactSort::LastName: return "SELECT id FROM contact ORDER BY last_name COLLATE NOCASE, id";
    case ContactSort::Phone: return "SELECT id FROM contact ORDER BY phone, id";
    case ContactSort::Email: return "SELECT id FROM contact ORDER BY email, id";
    case ContactSort::Gender: return "SELECT id FROM contact ORDER BY gender, id";
    case ContactSort::City: return "SELECT id FROM contact ORDER BY city COLLATE NOCASE, id";
    case ContactSort::Province: return "SELECT id FROM contact ORDER BY province, id";
    case ContactSort::Region: return "SELECT id FROM contact ORDER BY region COLLATE NOCASE, id";
    case ContactSort::Created: return "SELECT id FROM contact ORDER BY created, id";
    }
    return "";
}

void mark(std::vector<bool> &set, qint64 id)
{
    if (id >= 0 && static_cast<size_t>(id) < set.size())
        set[static_cast<size_t>(id)] = true;
}

} // namespace

Orders::Ids Orders::idsOf(const char *sql, size_t expected)
{
    auto ids = std::make_shared<std::vector<qint64>>();
    ids->reserve(expected);
    Statement statement = m_database.prepare(sql);
    while (statement.step())
        ids->push_back(statement.integer(0));
    return ids;
}

Orders::Ids Orders::base(ContactSort sort)
{
    if (!m_byId)
        m_byId = std::make_shared<std::vector<qint64>>(*idsOf(selectFor(ContactSort::Id), 0));
    if (sort == ContactSort::Id)
        return m_byId;
    Ids &kept = m_sorted[sort];
    if (!kept)
        kept = idsOf(selectFor(sort), m_byId->size());
    return kept;
}

size_t Orders::idLimit()
{
    const Ids all = base(ContactSort::Id);
    return all->empty() ? 0 : static_cast<size_t>(all->back()) + 1;
}

std::vector<bool> Orders::members(const QList<qint64> &lists, size_t size)
{
    std::vector<bool> set(size);
    Statement statement = m_database.prepare("SELECT contact_id FROM membership WHERE list_id = ?");
    for (const qint64 list : lists) {
        statement.with(list);
        while (statement.step())
            mark(set, statement.integer(0));
    }
    return set;
}

std::vector<qint64> Orders::idsThatMeet(const QList<ContactFilter::Condition> &conditions)
{
    QByteArray sql = "SELECT id FROM contact WHERE ";
    for (const ContactFilter::Condition &condition : conditions) {
        sql += sql.endsWith(' ') ? "" : " AND ";
        sql += condition.sql;
    }
    Statement statement = m_database.prepare({sql.constData(), static_cast<size_t>(sql.size())});
    int parameter = 0;
    for (const ContactFilter::Condition &condition : conditions) {
        for (const QString &value : condition.values)
            statement.bind(++parameter, value);
    }
    std::vector<qint64> ids;
    while (statement.step())
        ids.push_back(statement.integer(0));
    return ids;
}

std::shared_ptr<std::vector<qint64>> Orders::filtered(const ContactFilter &filter, ContactSort sort)
{
    const size_t size = idLimit();
    std::vector<std::vector<bool>> wanted;
    if (filter.inLists)
        wanted.push_back(members(*filter.inLists, size));
    Ids sorted;
    if (!filter.conditions.isEmpty()) {
        std::vector<qint64> met = idsThatMeet(filter.conditions);
        std::vector<bool> &set = wanted.emplace_back(size);
        for (const qint64 id : met)
            mark(set, id);
        if (met.size() <= 1) // a look-up by number: there is nothing to put in order
            sorted = std::make_shared<std::vector<qint64>>(std::move(met));
    }
    if (!sorted)
        sorted = base(sort);
    const std::vector<bool> unwanted = members(filter.notInLists, size);
    auto ids = std::make_shared<std::vector<qint64>>();
    std::copy_if(sorted->begin(), sorted->end(), std::back_inserter(*ids), [&](qint64 id) {
        const auto index = static_cast<size_t>(id);
        return !unwanted[index] && std::all_of(wanted.begin(), wanted.end(), [=](auto &set) { return set[index]; });
    });
    return ids;
}

void Orders::sortByCustomField(const QString &field, std::vector<qint64> *ids)
{
    Statement statement = m_database.prepare("SELECT id FROM contact ORDER BY json_extract(custom, ?), id");
    statement.bind(1, u"$.\"%1\""_s.arg(field));
    std::vector<size_t> rank(idLimit());
    for (size_t next = 0; statement.step(); ++next)
        rank[static_cast<size_t>(statement.integer(0))] = next;
    std::sort(ids->begin(), ids->end(),
              [&rank](qint64 a, qint64 b) { return rank[static_cast<size_t>(a)] < rank[static_cast<size_t>(b)]; });
}

Orders::Ids Orders::contacts(const ContactFilter &filter, const ContactOrder &order)
{
    if (filter.isEmpty() && order.priorityList == 0 && !order.isDescending && order.customField.isEmpty())
        return base(order.sort);
    const QByteArray key = QByteArray::number(static_cast<int>(order.sort)) + (order.isDescending ? '-' : '+') +
                           QByteArray::number(order.priorityList) + '/' + filter.key() + order.customField.toUtf8();
    if (const auto kept = m_filtered.find(key); kept != m_filtered.end())
        return kept->second;
    const auto ids = filtered(filter, order.sort);
    if (!order.customField.isEmpty())
        sortByCustomField(order.customField, ids.get());
    if (order.isDescending)
        std::reverse(ids->begin(), ids->end());
    if (order.priorityList != 0) {
        const std::vector<bool> isFirst = members({order.priorityList}, idLimit());
        std::vector<qint64> others;
        std::erase_if(*ids, [&](qint64 id) {
            const bool isOther = !isFirst[static_cast<size_t>(id)];
            if (isOther)
                others.push_back(id);
            return isOther;
        });
        ids->insert(ids->end(), others.begin(), others.end());
    }
    if (m_filtered.size() >= keptOrders)
        m_filtered.clear();
    m_filtered[key] = ids;
    return ids;
}

qint64 Orders::memberCount(qint64 listId)
{
    if (const auto kept = m_memberCounts.find(listId); kept != m_memberCounts.end())
        return kept->second;
    Statement &statement = m_database.cached("SELECT count(*) FROM membership WHERE list_id = ?").with(listId);
    const qint64 count = statement.step() ? statement.integer(0) : 0;
    statement.reset();
    return m_memberCounts[listId] = count;
}

void Orders::contactAdded(qint64 id)
{
    if (m_byId) {
        // A page may still hold the old order.
        if (m_byId.use_count() > 1)
            m_byId = std::make_shared<std::vector<qint64>>(*m_byId);
        m_byId->push_back(id);
    }
    contactChanged();
}

void Orders::contactChanged()
{
    m_sorted.clear();
    m_filtered.clear();
}

void Orders::contactsRemoved(const QList<qint64> &ids)
{
    if (m_byId) {
        std::vector<qint64> gone(ids.begin(), ids.end());
        std::sort(gone.begin(), gone.end());
        auto left = std::make_shared<std::vector<qint64>>();
        left->reserve(m_byId->size());
        std::set_difference(m_byId->begin(), m_byId->end(), gone.begin(), gone.end(), std::back_inserter(*left));
        m_byId = std::move(left);
    }
    contactChanged();
    m_memberCounts.clear();
}

void Orders::membershipsChanged()
{
    m_filtered.clear();
    m_memberCounts.clear();
}

void Orders::clear()
{
    m_byId.reset();
    m_sorted.clear();
    contactsRemoved({});
}

} // namespace Elenco::Practice
