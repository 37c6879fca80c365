// SPDX-License-Identifier: Apache-2.0
#include "support/synctriples.h"
#include "sync/records/canonical.h"

#include <QTest>

#include <functional>

using namespace Elenco;

namespace {

/// What a merge is made of, so that a wrong one can be put in its place.
using Merging =
    std::function<MergeResult(const SyncRecord *, const SyncRecord &, const SyncRecord &, const Authorship &)>;

/// What is wrong with one field; empty when nothing is.
QByteArray wrongIn(const std::string &key, const Triple &triple, const MergeResult &result, const MergeResult &turned)
{
    const SyncValue nothing;
    const SyncValue &base = triple.base ? triple.base->value(key) : nothing;
    const SyncValue &local = triple.local.value(key), &remote = triple.remote.value(key),
                    &now = result.record.value(key);
    const FieldConflict *conflict = conflictOf(result, key);
    const bool changedHere = !same(key, local, base), changedThere = !same(key, remote, base);

    // Nothing that was typed is lost, neither here nor there.
    const bool localIsKept =
        same(key, now, local) || (conflict && same(key, conflict->local, local)) || isReplaced(result, key, local);
    if (changedHere && !isNothing(key, local) && !localIsKept)
        return "what was typed here is lost";
    if (changedThere && !isNothing(key, remote) && !same(key, now, remote) && !same(key, local, remote))
        return "what was written there is lost";
    const auto note = triple.mine.find(key);
    const bool wasOurs =
        triple.base && note != triple.mine.end() && same(key, note->second.value, base) && !changedHere;
    if (wasOurs && changedThere && !isReplaced(result, key, local))
        return "nobody is told that ours was replaced";
    if (wasOurs && !changedThere && !result.mine.contains(key))
        return "forgotten that it is ours";

    // Nothing is made up, nothing is done that need not be.
    if (!same(key, now, local) && !same(key, now, remote))
        return "a value that nobody wrote";
    if (conflict && (!changedHere || !changedThere || same(key, local, remote)))
        return "a conflict about nothing";
    if (triple.base && !changedHere && !same(key, now, remote))
        return "not brought up to date";
    if (triple.base && changedHere && !changedThere && !same(key, now, local))
        return "an edit is taken back";
    if (names(result.toSend, key) == same(key, now, remote))
        return "sent without a difference, or not sent";
    if (names(result.taken, key) && same(key, now, local))
        return "taken, and the same as before";
    if (conflict && !same(key, now, remote))
        return "a conflict that keeps the row out of step";

    // From the other desk it looks the same.
    const FieldConflict *other = conflictOf(turned, key);
    if ((conflict == nullptr) != (other == nullptr))
        return "a conflict for one desk only";
    if (conflict && (!same(key, conflict->local, other->remote) || !same(key, conflict->remote, other->local)))
        return "two desks see two conflicts";
    if (!conflict && !same(key, now, turned.record.value(key)))
        return "two desks, two results";
    return {};
}

QByteArray wrongIn(const Triple &triple, const Merging &merging)
{
    const MergeResult result = merging(triple.basePointer(), triple.local, triple.remote, triple.mine);
    const MergeResult turned = merging(triple.basePointer(), triple.remote, triple.local, {});
    for (const std::string &key : keys()) {
        if (const QByteArray wrong = wrongIn(key, triple, result, turned); !wrong.isEmpty())
            return QByteArray::fromStdString(key) + ": " + wrong;
    }
    if (!sameExtra(result.record.extra, triple.remote.extra) || !sameExtra(result.shadow.extra, triple.remote.extra))
        return "unknown members are not the gateway's";
    if (triple.remote.tags && result.record.tags != turned.record.tags)
        return "two desks, two sets of tags";
    if (!triple.remote.tags && result.record.tags != triple.local.tags)
        return "tags changed by an answer without any";
    for (const std::string &tag : *triple.local.tags) {
        const bool typedHere = !triple.base || !triple.base->tags || !triple.base->tags->contains(tag);
        if (typedHere && !result.record.tags->contains(tag))
            return "a tag is lost";
    }
    const MergeResult again = merging(&result.shadow, result.record, triple.remote, result.mine);
    if (again.record != result.record || again.toSend != result.toSend || !again.taken.empty() ||
        !again.conflicts.empty() || !again.replaced.empty() || again.mine != result.mine)
        return "merging again changes something";
    return {};
}

// The deliberate bugs of the executable model that a merge can have (sync.md section 3), and some more.

MergeResult overwritesEditedRows(const SyncRecord *, const SyncRecord &, const SyncRecord &remote, const Authorship &)
{
    return merge(&remote, remote, remote, {});
}

MergeResult takesLocalAsBaseWhereNoneIs(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote,
                                        const Authorship &mine)
{
    return merge(base ? base : &local, local, remote, mine);
}

MergeResult writesNoNotes(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote,
                          const Authorship &mine)
{
    MergeResult result = merge(base, local, remote, mine);
    result.replaced.clear();
    return result;
}

MergeResult forgetsNotes(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote,
                         const Authorship &mine)
{
    MergeResult result = merge(base, local, remote, mine);
    result.mine.clear();
    return result;
}

MergeResult dropsUnknownMembers(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote,
                                const Authorship &mine)
{
    MergeResult result = merge(base, local, remote, mine);
    result.record.extra.clear();
    return result;
}

MergeResult lastWriterWins(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote,
                           const Authorship &mine)
{
    MergeResult result = merge(base, local, remote, mine);
    for (const FieldConflict &conflict : result.conflicts)
        result.record.set(conflict.key, conflict.local);
    result.conflicts.clear();
    return result;
}

MergeResult keepsTheOldShadow(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote,
                              const Authorship &mine)
{
    MergeResult result = merge(base, local, remote, mine);
    if (base)
        result.shadow = *base;
    return result;
}

MergeResult comparesTexts(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote,
                          const Authorship &mine)
{
    MergeResult result = merge(base, local, remote, mine);
    result.toSend.clear();
    for (const std::string_view key : keysOf(result.record, remote)) {
        if (result.record.value(key) != remote.value(key))
            result.toSend.emplace_back(key);
    }
    return result;
}

MergeResult takesTheGatewaysTags(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote,
                                 const Authorship &mine)
{
    MergeResult result = merge(base, local, remote, mine);
    if (remote.tags)
        result.record.tags = remote.tags;
    return result;
}

} // namespace

