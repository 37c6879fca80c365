// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/dialecttest.h"

#include <QTest>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

void DialectTest::start(Dialect dialect, const std::function<void(Options &)> &more)
{
    Options options;
    options.dialect = dialect;
    if (more)
        more(options);
    m_api.reset();
    QString why;
    m_gateway = Gateway::start(options, &why);
    QVERIFY2(m_gateway, qPrintable(why));
    m_api = std::make_unique<ApiClient>(m_gateway->root());
}

void DialectTest::dialects()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("reference") << Dialect::Reference;
    QTest::newRow("uc007") << Dialect::Uc007;
    QTest::newRow("uc020") << Dialect::Uc020;
    QTest::newRow("uc023") << Dialect::Uc023;
}

qint64 DialectTest::add(const QString &firstName, const QString &number, const std::function<void(Contact &)> &more)
{
    Contact contact;
    contact.firstName = firstName;
    contact.phoneNumber = number;
    if (more)
        more(contact);
    return m_gateway->state().addContact(contact);
}

QJsonObject DialectTest::pairs(const QList<qint64> &lists, const QList<qint64> &contacts)
{
    QJsonArray listIds, contactIds;
    for (const qint64 id : lists)
        listIds.append(m_gateway->listIdText(id));
    for (const qint64 id : contacts)
        contactIds.append(m_gateway->contactIdText(id));
    return {{u"listIds"_s, listIds}, {u"contactIds"_s, contactIds}};
}

QJsonArray DialectTest::rowsOf(const WireAnswer &answer)
{
    const QJsonValue json = answer.json();
    if (json.isArray())
        return json.toArray();
    const QJsonObject object = json.toObject();
    return (object.contains(u"content"_s) ? object[u"content"_s] : object[u"contacts"_s]).toArray();
}

} // namespace Elenco::Practice
