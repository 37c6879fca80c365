// SPDX-License-Identifier: Apache-2.0
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Dialect;

/// The connection, what the account can do, and single contacts, in each dialect of the practice gateway, plain and
/// over TLS.
class TestGatewayClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionTest_data() { addDialects(); }
    void connectionTest()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        QCOMPARE(kindOf(awaited(desk.client().testConnection())), std::nullopt);
        const auto stranger = desk.otherClient(u"another-key"_s, GatewayDesk::transportOptions());
        QCOMPARE(kindOf(awaited(stranger->testConnection())), std::optional(ErrorKind::KeyRefused));
        desk.gateway().stop();
        QCOMPARE(kindOf(awaited(desk.client().testConnection())), std::optional(ErrorKind::ConnectionRefused));
        QVERIFY(desk.gateway().resume());
        QCOMPARE(kindOf(awaited(desk.client().testConnection())), std::nullopt);
        if (tls) {
            const auto distrustful = desk.otherClient(u"practice-key"_s, {});
            QCOMPARE(kindOf(awaited(distrustful->testConnection())), std::optional(ErrorKind::TlsUntrusted));
        }
    }

    void basicAuthentication_data() { addDialects(); }
    void basicAuthentication()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.user = u"anna"_s;
        options.password = u"pà:ss"_s;
        GatewayDesk desk(options);
        auto password = Credential::fromText(u"pà:ss"_s, Authentication::Basic);
        QVERIFY(password);
        Client client({desk.gateway().root(), Authentication::Basic, u"anna"_s, Plan::Production, true},
                      std::move(*password), {}, desk.surroundings(GatewayDesk::transportOptions()));
        QCOMPARE(kindOf(awaited(client.testConnection())), std::nullopt);
        QVERIFY(desk.log().entries().back().hadBasic);
        QVERIFY(!desk.log().entries().back().hadKey);
    }

    void probing_data() { addDialects(); }
    void probing()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 1500;
        options.lists = 12;
        GatewayDesk desk(options);
        int changes = 0;
        QObject::connect(&desk.client(), &Client::capabilitiesChanged, &desk.client(), [&] { ++changes; });
        const auto found = awaited(desk.client().probe());
        QVERIFY2(found, found ? "" : qPrintable(found.error().text()));
        QTRY_COMPARE(changes, 1);
        QCOMPARE(desk.client().capabilities(), *found);
        QVERIFY(found->probed);
        const bool numbers = dialect == Dialect::Reference || dialect == Dialect::Uc007;
        QCOMPARE(found->numericIds, numbers ? Known::Yes : Known::No);
        QCOMPARE(found->sortById, numbers ? Known::Yes : Known::No);
        QCOMPARE(found->filtersByPhone, Known::Yes);
        QCOMPARE(found->paging, dialect == Dialect::Uc007   ? PagingStyle::PageAndSize
                                : dialect == Dialect::Uc023 ? PagingStyle::OffsetAndLimit
                                                            : PagingStyle::PageAndLimit);
        QCOMPARE(found->listPaging, dialect == Dialect::Uc007 ? PagingStyle::PageAndSize : PagingStyle::PageAndLimit);
        QCOMPARE(found->pageLimit, dialect == Dialect::Uc023 ? 100 : 1000);
        for (const Known known : {found->quota, found->subscription, found->credit, found->campaigns, found->exports})
            QCOMPARE(known, Known::Yes);
        QCOMPARE(found->filtersByEmail, Known::Yes);
        QCOMPARE(found->firstPage, dialect == Dialect::Uc020 ? 1 : 0);
        QCOMPARE(found->wholeNames, dialect == Dialect::Uc020 ? Known::Yes : Known::No);
        QVERIFY2(desk.log().count() <= 16, qPrintable(QString::number(desk.log().count())));
        for (const Practice::LoggedRequest &request : desk.log().entries())
            QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(*Capabilities::fromJson(found->toJson()), *found);
        // The second time nothing is news.
        QCOMPARE(*awaited(desk.client().probe()), *found);
        QTest::qWait(10);
        QCOMPARE(changes, 1);
    }

    void contactsLiveAndDie_data() { addDialects(); }
    void contactsLiveAndDie()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        Client &client = desk.client();

        ContactChange anna = person(u"Anna “la” 中文"_s, u"+393471234567"_s);
        anna.email = u"anna@example.org"_s;
        anna.city = u"Milano"_s;
        anna.province = u"MI"_s;
        anna.customFields = QList<RemoteValue>{{u"totalSpent"_s, RemoteValue::Kind::Number, u"6800.5"_s},
                                               {u"channel"_s, RemoteValue::Kind::Text, u"SMS"_s}};
        anna.extra = "{\"loyalty\":{\"level\":3}}";
        const auto made = awaited(client.createContact(anna));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        QVERIFY(made->id.isValid());
        QCOMPARE(made->firstName, anna.firstName);
        QCOMPARE(made->phoneNumber, anna.phoneNumber);
        QCOMPARE(made->customFields.size(), 2);
        QVERIFY(made->extra.contains("\"loyalty\":{\"level\":3}"));
        QVERIFY(!made->createdAt.isEmpty());

        // By id, by number, by address: the same person.
        QCOMPARE(awaited(client.contact(made->id))->phoneNumber, anna.phoneNumber);
        RemoteContactQuery byNumber;
        byNumber.phoneNumber = u"+393471234567"_s;
        const auto found = awaited(client.contacts(byNumber));
        QVERIFY(found);
        QCOMPARE(found->rows.size(), 1);
        QCOMPARE(found->rows.first().id, made->id);
        byNumber.phoneNumber = u"+393471234568"_s;
        QCOMPARE(awaited(client.contacts(byNumber))->rowsGiven, 0);

        // The number is taken, whichever way the dialect says so.
        QCOMPARE(kindOf(awaited(client.createContact(person(u"Bea"_s, u"+393471234567"_s)))),
                 std::optional(ErrorKind::Conflict));
        QCOMPARE(desk.state().allContacts().size(), 1);

        // What is not named stays; what is cleared goes.
        ContactChange change;
        change.city = u"Torino"_s;
        change.province = QString();
        const auto updated = awaited(client.updateContact(made->id, change));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().text()));
        QCOMPARE(updated->notTaken, QStringList());
        QCOMPARE(updated->contact.city, u"Torino"_s);
        const auto read = awaited(client.contact(made->id));
        QCOMPARE(read->province.value_or(QString()), QString());
        QCOMPARE(read->firstName, anna.firstName);
        QCOMPARE(read->email, anna.email);
        QVERIFY(read->extra.contains("\"loyalty\":{\"level\":3}"));
        QCOMPARE(client.capabilities().partialUpdate, Known::Yes);
        QCOMPARE(client.capabilities().clearing, Clearing::ByEmptyText);

        QCOMPARE(kindOf(awaited(client.deleteContacts(*DeletionBatch::of({made->id})))), std::nullopt);
        QCOMPARE(desk.state().allContacts().size(), 0);
        QCOMPARE(kindOf(awaited(client.contact(made->id))), std::optional(ErrorKind::NotFound));
        QCOMPARE(kindOf(awaited(client.updateContact(made->id, change))), std::optional(ErrorKind::NotFound));
        QCOMPARE(desk.log().dangers(), QStringList());
    }

    void refusedContactsSayWhy_data() { addDialects(); }
    void refusedContactsSayWhy()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        Client &client = desk.client();
        QCOMPARE(kindOf(awaited(client.createContact({}))), std::optional(ErrorKind::InvalidInput));
        QCOMPARE(desk.log().count(), 0);
        QCOMPARE(kindOf(awaited(client.createContact(person(u"A"_s, u"12"_s)))), std::optional(ErrorKind::Refused));
        QCOMPARE(kindOf(awaited(client.contact({u".."_s}))), std::optional(ErrorKind::InvalidInput));
        QCOMPARE(kindOf(awaited(client.contact({u"list"_s}))), std::optional(ErrorKind::InvalidInput));
        QCOMPARE(kindOf(awaited(client.contact({u"a/b"_s}))), std::optional(ErrorKind::NotFound));
    }

    void quotaHoldsCreates_data() { addDialects(); }
    void quotaHoldsCreates()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.quota = 1;
        GatewayDesk desk(options);
        QVERIFY(awaited(desk.client().createContact(person(u"Anna"_s, u"+393471234567"_s))));
        const auto quota = awaited(desk.client().contactQuota());
        QCOMPARE(quota->remaining, 0);
        QCOMPARE(quota->total, 1);
        QCOMPARE(quota->used, 1);
        QCOMPARE(kindOf(awaited(desk.client().createContact(person(u"Bea"_s, u"+393471234568"_s)))),
                 std::optional(ErrorKind::QuotaExhausted));
        QCOMPARE(kindOf(awaited(desk.client().createContact(person(u"Anna"_s, u"+393471234567"_s)))),
                 std::optional(ErrorKind::Conflict));
    }
};

QTEST_GUILESS_MAIN(TestGatewayClient)
#include "tst_gateway_client.moc"
