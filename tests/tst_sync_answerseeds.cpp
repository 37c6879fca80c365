// SPDX-License-Identifier: Apache-2.0
#include "support/synctriples.h"

#include <QTest>

#include <functional>

using namespace Elenco;

namespace {

/// What settles an answer, so that a wrong one can be put in its place.
using Answering =
    std::function<MergeResult(const SyncRecord &, const SyncRecord &, const SyncRecord &, const SyncRecord &)>;

MergeResult answered(const SyncRecord &before, const SyncRecord &sent, const SyncRecord &local,
                     const SyncRecord &answer)
{
    return mergeAnswer(before, sent, local, answer, {});
}

/// What is wrong with an answer to a write: taken, ignored, normalised, mixed with somebody else's, the row edited
/// meanwhile.
QByteArray wrongInAnswer(quint32 seed, const Answering &answering)
{
    const Triple first(seed), second(seed + 1'000'000);
    QRandomGenerator random(seed);
    const SyncRecord before = first.base.value_or(SyncRecord());
    SyncRecord sent = before, local, answer;
    for (const std::string &key : keys()) {
        if (random.bounded(2) == 0)
            sent.set(key, first.local.value(key));
        local.set(key, random.bounded(3) > 0 ? sent.value(key) : second.local.value(key));
        const int what = random.bounded(20);
        const SyncRecord &from = what < 12 ? sent : what < 16 ? before : what < 18 ? first.remote : second.remote;
        answer.set(key, from.value(key));
    }
    const MergeResult result = answering(before, sent, local, answer);
    for (const std::string &key : keys()) {
        const SyncValue &was = before.value(key), &said = sent.value(key), &here = local.value(key);
        const SyncValue &there = answer.value(key), &now = result.record.value(key);
        const FieldConflict *conflict = conflictOf(result, key);
        const bool isOurs = !same(key, said, was), isEdited = !same(key, here, said);
        const bool isKept =
            same(key, now, here) || (conflict && same(key, conflict->local, here)) || isReplaced(result, key, here);
        if ((isOurs || isEdited) && !isNothing(key, here) && !isKept)
            return QByteArray::fromStdString(key) + ": what was typed here is lost";
        if (!isOurs && !same(key, there, was) && !same(key, now, there))
            return QByteArray::fromStdString(key) + ": what somebody else wrote is lost";
        if (!isEdited && !same(key, now, there))
            return QByteArray::fromStdString(key) + ": differs for ever";
        if (isOurs && isEdited && !same(key, now, here))
            return QByteArray::fromStdString(key) + ": an edit made meanwhile is taken back";
    }
    const MergeResult again = merge(&result.shadow, result.record, answer, result.mine);
    if (again.record != result.record || !again.taken.empty() || !again.conflicts.empty() || !again.replaced.empty())
        return "merging again changes something";
    return {};
}

MergeResult answerOverwrites(const SyncRecord &before, const SyncRecord &sent, const SyncRecord &,
                             const SyncRecord &answer)
{
    return mergeAnswer(before, sent, answer, answer, {});
}

MergeResult marksClean(const SyncRecord &before, const SyncRecord &sent, const SyncRecord &local,
                       const SyncRecord &answer)
{
    MergeResult result = mergeAnswer(before, sent, local, answer, {});
    result.shadow = local;
    return result;
}

MergeResult keepsItsForm(const SyncRecord &before, const SyncRecord &, const SyncRecord &local,
                         const SyncRecord &answer)
{
    return merge(&before, local, answer, {});
}

MergeResult takesLocalAsSent(const SyncRecord &before, const SyncRecord &, const SyncRecord &local,
                             const SyncRecord &answer)
{
    return mergeAnswer(before, local, local, answer, {});
}

} // namespace

/// What holds for every answer to a write, over records by chance.
class SyncAnswerSeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAnswerLosesAnything()
    {
        for (quint32 seed = 0; seed < 20000; ++seed) {
            const QByteArray wrong = wrongInAnswer(seed, answered);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromUtf8(wrong))));
        }
    }

    void bugsInAnswersAreSeen_data()
    {
        QTest::addColumn<Answering>("answering");
        QTest::newRow("an answer overwrites edits made meanwhile") << Answering(answerOverwrites);
        QTest::newRow("an edit made meanwhile is marked as sent") << Answering(marksClean);
        QTest::newRow("a normalised value is somebody else's") << Answering(keepsItsForm);
        QTest::newRow("what is here now was sent") << Answering(takesLocalAsSent);
    }
    void bugsInAnswersAreSeen()
    {
        QFETCH(Answering, answering);
        quint32 seed = 0;
        while (seed < 200 && wrongInAnswer(seed, answering).isEmpty())
            ++seed;
        QVERIFY(seed < 200);
    }
};

QTEST_GUILESS_MAIN(SyncAnswerSeedsTest)
#include "tst_sync_answerseeds.moc"
