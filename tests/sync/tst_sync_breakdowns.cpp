// SPDX-License-Identifier: Apache-2.0
#include "store/database/sqlite.h"
#include "store/recovery/openworkspace.h"
#include "store/sync/outbox.h"
#include "tests/support/clientbench.h"
#include "tests/sync/office.h"

#include <QFile>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

namespace {

const SyncOptions everything{true, true};

} // namespace

/// Ways in which clients like ours have lost data (sync.md section 1), one test each: single rows, this computer and
/// its limits. The others are in tst_sync_failures.
class TestSyncBreakdowns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Two times half a minute without any answer, and it is over; what waits is tried again by whoever started it.
    void aGatewayThatHangsEndsTheRun()
    {
        Capabilities known;
        known.probed = true;
        for (const bool isKnown : {true, false}) {
            ClientBench bench(false, isKnown ? known : Capabilities());
            bench.transport->answerBy([](const HttpRequest &) {
                HttpAnswer answer;
                answer.failure = Error{ErrorKind::TimedOut, {}, {}};
                answer.mayHaveArrived = true;
                return answer;
            });
            TestWorkspace files;
            QThreadPool writer;
            writer.setMaxThreadCount(1);
            SyncEngine engine({*files, writer, bench.client, numberJudge("IT"), [] { return 0.5; }});
            std::optional<SyncReport> report;
            connect(&engine, &SyncEngine::finished, this, [&](const SyncReport &ended) { report = ended; });
            engine.start();
            for (int turns = 0; !report && turns < 1000; ++turns) {
                QTest::qWait(1);
                bench.clock->advanceToNext();
            }
            QVERIFY(report && report->stopped);
            QCOMPARE(report->stopped->kind, ErrorKind::TimedOut);
            QCOMPARE(bench.sent(), 2);
        }
    }

    void f10_poisonRecord()
    {
        Office office;
        office.addPeople(1);
        Desk desk(office);
        desk.sync();
        const ContactId poison = desk.add(u"Bad Row"_s, u"+393409999991"_s);
        desk.set(poison, "email", u"no address at all"_s);
        desk.add(u"Ada Verdi"_s, u"+393409999992"_s);
        desk.set(desk.person(1), "city", u"Bari"_s);
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
        verifyInStep(office, desk, everything);
        QCOMPARE(office.state().allContacts().size(), 3);
    }

    void f11_clocksDecideNothing()
    {
        // Notes of ten years hence, as a clock that was set back leaves them.
        Office office;
        office.addPeople(2);
        const qint64 vip = office.state().addList(u"VIP"_s);
        office.state().addMember(vip, office.numbered(Office::numberOf(1)));
        Desk desk(office);
        desk.sync();
        for (const char *table : {"list_reading", "change_set", "sync_log", "pull_run"})
            desk.workspace().writer().execute((std::string("UPDATE ") + table + " SET at=at+315360000").c_str());
        // As many join as leave: the number says nothing, only a reading does.
        office.state().removeMember(vip, office.numbered(Office::numberOf(1)));
        office.state().addMember(vip, office.numbered(Office::numberOf(2)));
        desk.set(desk.person(1), "city", u"Bari"_s);
        office.change(office.numbered(Office::numberOf(2)),
                      [](Practice::Contact &contact) { contact.city = u"Roma"_s; });
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.people(), office.people());
        QCOMPARE(desk.people(), u"Person 1 +393401230001 Bari\nPerson 2 +393401230002 Roma <VIP>"_s);
    }

    void f12_killedAnywhere()
    {
        // The program is gone at the i-th request, for every i; more in tst_sync_sweeps.
        for (int i = 1;; ++i) {
            Office office(Office::threeRowsAPage());
            office.addPeople(5);
            Desk desk(office);
            desk.sync();
            desk.add(u"Ada Verdi"_s, u"+393409999999"_s);
            desk.remove(desk.person(2));
            desk.set(desk.person(3), "city", u"Bari"_s);
            const int count = desk.syncEndedAt(i);
            desk.restart();
            verifyInStep(office, desk, everything);
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
        const auto opened = openWorkspace(path);
        QVERIFY(!opened);
        QVERIFY(opened.error().kind == ErrorKind::Damaged || opened.error().kind == ErrorKind::NotAWorkspace);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), damaged);
    }

    void f14_anotherInstanceOrANewerProgram()
    {
        Office office;
        Desk desk(office);
        const auto second = openWorkspace(desk.workspace().path());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::InUse);

        TestWorkspace files;
        (*files).writer().execute("PRAGMA user_version=999");
        files.close();
        const auto newer = openWorkspace(files.path(u"test.elenco"_s));
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
        office.addPeople(2);
        Desk desk(office);
        desk.sync();
        desk.add(u"Ada Verdi"_s, u"+393409999991"_s);
        desk.add(u"Eva Neri"_s, u"+393409999992"_s);
        desk.set(desk.person(1), "city", u"Bari"_s);
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
        QCOMPARE(office.state().contact(office.numbered(Office::numberOf(1)))->city, u"Bari"_s);
        office.state().removeContacts({office.numbered(Office::numberOf(2))});
        desk.sync();
        verifyInStep(office, desk, everything);
        QCOMPARE(office.people(), u"Ada Verdi +393409999991\nEva Neri +393409999992\nPerson 1 +393401230001 Bari"_s);
    }

    void f15_theDiskIsFull()
    {
        Office office;
        Desk desk(office);
        desk.sync();
        desk.add(u"Ada Verdi"_s, u"+393409999991"_s);
        office.addPeople(400);
        desk.onWriter([](Connection &writer) {
            writer.execute("PRAGMA max_page_count=" + std::to_string(writer.integer("PRAGMA page_count") + 4));
        });
        const SyncReport report = desk.sync();
        QVERIFY(report.stopped && report.stopped->kind == ErrorKind::DiskFull);
        QVERIFY(desk.people().contains("Ada Verdi"_L1));
        desk.onWriter([](Connection &writer) { writer.execute("PRAGMA max_page_count=1000000"); });
        verifyInStep(office, desk, everything);
        QCOMPARE(office.state().allContacts().size(), 401);
        QCOMPARE(desk.trashed(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSyncBreakdowns)
#include "tst_sync_breakdowns.moc"