/// What holds for every merge, over records by chance.
class SyncMergeSeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost()
    {
        for (quint32 seed = 0; seed < 20000; ++seed) {
            const Triple triple(seed);
            const QByteArray wrong = wrongIn(triple, merge);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2\n%3")
                                    .arg(seed)
                                    .arg(QString::fromUtf8(wrong), QString::fromUtf8(triple.words()))));
        }
    }

    void bugsAreSeen_data()
    {
        QTest::addColumn<Merging>("merging");
        QTest::newRow("overwrites edited rows") << Merging(overwritesEditedRows);
        QTest::newRow("takes the local values as base") << Merging(takesLocalAsBaseWhereNoneIs);
        QTest::newRow("writes no notes") << Merging(writesNoNotes);
        QTest::newRow("forgets notes") << Merging(forgetsNotes);
        QTest::newRow("drops unknown members") << Merging(dropsUnknownMembers);
        QTest::newRow("last writer wins") << Merging(lastWriterWins);
        QTest::newRow("keeps the old shadow") << Merging(keepsTheOldShadow);
        QTest::newRow("compares texts") << Merging(comparesTexts);
        QTest::newRow("takes the gateway's tags") << Merging(takesTheGatewaysTags);
    }
    void bugsAreSeen()
    {
        QFETCH(Merging, merging);
        quint32 seed = 0;
        while (seed < 200 && wrongIn(Triple(seed), merging).isEmpty())
            ++seed;
        QVERIFY(seed < 200);
    }
};

QTEST_GUILESS_MAIN(SyncMergeSeedsTest)
#include "tst_sync_mergeseeds.moc"
