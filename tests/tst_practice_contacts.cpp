// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/dialecttest.h"

#include <QTest>

using namespace Elenco::Practice;
using namespace Qt::StringLiterals;

/// Contacts, ids and pages, in every dialect.
class TestPracticeContacts : public DialectTest
{
    Q_OBJECT

private:
    QStringList namesOf(const WireAnswer &answer) const
    {
        QStringList names;
        for (const QJsonValue &row : rowsOf(answer))
            names.append(row.toObject()[u"firstName"_s].toString());
        return names;
    }
    // What a page of this dialect is asked by.
    static QByteArray pageQuery(Dialect dialect, int page)
    {
        switch (dialect) {
        case Dialect::Reference: return "sortBy=id&limit=10&page=" + QByteArray::number(page);
        case Dialect::Uc007: return "sortBy=id&size=10&page=" + QByteArray::number(page);
        case Dialect::Uc020: return "sortBy=id&limit=10&page=" + QByteArray::number(page + 1);
        case Dialect::Uc023: return "sort=id&order=asc&limit=10&offset=" + QByteArray::number(10 * page);
        }
        return {};
    }

private Q_SLOTS:
    void contactsLive_data() { dialects(); }
    void contactsLive()
    {
        QFETCH(Dialect, dialect);
        start(dialect);
        const WireAnswer created = m_api->post("/contacts", {{u"firstName"_s, u"Zoë"_s},
                                                             {u"lastName"_s, u"Kröll"_s},
                                                             {u"phoneNumber"_s, u"+39 340 123-4567"_s},
                                                             {u"email"_s, u"zoe@example.it"_s},
                                                             {u"customFields"_s, QJsonObject{{u"totalSpent"_s, 12.5}}},
                                                             {u"loyalty"_s, QJsonObject{{u"level"_s, 3}}}});
        QCOMPARE(created.status, 201);
        QCOMPARE(m_gateway->state().allContacts().size(), 1);
        const Contact kept = m_gateway->state().allContacts().first();
        QCOMPARE(kept.phoneNumber, u"+393401234567"_s);
        QCOMPARE(kept.fullName(), u"Zoë Kröll"_s);
        QCOMPARE(kept.customFields[u"totalSpent"_s].toDouble(), 12.5);
        QCOMPARE(kept.extra, (QJsonObject{{u"loyalty"_s, QJsonObject{{u"level"_s, 3}}}}));

        const WireAnswer read = m_api->get(contactPath(kept.id));
        QCOMPARE(read.status, 200);
        if (dialect == Dialect::Uc020)
            QCOMPARE(read.json(u"name"_s).toString(), u"Zoë Kröll"_s);
        else
            QCOMPARE(read.json(u"firstName"_s).toString(), u"Zoë"_s);
        QCOMPARE(read.json(u"loyalty"_s).toObject()[u"level"_s].toInt(), 3);

        const WireAnswer changed = m_api->put(contactPath(kept.id), {{u"city"_s, u"Bolzano"_s}, {u"email"_s, u""_s}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json(u"city"_s).toString(), u"Bolzano"_s);
        const Contact after = *m_gateway->state().contact(kept.id);
        QCOMPARE(after.firstName, u"Zoë"_s);
        QCOMPARE(after.email, QString());
        QCOMPARE(after.extra, kept.extra);

        const bool byPath = dialect == Dialect::Uc023;
        QCOMPARE(m_api->remove(byPath ? contactPath(kept.id) : "/contacts?ids=" + contactPath(kept.id).mid(10)).status,
                 200);
        QCOMPARE(m_gateway->state().allContacts().size(), 0);
        QCOMPARE(m_api->get(contactPath(kept.id)).status, 404);
        QCOMPARE(m_api->put(contactPath(kept.id), {}).status, 404);
        QCOMPARE(m_gateway->log().dangers(), QStringList());
        QCOMPARE(m_gateway->log().count(u"PUT /contacts/{id}"_s), 2);
        QCOMPARE(m_gateway->log().count(u"GET /contacts/*"_s), 2);
        QCOMPARE(m_gateway->log().entries().front().applied, 1);
        QCOMPARE(m_gateway->log().entries().back().applied, 0);
    }

    void idsAreThoseOfTheDialect()
    {
        const auto textOf = [this](Dialect dialect) {
            start(dialect);
            add(u"A"_s, u"+393400000001"_s);
            m_gateway->state().addList(u"VIP & più"_s);
            return m_gateway->contactIdText(1) + u' ' + m_gateway->listIdText(1);
        };
        QCOMPARE(textOf(Dialect::Reference), u"1 1"_s);
        QVERIFY(m_api->get("/contacts/1").json(u"id"_s).isDouble());
        QCOMPARE(textOf(Dialect::Uc007), u"1 1"_s);
        QCOMPARE(textOf(Dialect::Uc020), u"cnt_001 list_vip_pi_1"_s);
        QCOMPARE(m_api->get("/contacts/cnt_001").json(u"contactId"_s).toString(), u"cnt_001"_s);
        QCOMPARE(m_api->get("/contacts/1").status, 404);
        QCOMPARE(m_api->get("/contacts/cnt_1").status, 404);
        QCOMPARE(m_api->get("/contacts/list/list_vip_pi_1").status, 200);
        QCOMPARE(m_api->get("/contacts/list/list_other_1").status, 404);
        QCOMPARE(textOf(Dialect::Uc023), u"cnt-001 list-vip-pi-1"_s);
        QCOMPARE(m_gateway->contactIdOf(u"cnt-001"_s), 1);
        QCOMPARE(m_gateway->listIdOf(u"list-vip-pi-1"_s), 1);
    }

    void pagesAreThoseOfTheDialect()
    {
        const auto keysOf = [this](Dialect dialect, const QByteArray &path) {
            start(dialect, [](Options &options) {
                options.contacts = 250;
                options.lists = 1;
            });
            const WireAnswer answer = m_api->get(path);
            return answer.json().isArray()
                       ? u"[%1]"_s.arg(answer.json().toArray().size())
                       : answer.json().toObject().keys().join(u' ') + u" [%1]"_s.arg(rowsOf(answer).size());
        };
        const QString reference = u"content page size totalElements totalPages"_s;
        QCOMPARE(keysOf(Dialect::Reference, "/contacts"), reference + u" [10]"_s);
        QCOMPARE(keysOf(Dialect::Reference, "/contacts?limit=2000&page=0"), reference + u" [250]"_s);
        QCOMPARE(keysOf(Dialect::Reference, "/contacts?limit=100&page=2"), reference + u" [50]"_s);
        QCOMPARE(keysOf(Dialect::Reference, "/contacts?limit=100&page=3"), reference + u" [0]"_s);
        QCOMPARE(keysOf(Dialect::Reference, "/contacts/list/1/contacts"), reference + u" [10]"_s);
        QCOMPARE(keysOf(Dialect::Reference, "/contacts/list"), reference + u" [1]"_s);
        QCOMPARE(keysOf(Dialect::Uc007, "/contacts?limit=50"), reference + u" [10]"_s);
        QCOMPARE(keysOf(Dialect::Uc007, "/contacts?size=50"), reference + u" [50]"_s);
        QCOMPARE(keysOf(Dialect::Uc007, "/contacts/list/1/contacts?size=5"), reference + u" [5]"_s);
        const QByteArray members = "/contacts/list/list_newsletter_1/contacts";
        QCOMPARE(keysOf(Dialect::Uc020, members + "?limit=5"), u"contacts hasMore listId page total totalPages [5]"_s);
        QCOMPARE(m_api->get(members).json(u"page"_s).toInt(), 1);
        QVERIFY(m_api->get(members + "?limit=250&page=1").json(u"hasMore"_s).isBool());
        QCOMPARE(m_api->get(members + "?limit=250&page=1").json(u"hasMore"_s).toBool(), false);
        QCOMPARE(keysOf(Dialect::Uc020, "/contacts?limit=50"), u"contacts hasMore page total totalPages [50]"_s);
        QCOMPARE(keysOf(Dialect::Uc020, "/contacts?limit=100&page=3"),
                 u"contacts hasMore page total totalPages [50]"_s);
        QCOMPARE(keysOf(Dialect::Uc020, "/contacts/list"), reference + u" [1]"_s);
        QCOMPARE(keysOf(Dialect::Uc023, "/contacts?limit=1000"), u"contacts limit offset total [100]"_s);
        QCOMPARE(keysOf(Dialect::Uc023, "/contacts?limit=100&offset=230"), u"contacts limit offset total [20]"_s);
        QCOMPARE(keysOf(Dialect::Uc023, "/contacts/list"), reference + u" [1]"_s);
        QCOMPARE(m_api->get("/contacts?limit=0").status, 400);
        QCOMPARE(m_api->get("/contacts?limit=many").status, 400);
        QCOMPARE(m_api->get("/contacts?offset=-1").status, 400);
    }

    void pagesCoverEverythingOnce_data() { dialects(); }
    void pagesCoverEverythingOnce()
    {
        QFETCH(Dialect, dialect);
        start(dialect, [](Options &options) { options.contacts = 257; });
        QStringList seen;
        for (int i = 0; i < 26; ++i) {
            const WireAnswer answer = m_api->get("/contacts?" + pageQuery(dialect, i));
            for (const QJsonValue &row : rowsOf(answer)) {
                const QJsonObject contact = row.toObject();
                const QJsonValue id = contact.contains(u"contactId"_s) ? contact[u"contactId"_s] : contact[u"id"_s];
                seen.append(id.toVariant().toString());
            }
        }
        QStringList expected;
        for (qint64 id = 1; id <= 257; ++id)
            expected.append(m_gateway->contactIdText(id));
        QCOMPARE(seen, expected);
    }

    void contactsAreSorted()
    {
        start(Dialect::Reference);
        add(u"carla"_s, u"+393400000003"_s);
        add(u"Anna"_s, u"+393400000002"_s);
        add(u"Bruno"_s, u"+393400000001"_s);
        const qint64 list = m_gateway->state().addList(u"L"_s);
        m_gateway->state().addMember(list, 3);
        const auto order = [this](const QByteArray &query) {
            return namesOf(m_api->get("/contacts?" + query)).join(u' ');
        };
        QCOMPARE(order(""), u"Anna Bruno carla"_s);
        QCOMPARE(order("sortOrder=desc"), u"carla Bruno Anna"_s);
        QCOMPARE(order("sortBy=id"), u"carla Anna Bruno"_s);
        QCOMPARE(order("sortBy=id&sortOrder=desc"), u"Bruno Anna carla"_s);
        QCOMPARE(order("sortBy=phoneNumber"), u"Bruno Anna carla"_s);
        QCOMPARE(order("sortBy=nonsense"), u"Anna Bruno carla"_s);
        QCOMPARE(order("sortPriorityListId=1"), u"Bruno Anna carla"_s);
        QCOMPARE(order("sortPriorityListId=1&sortOrder=desc"), u"Bruno carla Anna"_s);
        // The kept orders follow every write.
        add(u"Aldo"_s, u"+393400000004"_s);
        QCOMPARE(order(""), u"Aldo Anna Bruno carla"_s);
        m_gateway->state().removeContacts({2});
        QCOMPARE(order(""), u"Aldo Bruno carla"_s);
        QCOMPARE(order("sortBy=id"), u"carla Bruno Aldo"_s);
        Contact contact = *m_gateway->state().contact(1);
        contact.firstName = u"Zita"_s;
        QVERIFY(m_gateway->state().changeContact(contact));
        QCOMPARE(order("sortOrder=desc"), u"Zita Bruno Aldo"_s);
    }

    void filters_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("names");
        const auto row = [](Dialect dialect, const QByteArray &query, const char *names) {
            QTest::addRow("%d %s", static_cast<int>(dialect), query.constData())
                << dialect << query << QString::fromUtf8(names);
        };
        const Dialect reference = Dialect::Reference, uc023 = Dialect::Uc023;
        row(reference, "search=NICOL" + QUrl::toPercentEncoding(u"Ò"_s), "Nicolò");
        row(reference, "search=340000000", ""); // matched against names
        row(reference, "gender=f", "Anna Zoë");
        row(reference, "isValid=false", "Nicolò");
        row(reference, "isTest=true", "Zoë");
        row(reference, "communicationSupported=WHATSAPP", "Anna");
        row(reference, "phoneNumber=%2B393400000001", "Anna");
        row(reference, "phoneNumber=+393400000001", ""); // a bare + is a blank
        row(reference, "email=zoe@example.at", "Zoë");
        row(reference, "listIds=1", "Anna Nicolò");
        row(reference, "listIds=1,2", "Anna Nicolò Zoë");
        row(reference, "notListIds=1", "Zoë");
        row(reference, "listIds=1&notListIds=2", "Anna");
        row(reference, "listIds=1&gender=F", "Anna");
        row(reference, "city=Milano", "Anna Nicolò Zoë"); // unknown to the reference: everyone
        row(reference, "customFields.spent=7", "Anna Nicolò Zoë");
        row(uc023, "city=milano", "Anna");
        row(uc023, "customFields.spent=7", "Anna");
        row(uc023, "customFields.lastPurchaseDate.before=2026-01-01", "Nicolò");
        row(uc023, "firstName=anna&city=Milano", "Anna");
        row(Dialect::Uc007, "city=Milano", "Anna");
    }
    void filters()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, query);
        QFETCH(QString, names);
        start(dialect);
        add(u"Anna"_s, u"+393400000001"_s, [](Contact &c) {
            c.gender = u"F"_s;
            c.city = u"Milano"_s;
            c.customFields = {{u"spent"_s, 7}, {u"lastPurchaseDate"_s, u"2026-01-02"_s}};
            c.communicationSupported = QStringList{u"SMS"_s, u"WHATSAPP"_s};
        });
        add(u"Nicolò"_s, u"+393400000002"_s, [](Contact &c) {
            c.gender = u"M"_s;
            c.valid = false;
            c.customFields = {{u"lastPurchaseDate"_s, u"2025-12-31"_s}};
        });
        add(u"Zoë"_s, u"+393400000003"_s, [](Contact &c) {
            c.gender = u"F"_s;
            c.email = u"zoe@example.at"_s;
            c.isTest = true;
        });
        m_gateway->state().addList(u"A"_s);
        m_gateway->state().addList(u"B"_s);
        for (const auto &[list, contact] : {std::pair(1, 1), std::pair(1, 2), std::pair(2, 2), std::pair(2, 3)})
            m_gateway->state().addMember(list, contact);
        QCOMPARE(namesOf(m_api->get("/contacts?" + query)).join(u' '), names);
    }

    void unknownFiltersAreRefusedWhereTheyAreKnown()
    {
        start(Dialect::Uc023);
        const WireAnswer refused = m_api->get("/contacts?shoeSize=42");
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json(u"status"_s).toString(), u"fail"_s);
        QVERIFY(refused.json(u"data"_s).toObject().contains(u"filter"_s));
        QCOMPARE(refused.json(u"data"_s).toObject()[u"filter"_s].toString(), u"Unknown filter field: shoeSize"_s);
        QCOMPARE(m_api->get("/contacts?sort=shoeSize").status, 400);
        QCOMPARE(m_api->get("/contacts?sortBy=id").status, 400);
        QCOMPARE(m_api->get("/contacts?page=0").status, 400);
        QCOMPARE(m_api->get("/contacts?customFields.a.after=2").status, 400);
        start(Dialect::Reference);
        QCOMPARE(m_api->get("/contacts?shoeSize=42").status, 200);
        QCOMPARE(m_api->get("/contacts?isValid=perhaps").status, 400);
        QCOMPARE(m_api->get("/contacts?listIds=x").status, 400);
    }

    void badContactsAreRefused()
    {
        start(Dialect::Reference);
        const auto status = [this](const QJsonObject &body) { return m_api->post("/contacts", body).status; };
        QCOMPARE(status({}), 400);
        QCOMPARE(status({{u"firstName"_s, u"A"_s}}), 400);
        QCOMPARE(status({{u"phoneNumber"_s, u"3401234567"_s}}), 400);
        QCOMPARE(status({{u"phoneNumber"_s, u"+39 fax"_s}}), 400);
        QCOMPARE(status({{u"phoneNumber"_s, 393401234567.0}}), 400);
        QCOMPARE(status({{u"email"_s, u"nobody"_s}}), 400);
        QCOMPARE(status({{u"email"_s, u"a@example.it"_s}, {u"customFields"_s, QJsonArray{1}}}), 400);
        QCOMPARE(status({{u"email"_s, u"a@example.it"_s}, {u"customFields"_s, QJsonObject{{u"x"_s, QJsonArray{}}}}}),
                 400);
        QCOMPARE(m_api->call("POST", "/contacts", "{\"email\":").status, 400);
        QCOMPARE(m_api->call("POST", "/contacts", "[]").status, 400);
        QCOMPARE(m_gateway->state().allContacts().size(), 0);
        QCOMPARE(m_api->call("PATCH", "/contacts").status, 405);
        QCOMPARE(m_api->get("/nothing/here").status, 404);
        QVERIFY(m_gateway->log().entries().back().call.isEmpty());
        start(Dialect::Uc020);
        QCOMPARE(status({{u"phoneNumber"_s, u"340 1234567"_s}}), 201); // gets the account's prefix
        QCOMPARE(m_gateway->state().allContacts().first().phoneNumber, u"+393401234567"_s);
    }

    void knownNumbers()
    {
        const auto statusOf = [this](Dialect dialect, DuplicateNumbers manner) {
            start(dialect, [manner](Options &options) { options.duplicateNumbers = manner; });
            add(u"A"_s, u"+393401234567"_s);
            return m_api->post("/contacts", {{u"phoneNumber"_s, u"+393401234567"_s}}).status;
        };
        QCOMPARE(statusOf(Dialect::Reference, DuplicateNumbers::AsDialect), 400);
        QCOMPARE(statusOf(Dialect::Uc007, DuplicateNumbers::AsDialect), 409);
        QCOMPARE(statusOf(Dialect::Reference, DuplicateNumbers::Refused409), 409);
        QCOMPARE(statusOf(Dialect::Uc007, DuplicateNumbers::SecondCopy), 201);
        QCOMPARE(m_gateway->state().allContacts().size(), 2);
        QCOMPARE(rowsOf(m_api->get("/contacts?phoneNumber=%2B393401234567")).size(), 2);
        start(Dialect::Uc007);
        add(u"A"_s, u"+393401234567"_s);
        add(u"B"_s, u"+393401234568"_s);
        QCOMPARE(m_api->put("/contacts/2", {{u"phoneNumber"_s, u"+393401234567"_s}}).status, 409);
        QCOMPARE(m_api->put("/contacts/2", {{u"phoneNumber"_s, u"+393401234568"_s}}).status, 200);
    }

    void putMayReplace()
    {
        start(Dialect::Reference, [](Options &options) { options.replacingPut = true; });
        add(u"Anna"_s, u"+393400000001"_s, [](Contact &c) {
            c.city = u"Milano"_s;
            c.customFields = {{u"a"_s, 1}};
            c.extra = {{u"x"_s, 1}};
        });
        QCOMPARE(m_api->put("/contacts/1", {{u"phoneNumber"_s, u"+393400000001"_s}}).status, 200);
        const Contact after = *m_gateway->state().contact(1);
        QCOMPARE(after.firstName + after.city, QString());
        QVERIFY(after.customFields.isEmpty() && after.extra.isEmpty());
    }

    void deletingEverybodyIsRemembered()
    {
        start(Dialect::Reference, [](Options &options) { options.contacts = 10; });
        QCOMPARE(m_api->remove("/contacts?notIds=3,4").status, 200);
        QCOMPARE(m_gateway->state().allContacts().size(), 2);
        QCOMPARE(m_gateway->log().dangers(), QStringList{u"DELETE /contacts with notIds deleted 8 contacts"_s});
        QCOMPARE(m_api->remove("/contacts?ids=").status, 200);
        QCOMPARE(m_gateway->state().allContacts().size(), 0);
        QCOMPARE(m_gateway->log().dangers().size(), 2);
        QByteArray ids = "1";
        for (int i = 0; i < 1000; ++i)
            ids += ",1";
        QCOMPARE(m_api->remove("/contacts?ids=" + ids).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestPracticeContacts)
#include "tst_practice_contacts.moc"
