// SPDX-License-Identifier: Apache-2.0
#include "gateway/pacing/pacer.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace Elenco;

namespace {

/// A pacer on a clock that is moved by hand, and who left when.
struct Road {
    explicit Road(Plan plan = Plan::Production, double chance = 0)
        : clock(std::make_shared<ManualClock>()),
          pacer(
              clock, [chance] { return chance; }, plan),
          begin(clock->milliseconds())
    {
    }

    /// A request that ends as soon as it leaves.
    void queue(int count, Priority priority = Priority::Person, bool isWrite = false)
    {
        for (int i = 0; i < count; ++i) {
            const auto turn = std::make_shared<Pacer::Turn>(0);
            *turn = pacer.enqueue(priority, isWrite, [this, turn, priority] {
                left.append({clock->milliseconds() - begin, priority});
                ended.append(turn);
            });
            endAll();
        }
    }
    void advance(qint64 milliseconds)
    {
        const qint64 until = clock->milliseconds() + milliseconds;
        while (clock->milliseconds() < until) {
            clock->advance(std::min<qint64>(10, until - clock->milliseconds()));
            endAll();
        }
    }
    void endAll()
    {
        while (!ended.isEmpty())
            pacer.leave(*ended.takeFirst());
    }
    /// The most that left in any second.
    int burst() const
    {
        int most = 0;
        for (qsizetype i = 0; i < left.size(); ++i) {
            int inSecond = 0;
            for (qsizetype j = i; j < left.size() && left.at(j).at < left.at(i).at + 1000; ++j)
                ++inSecond;
            most = std::max(most, inSecond);
        }
        return most;
    }

    struct Departure {
        qint64 at;
        Priority priority;
    };
    std::shared_ptr<ManualClock> clock;
    Pacer pacer;
    qint64 begin;
    QList<Departure> left;
    QList<std::shared_ptr<Pacer::Turn>> ended;
};

} // namespace

