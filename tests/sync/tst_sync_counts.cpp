// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "tests/support/namedlists.h"
#include "tests/sync/bulkpeople.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// How many requests a sync takes, by the gateway's own log.
class TestSyncCounts : public QObject
{
    Q_OBJECT

private:
    static Practice::Options accountWith(qint64 contacts)
    {
        Practice::Options options;
        options.contacts = contacts;
        return options;
    }

private Q_SLOTS:
    void newContactsInOneList_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::newRow("reference") << int(Practice::Dialect::Reference);
        QTest::newRow("uc007") << int(Practice::Dialect::Uc007);
        QTest::newRow("uc020") << int(Practice::Dialect::Uc020);
    }
    // A fifth of what bench_sync counts at 100,000 (at most 400 requests).
    void newContactsInOneList()
    {
        QFETCH(int, dialect);
        constexpr int count = 20'000;
        Practice::Options options;
        options.dialect = static_cast<Practice::Dialect>(dialect);
        options.logBodies = false;
        Office office(options);
        Desk desk(office);
        desk.sync(); // what the account can do is asked once
        importPeople(desk, count, false, 1, {u"Fair"_s});
        office.log().clear();
        const SyncReport report = desk.sync();
        QVERIFY2(!report.stopped, report.stopped ? qPrintable(report.stopped->text()) : "");
        QCOMPARE(report.created, count);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(office.state().contacts().count(), count);
        QCOMPARE(office.state().members(office.state().allLists().first().id).size(), count);
        QVERIFY2(office.log().count() <= 80, qPrintable(QString::number(office.log().count())));
        qInfo("%lld requests", static_cast<long long>(office.log().count()));
        // And nothing is left to be said.
        office.log().clear();
        desk.sync();
        QCOMPARE(office.requests(u"GET *"_s), office.log().count());
        // Pages that do not say how many there are need one more each.
        const int most = options.dialect == Practice::Dialect::Uc020 ? 30 : 25;
        QVERIFY2(office.log().count() <= most, qPrintable(QString::number(office.log().count())));
    }

    void theDocumentsOwnFile_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<int>("pageMaximum");
        QTest::addColumn<int>("most");
        QTest::newRow("pages of 1,000") << int(Practice::Dialect::Uc007) << 1000 << 60;
        QTest::newRow("pages of 100") << int(Practice::Dialect::Uc007) << 100 << 170;
        QTest::newRow("uc023, which has pages of 100") << int(Practice::Dialect::Uc023) << 100 << 170;
    }
    // UC-007 step 2b: 5,230 rows with the name in two parts, number, address and city, into a list. All of it, from the
    // first look at the account.
    void theDocumentsOwnFile()
    {
        QFETCH(int, dialect);
        QFETCH(int, pageMaximum);
        QFETCH(int, most);
        constexpr int count = 5'230;
        Practice::Options options;
        options.dialect = static_cast<Practice::Dialect>(dialect);
        options.pageMaximum = pageMaximum;
        Office office(options);
        Desk desk(office);
        QString csv = u"nome,cognome,telefono,email,citta\n"_s;
        for (int i = 1; i <= count; ++i)
            csv += u"Name%1,Surname%1,%2,n%1@example.com,Torino\n"_s.arg(i, 5, 10, QChar(u'0')).arg(fileNumber(i));
        ImportChoices choices;
        choices.lists.append(u"Clienti Nord Italia"_s);
        QCOMPARE(desk.files().import(u"clienti_nord_italia.csv"_s, csv.toUtf8(), choices).imported(), count);
        const SyncReport report = desk.sync();
        QVERIFY2(!report.stopped, report.stopped ? qPrintable(report.stopped->text()) : "");
        const qint64 requests = office.log().count();
        qInfo("%lld requests", static_cast<long long>(requests));
        QCOMPARE(report.created, count);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(office.listNames(), u"Clienti Nord Italia"_s);
        QCOMPARE(office.state().members(office.state().allLists().first().id).size(), count);
        for (const int i : {1, 6, count})
            QCOMPARE(office.state().contactOfNumber(fileNumber(i))->city, u"Torino"_s);
        QVERIFY2(requests <= most, qPrintable(QString::number(requests)));
        // What listings hide of them is known: this desk has sent it.
        office.log().clear();
        QCOMPARE(desk.sync().sent(), 0);
        QCOMPARE(office.requests(u"GET /contacts/{id}"_s), 0);
    }

    void nothingChanged_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<int>("most");
        QTest::newRow("reference") << int(Practice::Dialect::Reference) << 25;
        QTest::newRow("uc007") << int(Practice::Dialect::Uc007) << 25;
        QTest::newRow("uc020") << int(Practice::Dialect::Uc020) << 25;
        QTest::newRow("uc023") << int(Practice::Dialect::Uc023) << 205; // has pages of 100, not of 1,000
    }
    void nothingChanged()
    {
        QFETCH(int, dialect);
        QFETCH(int, most);
        Practice::Options options = accountWith(20'000);
        options.dialect = static_cast<Practice::Dialect>(dialect);
        Office office(options);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const QString before = desk.files().everything();
        const qint64 revision = desk.workspace().revision();
        office.log().clear();
        const SyncReport report = desk.sync();
        QVERIFY(report.isFresh);
        QCOMPARE(report.sent() + report.taken(), 0);
        // Where listings hide fields, some are read by their ids besides, until all were.
        const qint64 byId = office.requests(u"GET /contacts/{id}"_s);
        QVERIFY2(byId <= 200, qPrintable(QString::number(byId)));
        const qint64 others = office.log().count() - byId;
        QVERIFY2(others <= most, qPrintable(QString::number(others)));
        QCOMPARE(office.requests(u"GET *"_s), office.log().count());
        QCOMPARE(report.sent() + report.taken(), 0);
        if (byId == 0)
            QCOMPARE(desk.workspace().revision(), revision);
    }

    void oneChangedField()
    {
        Office office(accountWith(10));
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const std::vector<ContactId> ids = desk.files().ids();
        // A change names all that the contact has: nobody knows whether a field that is left out stays.
        desk.set(ids[0], "firstName", u"Rosa"_s);
        office.log().clear();
        QVERIFY(!desk.sync({false, false}).stopped);
        QCOMPARE(office.requests(u"* /contacts/{id}"_s), 2);
        const auto first = office.log().matching(u"PUT /contacts/{id}"_s).first();
        for (const QString &key : {u"firstName"_s, u"lastName"_s, u"phoneNumber"_s, u"city"_s})
            QVERIFY2(QJsonDocument::fromJson(first.body).object().contains(key), qPrintable(key));
        desk.set(ids[1], "city", u"Lecce"_s);
        office.log().clear();
        QCOMPARE(desk.sync({false, false}).changed, 1);
        QCOMPARE(office.requests(u"GET /contacts/{id}"_s), 1);
        QCOMPARE(office.requests(u"PUT /contacts/{id}"_s), 1);
        QCOMPARE(office.requests(u"* /contacts/{id}"_s), 2);
        // An edit that was taken back is nothing.
        desk.set(ids[2], "city", u"Trani"_s);
        QVERIFY(desk.journal().undo(history(desk.workspace(), 1)->first().id));
        office.log().clear();
        desk.sync({false, false});
        QCOMPARE(office.requests(u"* /contacts/{id}"_s), 0);
    }

    void tenThousandMemberships()
    {
        Office office(accountWith(10'000));
        Desk desk(office);
        desk.addList(u"Fair"_s);
        QVERIFY(!desk.sync().stopped);
        const std::vector<ContactId> ids = desk.files().ids();
        QVERIFY(joinListNamed(desk.workspace(), ids, u"Fair"_s));
        QCOMPARE(desk.waiting(), u"memberships 10000"_s);
        office.log().clear();
        const SyncReport report = desk.sync({false, false});
        QVERIFY(!report.stopped);
        QCOMPARE(report.membersSent, 10'000);
        QCOMPARE(office.requests(u"POST /contacts/list/contacts"_s), 10);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(office.state().members(office.state().allLists().first().id).size(), 10'000);
        QVERIFY(leaveListNamed(desk.workspace(), ids, u"Fair"_s));
        office.log().clear();
        QVERIFY(!desk.sync({false, false}).stopped);
        QCOMPARE(office.requests(u"DELETE /contacts/list/contacts"_s), 10);
        QCOMPARE(office.state().members(office.state().allLists().first().id).size(), 0);
    }

    // What is there can be worked with while the rest is still being read.
    void theFirstPageCanBeUsed()
    {
        Office office(accountWith(5'000));
        Desk desk(office);
        qint64 shown = -1;
        int pages = 0;
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (request.method != "GET" || !request.path.endsWith(u"/contacts") || ++pages < 0)
                return;
            const qint64 now = desk.files().count();
            if (shown <= 0 && now > 0)
                shown = now;
        });
        QVERIFY(!desk.sync().stopped);
        office.gateway().beforeRequest({});
        QVERIFY2(shown > 0 && shown <= 1000, qPrintable(QString::number(shown)));
        QCOMPARE(desk.files().count(), 5'000);
    }
};

QTEST_GUILESS_MAIN(TestSyncCounts)
#include "tst_sync_counts.moc"
