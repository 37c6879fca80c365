// SPDX-License-Identifier: Apache-2.0
#include "store/conflicts.h"
#include "store/journal.h"
#include "store/lists.h"
#include "store/outbox.h"
#include "store/pullruns.h"
#include "store/schema.h"
#include "store/sqlite.h"
#include "store/synclists.h"
#include "store/syncrows.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What the workspace notes of changes that the gateway has not got yet, and that nothing of it is ever too much.
class TestSyncStore : public QObject
{
    Q_OBJECT

private:
    static QString waiting(Workspace &workspace)
    {
        const UnsentCounts counts = *unsentCounts(workspace);
        return u"%1 new, %2 changed, %3 deleted, %4 lists, %5 members"_s.arg(counts.created)
            .arg(counts.changed)
            .arg(counts.deleted)
            .arg(counts.lists)
            .arg(counts.memberships);
    }

    static ContactId addBound(Workspace &workspace, const char *name, const char *number, const char *remoteId)
    {
        Journal journal(workspace);
        const ContactId id = journal
                                 .create({{"firstName", name},
                                          {"phoneNumber", number},
                                          {"valid", "1"},
                                          {"city", "Milano"},
                                          {customKey(ValueKind::Number, "spent"), "12"}})
                                 ->second;
        bind(workspace, id, remoteId);
        return id;
    }
    static void bind(Workspace &workspace, ContactId id, const char *remoteId)
    {
        ChangeSetId set;
        const auto bound = SyncRows(workspace).update({id}, set, [&](const SyncRow &row) {
            SyncChange change = SyncChange::keeping(row);
            change.remoteId = {QString::fromLatin1(remoteId)};
            change.fingerprint = 77;
            change.extra = R"({"vip":true})";
            return change;
        });
        QVERIFY(bound && *bound == 1);
    }
    static void edit(Workspace &workspace, ContactId id, const std::string &key, const std::string &value)
    {
        QVERIFY(Journal(workspace).edit(ChangeKind::Edit, {}, {id}, [&](ContactState &state) { state[key] = value; }));
    }
    static SyncRow row(Workspace &workspace, ContactId id) { return **SyncRows(workspace).row(id); }

private Q_SLOTS:
    void editMakesAShadowAndItsWayBackTakesItAway()
    {
        TestWorkspace files;
        const ContactId id = addBound(*files, "Ada", "+393401234501", "r1");
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        edit(*files, id, "city", "Roma");
        edit(*files, id, "city", "Torino");
        edit(*files, id, customKey(ValueKind::Number, "spent"), "13");
        QCOMPARE(waiting(*files), u"0 new, 1 changed, 0 deleted, 0 lists, 0 members"_s);
        // As it was before the first edit, however many followed.
        const SyncRow changed = row(*files, id);
        QCOMPARE(changed.shadow->base.at("city"), std::string("Milano"));
        QCOMPARE(changed.shadow->base.at(customKey(ValueKind::Number, "spent")), std::string("12"));
        edit(*files, id, customKey(ValueKind::Number, "spent"), "12");
        edit(*files, id, "city", "Milano");
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(!row(*files, id).shadow);
    }

