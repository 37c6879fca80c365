// SPDX-License-Identifier: Apache-2.0
#include "store/sync/outbox.h"
#include "tests/sync/bulkpeople.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

/// New contacts by the hundred go over in files, whatever happens on the way, and nobody sees the lists that they need.
class TestSyncBulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyNewContactsGoInOneFile_data() { addPlainDialects(); }
    void manyNewContactsGoInOneFile()
    {
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many, false, 1, {u"Fair"_s});
        const SyncReport report = desk.sync();
        QVERIFY2(!report.stopped, report.stopped ? qPrintable(report.stopped->text()) : "");
        QCOMPARE(report.created, many);
        QCOMPARE(office.requests(u"POST /contacts"_s), 0);
        QCOMPARE(office.requests(u"POST /contacts/upload"_s), 1);
        QCOMPARE(office.requests(u"PUT /contacts/{id}"_s), 0);
        QCOMPARE(office.listNames(), u"Fair"_s);
        QCOMPARE(desk.waiting(), QString());
        verifyInStep(office, desk);
        QCOMPARE(office.state().members(office.state().allLists().first().id).size(), many);
    }

    void whatAFileCantCarryFollows_data() { addPlainDialects(); }
    void whatAFileCantCarryFollows()
    {
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many, true);
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QCOMPARE(desk.waiting(), QString());
        const auto one = office.state().contactOfNumber(fileNumber(7));
        QVERIFY(one);
        QCOMPARE(one->city, u"Milano"_s);
        QCOMPARE(one->customFields.value(u"totalSpent"_s).toVariant().toDouble(), 70.0);
        // Only the trial's rows need a change; where the columns are not taken, the others are made one by one.
        QCOMPARE(office.requests(u"PUT /contacts/{id}"_s), isTwoStep() ? 0 : 5);
        QCOMPARE(office.requests(u"POST /contacts"_s), isTwoStep() ? 0 : many - 5);
        verifyInStep(office, desk);
    }

    // An account of whole names that takes no first and last ones from a table, and perhaps no name at all: nobody is
    // left without, here or there.
    void namesThatTablesDoNotBring_data()
    {
        QTest::addColumn<QStringList>("ignored");
        QTest::addColumn<int>("singles");
        QTest::newRow("whole names only") << QStringList{u"table:firstName"_s, u"table:lastName"_s} << 0;
        QTest::newRow("none") << QStringList{u"table:firstName"_s, u"table:lastName"_s, u"table:name"_s} << many - 10;
    }
    void namesThatTablesDoNotBring()
    {
        QFETCH(QStringList, ignored);
        QFETCH(int, singles);
        Practice::Options options;
        options.dialect = Practice::Dialect::Uc020;
        options.strict = true;
        options.ignoredParameters = ignored;
        Office office(options);
        office.addPeople(3);
        Desk desk(office, few);
        QVERIFY(!desk.sync().stopped);
        importPeople(desk, many, false);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.requests(u"POST /contacts"_s), singles);
        QCOMPARE(desk.waiting(), QString());
        verifyInStep(office, desk);
        QVERIFY(!desk.people().contains(u"\n +39"_s) && !desk.people().startsWith(u" +39"_s));
        for (int i = 1; i <= many; ++i)
            QCOMPARE(office.state().contactOfNumber(fileNumber(i))->fullName(),
                     u"Name%1 Surname%1"_s.arg(i, 5, 10, QChar(u'0')));
    }

    // A file's field that is not there is sent once more, to see whether the account keeps it. A request that was never
    // carried out says nothing of that.
    void aFailedTrialSaysNothing()
    {
        Practice::Options options;
        options.dialect = Practice::Dialect::Uc020;
        Office office(options);
        Desk desk(office, few);
        importPeople(desk, many, true);
        office.gateway().failNext(u"PUT /contacts/{id}"_s, Fault::Redirect, 5);
        desk.sync();
        office.gateway().clearScripts();
        QVERIFY(desk.client().capabilities().fields.notKept.empty());
        verifyInStep(office, desk);
        QCOMPARE(office.state().contactOfNumber(fileNumber(2))->customFields.value(u"totalSpent"_s).toVariant().toInt(),
                 20);
    }

    void lostAnswersAreSettledByTheList_data()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("fault");
        const std::pair<const char *, Practice::Dialect> all[] = {{"reference", Practice::Dialect::Reference},
                                                                  {"uc007", Practice::Dialect::Uc007},
                                                                  {"uc020", Practice::Dialect::Uc020},
                                                                  {"uc023", Practice::Dialect::Uc023}};
        for (const auto &[name, dialect] : all) {
            for (const auto &[what, call] :
                 {std::pair("list", u"POST /contacts/list"_s), std::pair("upload", u"POST /contacts/upload"_s),
                  std::pair("confirmation", u"POST /contacts/mapped/file"_s),
                  std::pair("reading", u"GET /contacts/list/{id}/contacts"_s),
                  std::pair("deletion", u"DELETE /contacts/list"_s)}) {
                if (call.endsWith("mapped/file"_L1) && dialect != Practice::Dialect::Uc007 &&
                    dialect != Practice::Dialect::Uc023)
                    continue;
                for (const auto &[how, fault] : {std::pair("lost", Fault::Lost), std::pair("dropped", Fault::Drop),
                                                 std::pair("cut", Fault::Cut), std::pair("500", Fault::ErrorApplied)})
                    QTest::addRow("%s, %s %s", name, what, how) << dialect << call << int(fault);
                if (!call.startsWith(u"GET"))
                    continue;
                for (const auto &[how, fault] :
                     {std::pair("halved", Fault::ShortPage), std::pair("empty", Fault::EmptyList)})
                    QTest::addRow("%s, %s %s", name, what, how) << dialect << call << int(fault);
            }
        }
    }
    void lostAnswersAreSettledByTheList()
    {
        QFETCH(QString, call);
        QFETCH(int, fault);
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many);
        office.gateway().failNext(call, static_cast<Fault>(fault), call.startsWith(u"GET") ? 6 : 1);
        desk.sync();
        QCOMPARE(office.gateway().pendingScripts(), call.startsWith(u"GET") ? office.gateway().pendingScripts() : 0);
        office.gateway().clearScripts();
        desk.sync();
        verifyInStep(office, desk);
        QCOMPARE(office.state().allContacts().size(), many);
        QVERIFY(office.requests(u"POST /contacts"_s) == 0);
    }

    void anEndInTheMiddleLosesNothing_data() { addPlainDialects(); }
    void anEndInTheMiddleLosesNothing()
    {
        // The i-th request is never answered, and the program ends; for every i until none is left.
        for (int i = 1;; ++i) {
            Office office(fetchedOptions());
            Desk desk(office, few);
            importPeople(desk, 22, false, 1, {u"Fair"_s});
            const int count = desk.syncEndedAt(i);
            desk.restart();
            verifyInStep(office, desk);
            QCOMPARE(office.state().allContacts().size(), 22);
            QCOMPARE(office.listNames(), u"Fair"_s);
            if (QTest::currentTestFailed())
                qFatal("ended at request %d", i);
            if (count < i)
                break;
        }
    }

    void whatDoesNotFitWaits_data() { addPlainDialects(); }
    void whatDoesNotFitWaits()
    {
        Practice::Options small = fetchedOptions();
        small.quota = 20;
        Office office(small);
        office.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        Desk desk(office, few);
        QVERIFY(!desk.sync().stopped);
        importPeople(desk, many);
        desk.set(desk.named(u"Giulia"_s), "city", u"Bari"_s);
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QCOMPARE(report.created, 19);
        QCOMPARE(office.state().allContacts().size(), 20);
        QCOMPARE(desk.waiting(), u"created 51, waiting 51"_s);
        QCOMPARE(office.state().contactOfNumber(u"+393401234501"_s)->city, u"Bari"_s);
        QCOMPARE(office.requests(u"POST /contacts"_s), 0);
        // Room for two.
        desk.remove(desk.named(u"Name00001 Surname00001"_s));
        desk.remove(desk.named(u"Name00002 Surname00002"_s));
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), u"created 49, waiting 49"_s);
        QCOMPARE(office.state().allContacts().size(), 20);
    }

    void refusedRowsAreBlockedWithTheWords_data() { addPlainDialects(); }
    void refusedRowsAreBlockedWithTheWords()
    {
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many);
        // No address for the gateway, which refuses such rows of a file and such contacts alike.
        desk.set(desk.named(u"Name00005 Surname00005"_s), "email", u"@nowhere"_s);
        desk.set(desk.named(u"Name00006 Surname00006"_s), "email", u"@nowhere"_s);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.state().allContacts().size(), many - 2);
        QCOMPARE(desk.waiting(), u"created 2, blocked 2"_s);
        const auto lines = outbox(desk.workspace(), 10);
        QVERIFY(lines);
        QCOMPARE(lines->first().send, SendState::Blocked);
        QVERIFY2(lines->first().detail.contains(u"Invalid e-mail address"), qPrintable(lines->first().detail));
        desk.set(desk.named(u"Name00005 Surname00005"_s), "email", u"five@example.com"_s);
        desk.set(desk.named(u"Name00006 Surname00006"_s), "email", u"six@example.com"_s);
        verifyInStep(office, desk);
    }

    void numbersThatAreTwiceHere_data() { addPlainDialects(); }
    void numbersThatAreTwiceHere()
    {
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many);
        desk.add(u"Second Card"_s, fileNumber(3));
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.state().allContacts().size(), many);
        QCOMPARE(office.state().contactOfNumber(fileNumber(3))->fullName(), u"Name00003 Surname00003"_s);
        QCOMPARE(desk.waiting(), u"created 1, blocked 1, conflicts 1"_s);
    }

    void anAccountThatKnowsNoUploads_data() { addPlainDialects(); }
    void anAccountThatKnowsNoUploads()
    {
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many);
        office.gateway().failNext(u"POST /contacts/upload"_s, Fault::ContactDeleted, 0);
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            // The list that the file is for is taken away: the upload is refused, whatever it says.
            if (request.method == "POST" && request.path.endsWith(u"contacts/upload")) {
                for (const Practice::List &list : office.state().allLists())
                    office.state().removeList(list.id);
            }
        });
        QVERIFY(!desk.sync().stopped);
        office.gateway().beforeRequest({});
        QCOMPARE(office.requests(u"POST /contacts"_s), many);
        verifyInStep(office, desk);
    }

    // Much waits, and the listing that should be read before can't be: the next run sends without it, one by one.
    void aBrokenListingHoldsNothingUp()
    {
        Office office;
        Desk desk(office, few);
        importPeople(desk, many);
        for (int i = 0; i < 3; ++i)
            office.add(u"Giulia Rossi"_s, u"+39340123450%1"_s.arg(i));
        office.gateway().failNext(u"GET /contacts"_s, Fault::ShortPage, 1000);
        QVERIFY(desk.sync().stopped);
        QCOMPARE(office.state().allContacts().size(), 3);
        desk.sync();
        QCOMPARE(office.state().allContacts().size(), many + 3);
        office.gateway().clearScripts();
        verifyInStep(office, desk);
    }

    void deletionsGoInBatches_data() { addPlainDialects(); }
    void deletionsGoInBatches()
    {
        Practice::Options some = fetchedOptions();
        some.contacts = 1300;
        Office office(some);
        Desk desk(office, few);
        for (int i = 0; i < 7; ++i) // until all were read by their ids, where listings hide something
            QVERIFY(!desk.sync().stopped);
        const std::vector<ContactId> all = desk.files().ids();
        QVERIFY(desk.journal().remove(std::vector<ContactId>(all.begin(), all.begin() + 150)));
        office.log().clear();
        QCOMPARE(desk.sync().deleted, 150);
        // Where listings hide nothing, a reading of all takes fewer requests. The first deletion on an account is of one
        // contact, and another one is looked at before the second.
        const bool isWhole = some.dialect == Practice::Dialect::Reference;
        QVERIFY(office.requests(u"GET /contacts/{id}"_s) <= (isWhole ? 2 : 152));
        const bool isByPath = some.dialect == Practice::Dialect::Uc023;
        QVERIFY(isByPath ? office.requests(u"DELETE /contacts/{id}"_s) == 150
                         : office.requests(u"DELETE /contacts"_s) <= 3);
        verifyInStep(office, desk);
        // More than a thousand: the reading of all of them is the look before the deletion, where it shows all of them.
        QVERIFY(desk.journal().remove(std::vector<ContactId>(all.begin() + 150, all.begin() + 1250)));
        const qint64 edited = office.state().allContacts().first().id;
        office.change(edited, [](Practice::Contact &contact) { contact.city = u"Elsewhere"_s; });
        office.log().clear();
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        const bool wasAmongThem = desk.waiting() == u"conflicts 1"_s;
        QCOMPARE(report.deleted, wasAmongThem ? 1099 : 1100);
        QCOMPARE(office.requests(u"GET /contacts/{id}"_s), isWhole ? (wasAmongThem ? 1 : 0) : 1100);
        QCOMPARE(office.requests(isByPath ? u"DELETE /contacts/{id}"_s : u"DELETE /contacts"_s),
                 isByPath ? report.deleted : 11);
        QVERIFY(office.state().contact(edited));
        QCOMPARE(desk.people(), office.people());
    }
};

QTEST_GUILESS_MAIN(TestSyncBulk)
#include "tst_sync_bulk.moc"
