// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/memoryfolder.h"
#include "tests/sync/seedshrinker.h"
#include "tests/sync/seedworld.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

// In words: what broke, the shortest script that breaks it, and what was there in the end.
QString story(const SeedScript &script, const QString &wrong)
{
    static const QRegularExpression invariant(u"I[0-9]+(?:: [AB] lost what was typed: [A-Za-z0-9:]+)?"_s);
    const QString kind = invariant.match(wrong).captured();
    const SeedScript shortest = shrunk(script, [&](const SeedScript &shorter) {
        return invariant.match(SeedWorld(shorter).run()).captured() == kind;
    });
    SeedWorld world(shortest);
    const QString left = world.run();
    return u"%1\nshrunk to %2 steps: %3\n%4\n%5%6"_s.arg(wrong)
        .arg(shortest.steps.size())
        .arg(left, shortest.text(), world.requestLog(), world.printed());
}

} // namespace

/// Whatever two desks and a dashboard do, and whatever goes wrong meanwhile: in the end everything is in step, and
/// nothing that anybody typed is lost.
///
/// ELENCO_SYNC_FIRST and ELENCO_SYNC_SEEDS choose other seeds than the first 200. One that fails is printed with the
/// shortest script that fails too, the requests of that, and what was there in the end; with ELENCO_SYNC_SURVEY all of
/// them are run, and those that fail only named. Thousands on all cores: cmake --build build/dev --target sync-soak.
class TestSyncSeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsFoundAgain()
    {
        const int first = qEnvironmentVariableIntValue("ELENCO_SYNC_FIRST");
        const int asked = qEnvironmentVariableIntValue("ELENCO_SYNC_SEEDS");
        const int count = asked > 0 ? asked : 200;
        const bool goesOn = qEnvironmentVariableIsSet("ELENCO_SYNC_SURVEY");
        qint64 requests = 0, faults = 0, typed = 0, deaths = 0, conflicts = 0, blocked = 0;
        int failures = 0;
        QElapsedTimer clock;
        clock.start();
        for (int seed = first; seed < first + count; ++seed) {
            const SeedScript script = SeedScript::of(static_cast<quint32>(seed));
            SeedWorld world(script);
            const QString wrong = world.run();
            if (!wrong.isEmpty()) {
                ++failures;
                if (goesOn)
                    qInfo("seed %d: %s", seed, qPrintable(wrong));
                else
                    QFAIL(qPrintable(u"seed %1: "_s.arg(seed) + story(script, wrong)));
            }
            if (goesOn && world.blocked() > 0)
                qInfo("seed %d blocked: %s", seed, qPrintable(world.blockedRows().trimmed()));
            requests += world.requests();
            faults += world.faults();
            typed += world.typed();
            deaths += world.deaths();
            conflicts += world.conflicts();
            blocked += world.blocked();
        }
        qInfo(
            "%d seeds in %.1f s: %lld requests, %lld faults, %lld deaths, %lld values typed, %lld conflicts, %lld rows "
            "blocked in the end",
            count, double(clock.elapsed()) / 1000, requests, faults, deaths, typed, conflicts, blocked);
        QCOMPARE(failures, 0);
        if (count >= 100) // one alone may be a calm day
            QVERIFY(requests > 50 * count && faults > 4 * count && typed > 5 * count);
    }

    void aSeedIsAWorld()
    {
        for (quint32 seed = 0; seed < 8; ++seed) {
            const SeedScript script = SeedScript::of(seed);
            SeedWorld one(script), other(script);
            QCOMPARE(one.run(), other.run());
            QCOMPARE(one.requestLog(), other.requestLog());
            // Line by line, so that a difference is seen.
            const QStringList lines = one.printed().split(u'\n'), otherLines = other.printed().split(u'\n');
            QCOMPARE(lines.size(), otherLines.size());
            for (qsizetype i = 0; i < lines.size(); ++i)
                QCOMPARE(lines.at(i), otherLines.at(i));
        }
    }
};

int main(int argc, char *argv[])
{
    useMemoryFolder();
    QCoreApplication application(argc, argv);
    TestSyncSeeds test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sync_seeds.moc"