/// When requests leave: rates of the plans, places, priorities, and what a 429 does (gateway.md section 1), on a clock
/// that is moved by hand.
class TestGatewayPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesOfThePlansAreKept_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::addColumn<int>("perMinute");
        QTest::addColumn<int>("perSecond");
        QTest::newRow("production") << Plan::Production << 1000 << 50;
        QTest::newRow("trial") << Plan::Trial << 100 << 10;
    }
    void ratesOfThePlansAreKept()
    {
        QFETCH(Plan, plan);
        QFETCH(int, perMinute);
        QFETCH(int, perSecond);
        Road road(plan);
        road.queue(3 * perMinute);
        road.advance(60'000);
        const qsizetype firstMinute = road.left.size();
        QVERIFY2(firstMinute <= perMinute, qPrintable(QString::number(firstMinute)));
        QVERIFY2(firstMinute >= perMinute * 85 / 100, qPrintable(QString::number(firstMinute)));
        QVERIFY2(road.burst() < perSecond, qPrintable(QString::number(road.burst())));
        QVERIFY(road.burst() >= perSecond / 2);
        road.advance(180'000);
        QCOMPARE(road.left.size(), 3 * perMinute);
    }

    void backgroundTakesHalf()
    {
        Road road;
        road.queue(2000, Priority::Background);
        road.advance(60'000);
        QVERIFY(road.left.size() > 400 && road.left.size() < 520);
        // A person need not wait for what it left over.
        const qsizetype before = road.left.size();
        road.queue(10);
        QCOMPARE(road.left.size(), before + 10);
        QCOMPARE(road.left.last().priority, Priority::Person);
    }

    void personsGoFirst()
    {
        Road road;
        road.queue(200, Priority::Background);
        road.queue(40, Priority::Person);
        road.advance(3'000);
        qsizetype last = 0;
        int persons = 0;
        for (qsizetype i = 0; i < road.left.size(); ++i) {
            if (road.left.at(i).priority == Priority::Person) {
                last = i;
                ++persons;
            }
        }
        QCOMPARE(persons, 40);
        // Behind what had left before they came; not one of the background between them but by its own first tokens.
        QVERIFY2(last < 40 + 25, qPrintable(QString::number(last)));
    }

    void placesAreBounded()
    {
        const auto clock = std::make_shared<ManualClock>();
        Pacer pacer(clock, [] { return 0.0; }, Plan::Production);
        QList<int> reads, writes;
        QList<Pacer::Turn> readTurns, writeTurns;
        for (int i = 0; i < 10; ++i) {
            readTurns.append(pacer.enqueue(Priority::Person, false, [&reads, i] { reads.append(i); }));
            writeTurns.append(pacer.enqueue(Priority::Person, true, [&writes, i] { writes.append(i); }));
        }
        clock->advance(10'000);
        QCOMPARE(reads, (QList<int>{0, 1, 2, 3}));
        QCOMPARE(writes, (QList<int>{0, 1}));
        // One that never left gives up its place in the queue; one that ends lets the next one go, in their order.
        pacer.leave(readTurns.at(4));
        QCOMPARE(reads.size(), Pacer::mostReads);
        pacer.leave(readTurns.at(0));
        pacer.leave(writeTurns.at(1));
        QCOMPARE(reads, (QList<int>{0, 1, 2, 3, 5}));
        QCOMPARE(writes, (QList<int>{0, 1, 2}));
        pacer.leave(readTurns.at(0)); // a second time, nothing happens
        QCOMPARE(reads.size(), 5);
    }

    void throttlingHoldsEverything()
    {
        Road road;
        road.queue(1);
        road.pacer.throttle(road.clock->milliseconds(), 5'000);
        QCOMPARE(road.pacer.pauseLeft(), 5'000);
        road.queue(5);
        road.queue(5, Priority::Background);
        road.queue(5, Priority::Person, true);
        road.advance(4'990);
        QCOMPARE(road.left.size(), 1);
        road.advance(60'000);
        QCOMPARE(road.left.size(), 16);
    }

    void throttlingHalvesOnceForWhatLeftTogether()
    {
        Road road;
        const double full = road.pacer.rate();
        QCOMPARE(full, 900.0);
        const qint64 together = road.clock->milliseconds();
        road.advance(100);
        for (int i = 0; i < 4; ++i)
            road.pacer.throttle(together, 1'000);
        QCOMPARE(road.pacer.rate(), full / 2);
        road.advance(2'000);
        road.pacer.throttle(road.clock->milliseconds() - 100, 1'000);
        QVERIFY(road.pacer.rate() < full * 0.27);
        // Never slower than a sixteenth.
        for (int i = 0; i < 20; ++i) {
            road.advance(10);
            road.pacer.throttle(road.clock->milliseconds(), 1'000);
        }
        QVERIFY(road.pacer.rate() >= full / 16);
        QVERIFY(road.pacer.rate() < full / 15);
    }

    void theRateComesBackByTenths()
    {
        Road road;
        const double full = road.pacer.rate();
        road.pacer.throttle(road.clock->milliseconds(), 0);
        road.advance(60'000);
        road.queue(1);
        QVERIFY(std::abs(road.pacer.rate() - full * 0.6) < full * 0.01);
        road.advance(600'000);
        road.queue(1);
        QCOMPARE(road.pacer.rate(), full);
    }

    void backOffGrowsWithChance_data()
    {
        QTest::addColumn<double>("chance");
        QTest::newRow("least") << 0.0;
        QTest::newRow("half") << 0.5;
        QTest::newRow("most") << 0.999;
    }
    void backOffGrowsWithChance()
    {
        QFETCH(double, chance);
        Road road(Plan::Production, chance);
        qint64 most = 1'000;
        for (int i = 0; i < 12; ++i) {
            most = std::min<qint64>(300'000, most * 2);
            road.pacer.throttle(road.clock->milliseconds(), std::nullopt);
            const qint64 wait = road.pacer.pauseLeft();
            QVERIFY(wait >= 100 && wait <= most);
            QVERIFY(std::abs(double(wait) - std::max(100.0, double(most) * chance)) < 2);
            road.advance(wait + 10);
        }
        // An answer that is none of these begins again.
        road.pacer.succeed();
        road.pacer.throttle(road.clock->milliseconds(), std::nullopt);
        QVERIFY(road.pacer.pauseLeft() <= 2'000);
    }

    void waitsThatAreAskedForGetALittleMore()
    {
        Road road(Plan::Production, 0.5);
        road.pacer.throttle(road.clock->milliseconds(), 10'000);
        QCOMPARE(road.pacer.pauseLeft(), 10'500);
        // A shorter one does not shorten it.
        road.pacer.throttle(road.clock->milliseconds(), 1'000);
        QCOMPARE(road.pacer.pauseLeft(), 10'500);
    }

    void headersAreHeard()
    {
        Road road;
        road.pacer.hear(100, std::nullopt);
        QCOMPARE(road.pacer.rate(), 90.0);
        for (const qint64 senseless : {0, -5, 59, 2'000'000}) {
            road.pacer.hear(senseless, -1);
            QCOMPARE(road.pacer.rate(), 90.0);
        }
        road.pacer.hear(1000, 3); // another desk has used the rest
        road.queue(10);
        QCOMPARE(road.left.size(), 3);
        road.advance(1'000);
        QCOMPARE(road.left.size(), 10);
    }
};

QTEST_GUILESS_MAIN(TestGatewayPacer)
#include "tst_gateway_pacer.moc"
