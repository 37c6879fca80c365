// SPDX-License-Identifier: Apache-2.0
#include "support/syncmerges.h"
#include "sync/records/canonical.h"

#include <QTest>

using namespace Elenco;

/// Three ways, field by field (sync.md section 2.6).
class SyncMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
    void answers_data();
    void answers();
    void aValueThatCameBackIsSaidLoudly();
    void theLostAnswerIsConfirmedByARead();
    void anIgnoredValueIsNotSentForEver();
};

void SyncMergeTest::merges_data()
{
    QTest::addColumn<QByteArray>("base"); // "none": nothing in common
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<QByteArray>("remote");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *what, const char *base, const char *local, const char *remote, const char *result,
                        const char *mine = "") {
        QTest::newRow(what) << QByteArray(base) << QByteArray(local) << QByteArray(remote) << QByteArray(mine)
                            << QByteArray(result);
    };
    row("nothing changed", "city=Roma", "city=Roma", "city=Roma", "city=Roma");
    row("changed here", "city=Roma", "city=Bari", "city=Roma", "city=Bari\nsend city");
    row("changed there", "city=Roma", "city=Roma", "city=Bari", "city=Bari\ntake city");
    row("both the same", "city=Roma", "city=Bari", "city=Bari", "city=Bari\nmine city=Bari<Roma");
    row("both differently", "city=Roma", "city=Bari", "city=Pisa",
        "city=Pisa\ntake city\nboth city: Roma -> Bari | Pisa");
    row("each another field", "city=Roma; firstName=A", "city=Bari; firstName=A", "city=Roma; firstName=B",
        "city=Bari; firstName=B\nsend city\ntake firstName");
    row("added here", "", "city=Roma", "", "city=Roma\nsend city");
    row("added there", "", "", "city=Roma", "city=Roma\ntake city");
    row("cleared here", "city=Roma", "", "city=Roma", "\nsend city");
    row("cleared there", "city=Roma", "city=Roma", "", "\ntake city");
    row("cleared by both", "city=Roma", "", "", "");
    row("cleared here, changed there", "city=Roma", "", "city=Pisa",
        "city=Pisa\ntake city\nboth city: Roma ->  | Pisa");
    row("changed here, cleared there", "city=Roma", "city=Bari", "", "\ntake city\nboth city: Roma -> Bari | ");
    row("another form is no change", "email=a@B.it; gender=f; city=Roma", "email=a@b.it; gender=F; city=Roma ",
        "email=a@b.IT; gender=F; city= Roma", "city=Roma ; email=a@b.it; gender=F");
    row("a custom field", "*spent:n=10.50", "*spent:n=11", "*spent:n=10.5", "*spent:n=11\nsend *spent");
    row("a custom field of two kinds", "*spent:n=10.50", "*spent:n=10.5", "*spent=10.500", "*spent:n=10.5");
    row("a custom field, differently", "*spent:n=10", "*spent:n=11", "*spent=12",
        "*spent=12\ntake *spent\nboth *spent: 10 -> 11 | 12");
    row("tags of both", "tags=a|b|c", "tags=b|c|d", "tags=a|c|e", "tags=c|d|e\ntake tags");
    row("tags removed by both", "tags=a", "tags=", "tags=", "tags=");
    row("a tag that came back", "tags=a|b", "tags=a", "tags=a|b", "tags=a");
    row("tags that are not shown", "", "tags=a", "", "tags=a");
    row("tags that are shown for the first time", "city=Roma", "city=Roma; tags=a", "city=Roma; tags=b",
        "city=Roma; tags=a|b\ntake tags");
    row("unknown members are theirs", "extra={\"a\":1}", "", "extra={\"a\":2}", "extra={\"a\":2}");

    row("ours, replaced", "city=Bari", "city=Bari", "city=Pisa", "city=Pisa\ntake city\nothers city: Bari -> Pisa",
        "city=Bari<Roma");
    row("ours, gone back", "city=Bari", "city=Bari", "city=Roma", "city=Roma\ntake city\nreverted city: Bari -> Roma",
        "city=Bari<Roma");
    row("ours, cleared", "city=Bari", "city=Bari", "", "\ntake city\nothers city: Bari -> ", "city=Bari<Roma");
    row("ours, cleared again", "city=Bari", "city=Bari", "", "\ntake city\nreverted city: Bari -> ", "city=Bari<");
    row("ours no more", "city=Pisa", "city=Pisa", "city=Como", "city=Como\ntake city", "city=Bari<Roma");
    row("ours stays ours", "city=Bari", "city=Bari", "city=Bari", "city=Bari\nmine city=Bari<Roma", "city=Bari<Roma");
    row("ours, edited again, and changed there", "city=Bari", "city=Lodi", "city=Pisa",
        "city=Pisa\ntake city\nboth city: Bari -> Lodi | Pisa", "city=Bari<Roma");

    row("nothing in common: alike", "none", "city=Roma; firstName=A ", "city=Roma; firstName=A",
        "city=Roma; firstName=A ");
    row("nothing in common: each has something", "none", "city=Roma", "firstName=A",
        "city=Roma; firstName=A\nsend city\ntake firstName");
    row("nothing in common: different", "none", "city=Roma", "city=Bari",
        "city=Bari\ntake city\nboth city:  -> Roma | Bari");
    row("nothing in common: tags", "none", "tags=a", "tags=b; extra={\"a\":1}", "tags=a|b; extra={\"a\":1}\ntake tags");
}

