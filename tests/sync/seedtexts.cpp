// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/seedtexts.h"

#include "store/database/sqlite.h"
#include "tests/sync/seeddesk.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString textOf(Statement &statement)
{
    QString text;
    while (statement.step())
        text += statement.string(0) + u'\n';
    return text;
}

} // namespace

QString rows(SeedDesk &desk, const char *sql)
{
    const Workspace::ReaderLease connection = desk.workspace().reader();
    return textOf(connection->cached(sql));
}

QString rows(SeedDesk &desk, const std::string &sql)
{
    const Workspace::ReaderLease connection = desk.workspace().reader();
    Statement statement = connection->prepare(sql);
    return textOf(statement);
}

qint64 number(SeedDesk &desk, const char *sql)
{
    return rows(desk, sql).trimmed().toLongLong();
}

qint64 number(SeedDesk &desk, const std::string &sql)
{
    return rows(desk, sql).trimmed().toLongLong();
}

QSet<QString> valuesIn(const QString &text)
{
    static const QRegularExpression value(u"(?:a|b|dash)-[0-9]+(?:-[0-9]+)?"_s);
    QSet<QString> found;
    const QString folded = text.toLower();
    for (auto match = value.globalMatch(folded); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

QString printed(const Practice::Contact &contact)
{
    return QStringList{contact.firstName,      contact.lastName,       contact.phoneNumber,
                       contact.email,          contact.city,           compact(contact.customFields),
                       compact(contact.extra), contact.tags.join(u'+')}
        .join(u'|');
}

QMap<QString, QString> fieldsOf(const Practice::Contact &contact)
{
    return {{u"firstName"_s, contact.firstName},
            {u"lastName"_s, contact.lastName},
            {u"phoneNumber"_s, contact.phoneNumber},
            {u"email"_s, contact.email},
            {u"city"_s, contact.city},
            {u"custom:0:note"_s, contact.customFields.value(u"note"_s).toString()}};
}

QString creationBy(const QString &desk)
{
    return desk + u" (new)"_s;
}

QString writingOf(qint64 contact, const QString &field, const QString &value)
{
    return QString::number(contact) + u'|' + field + u'|' + value;
}

bool isOfAFile(const Practice::List &list)
{
    return list.name.startsWith("Elenco: contacts being sent"_L1);
}

} // namespace Elenco
