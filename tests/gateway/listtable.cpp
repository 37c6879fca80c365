// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/listtable.h"

#include "tests/gateway/database.h"
#include "tests/gateway/orders.h"

#include <algorithm>

namespace Elenco::Practice {

namespace {

#define LIST_COLUMNS "id, name, description, slug, is_test, deleted, created "

List listOf(const Statement &row)
{
    List list;
    list.id = row.integer(0);
    list.name = row.string(1);
    list.description = row.string(2);
    list.slug = row.string(3);
    list.isTest = row.flag(4);
    list.isDeleted = row.flag(5);
    list.createdAt = QDateTime::fromMSecsSinceEpoch(row.integer(6), Qt::UTC);
    return list;
}

// "VIP – Lombardia" is "vip-lombardia".
QString slugFor(const QString &name)
{
    QString slug;
    for (const QChar c : name.toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug.left(24);
}

} // namespace

qint64 ListTable::add(const List &list)
{
    const QDateTime created = list.createdAt.isValid() ? list.createdAt : QDateTime::currentDateTimeUtc();
    m_database.cached("INSERT INTO list(name, description, slug, is_test, deleted, created) VALUES(?,?,?,?,0,?)")
        .with(list.name, list.description, slugFor(list.name), list.isTest, created.toMSecsSinceEpoch())
        .run();
    return m_database.lastInsertId();
}

bool ListTable::change(const List &list)
{
    m_database.cached("UPDATE list SET name=?, description=?, is_test=? WHERE id=? AND NOT deleted")
        .with(list.name, list.description, list.isTest, list.id)
        .run();
    return m_database.changes() > 0;
}

bool ListTable::remove(qint64 id)
{
    m_database.cached("UPDATE list SET deleted = 1 WHERE id = ? AND NOT deleted").with(id).run();
    if (m_database.changes() == 0)
        return false;
    m_database.cached("DELETE FROM membership WHERE list_id = ?").with(id).run();
    m_orders.membershipsChanged();
    return true;
}

std::optional<List> ListTable::list(qint64 id)
{
    std::optional<List> list;
    Statement &statement = m_database.cached("SELECT " LIST_COLUMNS "FROM list WHERE id = ? AND NOT deleted").with(id);
    if (statement.step())
        list = listOf(statement);
    statement.reset();
    return list;
}

QList<List> ListTable::all(bool withTombstones)
{
    QList<List> lists;
    Statement &statement =
        m_database.cached("SELECT " LIST_COLUMNS "FROM list WHERE ? OR NOT deleted ORDER BY id").with(withTombstones);
    while (statement.step())
        lists.append(listOf(statement));
    return lists;
}

QString ListTable::slugOf(qint64 id)
{
    QString slug;
    Statement &statement = m_database.cached("SELECT slug FROM list WHERE id = ?").with(id);
    if (statement.step())
        slug = QStringLiteral("") + statement.string(0);
    statement.reset();
    return slug;
}

QList<qint64> ListTable::listsHolding(const QList<qint64> &contactIds)
{
    QList<qint64> lists;
    Statement &statement = m_database.cached("SELECT list_id FROM membership WHERE contact_id = ?");
    for (const qint64 id : contactIds) {
        statement.with(id);
        while (statement.step())
            lists.append(statement.integer(0));
    }
    std::sort(lists.begin(), lists.end());
    lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
    return lists;
}

qint64 ListTable::addMember(qint64 listId, qint64 contactId)
{
    Statement &found =
        m_database.cached("SELECT id FROM membership WHERE list_id = ? AND contact_id = ?").with(listId, contactId);
    const qint64 known = found.step() ? found.integer(0) : 0;
    found.reset();
    if (known != 0)
        return known;
    m_database.cached("INSERT INTO membership(list_id, contact_id) VALUES(?,?)").with(listId, contactId).run();
    m_orders.membershipsChanged();
    return m_database.lastInsertId();
}

bool ListTable::removeMember(qint64 listId, qint64 contactId)
{
    m_database.cached("DELETE FROM membership WHERE list_id = ? AND contact_id = ?").with(listId, contactId).run();
    m_orders.membershipsChanged();
    return m_database.changes() > 0;
}

bool ListTable::removeAssociation(qint64 associationId)
{
    m_database.cached("DELETE FROM membership WHERE id = ?").with(associationId).run();
    m_orders.membershipsChanged();
    return m_database.changes() > 0;
}

void ListTable::removeContact(qint64 contactId)
{
    m_database.cached("DELETE FROM membership WHERE contact_id = ?").with(contactId).run();
    if (m_database.changes() > 0)
        m_orders.membershipsChanged();
}

bool ListTable::hasMember(qint64 listId, qint64 contactId)
{
    Statement &statement =
        m_database.cached("SELECT 1 FROM membership WHERE list_id = ? AND contact_id = ?").with(listId, contactId);
    const bool found = statement.step();
    statement.reset();
    return found;
}

qint64 ListTable::memberCount(qint64 listId)
{
    return m_orders.memberCount(listId);
}

QList<qint64> ListTable::members(qint64 listId)
{
    QList<qint64> ids;
    Statement &statement =
        m_database.cached("SELECT contact_id FROM membership WHERE list_id = ? ORDER BY contact_id").with(listId);
    while (statement.step())
        ids.append(statement.integer(0));
    return ids;
}

QList<Membership> ListTable::allMemberships()
{
    QList<Membership> memberships;
    Statement &statement = m_database.cached("SELECT id, list_id, contact_id FROM membership ORDER BY id").with();
    while (statement.step())
        memberships.append({statement.integer(0), statement.integer(1), statement.integer(2)});
    return memberships;
}

} // namespace Elenco::Practice
