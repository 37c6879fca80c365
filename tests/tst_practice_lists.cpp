// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/dialecttest.h"

#include <QTest>

using namespace Elenco::Practice;
using namespace Qt::StringLiterals;

/// Lists and memberships, in every dialect.
class TestPracticeLists : public DialectTest
{
    Q_OBJECT

private Q_SLOTS:
    void listsLive_data() { dialects(); }
    void listsLive()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        QCOMPARE(m_api->post("/contacts/list", {{u"description"_s, u"x"_s}}).status, 400);
        QCOMPARE(m_api->post("/contacts/list", {{u"name"_s, u"B"_s}, {u"isTest"_s, true}}).status, 201);
        QCOMPARE(m_api->post("/contacts/list", {{u"name"_s, u"a"_s}, {u"description"_s, u"first"_s}}).status, 201);
        const auto names = [this](const QByteArray &query) {
            QString names;
            for (const QJsonValue &row : rowsOf(m_api->get("/contacts/list?" + query)))
                names += row.toObject()[u"name"_s].toString();
            return names;
        };
        QCOMPARE(names(""), u"aB"_s);
        QCOMPARE(names("sortBy=id"), u"Ba"_s);
        QCOMPARE(names("sortOrder=desc"), u"Ba"_s);
        QCOMPARE(names("isTest=true"), u"B"_s);
        QCOMPARE(names("search=FIRST"), u"a"_s);
        QCOMPARE(names("id=" + m_gateway->listIdText(1).toUtf8()), u"B"_s);
        const qint64 contact = add(u"A"_s, u"+393400000001"_s);
        m_gateway->state().addMember(2, contact);
        QCOMPARE(names("contactIds=" + m_gateway->contactIdText(contact).toUtf8()), u"a"_s);
        QCOMPARE(m_api->get(listPath(2)).json(u"contactCount"_s).toInt(), 1);
        QCOMPARE(m_api->put(listPath(2), {{u"name"_s, u"C"_s}}).json(u"description"_s).toString(), u"first"_s);
        QCOMPARE(m_api->remove("/contacts/list?ids=" + m_gateway->listIdText(2).toUtf8()).status, 200);
        QCOMPARE(m_api->get(listPath(2)).status, 404);
        QCOMPARE(m_api->get(listPath(2) + "/contacts").status, 404);
        QCOMPARE(names(""), u"B"_s);
        QCOMPARE(names("includeDeleted=true"), u"BC"_s);
        QCOMPARE(m_gateway->state().allContacts().size(), 1);
        QCOMPARE(m_gateway->state().allMemberships().size(), 0);
        QCOMPARE(m_api->remove("/contacts/list").status, 400);
    }

    void membershipsLive_data() { dialects(); }
    void membershipsLive()
    {
        QFETCH(Dialect, dialect);
        start(dialect, [](Options &options) { options.contacts = 5; });
        const qint64 list = m_gateway->state().addList(u"L"_s), other = m_gateway->state().addList(u"M"_s);
        const WireAnswer added = m_api->post("/contacts/list/contacts", pairs({list, other}, {1, 2, 3}));
        QCOMPARE(added.status, 201);
        QCOMPARE(m_gateway->state().allMemberships().size(), 6);
        // Again, with one more and one that does not exist: safe to repeat.
        const WireAnswer again = m_api->post("/contacts/list/contacts", pairs({list}, {1, 2, 4, 99}));
        QCOMPARE(again.status, 201);
        QCOMPARE(m_gateway->state().members(list), (QList<qint64>{1, 2, 3, 4}));
        if (dialect == Dialect::Uc007)
            QCOMPARE(again.json().toObject(), (QJsonObject{{u"added"_s, 1}, {u"skipped"_s, 3}}));
        else if (dialect == Dialect::Uc023)
            QCOMPARE(again.json().toObject(), (QJsonObject{{u"listId"_s, m_gateway->listIdText(list)},
                                                           {u"addedContacts"_s, 1},
                                                           {u"duplicateContacts"_s, 2},
                                                           {u"invalidContacts"_s, 1},
                                                           {u"totalContactsInList"_s, 4}}));
        else
            QCOMPARE(again.json().toArray(), QJsonArray{7}); // those that were created

        const WireAnswer removed = m_api->remove("/contacts/list/contacts", pairs({list}, {1, 4, 5}));
        QCOMPARE(removed.status, 200);
        QCOMPARE(removed.json(u"removed"_s).toInt(), 2);
        QCOMPARE(m_gateway->state().members(list), (QList<qint64>{2, 3}));
        QCOMPARE(m_api->remove("/contacts/list/contacts").status, dialect == Dialect::Uc023 ? 400 : 200);
        QCOMPARE(m_gateway->state().members(list), (QList<qint64>{2, 3}));

        QCOMPARE(m_api->remove("/contacts/list/contacts/2").status, 200);
        QCOMPARE(m_api->remove("/contacts/list/contacts/2").status, 404);
        QCOMPARE(m_gateway->state().members(list), QList<qint64>{3});
        QCOMPARE(rowsOf(m_api->get(listPath(list) + "/contacts")).size(), 1);
        QCOMPARE(m_api->post("/contacts/list/contacts", pairs({99}, {1})).status, 404);
        m_gateway->state().removeContacts({3});
        QCOMPARE(m_gateway->state().members(list), QList<qint64>());

        QJsonObject everybody = pairs({list}, {});
        everybody[u"allContacts"_s] = true;
        QCOMPARE(m_api->post("/contacts/list/contacts", everybody).status, 201);
        QCOMPARE(m_gateway->log().dangers().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPracticeLists)
#include "tst_practice_lists.moc"
