// SPDX-License-Identifier: Apache-2.0
#include "store/database/query.h"

#include "store/database/databasefailure.h"
#include "store/database/sqlite.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QVariant>

namespace Elenco {

Query::Query(const Connection &connection, std::string_view sql) : m_query(connection.database())
{
    m_query.setForwardOnly(true); // rows that were read are not kept
    if (!m_query.prepare(QString::fromUtf8(sql)))
        fail();
}

// To Qt Sql a null text is NULL; to us an empty text is a text.
void Query::bind(int index, std::string_view text)
{
    m_query.bindValue(index - 1, text.empty() ? QString(QLatin1String("")) : QString::fromUtf8(text));
}

void Query::bind(int index, const QString &text)
{
    m_query.bindValue(index - 1, text.isNull() ? QString(QLatin1String("")) : text);
}

void Query::bind(int index, qint64 value)
{
    m_query.bindValue(index - 1, value);
}

void Query::bind(int index, std::nullptr_t)
{
    m_query.bindValue(index - 1, QVariant());
}

void Query::bindBlob(int index, std::string_view blob)
{
    m_query.bindValue(index - 1,
                      blob.empty() ? QByteArray("", 0) : QByteArray(blob.data(), static_cast<qsizetype>(blob.size())));
}

bool Query::step()
{
    // exec() takes the first step already, and next() then gives its row.
    if (!m_isUnderWay && !m_query.exec())
        fail();
    m_isUnderWay = m_query.next();
    if (!m_isUnderWay && m_query.lastError().isValid())
        fail();
    return m_isUnderWay;
}

void Query::run()
{
    while (step()) {
    }
}

void Query::reset()
{
    m_query.finish();
    m_isUnderWay = false;
}

qint64 Query::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

std::string Query::text(int column) const
{
    const QVariant value = m_query.value(column);
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray().toStdString() : value.toString().toStdString();
}

QString Query::string(int column) const
{
    return m_query.value(column).toString();
}

bool Query::isNull(int column) const
{
    return m_query.isNull(column);
}

void Query::fail()
{
    const QSqlError error = m_query.lastError();
    // What Qt Sql itself refuses has no code and no words of SQLite's.
    const DatabaseFailure failure{error.nativeErrorCode().toInt(),
                                  error.databaseText().isEmpty() ? error.driverText() : error.databaseText()};
    reset();
    throw failure;
}

} // namespace Elenco
