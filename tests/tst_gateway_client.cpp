// SPDX-License-Identifier: Apache-2.0
#include "gateway/pager.h"
#include "tests/support/awaited.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Dialect;

Q_DECLARE_METATYPE(Elenco::Practice::Dialect)

namespace {

Practice::Options optionsOf(Dialect dialect, bool tls)
{
    Practice::Options options;
    options.dialect = dialect;
    if (tls) {
        options.certificateFile = QStringLiteral(ELENCO_TEST_DATA "/tls/server.pem");
        options.privateKeyFile = QStringLiteral(ELENCO_TEST_DATA "/tls/server.key");
    }
    return options;
}

void addDialects()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<bool>("tls");
    QTest::newRow("reference") << Dialect::Reference << false;
    QTest::newRow("uc007") << Dialect::Uc007 << false;
    QTest::newRow("uc020") << Dialect::Uc020 << false;
    QTest::newRow("uc023") << Dialect::Uc023 << false;
    QTest::newRow("reference over TLS") << Dialect::Reference << true;
    QTest::newRow("uc023 over TLS") << Dialect::Uc023 << true;
}

ContactChange person(const QString &firstName, const QString &phoneNumber)
{
    ContactChange change;
    change.firstName = firstName;
    change.lastName = u"Rossi"_s;
    change.phoneNumber = phoneNumber;
    return change;
}

QSet<RemoteId> everyContact(Client &client, const ContactQuery &query = {}, PagingStart start = {})
{
    ContactPager pager(client, query, start);
    QSet<RemoteId> ids;
    while (!pager.atEnd()) {
        const auto rows = awaited(pager.next());
        if (!rows)
            qFatal("a page failed: %s", qPrintable(rows.error().text()));
        for (const RemoteContact &row : rows->rows) {
            if (ids.contains(row.id))
                qFatal("a contact came twice");
            ids.insert(row.id);
        }
    }
    return ids;
}

} // namespace

