// SPDX-License-Identifier: Apache-2.0
#include "sync/run/syncscheduler.h"
#include "tests/support/manualclock.h"
#include "tests/sync/office.h"

#include <QSignalSpy>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

using State = SyncScheduler::State;

/// A scheduler at a workspace of its own and the gateway of an office; time stands still until pass().
struct Shop {
    Office office;
    TestWorkspace files;
    QThreadPool writer, readers;
    ManualClock clock;
    SyncScheduler scheduler{{*files, writer, readers, clock, numberJudge("IT"), [] { return 0.5; }}};

    Shop() { writer.setMaxThreadCount(1); }
    ~Shop()
    {
        scheduler.setClient(nullptr);
        writer.waitForDone();
        readers.waitForDone();
    }

    void connectClient()
    {
        scheduler.setClient(&office.far().client());
        pass(0);
    }
    void pass(qint64 milliseconds)
    {
        clock.advance(milliseconds);
        settle();
    }
    void stopAfterFirstPage()
    {
        QObject::connect(&scheduler, &SyncScheduler::wrote, &scheduler, &SyncScheduler::stop,
                         static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    }
    void settle()
    {
        QSignalSpy changed(&scheduler, &SyncScheduler::changed);
        while (scheduler.state() == State::Syncing) {
            if (!changed.wait(30'000))
                qFatal("the sync does not end");
        }
    }
    /// As a person edits; heard of when the counts are there.
    ContactId add(const QString &name, const QString &number)
    {
        ContactState state{{"firstName", name.toStdString()}, {"phoneNumber", number.toStdString()}};
        numberJudge("IT")(state);
        const auto made = Journal(*files).create(state);
        note();
        return made->second;
    }
    void note()
    {
        scheduler.noteEdit();
        QSignalSpy changed(&scheduler, &SyncScheduler::changed);
        changed.wait(300);
    }
    /// Requests of a method since the last call.
    qsizetype requests(const QByteArray &method = {})
    {
        qsizetype count = 0;
        for (const Practice::LoggedRequest &request : office.log().entries())
            count += method.isEmpty() || request.method == method;
        office.log().clear();
        return count;
    }
};

constexpr qint64 minute = 60'000;

} // namespace

/// When a sync runs, on a clock that the test moves.
class TestSyncScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAtOnceAndEveryQuarterOfAnHour()
    {
        Shop shop;
        shop.office.add(u"Giulia Rossi"_s, u"+393401234567"_s);
        QCOMPARE(shop.scheduler.state(), State::Off);
        shop.connectClient();
        QVERIFY(shop.scheduler.isInStep());
        QCOMPARE(shop.files.count(), 1);
        shop.requests();
        shop.pass(14 * minute);
        QCOMPARE(shop.requests(), 0);
        shop.office.add(u"Sara Verdi"_s, u"+393331112223"_s);
        shop.pass(2 * minute);
        QVERIFY(shop.requests("GET") > 0);
        QCOMPARE(shop.files.count(), 2);
    }

    // People are there to be worked with before all of them are.
    void firstReadingIsShownPageByPage()
    {
        Shop shop;
        shop.office.addPeople(2500);
        QList<qint64> seen;
        connect(&shop.scheduler, &SyncScheduler::wrote, &shop.scheduler, [&] { seen.append(shop.files.count()); });
        shop.connectClient();
        QCOMPARE(shop.files.count(), 2500);
        QVERIFY(seen.size() >= 2);
        QVERIFY(seen.first() > 0 && seen.first() < 2500);
        QCOMPARE(seen.last(), 2500);
    }

    void sendsSoonAfterEdits()
    {
        Shop shop;
        shop.connectClient();
        shop.requests();
        shop.add(u"Giulia"_s, u"+393401234567"_s);
        shop.pass(1900);
        QCOMPARE(shop.requests("POST"), 0); // a person may still be typing
        shop.pass(200);
        QCOMPARE(shop.requests("POST"), 1);
        QVERIFY(shop.scheduler.isInStep());
    }

    void whoTypesOnDoesNotWaitForEver()
    {
        Shop shop;
        shop.connectClient();
        shop.requests();
        qint64 sent = 0;
        for (int i = 0; i < 9; ++i) { // 13.5 seconds
            shop.add(u"Person %1"_s.arg(i), u"+39340123456%1"_s.arg(i));
            shop.pass(1500);
            sent = shop.requests("POST");
            if (sent > 0)
                break;
        }
        QVERIFY(sent > 0);
    }

    void triesAgainAfterGrowingWaits()
    {
        Shop shop;
        shop.office.gateway().stop();
        shop.connectClient();
        QCOMPARE(shop.scheduler.state(), State::Offline);
        QVERIFY(shop.scheduler.problem());
        QList<qint64> waits;
        qint64 waited = 0;
        while (waits.size() < 4) {
            const qint64 begun = shop.scheduler.attempts();
            shop.pass(500);
            waited += 500;
            if (shop.scheduler.attempts() > begun)
                waits.append(std::exchange(waited, 0));
        }
        QVERIFY(waits[0] <= 6000);
        QVERIFY(waits[1] > waits[0] && waits[2] > waits[1] && waits[3] > waits[2]);
        QVERIFY(shop.office.gateway().resume());
        shop.pass(5 * minute);
        QVERIFY(shop.scheduler.isInStep());
    }

    void returningNetworkIsUsedAtOnce()
    {
        Shop shop;
        shop.connectClient();
        shop.scheduler.setNetwork(false, false);
        QCOMPARE(shop.scheduler.state(), State::Offline);
        shop.office.add(u"Giulia Rossi"_s, u"+393401234567"_s);
        shop.scheduler.setNetwork(true, false);
        shop.pass(1000);
        QVERIFY(shop.scheduler.isInStep());
        QCOMPARE(shop.files.count(), 1);
    }

    void meteredNetworkReadsNothingByItself()
    {
        Shop shop;
        shop.connectClient();
        shop.scheduler.setNetwork(true, true);
        shop.requests();
        shop.office.add(u"Sara Verdi"_s, u"+393331112223"_s);
        shop.pass(16 * minute);
        shop.pass(16 * minute);
        QCOMPARE(shop.files.count(), 0);
        shop.add(u"Giulia"_s, u"+393401234567"_s);
        shop.pass(2000);
        QCOMPARE(shop.requests("POST"), 1); // what a person did is sent
        shop.scheduler.syncNow();           // and what a person asks for is read
        shop.settle();
        QCOMPARE(shop.files.count(), 2);
    }

    void batteryIsSaved()
    {
        Shop shop;
        shop.scheduler.setPowerSaving(true);
        shop.connectClient();
        QVERIFY(shop.scheduler.isInStep());
        shop.requests();
        shop.pass(59 * minute);
        QCOMPARE(shop.requests(), 0);
        shop.pass(minute);
        QVERIFY(shop.requests("GET") > 0);
        shop.add(u"Giulia"_s, u"+39 340 1234567"_s); // what a person does goes as ever
        shop.pass(2'000);
        QCOMPARE(shop.requests("POST"), 1);
        shop.scheduler.setPowerSaving(false);
        shop.scheduler.syncNow();
        shop.settle();
        shop.requests();
        shop.pass(15 * minute);
        QVERIFY(shop.requests("GET") > 0);
    }

    void refusedContactIsSentAgainByItself()
    {
        Shop shop;
        shop.connectClient();
        shop.office.gateway().failNext(u"POST /contacts"_s, Practice::Fault::BodyDropped, 50); // in other words, too
        shop.add(u"Giulia"_s, u"+39 340 1234567"_s);
        shop.pass(2'000);
        QCOMPARE(shop.scheduler.unsent().blocked, 1);
        QVERIFY(shop.requests("POST") >= 1);
        shop.office.gateway().clearScripts();
        shop.pass(24'000);
        QCOMPARE(shop.requests("POST"), 0);
        shop.pass(1'000);
        QCOMPARE(shop.requests("POST"), 1);
        QVERIFY(shop.scheduler.isInStep());
    }

    void neverTwoAtOnce()
    {
        Shop shop;
        shop.office.addPeople(5);
        shop.scheduler.setClient(&shop.office.far().client());
        shop.clock.advance(0);
        QCOMPARE(shop.scheduler.state(), State::Syncing);
        shop.scheduler.syncNow();
        shop.clock.advance(20 * minute);
        shop.settle();
        QCOMPARE(shop.scheduler.attempts(), 1);
        QVERIFY(shop.scheduler.isInStep());
    }

    void stopsWhereAPersonIsNeeded()
    {
        Shop shop;
        shop.connectClient();
        shop.office.gateway().failNext({}, Practice::Fault::Unauthorised, 1000);
        shop.scheduler.syncNow();
        shop.settle();
        QCOMPARE(shop.scheduler.state(), State::Stuck);
        shop.requests();
        shop.pass(60 * minute);
        QCOMPARE(shop.requests(), 0);
        shop.office.gateway().clearScripts();
        shop.scheduler.syncNow();
        shop.settle();
        QVERIFY(shop.scheduler.isInStep());
    }

    // The run ends where it waits; the next one goes on.
    void accountMayGoWhileItRuns()
    {
        Shop shop;
        shop.office.addPeople(5);
        shop.scheduler.setClient(&shop.office.far().client());
        shop.clock.advance(0);
        QCOMPARE(shop.scheduler.state(), State::Syncing);
        shop.scheduler.setClient(nullptr);
        QCOMPARE(shop.scheduler.state(), State::Off);
        shop.connectClient();
        QVERIFY(shop.scheduler.isInStep());
        QCOMPARE(shop.files.count(), 5);
    }

    // What has come stays, what waits is kept, and the next sync is asked for or due.
    void isStoppedByAPerson()
    {
        Shop shop;
        shop.office.addPeople(2500);
        shop.stopAfterFirstPage();
        shop.connectClient();
        QCOMPARE(shop.scheduler.state(), State::Stopped);
        QVERIFY(!shop.scheduler.isStopping());
        QVERIFY(!shop.scheduler.problem());
        QVERIFY(!shop.scheduler.isInStep());
        const qint64 kept = shop.files.count();
        QVERIFY(kept > 0 && kept < 2500);
        // Neither an edit nor the network begins it again: who stops may be about to take something back. (A reading
        // that was on the wire when it was stopped may arrive only now.)
        const qint64 begun = shop.scheduler.attempts();
        shop.requests();
        shop.add(u"Giulia"_s, u"+393490000001"_s);
        QCOMPARE(shop.scheduler.unsent().created, 1);
        shop.scheduler.setNetwork(false, false);
        shop.scheduler.setNetwork(true, false);
        shop.pass(14 * minute);
        QCOMPARE(shop.scheduler.state(), State::Stopped);
        QCOMPARE(shop.scheduler.attempts(), begun);
        QCOMPARE(shop.requests("POST"), 0);
        shop.scheduler.syncNow();
        shop.settle();
        QVERIFY(shop.scheduler.isInStep());
        QCOMPARE(shop.files.count(), 2501);
        QCOMPARE(shop.office.state().allContacts().size(), 2501);
    }

    void goesOnByItselfAfterItWasStopped()
    {
        Shop shop;
        shop.office.addPeople(2500);
        shop.stopAfterFirstPage();
        shop.connectClient();
        QCOMPARE(shop.scheduler.state(), State::Stopped);
        shop.pass(15 * minute);
        QVERIFY(shop.scheduler.isInStep());
        QCOMPARE(shop.files.count(), 2500);
    }

    // A request that has left can't be taken back; what came of it is looked up by the next sync.
    void stoppedWhileAnAnswerIsAwaited()
    {
        Shop shop;
        shop.connectClient();
        shop.office.gateway().failNext(u"POST /contacts"_s, Practice::Fault::Delay);
        shop.office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (request.method == "POST")
                QMetaObject::invokeMethod(&shop.scheduler, &SyncScheduler::stop, Qt::QueuedConnection);
        });
        shop.add(u"Giulia"_s, u"+393490000001"_s);
        shop.pass(2000);
        shop.office.gateway().beforeRequest({});
        QCOMPARE(shop.scheduler.state(), State::Stopped);
        QCOMPARE(shop.scheduler.unsent().created, 1);
        QCOMPARE(shop.office.state().allContacts().size(), 1);
        shop.requests();
        shop.scheduler.syncNow();
        shop.settle();
        QCOMPARE(shop.requests("POST"), 0);
        QVERIFY(shop.scheduler.isInStep());
        QCOMPARE(shop.office.state().allContacts().size(), 1);
    }

    void nothingRunsThatCouldBeStopped()
    {
        Shop shop;
        shop.scheduler.stop();
        QCOMPARE(shop.scheduler.state(), State::Off);
        shop.connectClient();
        shop.scheduler.stop();
        QVERIFY(shop.scheduler.isInStep());
        shop.office.add(u"Sara Verdi"_s, u"+393331112223"_s);
        shop.pass(15 * minute);
        QCOMPARE(shop.files.count(), 1);
    }
};

QTEST_MAIN(TestSyncScheduler)
#include "tst_sync_scheduler.moc"
