// SPDX-License-Identifier: Apache-2.0
#include "store/database/sqlite.h"
#include "store/sync/conflicts.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

namespace {

const SyncOptions everything{true, true};

} // namespace

/// Ways in which clients like ours have lost data (sync.md section 1), one test each: those in which the far side, or
/// somebody else, does what was not expected. The others are in tst_sync_breakdowns; what a person does after an answer
/// was lost is in tst_sync_lostanswers.
class TestSyncFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void f01_aLyingListing_data()
    {
        QTest::addColumn<Fault>("fault");
        for (const Fault fault : {Fault::EmptyList, Fault::ShortPage, Fault::ShiftedPage, Fault::HtmlOk,
                                  Fault::HtmlNotFound, Fault::HtmlError, Fault::EmptyBody, Fault::WrongJson,
                                  Fault::WrongType, Fault::Error, Fault::Redirect, Fault::Drop, Fault::Cut})
            QTest::newRow(qPrintable(Practice::faultName(fault))) << fault;
    }
    void f01_aLyingListing()
    {
        QFETCH(Fault, fault);
        Office office(Office::threeRowsAPage());
        office.addPeople(7);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const QString before = desk.people();
        // Of one page, of all pages, and of everything.
        for (const auto &[calls, times] :
             {std::pair(u"GET /contacts"_s, 1), std::pair(u"GET /contacts"_s, 40), std::pair(u"GET *"_s, 200)}) {
            office.gateway().failNext(calls, fault, times);
            desk.sync();
            QCOMPARE(desk.people(), before);
            QCOMPARE(desk.trashed(), 0);
            office.gateway().clearScripts();
        }
        verifyInStep(office, desk, everything);
        QCOMPARE(desk.people(), before);
    }

    void f02_pagesShiftAndAReadingGoesOn()
    {
        // Ended at every page, with somebody deleting and adding meanwhile.
        for (int page = 1; page <= 6; ++page) {
            Office office(Office::threeRowsAPage());
            office.addPeople(12);
            Desk desk(office);
            QVERIFY(!desk.sync().stopped);
            int pages = 0;
            office.gateway().beforeRequest([&](const Practice::Request &request) {
                if (request.call != u"GET /contacts" || ++pages != page)
                    return;
                office.state().removeContacts({office.numbered(Office::numberOf(2))});
                office.add(u"Ada Verdi"_s, u"+393409999999"_s);
                QMetaObject::invokeMethod(&desk.engine(), [&] { desk.engine().stop(); }, Qt::QueuedConnection);
            });
            desk.sync();
            office.gateway().beforeRequest({});
            desk.restart();
            verifyInStep(office, desk, everything);
            QCOMPARE(desk.trashed(), office.numbered(Office::numberOf(2)) ? 0 : 1);
        }
    }

    void f03_theAccountIsAnother()
    {
        Office office;
        office.addPeople(60);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const QString before = desk.people();
        QList<qint64> all;
        for (const Practice::Contact &contact : office.state().allContacts())
            all.append(contact.id);
        office.state().removeContacts(all);
        office.add(u"Somebody Else"_s, u"+393409999999"_s);
        office.log().clear();
        // A person is asked; until then nothing goes, here or there, however often it is tried.
        for (int i = 0; i < 3; ++i) {
            const SyncReport report = desk.sync();
            QVERIFY(report.missing == 60 || report.stopped);
            QVERIFY(!report.isFresh);
        }
        QCOMPARE(desk.trashed(), 0);
        QCOMPARE(desk.files().count(), 61);
        for (const Practice::LoggedRequest &request : office.log().entries())
            QCOMPARE(request.method, "GET");
    }

    void f04_theServerWasRestored()
    {
        Office office;
        office.addPeople(10);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const QString before = desk.people();
        office.state().removeContacts({office.numbered(Office::numberOf(9)), office.numbered(Office::numberOf(10))});
        QCOMPARE(desk.sync().trashed, 2);
        QCOMPARE(desk.trashed(), 2);
        // They are sent again by taking the sync back.
        const auto sets = history(desk.workspace(), 1);
        QVERIFY(sets && sets->first().kind == ChangeKind::Sync);
        QVERIFY(desk.journal().undo(sets->first().id));
        QCOMPARE(desk.people(), before);
        verifyInStep(office, desk, everything);
        QCOMPARE(desk.people(), before);
        QCOMPARE(office.state().allContacts().size(), 10);
    }

    void f05_answerLostAfterApply_data()
    {
        QTest::addColumn<Fault>("fault");
        for (const Fault fault : {Fault::Lost, Fault::Cut, Fault::ResetApplied, Fault::ErrorApplied,
                                  Fault::GatewayTimeout, Fault::EmptyBody, Fault::WrongJson, Fault::WrongType})
            QTest::newRow(qPrintable(Practice::faultName(fault))) << fault;
    }
    void f05_answerLostAfterApply()
    {
        QFETCH(Fault, fault);
        Office office;
        office.addPeople(2);
        Desk desk(office);
        desk.sync();
        desk.add(u"Ada Verdi"_s, u"+393409999999"_s, u"Roma"_s);
        desk.addList(u"VIP"_s);
        desk.join(desk.named(u"Ada"_s), u"VIP"_s);
        desk.set(desk.person(1), "city", u"Bari"_s);
        desk.remove(desk.person(2));
        for (const QString &call : {u"POST /contacts"_s, u"POST /contacts/list"_s, u"PUT /contacts/*"_s,
                                    u"DELETE /contacts"_s, u"POST /contacts/list/contacts"_s})
            office.gateway().failNext(call, fault);
        for (int i = 0; i < 5; ++i)
            desk.sync();
        verifyInStep(office, desk, everything);
        QCOMPARE(office.gateway().pendingScripts(), 0);
        QCOMPARE(office.people(), u"Ada Verdi +393409999999 Roma <VIP>\nPerson 1 +393401230001 Bari"_s);
        QCOMPARE(office.listNames(), u"VIP"_s);
        QCOMPARE(desk.waiting(), QString());
    }

    void f06_editedWhileItsPredecessorIsUnderWay_data()
    {
        QTest::addColumn<QString>("call");
        QTest::newRow("created") << u"POST /contacts"_s;
        QTest::newRow("changed") << u"PUT /contacts/{id}"_s;
    }
    void f06_editedWhileItsPredecessorIsUnderWay()
    {
        QFETCH(QString, call);
        Office office;
        office.addPeople(1);
        Desk desk(office);
        desk.sync();
        const bool creates = call.startsWith("POST"_L1);
        const ContactId id = creates ? desk.add(u"Ada Verdi"_s, u"+393409999999"_s, u"Roma"_s) : desk.person(1);
        if (!creates)
            desk.set(id, "city", u"Roma"_s);
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (request.call == call && desk.people().contains("Roma"_L1))
                desk.set(id, "city", u"Bari"_s);
        });
        desk.sync();
        office.gateway().beforeRequest({});
        QVERIFY(desk.people().contains("Bari"_L1));
        verifyInStep(office, desk, everything);
        QVERIFY(office.people().contains("Bari"_L1));
        QVERIFY(!office.people().contains("Roma"_L1));
    }

    void f07_twoDesksOneContact()
    {
        Office office;
        office.addPeople(1);
        Desk first(office), second(office);
        first.sync();
        second.sync();
        first.set(first.person(1), "city", u"Roma"_s);
        second.set(second.person(1), "city", u"Bari"_s);
        second.set(second.person(1), "email", u"person@example.com"_s);
        first.sync();
        second.sync();
        first.sync();
        // What was first there stays, the other is a choice, and what nobody disputes arrives.
        QCOMPARE(office.people(), u"Person 1 +393401230001 Roma"_s);
        QCOMPARE(second.waiting(), u"conflicts 1"_s);
        QCOMPARE(first.people(), second.people());
        QCOMPARE(office.state().allContacts().first().email, u"person@example.com"_s);
        // Whose confirmed value is replaced hears of it.
        second.set(second.person(1), "city", u"Bari"_s);
        second.sync();
        first.sync();
        const auto replaced = replacedValues(first.workspace(), 10);
        QVERIFY(replaced && replaced->size() == 1);
        QCOMPARE(replaced->first().mine, u"Roma"_s);
        QCOMPARE(replaced->first().theirs, u"Bari"_s);
    }

    // Loudly what looks like a mistake: back to what it was before ours, or right after ours (sync.md section 2.6).
    void f07_whatIsOverwrittenIsNoted()
    {
        Office office;
        office.addPeople(1);
        Desk desk(office);
        desk.sync();
        const qint64 there = office.numbered(Office::numberOf(1));
        const auto overwrite = [&](const QString &city) {
            office.change(there, [&](Practice::Contact &contact) { contact.city = city; });
            desk.sync();
        };
        const auto pass = [&](const char *table) { // eleven minutes
            desk.workspace().writer().execute((std::string("UPDATE ") + table + " SET at=at-660").c_str());
        };
        const auto newest = [&] { return replacedValues(desk.workspace(), 10)->first(); };
        desk.set(desk.person(1), "city", u"Roma"_s);
        desk.sync();
        pass("change_set");
        pass("sync_log");
        overwrite(u"Bari"_s);
        QCOMPARE(newest().mine, u"Roma"_s);
        QVERIFY(!newest().isLoud);
        QCOMPARE(*loudReplacedCount(desk.workspace()), 0);

        desk.set(desk.person(1), "city", u"Torino"_s);
        desk.sync();
        overwrite(u"Asti"_s);
        QCOMPARE(newest().mine, u"Torino"_s);
        QVERIFY(newest().isLoud);

        for (int i = 0; i < 2; ++i) {
            pass("change_set");
            pass("sync_log");
        }
        desk.set(desk.person(1), "city", u"Lecce"_s);
        pass("change_set"); // it waited for its sync
        desk.sync();
        overwrite(u"Como"_s);
        QCOMPARE(newest().mine, u"Lecce"_s);
        QVERIFY(newest().isLoud);

        desk.set(desk.person(1), "city", u"Pisa"_s);
        desk.sync();
        pass("change_set");
        pass("sync_log");
        overwrite(u"Como"_s);
        QCOMPARE(newest().mine, u"Pisa"_s);
        QVERIFY(newest().isLoud);
        QCOMPARE(*loudReplacedCount(desk.workspace()), 3);
        QVERIFY(dismissReplaced(desk.workspace(), newest().id));
        QCOMPARE(*loudReplacedCount(desk.workspace()), 2);
    }

    void f08_deletionMeetsEdit()
    {
        Office office;
        office.addPeople(2);
        Desk desk(office);
        desk.sync();
        desk.remove(desk.person(1));
        office.change(office.numbered(Office::numberOf(1)),
                      [](Practice::Contact &contact) { contact.city = u"Bari"_s; });
        desk.set(desk.person(2), "city", u"Roma"_s);
        office.state().removeContacts({office.numbered(Office::numberOf(2))});
        desk.sync();
        desk.sync();
        QCOMPARE(office.people(), u"Person 1 +393401230001 Bari"_s);
        QCOMPARE(desk.people(), office.people());
        const auto choices = conflicts(desk.workspace(), 10);
        QVERIFY(choices && choices->size() == 2);
        QCOMPARE(choices->at(0).kind, ConflictKind::DeletedHereEditedThere);
        QCOMPARE(choices->at(1).kind, ConflictKind::EditedHereDeletedThere);
        QCOMPARE(stateValue(*choices->at(1).state, "city"), "Roma");
        // "Create it again" brings all of it back.
        QVERIFY(desk.resolve(choices->at(1).id, Choice::Mine));
        verifySame(office, desk, everything); // the other choice is open
        QVERIFY(office.people().contains(u"Person 2 +393401230002 Roma"_s));
    }

    void f09_unknownFieldsStay()
    {
        Practice::Options options;
        options.replacingPut = true;
        Office office(options);
        office.addPeople(2);
        office.change(office.numbered(Office::numberOf(1)), [](Practice::Contact &contact) {
            contact.extra = QJsonObject{{u"loyalty"_s, u"gold"_s}, {u"score"_s, 17}};
            contact.customFields = QJsonObject{{u"shoe"_s, 43}};
            contact.region = u"Lombardia"_s;
        });
        const auto before = office.state().contact(office.numbered(Office::numberOf(1)));
        Desk desk(office);
        desk.sync();
        desk.set(desk.person(1), "email", u"person@example.com"_s);
        // Added after the desk last looked.
        office.change(office.numbered(Office::numberOf(1)),
                      [](Practice::Contact &contact) { contact.extra.insert(u"since"_s, u"2020"_s); });
        verifyInStep(office, desk, everything);
        auto after = office.state().contact(office.numbered(Office::numberOf(1)));
        QCOMPARE(after->email, u"person@example.com"_s);
        QCOMPARE(after->extra.value(u"since"_s), QJsonValue(u"2020"_s));
        after->extra.remove(u"since"_s);
        after->email.clear();
        QCOMPARE(*after, *before);
    }
};

QTEST_GUILESS_MAIN(TestSyncFailures)
#include "tst_sync_failures.moc"