/// The whole client against the practice gateway, in each of its dialects.
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

    void basicAuthentication()
    {
        Practice::Options options;
        options.user = u"anna"_s;
        options.password = u"pà:ss"_s;
        GatewayDesk desk(options);
        auto password = Credential::fromText(u"pà:ss"_s, Authentication::Basic);
        QVERIFY(password);
        Client client({desk.gateway().root(), Authentication::Basic, u"anna"_s, Plan::Production, true},
                      std::move(*password), {}, desk.surroundings({}));
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
        QVERIFY(desk.log().count() <= 12);
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
        ContactQuery byNumber;
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

    void refusedContactsSayWhy()
    {
        GatewayDesk desk;
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

    void everyContactOnce_data() { addDialects(); }
    void everyContactOnce()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 2345;
        options.lists = 3;
        GatewayDesk desk(options);
        QSet<RemoteId> expected;
        for (const Practice::Contact &contact : desk.state().allContacts())
            expected.insert(desk.contactId(contact.id));
        // Without a probe it works too, with more requests.
        QCOMPARE(everyContact(desk.client()), expected);
        QVERIFY(awaited(desk.client().probe()));
        desk.log().clear();
        QCOMPARE(everyContact(desk.client()), expected);
        QVERIFY(desk.log().count() <= (dialect == Dialect::Uc023 ? 25 : 4));

        for (const Practice::List &list : desk.state().allLists()) {
            ContactPager pager(desk.client(), desk.listId(list.id), {});
            QSet<RemoteId> members;
            while (!pager.atEnd()) {
                const auto rows = awaited(pager.next());
                QVERIFY(rows);
                for (const RemoteContact &row : rows->rows)
                    members.insert(row.id);
            }
            QVERIFY(pager.progress().isComplete());
            QSet<RemoteId> wanted;
            for (const qint64 id : desk.state().members(list.id))
                wanted.insert(desk.contactId(id));
            QCOMPARE(members, wanted);
        }
    }

    void backwardsNothingIsMissed_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("reference") << Dialect::Reference;
        QTest::newRow("uc007") << Dialect::Uc007;
    }
    void backwardsNothingIsMissed()
    {
        QFETCH(Dialect, dialect);
        Practice::Options options = optionsOf(dialect, false);
        options.contacts = 700;
        GatewayDesk desk(options);
        QVERIFY(awaited(desk.client().probe()));
        // Other desks delete and add while it is read; who lives through it must come.
        const QList<Practice::Contact> before = desk.state().allContacts();
        QSet<RemoteId> lasting;
        for (qsizetype i = 0; i < before.size(); ++i) {
            if (i % 7 != 3)
                lasting.insert(desk.contactId(before.at(i).id));
        }
        qsizetype doomed = 3;
        int added = 0;
        desk.gateway().beforeRequest([&](const Practice::Request &) {
            for (int i = 0; i < 4 && doomed < before.size(); ++i, doomed += 7)
                desk.state().removeContacts({before.at(doomed).id});
            Practice::Contact newcomer;
            newcomer.phoneNumber = u"+39399%1"_s.arg(++added, 7, 10, QLatin1Char('0'));
            desk.state().addContact(newcomer);
        });
        PagingStart start;
        start.direction = PagingDirection::Backward;
        start.limit = 50;
        QSet<RemoteId> seen = everyContact(desk.client(), {}, start);
        lasting -= seen;
        QCOMPARE(lasting.size(), 0);
    }

    void enumerationsGoOnWhereTheyStood()
    {
        Practice::Options options;
        options.contacts = 1000;
        GatewayDesk desk(options);
        QSet<RemoteId> seen;
        PagingStart start;
        start.direction = PagingDirection::Backward;
        start.limit = 100;
        for (int pages = 0; pages < 100; ++pages) {
            // Each page by a pager of its own, as after a restart.
            ContactPager pager(desk.client(), {}, start);
            const auto rows = awaited(pager.next());
            QVERIFY(rows);
            for (const RemoteContact &row : rows->rows)
                seen.insert(row.id);
            if (rows->progress.nextPage >= 10 && seen.size() > 500)
                break;
            start.page = rows->progress.nextPage;
            start.limit = rows->progress.pageLimit;
            start.firstTotal = rows->progress.firstTotal;
        }
        QCOMPARE(seen.size(), 1000);
    }

    void listsAndMembers_data() { addDialects(); }
    void listsAndMembers()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 30;
        GatewayDesk desk(options);
        Client &client = desk.client();
        ListChange vip;
        vip.name = u"VIP & Freunde"_s;
        vip.description = u"good ones"_s;
        const auto made = awaited(client.createList(vip));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        QCOMPARE(made->name, *vip.name);
        QCOMPARE(awaited(client.list(made->id))->description, vip.description);
        QCOMPARE(kindOf(awaited(client.createList({}))), std::optional(ErrorKind::InvalidInput));
        ListChange renamed;
        renamed.name = u"VIP"_s;
        QCOMPARE(awaited(client.updateList(made->id, renamed))->name, u"VIP"_s);
        QCOMPARE(awaited(client.list(made->id))->description, vip.description);

        QList<RemoteId> people;
        for (const Practice::Contact &contact : desk.state().allContacts())
            people.append(desk.contactId(contact.id));
        const auto lists = DeletionBatch::of({made->id});
        const auto added = awaited(client.addToLists(*lists, *MemberBatch::of(people)));
        QVERIFY2(added, added ? "" : qPrintable(added.error().text()));
        QVERIFY(added->added.value_or(added->associations.size()) == 30);
        QCOMPARE(awaited(client.listContacts(made->id, {}))->rowsGiven > 0, true);
        const qint64 listId = desk.state().allLists().first().id;
        QCOMPARE(desk.state().members(listId).size(), 30);
        const auto removed = awaited(client.removeFromLists(*lists, *MemberBatch::of(people.mid(0, 10))));
        QVERIFY(removed);
        QCOMPARE(removed->removed, std::optional<qint64>(10));
        QCOMPARE(desk.state().members(listId).size(), 20);
        if (!added->associations.isEmpty()) {
            QCOMPARE(kindOf(awaited(client.removeAssociation(added->associations.last()))), std::nullopt);
            QCOMPARE(desk.state().members(listId).size(), 19);
            QCOMPARE(kindOf(awaited(client.removeAssociation(added->associations.last()))),
                     std::optional(ErrorKind::NotFound));
        }
        ListQuery holding;
        holding.contactIds = {people.at(15)};
        QCOMPARE(awaited(client.lists(holding))->rows.size(), 1);

        QCOMPARE(kindOf(awaited(client.deleteLists(*lists))), std::nullopt);
        QCOMPARE(awaited(client.lists())->rows.size(), 0);
        ListQuery tombstones;
        tombstones.includeDeleted = true;
        QCOMPARE(awaited(client.lists(tombstones))->rows.size(), 1);
        QCOMPARE(kindOf(awaited(client.list(made->id))), std::optional(ErrorKind::NotFound));
        QCOMPARE(desk.state().allContacts().size(), 30);
    }

    void manyLists_data() { addDialects(); }
    void manyLists()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        for (int i = 0; i < 1234; ++i)
            desk.state().addList(u"List %1"_s.arg(i));
        for (const bool probed : {false, true}) {
            if (probed)
                QVERIFY(awaited(desk.client().probe()));
            ListPager pager(desk.client(), {});
            QSet<RemoteId> seen;
            while (!pager.atEnd()) {
                const auto rows = awaited(pager.next());
                QVERIFY(rows);
                for (const RemoteList &row : rows->rows)
                    seen.insert(row.id);
            }
            QCOMPARE(seen.size(), 1234);
        }
    }

    void tablesAreUploaded_data() { addDialects(); }
    void tablesAreUploaded()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        Client &client = desk.client();
        ListChange target;
        target.name = u"New"_s;
        const auto list = awaited(client.createList(target));
        TableUpload upload;
        upload.fileName = u"people \"1\".csv"_s;
        upload.listId = list->id;
        upload.content = "firstName,lastName,phoneNumber,email\r\nAnna,Rossi,+393471234567,anna@example.org\r\n"
                         "Bea,Verdi,+393471234568,\r\n";
        const auto outcome = awaited(client.uploadTable(upload));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        const bool twoSteps = dialect == Dialect::Uc007 || dialect == Dialect::Uc023;
        QCOMPARE(std::holds_alternative<UploadAnalysis>(*outcome), twoSteps);
        QCOMPARE(client.capabilities().twoStepTable, twoSteps ? Known::Yes : Known::No);
        if (twoSteps) {
            QCOMPARE(desk.state().allContacts().size(), 0);
            const UploadAnalysis analysis = std::get<UploadAnalysis>(*outcome);
            QCOMPARE(analysis.totalRows, std::optional<qint64>(2));
            QCOMPARE(analysis.columns, QStringList({u"firstName"_s, u"lastName"_s, u"phoneNumber"_s, u"email"_s}));
            QCOMPARE(analysis.preview.size(), 2);
            QList<ColumnChoice> mapping;
            for (const QString &column : analysis.columns)
                mapping.append({column, column});
            const auto committed = awaited(client.confirmTable(analysis.uploadId, mapping, list->id));
            QVERIFY(committed);
            QCOMPARE(committed->imported, std::optional<qint64>(2));
            QCOMPARE(kindOf(awaited(client.confirmTable(analysis.uploadId, mapping, list->id))),
                     std::optional(ErrorKind::NotFound));
        } else {
            QCOMPARE(std::get<ImportOutcome>(*outcome).imported, std::optional<qint64>(2));
        }
        QCOMPARE(desk.state().allContacts().size(), 2);
        QCOMPARE(desk.state().members(desk.state().allLists().first().id).size(), 2);
        QCOMPARE(desk.state().contactOfNumber(u"+393471234567"_s)->lastName, u"Rossi"_s);

        upload.content = QByteArray(uploadLimit, 'x');
        desk.log().clear();
        QCOMPARE(kindOf(awaited(client.uploadTable(upload))), std::optional(ErrorKind::TooLarge));
        QCOMPARE(desk.log().count(), 0);
    }

    void cardsAreUploaded_data() { addDialects(); }
    void cardsAreUploaded()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        Client &client = desk.client();
        VcardUpload upload;
        upload.fileName = u"cards.vcf"_s;
        upload.content = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Rossi;Anna;;;\r\nFN:Anna Rossi\r\nTEL:+393471234567\r\n"
                         "END:VCARD\r\n";
        const auto list = awaited(client.createList({u"Cards"_s, {}, {}}));
        upload.listId = list->id;
        if (dialect == Dialect::Uc020) {
            upload.strategy = DuplicateStrategy::Skip;
            upload.tags = {u"fair"_s, u"2026"_s};
        }
        const auto outcome = awaited(client.uploadVcard(upload));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        if (const auto *analysis = std::get_if<UploadAnalysis>(&*outcome)) {
            QCOMPARE(analysis->totalRows, std::optional<qint64>(1));
            const auto committed = awaited(client.confirmVcard(analysis->uploadId, list->id));
            QVERIFY(committed);
            QCOMPARE(committed->imported, std::optional<qint64>(1));
        } else {
            QCOMPARE(std::get<ImportOutcome>(*outcome).imported, std::optional<qint64>(1));
            QCOMPARE(std::get<ImportOutcome>(*outcome).status, u"COMPLETED"_s);
        }
        QCOMPARE(client.capabilities().twoStepVcard, dialect == Dialect::Uc020 ? Known::No : Known::Yes);
        QCOMPARE(desk.state().contactOfNumber(u"+393471234567"_s)->firstName, u"Anna"_s);
    }

    void subscription_data() { addDialects(); }
    void subscription()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        const auto subscription = awaited(desk.client().subscription());
        QVERIFY2(subscription, subscription ? "" : qPrintable(subscription.error().text()));
        QCOMPARE(subscription->status, u"ACTIVE"_s);
        QVERIFY(!subscription->plan.isEmpty());
        const auto credit = awaited(desk.client().credit());
        QVERIFY(credit);
        QVERIFY(!credit->amount.isEmpty());
    }

    void campaigns_data() { addDialects(); }
    void campaigns()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        Client &client = desk.client();
        const RemoteId listId = desk.listId(desk.state().addList(u"Buyers"_s));
        const RemoteId otherId = desk.listId(desk.state().addList(u"Others"_s));
        const auto made = awaited(client.createDraft({u"Spring"_s, u"SMS"_s, {listId}}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        QCOMPARE(made->status, CampaignStatus::Draft);
        QCOMPARE(made->listIds, QList<RemoteId>{listId});
        const auto changed = awaited(client.setCampaignLists(made->id, {otherId}));
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().text()));
        QCOMPARE(awaited(client.campaign(made->id))->listIds, QList<RemoteId>{otherId});
        Practice::Campaign sent;
        sent.name = u"Sent"_s;
        sent.status = Practice::CampaignStatus::Completed;
        desk.state().campaigns().add(sent);
        const auto all = awaited(client.campaigns());
        QCOMPARE(all->rows.size(), 2);
        CampaignQuery drafts;
        drafts.isDraft = true;
        QCOMPARE(awaited(client.campaigns(drafts))->rows.size(), 1);
        const auto completed = std::find_if(all->rows.begin(), all->rows.end(), [](const Campaign &row) {
            return row.status == CampaignStatus::Completed;
        });
        QVERIFY(completed != all->rows.end());
        desk.log().clear();
        QCOMPARE(kindOf(awaited(client.setCampaignLists(completed->id, {listId}))),
                 std::optional(ErrorKind::InvalidInput));
        QCOMPARE(desk.log().count(u"PUT /campaigns/{id}"_s), 0);
        QCOMPARE(desk.log().dangers(), QStringList());
    }

    void exportsAreMadeAndFetched_data() { addDialects(); }
    void exportsAreMadeAndFetched()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 50;
        GatewayDesk desk(options);
        Client &client = desk.client();
        const auto started = awaited(client.startExport({}));
        QVERIFY2(started, started ? "" : qPrintable(started.error().text()));
        RemoteId id = started->id;
        for (int polls = 0; polls < 10; ++polls) {
            const auto jobs = awaited(client.exports());
            QVERIFY2(jobs, jobs ? "" : qPrintable(jobs.error().text()));
            QCOMPARE(jobs->rows.size(), 1);
            id = jobs->rows.first().id;
            if (jobs->rows.first().state == ExportState::Ready)
                break;
            QCOMPARE(jobs->rows.first().state, ExportState::Pending);
        }
        const auto url = awaited(client.exportUrl(id));
        QVERIFY2(url, url ? "" : qPrintable(url.error().text()));
        QByteArray file;
        const auto size = awaited(client.downloadExport(*url, [&](QByteArrayView piece) {
            file += piece;
            return true;
        }));
        QVERIFY2(size, size ? "" : qPrintable(size.error().text()));
        QCOMPARE(*size, file.size());
        QCOMPARE(file.count('\n'), 51);
        QVERIFY(!desk.log().entries().back().hadKey);
        QCOMPARE(desk.log().dangers(), QStringList());

        desk.state().exports().expire(desk.state().exports().all().first().id);
        QCOMPARE(kindOf(awaited(client.downloadExport(*url, [](QByteArrayView) { return true; }))),
                 std::optional(ErrorKind::NotFound));
        QCOMPARE(awaited(client.exports())->rows.first().state, ExportState::Expired);
        QCOMPARE(kindOf(awaited(client.renewExport(id))), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestGatewayClient)
#include "tst_gateway_client.moc"
