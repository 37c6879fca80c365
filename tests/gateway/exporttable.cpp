// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/exporttable.h"

#include "tests/gateway/database.h"
#include "tests/gateway/idlist.h"

namespace Elenco::Practice {

namespace {

#define EXPORT_COLUMNS "id, lists, contacts, polls, token, status, created, expires "

Export exportOf(const Statement &row)
{
    Export order;
    order.id = row.integer(0);
    order.listIds = idsFromText(row.string(1));
    order.contactIds = idsFromText(row.string(2));
    order.polls = static_cast<int>(row.integer(3));
    order.token = row.string(4);
    order.status = static_cast<ExportStatus>(row.integer(5));
    order.created = row.integer(6);
    order.expires = row.integer(7);
    return order;
}

std::optional<Export> oneOf(Statement &statement)
{
    std::optional<Export> order;
    if (statement.step())
        order = exportOf(statement);
    statement.reset();
    return order;
}

} // namespace

qint64 ExportTable::add(const Export &order)
{
    m_database
        .cached("INSERT INTO export(lists, contacts, polls, token, status, created, expires) VALUES(?,?,?,?,?,?,?)")
        .with(textOfIds(order.listIds), textOfIds(order.contactIds), order.polls, order.token,
              static_cast<int>(order.status), order.created, order.expires)
        .run();
    return m_database.lastInsertId();
}

void ExportTable::change(const Export &order)
{
    m_database.cached("UPDATE export SET polls=?, token=?, status=?, expires=? WHERE id=?")
        .with(order.polls, order.token, static_cast<int>(order.status), order.expires, order.id)
        .run();
}

std::optional<Export> ExportTable::order(qint64 id)
{
    return oneOf(m_database.cached("SELECT " EXPORT_COLUMNS "FROM export WHERE id = ?").with(id));
}

std::optional<Export> ExportTable::ofToken(const QString &token)
{
    if (token.isEmpty())
        return std::nullopt;
    return oneOf(m_database.cached("SELECT " EXPORT_COLUMNS "FROM export WHERE token = ?").with(token));
}

QList<Export> ExportTable::all()
{
    QList<Export> orders;
    Statement &statement = m_database.cached("SELECT " EXPORT_COLUMNS "FROM export ORDER BY id").with();
    while (statement.step())
        orders.append(exportOf(statement));
    return orders;
}

void ExportTable::expire(qint64 id)
{
    setStatus(id, ExportStatus::Expired);
}

void ExportTable::fail(qint64 id)
{
    setStatus(id, ExportStatus::Failed);
}

void ExportTable::setStatus(qint64 id, ExportStatus status)
{
    m_database.cached("UPDATE export SET status = ? WHERE id = ?").with(static_cast<int>(status), id).run();
}

} // namespace Elenco::Practice
