// SPDX-License-Identifier: Apache-2.0
#include "sync/plan/merge.h"
#include "sync/records/deliberate.h"
#include "tests/sync/memoryfolder.h"
#include "tests/sync/seedshrinker.h"
#include "tests/sync/seedworld.h"

#include <QRegularExpression>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Elenco::Bug)

/// Mistakes put into the engine on purpose: the seeds see each of them. Which invariant breaks says that it was the
/// mistake that was seen, and not another.
class TestSyncBugs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bugsAreSeen_data()
    {
        QTest::addColumn<Bug>("bug");
        QTest::addColumn<QString>("invariant");
        QTest::addColumn<int>("within");
        QTest::newRow("a pull overwrites edited rows") << Bug::PullOverwrites << u"I6"_s << 50;
        QTest::newRow("adopting takes the local values as base") << Bug::AdoptTakesLocalAsBase << u"I6"_s << 50;
        QTest::newRow("a cursor without what was seen") << Bug::CursorWithoutSeen << u"I8"_s << 50;
        QTest::newRow("an unknown create has failed") << Bug::UnknownCreateFails << u"I6"_s << 50;
        QTest::newRow("PUT without reading") << Bug::PutWithoutReading << u"I6"_s << 50;
        QTest::newRow("forwards, absence is deletion") << Bug::ForwardAbsence << u"I8"_s << 100;
        QTest::newRow("an answer overwrites edits made meanwhile") << Bug::AnswerOverwrites << u"I6"_s << 100;
        QTest::newRow("backwards, absence is deletion") << Bug::BackwardAbsence << u"I8"_s << 200;
        QTest::newRow("delete without reading") << Bug::DeleteWithoutReading << u"I6"_s << 200;
        QTest::newRow("a list is sent again blindly") << Bug::BlindListRetry << u"I5"_s << 200;
        QTest::newRow("unknown members are not sent back") << Bug::DropsUnknownMembers << u"I[69]"_s << 200;
        QTest::newRow("any 404 is believed") << Bug::BelievesAny404 << u"I8"_s << 400;
        QTest::newRow("nobody is told that a value was replaced") << Bug::NoNotices << u"I6"_s << 400;
        QTest::newRow("an unanswered change is somebody else's") << Bug::ForgetsUnanswered << u"I13"_s << 200;
        QTest::newRow("whose value it is, only by answers") << Bug::NotesOnlyOnAnswers << u"I6"_s << 800;
    }

    void bugsAreSeen()
    {
        QFETCH(Bug, bug);
        QFETCH(QString, invariant);
        QFETCH(int, within);
        const bool surveys = qEnvironmentVariableIsSet("ELENCO_SYNC_SURVEY");
        deliberateBug = bug;
        int seen = -1, failures = 0;
        // The rarest of them shows in one of a thousand courses: the others are not waited for.
        const int first = bug == Bug::NotesOnlyOnAnswers ? 700 : 0;
        for (int seed = first; seed < within && (surveys || seen < 0); ++seed) {
            const QString wrong = SeedWorld(SeedScript::of(static_cast<quint32>(seed))).run();
            if (wrong.isEmpty())
                continue;
            ++failures;
            if (seen < 0 && wrong.contains(QRegularExpression(invariant))) {
                seen = seed;
                qInfo("seed %d: %s", seed, qPrintable(wrong));
            }
        }
        deliberateBug = Bug::None;
        if (surveys)
            qInfo("%d of %d seeds", failures, within);
        QVERIFY2(seen >= 0, "no seed shows it");
    }

    // The rarest of them by hand too: our change arrived, its answer did not; we read it; then another desk, which had
    // read the contact before, writes over it.
    void aValueConfirmedByReadingIsOurs_data()
    {
        QTest::addColumn<Bug>("bug");
        QTest::addColumn<bool>("isNoticed");
        QTest::newRow("as it is") << Bug::None << true;
        QTest::newRow("whose value it is, only by answers") << Bug::NotesOnlyOnAnswers << false;
    }
    void aValueConfirmedByReadingIsOurs()
    {
        QFETCH(Bug, bug);
        deliberateBug = bug;
        const auto city = [](const char *text) {
            SyncRecord record;
            record.set("city", {SyncKind::Text, text});
            return record;
        };
        const SyncRecord before = city("Milano"), ours = city("Bari"), theirs = city("Torino");
        const MergeResult read = merge(&before, ours, ours, {});
        const MergeResult overwritten = merge(&read.shadow, read.record, theirs, read.mine);
        deliberateBug = Bug::None;
        QCOMPARE(overwritten.record, theirs);
        QTEST(!overwritten.replaced.empty(), "isNoticed");
    }

    void aFailingSeedIsShrunk()
    {
        deliberateBug = Bug::DropsUnknownMembers;
        const auto fails = [](const SeedScript &script) { return SeedWorld(script).run().contains("I9"_L1); };
        quint32 seed = 0;
        while (seed < 200 && !fails(SeedScript::of(seed)))
            ++seed;
        const SeedScript script = SeedScript::of(seed);
        const SeedScript shortest = shrunk(script, fails);
        QVERIFY(fails(shortest));
        // Somebody is there, a desk reads him, both change him, and the desk writes: the rest is left out.
        QVERIFY2(shortest.steps.size() <= 25, qPrintable(shortest.text()));
        QVERIFY(shortest.text().contains("dashboard extra"_L1));
        // Without any of its steps it does not fail.
        for (qsizetype i = 0; i < shortest.steps.size(); ++i) {
            SeedScript shorter = shortest;
            shorter.steps.removeAt(i);
            QVERIFY(!fails(shorter));
        }
        deliberateBug = Bug::None;
        QVERIFY(!fails(shortest));
    }
};

int main(int argc, char *argv[])
{
    useMemoryFolder();
    QCoreApplication application(argc, argv);
    TestSyncBugs test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sync_bugs.moc"