void SyncMergeTest::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, local);
    QFETCH(QByteArray, remote);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, result);
    const SyncRecord common = record(base), there = record(remote);
    const MergeResult merged = merge(base == "none" ? nullptr : &common, record(local), there, notes(mine));
    QCOMPARE(printed(merged), result);
    QCOMPARE(merged.shadow, there);
    QCOMPARE(merged.differs(), !differingKeys(merged.record, there).empty());
    // Again, and nothing changes.
    const MergeResult again = merge(&merged.shadow, merged.record, there, merged.mine);
    QCOMPARE(again.record, merged.record);
    QCOMPARE(again.toSend, merged.toSend);
    QVERIFY(again.taken.empty() && again.conflicts.empty() && again.replaced.empty());
}

void SyncMergeTest::answers_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *what, const char *before, const char *sent, const char *local, const char *answer,
                        const char *result) {
        QTest::newRow(what) << QByteArray(before) << QByteArray(sent) << QByteArray(local) << QByteArray(answer)
                            << QByteArray(result);
    };
    row("done", "city=Roma", "city=Bari", "city=Bari", "city=Bari", "city=Bari\nmine city=Bari<Roma");
    row("a new contact", "", "city=Bari; firstName=A", "city=Bari; firstName=A",
        "city=Bari; firstName=A; extra={\"x\":1}",
        "city=Bari; firstName=A; extra={\"x\":1}\nmine city=Bari<; firstName=A<");
    row("edited meanwhile", "city=Roma", "city=Bari", "city=Pisa", "city=Bari", "city=Pisa\nsend city");
    row("edited back meanwhile", "city=Roma", "city=Bari", "city=Roma", "city=Bari", "city=Roma\nsend city");
    row("another field edited meanwhile", "city=Roma", "city=Bari", "city=Bari; firstName=A", "city=Bari",
        "city=Bari; firstName=A\nsend firstName\nmine city=Bari<Roma");
    row("cleared meanwhile", "city=Roma", "city=Bari", "", "city=Bari", "\nsend city");
    row("normalised", "city=Roma", "city=bari", "city=bari", "city=BARI",
        "city=BARI\ntake city\nnormalised city: bari -> BARI\nmine city=BARI<Roma");
    row("normalised to the same", "email=", "email=a@B.it", "email=a@B.it", "email=a@b.it",
        "email=a@B.it\nmine email=a@B.it<");
    row("normalised, and edited meanwhile", "city=Roma", "city=bari", "city=Pisa", "city=BARI", "city=Pisa\nsend city");
    row("not taken", "city=Roma", "city=Bari", "city=Bari", "city=Roma",
        "city=Roma\ntake city\nnot taken city: Roma -> Bari | Roma");
    row("not taken, and edited meanwhile", "city=Roma", "city=Bari", "city=Pisa", "city=Roma", "city=Pisa\nsend city");
    row("not cleared", "city=Roma", "", "", "city=Roma", "city=Roma\ntake city\nnot taken city: Roma ->  | Roma");
    row("cleared", "city=Roma", "", "", "", "");
    row("somebody else, in another field", "city=Roma; region=A", "city=Bari; region=A", "city=Bari; region=A",
        "city=Bari; region=B", "city=Bari; region=B\ntake region\nmine city=Bari<Roma");
    row("somebody else, where we edit meanwhile", "city=Roma; region=A", "city=Bari; region=A", "city=Bari; region=C",
        "city=Bari; region=B", "city=Bari; region=B\ntake region\nboth region: A -> C | B\nmine city=Bari<Roma");
    row("made over there", "", "city=Bari", "city=Bari", "city=Bari; region=Puglia",
        "city=Bari; region=Puglia\ntake region\nmine city=Bari<");
    row("tags that no call writes", "tags=a; city=Roma", "tags=a; city=Bari", "tags=a|b; city=Bari",
        "tags=a; city=Bari", "city=Bari; tags=a|b\nmine city=Bari<Roma");
}

void SyncMergeTest::answers()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, local);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, result);
    const MergeResult merged = mergeAnswer(record(before), record(sent), record(local), record(answer), {});
    QCOMPARE(printed(merged), result);
    const MergeResult again = merge(&merged.shadow, merged.record, record(answer), merged.mine);
    QCOMPARE(again.record, merged.record);
    QVERIFY(again.taken.empty() && again.conflicts.empty() && again.replaced.empty());
}

void SyncMergeTest::aValueThatCameBackIsSaidLoudly()
{
    using How = ReplacedValue::How;
    QVERIFY((ReplacedValue{How::Reverted, "city", {}, {}}.isLoud()));
    QVERIFY((!ReplacedValue{How::ByOthers, "city", {}, {}}.isLoud()));
    QVERIFY((!ReplacedValue{How::Normalised, "city", {}, {}}.isLoud()));
}

void SyncMergeTest::theLostAnswerIsConfirmedByARead()
{
    // The PUT arrived, its answer did not; the next reading shows our value, the one after it somebody else's.
    const SyncRecord base = record("city=Roma");
    const MergeResult read = merge(&base, record("city=Bari"), record("city=Bari"), {});
    QVERIFY(read.toSend.empty());
    const MergeResult later = merge(&read.shadow, read.record, record("city=Roma"), read.mine);
    QCOMPARE(printed(later), QByteArray("city=Roma\ntake city\nreverted city: Bari -> Roma"));
}

void SyncMergeTest::anIgnoredValueIsNotSentForEver()
{
    // Whatever the gateway makes of our value, the row is in step after one answer.
    for (const char *answer : {"city=Bari", "city=BARI", "city=Roma", "city="}) {
        const MergeResult merged =
            mergeAnswer(record("city=Roma"), record("city=Bari"), record("city=Bari"), record(answer), {});
        QVERIFY2(!merged.differs(), answer);
    }
}

QTEST_GUILESS_MAIN(SyncMergeTest)
#include "tst_sync_merge.moc"