    void undoOfAnUnsentEditNeedsNoRequest()
    {
        TestWorkspace files;
        const ContactId id = addBound(*files, "Ada", "+393401234501", "r1");
        edit(*files, id, "city", "Roma");
        QVERIFY(Journal(*files).undo(*Journal(*files).lastUndoable()));
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void tagsAloneSendNothing()
    {
        TestWorkspace files;
        const ContactId id = addBound(*files, "Ada", "+393401234501", "r1");
        QVERIFY(Journal(*files).addTags({id}, {u"vip"_s}));
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(row(*files, id).shadow); // but what they were when last in step is known
        edit(*files, id, "city", "Roma");
        QCOMPARE(waiting(*files), u"0 new, 1 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void deletionLeavesATombstoneThatUndoTakesBack()
    {
        TestWorkspace files;
        const ContactId id = addBound(*files, "Ada", "+393401234501", "r1");
        edit(*files, id, "city", "Roma");
        const auto removed = Journal(*files).remove({id});
        QVERIFY(removed);
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 1 deleted, 0 lists, 0 members"_s);
        const SyncRow tombstone = row(*files, id);
        QVERIFY(tombstone.isDeleted);
        QCOMPARE(tombstone.remoteId.value, u"r1"_s);
        QCOMPARE(tombstone.shadow->base.at("city"), std::string("Milano"));
        QCOMPARE(tombstone.extra, std::string(R"({"vip":true})"));
        QVERIFY(Journal(*files).undo(*removed));
        const SyncRow back = row(*files, id);
        QVERIFY(!back.isDeleted);
        QCOMPARE(back.remoteId.value, u"r1"_s);
        QCOMPARE(*back.fingerprint, 77);
        QCOMPARE(back.shadow->base.at("city"), std::string("Milano"));
        QCOMPARE(waiting(*files), u"0 new, 1 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void whatComesBackAfterItsDeletionWasSentIsNew()
    {
        TestWorkspace files;
        const ContactId id = addBound(*files, "Ada", "+393401234501", "r1");
        const auto removed = Journal(*files).remove({id});
        ChangeSetId set;
        QVERIFY(SyncRows(*files).update({id}, set, [](const SyncRow &now) {
            SyncChange change = SyncChange::keeping(now);
            change.fate = SyncChange::Fate::Gone;
            return change;
        }));
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(Journal(*files).undo(*removed));
        QVERIFY(!row(*files, id).remoteId.isValid());
        QCOMPARE(waiting(*files), u"1 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void neverSentIsNeverDeletedOverThere()
    {
        TestWorkspace files;
        const auto made =
            Journal(*files).create({{"firstName", "Ada"}, {"phoneNumber", "+393401234501"}, {"valid", "1"}});
        QCOMPARE(waiting(*files), u"1 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(Journal(*files).remove({made->second}));
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
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
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 1 deleted, 0 lists, 0 members"_s);
        QCOMPARE(row(*files, second->second).sent, std::string("what was sent"));
        QVERIFY(Journal(*files).undo(*Journal(*files).lastUndoable()));
        QCOMPARE(row(*files, second->second).send, SendState::Sent);
    }

    void membershipsAreNotedOnceBothSidesAreKnown()
    {
        TestWorkspace files;
        const ContactId id = addBound(*files, "Ada", "+393401234501", "r1");
        QVERIFY(Journal(*files).addToList({id}, u"VIP"_s));
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 1 lists, 0 members"_s);
        const ListId vip = findList(*files, u"VIP"_s)->id;
        QVERIFY(SyncLists(*files).bind(vip, {u"l1"_s}, {u"VIP"_s, {}, false}));
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 1 members"_s);
        QVERIFY(Journal(*files).removeFromList({id}, u"VIP"_s)); // there and back again
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(Journal(*files).addToList({id}, u"VIP"_s));
        const UnsentMembers members = *SyncLists(*files).unsentMembers(vip, true, {}, 10);
        QCOMPARE(members.remoteIds.size(), size_t{1});
        QCOMPARE(members.remoteIds.front().value, u"r1"_s);
        QVERIFY(SyncLists(*files).settleMembers(vip, true, members.contacts, 1));
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s);
    }

    void membersLeaveOnlyWhenItIsCertain()
    {
        TestWorkspace files;
        const ContactId ada = addBound(*files, "Ada", "+393401234501", "r1");
        const ContactId eva = addBound(*files, "Eva", "+393401234502", "r2");
        QVERIFY(Journal(*files).addToList({ada, eva}, u"VIP"_s));
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
        QVERIFY(Journal(*files).addToList({eva}, u"VIP"_s));
        QVERIFY(SyncLists(*files).takeMembers(vip, {{u"r1"_s}}, true, set));
        QCOMPARE(findList(*files, u"VIP"_s)->count, 2);
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 0 lists, 1 members"_s);
    }

    void listsLeaveTombstonesAndComeBack()
    {
        TestWorkspace files;
        const ContactId id = addBound(*files, "Ada", "+393401234501", "r1");
        QVERIFY(Journal(*files).addToList({id}, u"VIP"_s));
        const ListId vip = findList(*files, u"VIP"_s)->id;
        QVERIFY(SyncLists(*files).bind(vip, {u"l1"_s}, {u"VIP"_s, {}, false}));
        QVERIFY(SyncLists(*files).settleMembers(vip, true, {id}, 1));
        QVERIFY(Journal(*files).changeList(vip, u"Very important"_s, u"people"_s, true));
        QCOMPARE(waiting(*files), u"0 new, 0 changed, 0 deleted, 1 lists, 0 members"_s);
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
        TestWorkspace files;
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
        edit(*files, made->second, "city", "Roma");
        QCOMPARE(SyncRows(*files).unsent(Unsent::Creation, {}, 10)->size(), size_t{1});
    }

    void pagesBindArriveAndAreCountedOnce()
    {
        TestWorkspace files;
        const ContactId known = addBound(*files, "Ada", "+393401234501", "r1");
        const auto waitingOne =
            Journal(*files).create({{"firstName", "Eva"}, {"phoneNumber", "+393401234502"}, {"valid", "1"}});
        const ContactId missing = addBound(*files, "Ida", "+393401234503", "r3");
        PullRuns pulls(*files);
        const PullRun run = *pulls.begin(u"contacts"_s, 10, 0, 3);
        ChangeSetId set;
        QStringList asked;
        const auto outcome = pulls.takePage(
            run, -1,
            {{{u"r1"_s}, "+393401234501", 77}, {{u"r2"_s}, "+393401234502", 5}, {{u"r4"_s}, "+393401234504", 6}}, set,
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
        TestWorkspace files;
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
