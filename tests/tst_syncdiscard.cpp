// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/journal/journal.h"
#include "store/sync/accountrecord.h"
#include "store/sync/outbox.h"
#include "store/sync/synclists.h"
#include "store/sync/syncrows.h"
#include "tests/support/namedlists.h"
#include "tests/support/require.h"
#include "tests/support/syncedworkspace.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

using Kind = OutboxEntry::Kind;

/// Each kind of line of the outbox is taken back: it is as if it had not been done, nothing else is touched, and the
/// taking back can be undone. And what became of an import.
class TestSyncDiscard : public QObject
{
    Q_OBJECT

private:
    static inline const QString nothing = u"0 new, 0 changed, 0 deleted, 0 lists, 0 members"_s;

    // E.164 of Italy is enough of a judge here.
    static void judge(ContactState &state)
    {
        state.erase("valid");
        if (stateValue(state, "phoneNumber").starts_with("+39"))
            state["valid"] = "1";
    }

    /// The one line of this kind.
    static OutboxEntry line(SyncedWorkspace &files, Kind kind)
    {
        OutboxEntry found;
        int count = 0;
        for (const OutboxEntry &entry : require(outbox(*files, 10))) {
            if (entry.kind == kind) {
                found = entry;
                ++count;
            }
        }
        if (count != 1)
            qFatal("%d lines of that kind", count);
        return found;
    }

    /// All that is in the address book, and all that waits.
    static QString picture(SyncedWorkspace &files)
    {
        QString text = files.everything() + files.waiting() + u'\n';
        for (const ContactList &list : require(lists(*files)))
            text += u"%1|%2|%3|%4\n"_s.arg(list.name, list.description).arg(list.isTest).arg(list.count);
        for (ContactId id : files.ids()) {
            const SyncRow row = files.row(id);
            text += u"%1|%2|%3\n"_s.arg(row.remoteId.value).arg(int(row.send)).arg(row.detail);
        }
        return text;
    }

    static ChangeSetId discard(SyncedWorkspace &files, const OutboxEntry &entry)
    {
        const ChangeSetId set = require(discardUnsent(*files, entry, judge));
        if (set.isValid() && require(history(*files, 1)).first().id != set)
            qFatal("it is not in the history");
        return set;
    }

    /// Takes the line back and undoes that: all is as it was. Then for good.
    static void discardUndoAndDiscard(SyncedWorkspace &files, Kind kind)
    {
        const OutboxEntry entry = line(files, kind);
        const QString before = picture(files);
        const ChangeSetId set = discard(files, entry);
        QVERIFY(set.isValid());
        const QString after = picture(files);
        QVERIFY(after != before);
        QVERIFY(Journal(*files).undo(set));
        QCOMPARE(picture(files), before);
        const OutboxEntry again = line(files, kind);
        QVERIFY(discard(files, again).isValid());
        QCOMPARE(picture(files), after);
        // Nothing is left of the line that was read.
        QVERIFY(!discard(files, again).isValid());
        QCOMPARE(picture(files), after);
    }

private Q_SLOTS:
    void newContact()
    {
        SyncedWorkspace files;
        files.addNew("Ada", "+393401234501");
        files.addNew("Eva", "+393401234502");
        QVERIFY(joinListNamed(*files, {files.only(u"Ada"_s)}, u"VIP"_s));
        files.note(files.only(u"Eva"_s), SendState::Blocked, u"no"_s); // has a line of its own, the first
        const QString before = picture(files);
        const QList<OutboxEntry> lines = require(outbox(*files, 10));
        QCOMPARE(lines[0].name, u"Eva"_s);
        QCOMPARE(lines[1].name, u"Ada"_s);
        const ChangeSetId set = discard(files, lines[1]);
        QCOMPARE(files.contacts(), u"Eva +393401234502"_s);
        QCOMPARE(files.waiting(), u"1 new, 0 changed, 0 deleted, 1 lists, 0 members"_s);
        QVERIFY(!discard(files, lines[1]).isValid());
        QVERIFY(Journal(*files).undo(set));
        QCOMPARE(picture(files), before);
        QVERIFY(discard(files, lines[0]).isValid());
        QCOMPARE(files.contacts(), u"Ada +393401234501"_s);
    }

