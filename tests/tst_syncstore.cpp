// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/database/schema.h"
#include "store/database/sqlite.h"
#include "store/journal/journal.h"
#include "store/sync/conflicts.h"
#include "store/sync/outbox.h"
#include "store/sync/pullruns.h"
#include "store/sync/synclists.h"
#include "store/sync/syncrows.h"
#include "tests/support/namedlists.h"
#include "tests/support/syncedworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What the workspace notes of changes that the gateway has not got yet, and that nothing of it is ever too much.
class TestSyncStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editMakesAShadowAndItsWayBackTakesItAway()
    {
        SyncedWorkspace files;
        const ContactId id = files.addBound("Ada", "+393401234501", "r1");
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        files.edit(id, "city", "Roma");
        files.edit(id, "city", "Torino");
        files.edit(id, customKey(ValueKind::Number, "spent"), "13");
        QCOMPARE(files.waiting(), u"0 new, 1 changed, 0 deleted, 0 lists, 0 members"_s);
        // As it was before the first edit, however many followed.
        const SyncRow changed = files.row(id);
        QCOMPARE(changed.shadow->base.at("city"), std::string("Milano"));
        QCOMPARE(changed.shadow->base.at(customKey(ValueKind::Number, "spent")), std::string("12"));
        files.edit(id, customKey(ValueKind::Number, "spent"), "12");
        files.edit(id, "city", "Milano");
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(!files.row(id).shadow);
    }

    void undoOfAnUnsentEditNeedsNoRequest()
    {
        SyncedWorkspace files;
        const ContactId id = files.addBound("Ada", "+393401234501", "r1");
        files.edit(id, "city", "Roma");
        QVERIFY(Journal(*files).undo(*Journal(*files).lastUndoable()));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void tagsAloneSendNothing()
    {
        SyncedWorkspace files;
        const ContactId id = files.addBound("Ada", "+393401234501", "r1");
        QVERIFY(Journal(*files).addTags({id}, {u"vip"_s}));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(files.row(id).shadow); // but what they were when last in step is known
        files.edit(id, "city", "Roma");
        QCOMPARE(files.waiting(), u"0 new, 1 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void deletionLeavesATombstoneThatUndoTakesBack()
    {
        SyncedWorkspace files;
        const ContactId id = files.addBound("Ada", "+393401234501", "r1");
        files.edit(id, "city", "Roma");
        const auto removed = Journal(*files).remove({id});
        QVERIFY(removed);
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 1 deleted, 0 lists, 0 members"_s);
        const SyncRow tombstone = files.row(id);
        QVERIFY(tombstone.isDeleted);
        QCOMPARE(tombstone.remoteId.value, u"r1"_s);
        QCOMPARE(tombstone.shadow->base.at("city"), std::string("Milano"));
        QCOMPARE(tombstone.extra, std::string(R"({"vip":true})"));
        QVERIFY(Journal(*files).undo(*removed));
        const SyncRow back = files.row(id);
        QVERIFY(!back.isDeleted);
        QCOMPARE(back.remoteId.value, u"r1"_s);
        QCOMPARE(*back.fingerprint, 77);
        QCOMPARE(back.shadow->base.at("city"), std::string("Milano"));
        QCOMPARE(files.waiting(), u"0 new, 1 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void whatComesBackAfterItsDeletionWasSentIsNew()
    {
        SyncedWorkspace files;
        const ContactId id = files.addBound("Ada", "+393401234501", "r1");
        const auto removed = Journal(*files).remove({id});
        ChangeSetId set;
        QVERIFY(SyncRows(*files).update({id}, set, [](const SyncRow &now) {
            SyncChange change = SyncChange::keeping(now);
            change.fate = SyncChange::Fate::Gone;
            return change;
        }));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(Journal(*files).undo(*removed));
        QVERIFY(!files.row(id).remoteId.isValid());
        QCOMPARE(files.waiting(), u"1 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void neverSentIsNeverDeletedOverThere()
    {
        SyncedWorkspace files;
        const auto made =
            Journal(*files).create({{"firstName", "Ada"}, {"phoneNumber", "+393401234501"}, {"valid", "1"}});
        QCOMPARE(files.waiting(), u"1 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(Journal(*files).remove({made->second}));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        // Unless nobody knows whether it was sent.
        const auto second =
            Journal(*files).create({{"firstName", "Eva"}, {"phoneNumber", "+393401234502"}, {"valid", "1"}});
        ChangeSetId set;
        QVERIFY(SyncRows(*files).update({second->second}, set, [](const SyncRow &now) {
            SyncChange change = SyncChange::keeping(now);
            change.send = SendState::Sent;
            change.sent = "what was sent";
            return change;
        }));
        QVERIFY(Journal(*files).remove({second->second}));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 1 deleted, 0 lists, 0 members"_s);
        QCOMPARE(files.row(second->second).sent, std::string("what was sent"));
        QVERIFY(Journal(*files).undo(*Journal(*files).lastUndoable()));
        QCOMPARE(files.row(second->second).send, SendState::Sent);
    }

    void membershipsAreNotedOnceBothSidesAreKnown()
    {
        SyncedWorkspace files;
        const ContactId id = files.addBound("Ada", "+393401234501", "r1");
        QVERIFY(joinListNamed(*files, {id}, u"VIP"_s));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 1 lists, 0 members"_s);
        const ListId vip = findList(*files, u"VIP"_s)->id;
        QVERIFY(SyncLists(*files).bind(vip, {u"l1"_s}, {u"VIP"_s, {}, false}));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 1 members"_s);
        QVERIFY(leaveListNamed(*files, {id}, u"VIP"_s)); // there and back again
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(joinListNamed(*files, {id}, u"VIP"_s));
        const UnsentMembers members = *SyncLists(*files).unsentMembers(vip, true, {}, 10);
        QCOMPARE(members.remoteIds.size(), size_t{1});
        QCOMPARE(members.remoteIds.front().value, u"r1"_s);
        QVERIFY(SyncLists(*files).settleMembers(vip, true, members.contacts, 1));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void membersLeaveOnlyWhenItIsCertain()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        const ContactId eva = files.addBound("Eva", "+393401234502", "r2");
        QVERIFY(joinListNamed(*files, {ada, eva}, u"VIP"_s));
        const ListId vip = findList(*files, u"VIP"_s)->id;
        QVERIFY(SyncLists(*files).bind(vip, {u"l1"_s}, {u"VIP"_s, {}, false}));
        QVERIFY(SyncLists(*files).settleMembers(vip, true, {ada, eva}, 2));
        ChangeSetId set;
        MembersOutcome outcome = *SyncLists(*files).takeMembers(vip, {{u"r1"_s}}, false, set);
        QCOMPARE(outcome.left, 1);
        QCOMPARE(findList(*files, u"VIP"_s)->count, 2);
        outcome = *SyncLists(*files).takeMembers(vip, {{u"r1"_s}}, true, set);
        QCOMPARE(findList(*files, u"VIP"_s)->count, 1);
        // One who waits to be sent does not leave.
        QVERIFY(joinListNamed(*files, {eva}, u"VIP"_s));
        QVERIFY(SyncLists(*files).takeMembers(vip, {{u"r1"_s}}, true, set));
        QCOMPARE(findList(*files, u"VIP"_s)->count, 2);
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 1 members"_s);
    }

    void listsLeaveTombstonesAndComeBack()
    {
        SyncedWorkspace files;
        const ContactId id = files.addBound("Ada", "+393401234501", "r1");
        QVERIFY(joinListNamed(*files, {id}, u"VIP"_s));
        const ListId vip = findList(*files, u"VIP"_s)->id;
        QVERIFY(SyncLists(*files).bind(vip, {u"l1"_s}, {u"VIP"_s, {}, false}));
        QVERIFY(SyncLists(*files).settleMembers(vip, true, {id}, 1));
        QVERIFY(Journal(*files).changeList(vip, u"Very important"_s, u"people"_s, true));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 1 lists, 0 members"_s);
        QVERIFY(Journal(*files).undo(*Journal(*files).lastUndoable()));
        QCOMPARE(findList(*files, u"VIP"_s)->id, vip);

        const QString before = files.contacts();
        const auto deleted = Journal(*files).deleteList(vip);
        QVERIFY(deleted);
        QVERIFY(!findList(*files, u"VIP"_s));
        const std::vector<SyncList> lists = *SyncLists(*files).all();
        QCOMPARE(lists.size(), size_t{1});
        QVERIFY(lists.front().isDeleted);
        QCOMPARE(lists.front().remoteId.value, u"l1"_s);
        QVERIFY(Journal(*files).undo(*deleted));
        QCOMPARE(findList(*files, u"VIP"_s)->id, vip);
        QCOMPARE(findList(*files, u"VIP"_s)->count, 1);
        QCOMPARE(files.contacts(), before);
        QCOMPARE(SyncLists(*files).all()->front().remoteId.value, u"l1"_s);
    }

    void blockedRowIsFreeAgainWhenItChanges()
    {
        SyncedWorkspace files;
        const auto made =
            Journal(*files).create({{"firstName", "Ada"}, {"phoneNumber", "+393401234501"}, {"valid", "1"}});
        ChangeSetId set;
        QVERIFY(SyncRows(*files).update({made->second}, set, [](const SyncRow &now) {
            SyncChange change = SyncChange::keeping(now);
            change.send = SendState::Blocked;
            change.trouble = SendTrouble::Refused;
            change.detail = u"no"_s;
            return change;
        }));
        QVERIFY(SyncRows(*files).unsent(Unsent::Creation, {}, 10)->empty());
        QCOMPARE(outbox(*files, 10)->first().detail, u"no"_s);
        files.edit(made->second, "city", "Roma");
        QCOMPARE(SyncRows(*files).unsent(Unsent::Creation, {}, 10)->size(), size_t{1});
    }

    void pagesBindArriveAndAreCountedOnce()
    {
        SyncedWorkspace files;
        const ContactId known = files.addBound("Ada", "+393401234501", "r1");
        const auto waitingOne =
            Journal(*files).create({{"firstName", "Eva"}, {"phoneNumber", "+393401234502"}, {"valid", "1"}});
        const ContactId missing = files.addBound("Ida", "+393401234503", "r3");
        PullRuns pulls(*files);
        const PullRun run = *pulls.begin(u"contacts"_s, 10, 0, 3);
        ChangeSetId set;
        QStringList asked;
        const auto outcome = pulls.takePage(
            run, -1,
            {{{u"r1"_s}, "+393401234501", 77, {}, {}}, {{u"r2"_s}, "+393401234502", 5, {}, {}}, {{u"r4"_s}, "+393401234504", 6, {}, {}}}, set,
            [&](size_t index, PullRuns::Match match, const SyncRow &row) {
                asked.append(u"%1:%2:%3"_s.arg(index).arg(int(match)).arg(row.id.value));
                SyncChange change = SyncChange::keeping(row);
                change.remoteId = {index == 1 ? u"r2"_s : u"r4"_s};
                change.fingerprint = 9;
                if (match == PullRuns::Match::Arrival)
                    change.state = ContactState{{"firstName", "Uta"}};
                return change;
            });
        QVERIFY(outcome);
        // The one that is as it was is not even asked about.
        QCOMPARE(asked, (QStringList{u"1:1:%1"_s.arg(waitingOne->second.value), u"2:2:0"_s}));
        QCOMPARE(outcome->arrived, 1);
        QCOMPARE(outcome->bound, 1);
        QCOMPARE(*pulls.countAbsent(run), 1);
        QCOMPARE(pulls.absent(run, {}, 10)->front().id, missing);
        files.reopen();
        const auto resumed = PullRuns(*files).current(u"contacts"_s);
        QVERIFY(resumed && *resumed);
        QVERIFY((*resumed)->resumed);
        QCOMPARE((*resumed)->nextPage, -1);
        QVERIFY(known.isValid());
    }

    // A first reading is written without the indexes that cost most; its end, or the next start, brings them back.
    void aLargeReadingDropsIndexesAndBringsThemBack()
    {
        SyncedWorkspace files;
        const auto missing = [&files] {
            qint64 count = 0;
            for (const BulkIndex &index : bulkIndexes())
                count += (*files).reader()->integer(
                             std::string("SELECT count(*) FROM sqlite_master WHERE type='index' AND name='") +
                             index.name + '\'') == 0;
            return count;
        };
        QVERIFY(PullRuns(*files).begin(u"contacts"_s, 1000, 0, 5'000));
        QCOMPARE(missing(), 0);
        const auto run = PullRuns(*files).begin(u"contacts"_s, 1000, 50, 50'000);
        QVERIFY(run);
        QVERIFY(missing() > 0);
        files.reopen(); // it goes on: they come at its end
        QVERIFY(missing() > 0);
        QVERIFY(PullRuns(*files).end(*run));
        int made = 0;
        while (*PullRuns(*files).restoreIndex())
            ++made;
        QVERIFY(made > 0);
        QCOMPARE(missing(), 0);
        // Ended without them: the next start makes them.
        const auto again = PullRuns(*files).begin(u"contacts"_s, 1000, 50, 50'000);
        QVERIFY(again && missing() > 0);
        QVERIFY(PullRuns(*files).end(*again));
        files.reopen();
        QCOMPARE(missing(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSyncStore)
#include "tst_syncstore.moc"
