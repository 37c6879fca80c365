// SPDX-License-Identifier: Apache-2.0
#include "store/conflicts.h"
#include "store/lists.h"
#include "store/outbox.h"
#include "store/sqlite.h"
#include "tests/sync/office.h"

#include <QFile>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

/// The fifteen ways in which clients like ours have lost data (sync.md section 1), one test each.
class TestSyncFailures : public QObject
{
    Q_OBJECT

private:
    static Practice::Options smallPages()
    {
        Practice::Options options;
        options.pageMaximum = 3;
        return options;
    }
    /// So many people, "Person 1" …, with the numbers +393401230001 …
    static void fill(Office &office, int count)
    {
        for (int i = 1; i <= count; ++i)
            office.add(u"Person %1"_s.arg(i), numberOf(i), u"Milano"_s);
    }
    static QString numberOf(int i) { return u"+39340123%1"_s.arg(i, 4, 10, QLatin1Char('0')); }

    static qint64 number(Desk &desk, std::string_view sql) { return desk.workspace().reader()->integer(sql); }
    static ContactId person(Desk &desk, int i)
    {
        return ContactId(number(desk, "SELECT id FROM contact WHERE phone='" + numberOf(i).toStdString() + "'"));
    }
    static qint64 trashed(Desk &desk) { return number(desk, "SELECT count(*) FROM trash"); }

