// SPDX-License-Identifier: Apache-2.0
#include "syncmodel/modelworld.h"

#include <QTest>

using namespace Elenco::Model;

/// The algorithm of sync.md, made of the functions that the engine is made of, in a world where everything goes wrong.
class SyncModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsFoundAgain();
    void aSeedIsAWorld();
    void bugsAreSeen_data();
    void bugsAreSeen();
};

void SyncModelTest::everythingIsFoundAgain()
{
    // More by hand: ELENCO_SYNC_SEEDS=20000 (with QTEST_FUNCTION_TIMEOUT=3600000), and one alone: ELENCO_SYNC_FIRST=123
    // ELENCO_SYNC_SEEDS=1.
    const int first = qEnvironmentVariableIntValue("ELENCO_SYNC_FIRST");
    const int asked = qEnvironmentVariableIntValue("ELENCO_SYNC_SEEDS");
    const int count = asked > 0 ? asked : 200;
    int requests = 0, faults = 0, typed = 0;
    for (int seed = first; seed < first + count; ++seed) {
        World world(static_cast<quint32>(seed));
        const QByteArray wrong = world.run();
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1: %2\n%3")
                                                 .arg(seed)
                                                 .arg(QString::fromUtf8(wrong), QString::fromUtf8(world.printed()))));
        requests += world.requests();
        faults += world.faults();
        typed += world.typed();
    }
    qInfo("%d seeds, %d requests, %d faults, %d values typed", count, requests, faults, typed);
    QVERIFY(requests > 50 * count && faults > 5 * count && typed > 5 * count);
}

void SyncModelTest::aSeedIsAWorld()
{
    for (quint32 seed = 0; seed < 10; ++seed) {
        World one(seed), other(seed);
        QCOMPARE(one.run(), other.run());
        QCOMPARE(one.printed(), other.printed());
        QCOMPARE(one.requests(), other.requests());
    }
}

void SyncModelTest::bugsAreSeen_data()
{
    QTest::addColumn<Bug>("bug");
    QTest::addColumn<int>("within");
    QTest::addColumn<int>("first"); // a rare one needs thousands of seeds: begins to look where it is seen
    QTest::newRow("a pull overwrites edited rows") << Bug::PullOverwrites << 50 << 0;
    QTest::newRow("adopting takes the local values as base") << Bug::AdoptTakesLocalAsBase << 50 << 0;
    QTest::newRow("a cursor without what was seen, absence is deletion") << Bug::CursorWithoutSeen << 50 << 0;
    QTest::newRow("an unknown create has failed") << Bug::UnknownCreateFails << 50 << 0;
    QTest::newRow("PUT without reading") << Bug::PutWithoutReading << 50 << 0;
    QTest::newRow("forwards, absence is deletion") << Bug::ForwardAbsence << 100 << 0;
    QTest::newRow("an answer overwrites edits made meanwhile") << Bug::AnswerOverwrites << 100 << 0;
    QTest::newRow("backwards, absence is deletion") << Bug::BackwardAbsence << 200 << 0;
    QTest::newRow("delete without reading") << Bug::DeleteWithoutReading << 200 << 0;
    QTest::newRow("a list is sent again blindly") << Bug::BlindListRetry << 200 << 0;
    QTest::newRow("unknown members are not sent back") << Bug::DropsUnknownMembers << 200 << 0;
    QTest::newRow("any 404 is believed") << Bug::BelievesAny404 << 400 << 0;
    QTest::newRow("nobody is told that a value was replaced") << Bug::NoNotices << 400 << 0;
    QTest::newRow("whose value it is, only by answers") << Bug::NotesOnlyOnAnswers << 100 << 6600;
}

void SyncModelTest::bugsAreSeen()
{
    QFETCH(Bug, bug);
    QFETCH(int, within);
    QFETCH(int, first);
    int seed = first;
    while (seed < first + within && World(static_cast<quint32>(seed), bug).run().isEmpty())
        ++seed;
    QVERIFY(seed < first + within);
    qInfo("seen in seed %d", seed);
}

QTEST_GUILESS_MAIN(SyncModelTest)
#include "tst_sync_model.moc"