    // Whose creation may have arrived is to be deleted over there, if it has.
    void newContactOfUnknownFate()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addNew("Ada", "+393401234501");
        files.note(ada, SendState::Sent);
        discardUndoAndDiscard(files, Kind::NewContact);
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 1 deleted, 0 lists, 0 members"_s);
        QCOMPARE(files.row(ada).sent, std::string("what was sent"));
    }

    void importWithADraftAndARefusedRow()
    {
        SyncedWorkspace files;
        files.addNew("Zoe", "+393401234509");
        ImportChoices choices;
        choices.lists = {ListChoice(u"Fair"_s)};
        files.import(u"people.csv"_s,
                     "firstName,phoneNumber\nAda,+393401234501\nEva,+393401234502\nIda,+393401234503\n"
                     "Uta,+393401234504\n",
                     choices);
        QVERIFY(Journal(*files).edit(ChangeKind::Edit, {}, {files.only(u"Ida"_s)}, [](ContactState &state) {
            state["phoneNumber"] = "12";
            judge(state);
        }));
        files.note(files.only(u"Uta"_s), SendState::Blocked, u"no such number"_s);
        const OutboxEntry entry = line(files, Kind::NewContacts);
        QCOMPARE(entry.name, u"people.csv"_s);
        QCOMPARE(entry.count, 2);
        discardUndoAndDiscard(files, Kind::NewContacts);
        // The draft is not to be sent, the refused one has a line of its own, and Zoe is of no import.
        QCOMPARE(files.contacts(), u"Ida 12\nUta +393401234504\nZoe +393401234509"_s);
        QCOMPARE(files.row(files.only(u"Uta"_s)).detail, u"no such number"_s);
        QCOMPARE(findList(*files, u"Fair"_s)->count, 2);
        QCOMPARE(files.waiting(), u"2 new, 0 changed, 0 deleted, 1 lists, 0 members"_s);
    }

    void changedContact()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        files.edit(ada, "city", "Roma");
        files.edit(ada, customKey(ValueKind::Number, "spent"), "13");
        QVERIFY(Journal(*files).edit(ChangeKind::Edit, {}, {ada}, [](ContactState &state) {
            state["phoneNumber"] = "12";
            judge(state);
        }));
        const OutboxEntry entry = line(files, Kind::ChangedContact);
        QCOMPARE(entry.fields.before.at("city"), std::string("Milano"));
        QCOMPARE(entry.fields.after.at("city"), std::string("Roma"));
        discardUndoAndDiscard(files, Kind::ChangedContact);
        QCOMPARE(files.contacts(), u"Ada +393401234501 Milano"_s);
        QCOMPARE(stateValue(files.row(ada).state, "valid"), "1");
        QCOMPARE(stateValue(files.row(ada).state, customKey(ValueKind::Number, "spent")), "12");
        QVERIFY(!files.row(ada).shadow);
        QCOMPARE(files.waiting(), nothing);
    }

    // What was edited since the line was read was not decided about.
    void changedContactKeepsWhatCameSince()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        files.edit(ada, "city", "Roma");
        files.edit(ada, "province", "RM");
        const OutboxEntry entry = line(files, Kind::ChangedContact);
        files.edit(ada, "city", "Torino");
        files.edit(ada, "email", "ada@example.com");
        const QString before = picture(files);
        const ChangeSetId set = discard(files, entry);
        const ContactState state = files.row(ada).state;
        QCOMPARE(stateValue(state, "city"), "Torino");
        QCOMPARE(stateValue(state, "email"), "ada@example.com");
        QCOMPARE(stateValue(state, "province"), "");
        QCOMPARE(files.waiting(), u"0 new, 1 changed, 0 deleted, 0 lists, 0 members"_s);
        QVERIFY(Journal(*files).undo(set));
        QCOMPARE(picture(files), before);
    }

    void deletedContact()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        QVERIFY(Journal(*files).addTags({ada}, {u"vip"_s}));
        files.addBoundList(u"Friends"_s, "l1", {ada});
        const QString before = files.everything();
        QVERIFY(Journal(*files).remove({ada}));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 1 deleted, 0 lists, 0 members"_s);
        discardUndoAndDiscard(files, Kind::DeletedContact);
        QCOMPARE(files.everything(), before);
        QCOMPARE(files.row(ada).remoteId.value, u"r1"_s);
        // A tombstone does not keep which memberships were in step: they are said once more, which changes nothing.
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 1 members"_s);
        QCOMPARE(line(files, Kind::Joining).name, u"Friends"_s);
    }

    // What it had changed before it was deleted waits again.
    void deletedContactWithAChange()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        files.edit(ada, "city", "Roma");
        QVERIFY(Journal(*files).remove({ada}));
        discardUndoAndDiscard(files, Kind::DeletedContact);
        QCOMPARE(files.contacts(), u"Ada +393401234501 Roma"_s);
        QCOMPARE(files.waiting(), u"0 new, 1 changed, 0 deleted, 0 lists, 0 members"_s);
        QCOMPARE(files.row(ada).shadow->base.at("city"), std::string("Milano"));
    }

    void newList()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        QVERIFY(joinListNamed(*files, {ada}, u"Fair"_s));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 1 lists, 0 members"_s);
        discardUndoAndDiscard(files, Kind::NewList);
        QVERIFY(lists(*files)->isEmpty());
        QCOMPARE(files.contacts(), u"Ada +393401234501 Milano"_s);
        QCOMPARE(files.waiting(), nothing);
    }

    void changedList()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        const ListId friends = files.addBoundList(u"Friends"_s, "l1", {ada});
        QVERIFY(Journal(*files).changeList(friends, u"Very good friends"_s, u"of ours"_s, true));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 1 lists, 0 members"_s);
        discardUndoAndDiscard(files, Kind::ChangedList);
        const ContactList list = lists(*files)->first();
        QCOMPARE(list.id, friends);
        QCOMPARE(list.name, u"Friends"_s);
        QCOMPARE(list.description, QString());
        QVERIFY(!list.isTest);
        QCOMPARE(list.count, 1);
        QCOMPARE(files.waiting(), nothing);
    }

    void deletedList()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        const ListId friends = files.addBoundList(u"Friends"_s, "l1", {ada});
        const QString whole = files.everything();
        QVERIFY(Journal(*files).deleteList(friends));
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 1 lists, 0 members"_s);
        const QString deleted = picture(files);
        const ChangeSetId set = discard(files, line(files, Kind::DeletedList));
        QVERIFY(set.isValid());
        QCOMPARE(files.everything(), whole);
        QCOMPARE(findList(*files, u"Friends"_s)->id, friends);
        QCOMPARE(findList(*files, u"Friends"_s)->count, 1);
        QCOMPARE(SyncLists(*files).all()->front().remoteId.value, u"l1"_s);
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 1 members"_s); // as with a contact
        QVERIFY(Journal(*files).undo(set));
        QCOMPARE(picture(files), deleted);
        QVERIFY(SyncLists(*files).all()->front().isDeleted);
    }

    void joining()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        const ContactId eva = files.addBound("Eva", "+393401234502", "r2");
        const ContactId ida = files.addBound("Ida", "+393401234503", "r3");
        const ListId friends = files.addBoundList(u"Friends"_s, "l1", {ada, ida});
        QVERIFY(joinListNamed(*files, {eva}, u"Friends"_s));
        QVERIFY(leaveListNamed(*files, {ida}, u"Friends"_s));
        QCOMPARE(line(files, Kind::Joining).count, 1);
        discardUndoAndDiscard(files, Kind::Joining);
        QCOMPARE(findList(*files, u"Friends"_s)->count, 1);
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 1 members"_s); // who leaves still does
        QCOMPARE(SyncLists(*files).unsentMembers(friends, false, {}, 10)->contacts, std::vector{ida});
    }

    void leaving()
    {
        SyncedWorkspace files;
        const ContactId ada = files.addBound("Ada", "+393401234501", "r1");
        const ContactId eva = files.addBound("Eva", "+393401234502", "r2");
        const ListId friends = files.addBoundList(u"Friends"_s, "l1", {ada});
        QVERIFY(leaveListNamed(*files, {ada}, u"Friends"_s));
        QVERIFY(joinListNamed(*files, {eva}, u"Friends"_s));
        discardUndoAndDiscard(files, Kind::Leaving);
        QCOMPARE(findList(*files, u"Friends"_s)->count, 2);
        QCOMPARE(files.waiting(), u"0 new, 0 changed, 0 deleted, 0 lists, 1 members"_s); // who joins still does
        QCOMPARE(SyncLists(*files).unsentMembers(friends, true, {}, 10)->contacts, std::vector{eva});
    }

    void everyImportKnowsWhatBecameOfIt()
    {
        SyncedWorkspace files;
        files.import(u"first.csv"_s, "firstName,phoneNumber\nAda,+393401234501\nEva,+393401234502\nIda,+393401234503\n"
                                     "Uta,+393401234504\nEla,+393401234505\n");
        files.import(u"second.csv"_s, "firstName,phoneNumber\nZoe,+393401234511\n");
        files.addNew("Leo", "+393401234521");         // of no import
        QVERIFY(importDeliveries(*files)->isEmpty()); // without an account nothing is delivered
        QVERIFY(saveAccountRecord(*files, {u"https://gateway.example"_s, u"key"_s, {}, {}, {}, {}, false}));
        const QList<ChangeSet> sets = require(history(*files, 10));
        ImportId first, second;
        for (const ChangeSet &set : sets) {
            if (set.import.isValid())
                (set.subject == u"first.csv"_s ? first : second) = set.import;
        }
        QHash<ImportId, ImportDelivery> deliveries = require(importDeliveries(*files));
        QCOMPARE(deliveries.size(), 2);
        QCOMPARE(deliveries[first], (ImportDelivery{5, 0, 0, 0}));
        QCOMPARE(deliveries[second], (ImportDelivery{1, 0, 0, 0}));
        // One is there, one refused, one has no valid number any more, one is deleted, one waits.
        files.bind(files.only(u"Ada"_s), "r1");
        files.note(files.only(u"Eva"_s), SendState::Blocked, u"no"_s);
        QVERIFY(Journal(*files).edit(ChangeKind::Edit, {}, {files.only(u"Ida"_s)}, [](ContactState &state) {
            state["phoneNumber"] = "12";
            judge(state);
        }));
        QVERIFY(Journal(*files).remove({files.only(u"Uta"_s)}));
        files.bind(files.only(u"Zoe"_s), "r2");
        deliveries = require(importDeliveries(*files));
        QCOMPARE(deliveries[first], (ImportDelivery{4, 1, 1, 1}));
        QCOMPARE(deliveries[second], (ImportDelivery{1, 1, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestSyncDiscard)
#include "tst_syncdiscard.moc"