    /// Nothing fails any more: two syncs at most, and here is what is there.
    static void verifyInStep(Office &office, Desk &desk)
    {
        SyncReport report = desk.sync({true, true});
        if (!report.stopped && !report.isFresh)
            report = desk.sync({true, true});
        if (report.stopped)
            qWarning("stopped: %s", qPrintable(report.stopped->text()));
        QVERIFY(!report.stopped && report.isFresh);
        QCOMPARE(desk.people(), office.people());
        QCOMPARE(desk.listNames(), office.listNames());
        QCOMPARE(office.log().dangers(), QStringList());
    }

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
        Office office(smallPages());
        fill(office, 7);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const QString before = desk.people();
        // Of one page, of all pages, and of everything.
        for (const auto &[calls, times] :
             {std::pair(u"GET /contacts"_s, 1), std::pair(u"GET /contacts"_s, 40), std::pair(u"GET *"_s, 200)}) {
            office.gateway().failNext(calls, fault, times);
            desk.sync();
            QCOMPARE(desk.people(), before);
            QCOMPARE(trashed(desk), 0);
            office.gateway().clearScripts();
        }
        verifyInStep(office, desk);
        QCOMPARE(desk.people(), before);
    }

    void f02_pagesShiftAndAReadingGoesOn()
    {
        // Ended at every page, with somebody deleting and adding meanwhile.
        for (int page = 1; page <= 6; ++page) {
            Office office(smallPages());
            fill(office, 12);
            Desk desk(office);
            QVERIFY(!desk.sync().stopped);
            int pages = 0;
            office.gateway().beforeRequest([&](const Practice::Request &request) {
                if (request.call != u"GET /contacts" || ++pages != page)
                    return;
                office.state().removeContacts({office.numbered(numberOf(2))});
                office.add(u"Ada Verdi"_s, u"+393409999999"_s);
                QMetaObject::invokeMethod(&desk.engine(), [&] { desk.engine().stop(); }, Qt::QueuedConnection);
            });
            desk.sync();
            office.gateway().beforeRequest({});
            desk.restart();
            verifyInStep(office, desk);
            QCOMPARE(trashed(desk), office.numbered(numberOf(2)) ? 0 : 1);
        }
    }

    void f03_theAccountIsAnother()
    {
        Office office;
        fill(office, 60);
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
        QCOMPARE(trashed(desk), 0);
        QCOMPARE(number(desk, "SELECT count(*) FROM contact"), 61);
        for (const Practice::LoggedRequest &request : office.log().entries())
            QCOMPARE(request.method, "GET");
    }

    void f04_theServerWasRestored()
    {
        Office office;
        fill(office, 10);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const QString before = desk.people();
        office.state().removeContacts({office.numbered(numberOf(9)), office.numbered(numberOf(10))});
        QCOMPARE(desk.sync().trashed, 2);
        QCOMPARE(trashed(desk), 2);
        // They are sent again by taking the sync back.
        const auto sets = history(desk.workspace(), 1);
        QVERIFY(sets && sets->first().kind == ChangeKind::Sync);
        QVERIFY(desk.journal().undo(sets->first().id));
        QCOMPARE(desk.people(), before);
        verifyInStep(office, desk);
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
        fill(office, 2);
        Desk desk(office);
        desk.sync();
        desk.add(u"Ada Verdi"_s, u"+393409999999"_s, u"Roma"_s);
        desk.addList(u"VIP"_s);
        desk.join(desk.named(u"Ada"_s), u"VIP"_s);
        desk.set(person(desk, 1), "city", u"Bari"_s);
        desk.remove(person(desk, 2));
        for (const QString &call : {u"POST /contacts"_s, u"POST /contacts/list"_s, u"PUT /contacts/*"_s,
                                    u"DELETE /contacts"_s, u"POST /contacts/list/contacts"_s})
            office.gateway().failNext(call, fault);
        for (int i = 0; i < 5; ++i)
            desk.sync();
        verifyInStep(office, desk);
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
        fill(office, 1);
        Desk desk(office);
        desk.sync();
        const bool creates = call.startsWith("POST"_L1);
        const ContactId id = creates ? desk.add(u"Ada Verdi"_s, u"+393409999999"_s, u"Roma"_s) : person(desk, 1);
        if (!creates)
            desk.set(id, "city", u"Roma"_s);
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (request.call == call && desk.people().contains("Roma"_L1))
                desk.set(id, "city", u"Bari"_s);
        });
        desk.sync();
        office.gateway().beforeRequest({});
        QVERIFY(desk.people().contains("Bari"_L1));
        verifyInStep(office, desk);
        QVERIFY(office.people().contains("Bari"_L1));
        QVERIFY(!office.people().contains("Roma"_L1));
    }

    void f07_twoDesksOneContact()
    {
        Office office;
        fill(office, 1);
        Desk first(office), second(office);
        first.sync();
        second.sync();
        first.set(person(first, 1), "city", u"Roma"_s);
        second.set(person(second, 1), "city", u"Bari"_s);
        second.set(person(second, 1), "email", u"person@example.com"_s);
        first.sync();
        second.sync();
        first.sync();
        // What was first there stays, the other is a choice, and what nobody disputes arrives.
        QCOMPARE(office.people(), u"Person 1 +393401230001 Roma"_s);
        QCOMPARE(second.waiting(), u"conflicts 1"_s);
        QCOMPARE(first.people(), second.people());
        QCOMPARE(office.state().allContacts().first().email, u"person@example.com"_s);
        // Whose confirmed value is replaced hears of it.
        second.set(person(second, 1), "city", u"Bari"_s);
        second.sync();
        first.sync();
        const auto replaced = replacedValues(first.workspace(), 10);
        QVERIFY(replaced && replaced->size() == 1);
        QCOMPARE(replaced->first().mine, u"Roma"_s);
        QCOMPARE(replaced->first().theirs, u"Bari"_s);
    }

    void f08_deletionMeetsEdit()
    {
        Office office;
        fill(office, 2);
        Desk desk(office);
        desk.sync();
        desk.remove(person(desk, 1));
        office.change(office.numbered(numberOf(1)), [](Practice::Contact &contact) { contact.city = u"Bari"_s; });
        desk.set(person(desk, 2), "city", u"Roma"_s);
        office.state().removeContacts({office.numbered(numberOf(2))});
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
        verifyInStep(office, desk);
        QVERIFY(office.people().contains(u"Person 2 +393401230002 Roma"_s));
    }

    void f09_unknownFieldsStay()
    {
        Practice::Options options;
        options.replacingPut = true;
        Office office(options);
        fill(office, 2);
        office.change(office.numbered(numberOf(1)), [](Practice::Contact &contact) {
            contact.extra = QJsonObject{{u"loyalty"_s, u"gold"_s}, {u"score"_s, 17}};
            contact.customFields = QJsonObject{{u"shoe"_s, 43}};
            contact.region = u"Lombardia"_s;
        });
        const auto before = office.state().contact(office.numbered(numberOf(1)));
        Desk desk(office);
        desk.sync();
        desk.set(person(desk, 1), "email", u"person@example.com"_s);
        // Added after the desk last looked.
        office.change(office.numbered(numberOf(1)),
                      [](Practice::Contact &contact) { contact.extra.insert(u"since"_s, u"2020"_s); });
        verifyInStep(office, desk);
        auto after = office.state().contact(office.numbered(numberOf(1)));
        QCOMPARE(after->email, u"person@example.com"_s);
        QCOMPARE(after->extra.value(u"since"_s), QJsonValue(u"2020"_s));
        after->extra.remove(u"since"_s);
        after->email.clear();
        QCOMPARE(*after, *before);
    }

    void f10_poisonRecord()
    {
        Office office;
        fill(office, 1);
        Desk desk(office);
        desk.sync();
        const ContactId poison = desk.add(u"Bad Row"_s, u"+393409999991"_s);
        desk.set(poison, "email", u"no address at all"_s);
        desk.add(u"Ada Verdi"_s, u"+393409999992"_s);
        desk.set(person(desk, 1), "city", u"Bari"_s);
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QCOMPARE(report.blocked, 1);
        QCOMPARE(office.people(), u"Ada Verdi +393409999992\nPerson 1 +393401230001 Bari"_s);
        QCOMPARE(desk.waiting(), u"created 1, blocked 1"_s);
        // It is named with the gateway's words, and is not tried again as it is.
        const auto entries = outbox(desk.workspace(), 10);
        QVERIFY(entries && entries->size() == 1);
        QVERIFY(!entries->first().detail.isEmpty());
        office.log().clear();
        desk.sync();
        QCOMPARE(office.log().count(u"POST /contacts"_s), 0);
        desk.set(poison, "email", u"bad.row@example.com"_s);
        verifyInStep(office, desk);
        QCOMPARE(office.state().allContacts().size(), 3);
    }

    void f11_clocksDecideNothing()
    {
        // Notes of ten years hence, as a clock that was set back leaves them.
        Office office;
        fill(office, 2);
        const qint64 vip = office.state().addList(u"VIP"_s);
        office.state().addMember(vip, office.numbered(numberOf(1)));
        Desk desk(office);
        desk.sync();
        for (const char *table : {"list_reading", "change_set", "sync_log", "pull_run"})
            desk.workspace().writer().execute((std::string("UPDATE ") + table + " SET at=at+315360000").c_str());
        // As many join as leave: the number says nothing, only a reading does.
        office.state().removeMember(vip, office.numbered(numberOf(1)));
        office.state().addMember(vip, office.numbered(numberOf(2)));
        desk.set(person(desk, 1), "city", u"Bari"_s);
        office.change(office.numbered(numberOf(2)), [](Practice::Contact &contact) { contact.city = u"Roma"_s; });
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.people(), office.people());
        QCOMPARE(desk.people(), u"Person 1 +393401230001 Bari\nPerson 2 +393401230002 Roma <VIP>"_s);
    }

    void f12_killedAnywhere()
    {
        // The program is gone at the i-th request, for every i; more in tst_sync_sweeps.
        for (int i = 1;; ++i) {
            Office office(smallPages());
            fill(office, 5);
            Desk desk(office);
            desk.sync();
            desk.add(u"Ada Verdi"_s, u"+393409999999"_s);
            desk.remove(person(desk, 2));
            desk.set(person(desk, 3), "city", u"Bari"_s);
            int count = 0;
            office.gateway().beforeRequest([&](const Practice::Request &) {
                if (++count == i)
                    QMetaObject::invokeMethod(&desk.engine(), [&] { desk.engine().stop(); }, Qt::QueuedConnection);
            });
            desk.sync();
            office.gateway().beforeRequest({});
            desk.restart();
            verifyInStep(office, desk);
            QCOMPARE(office.state().allContacts().size(), 5);
            QVERIFY(office.people().contains(u"Person 3 +393401230003 Bari"_s));
            if (count < i)
                break;
        }
    }

    void f13_aDamagedFileIsLeftAsItIs()
    {
        TestWorkspace files;
        files.close();
        const QString path = files.path(u"test.elenco"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.write(QByteArray(300, 'x')) == 300);
        file.seek(0);
        const QByteArray damaged = file.readAll();
        file.close();
        const auto opened = Workspace::open(path);
        QVERIFY(!opened);
        QVERIFY(opened.error().kind == ErrorKind::Damaged || opened.error().kind == ErrorKind::NotAWorkspace);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), damaged);
    }

    void f14_anotherInstanceOrANewerProgram()
    {
        Office office;
        Desk desk(office);
        const auto second = Workspace::open(desk.workspace().path());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::InUse);

        TestWorkspace files;
        (*files).writer().execute("PRAGMA user_version=999");
        files.close();
        const auto newer = Workspace::open(files.path(u"test.elenco"_s));
        QVERIFY(!newer);
        QCOMPARE(newer.error().kind, ErrorKind::NewerVersion);
    }

    void f15_limits_data()
    {
        QTest::addColumn<Fault>("fault");
        for (const Fault fault : {Fault::Throttle, Fault::Unauthorised, Fault::Forbidden, Fault::Unavailable})
            QTest::newRow(qPrintable(Practice::faultName(fault))) << fault;
    }
    void f15_limits()
    {
        QFETCH(Fault, fault);
        Practice::Options options;
        options.quota = 3;
        Office office(options);
        fill(office, 2);
        Desk desk(office);
        desk.sync();
        desk.add(u"Ada Verdi"_s, u"+393409999991"_s);
        desk.add(u"Eva Neri"_s, u"+393409999992"_s);
        desk.set(person(desk, 1), "city", u"Bari"_s);
        const QString before = desk.people();
        // Turned away: nothing is thrown away, and the edits go on.
        office.gateway().failNext(u"*"_s, fault, 500);
        desk.sync();
        QCOMPARE(desk.people(), before);
        QCOMPARE(desk.waiting(), u"created 2, changed 1"_s);
        office.gateway().clearScripts();
        // Room for one: the other waits, the change is not held up.
        desk.sync();
        QCOMPARE(desk.waiting(), u"created 1, waiting 1"_s);
        QCOMPARE(office.state().contact(office.numbered(numberOf(1)))->city, u"Bari"_s);
        office.state().removeContacts({office.numbered(numberOf(2))});
        desk.sync();
        verifyInStep(office, desk);
        QCOMPARE(office.people(), u"Ada Verdi +393409999991\nEva Neri +393409999992\nPerson 1 +393401230001 Bari"_s);
    }

    void f15_theDiskIsFull()
    {
        Office office;
        Desk desk(office);
        desk.sync();
        desk.add(u"Ada Verdi"_s, u"+393409999991"_s);
        fill(office, 400);
        Connection &writer = desk.workspace().writer();
        writer.execute(("PRAGMA max_page_count=" + std::to_string(writer.integer("PRAGMA page_count") + 4)).c_str());
        const SyncReport report = desk.sync();
        QVERIFY(report.stopped && report.stopped->kind == ErrorKind::DiskFull);
        QVERIFY(desk.people().contains("Ada Verdi"_L1));
        writer.execute("PRAGMA max_page_count=1000000");
        verifyInStep(office, desk);
        QCOMPARE(office.state().allContacts().size(), 401);
        QCOMPARE(trashed(desk), 0);
    }
};

QTEST_GUILESS_MAIN(TestSyncFailures)
#include "tst_sync_failures.moc"
