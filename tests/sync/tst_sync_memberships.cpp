// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/sync/conflicts.h"
#include "store/sync/outbox.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// Lists and who is in them, both ways.
class TestSyncMemberships : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAndMembersGoBothWays_data() { addPlainDialects(); }
    void listsAndMembersGoBothWays()
    {
        Office office(fetchedOptions());
        const qint64 giulia = office.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        const qint64 marco = office.add(u"Marco Bianchi"_s, u"+393401234502"_s);
        const qint64 vip = office.state().addList(u"VIP"_s);
        office.state().addMember(vip, giulia);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.people(), u"Giulia Rossi +393401234501 <VIP>\nMarco Bianchi +393401234502"_s);
        desk.addList(u"Newsletter"_s);
        desk.join(desk.named(u"Marco"_s), u"Newsletter"_s);
        desk.join(desk.add(u"Ada Verdi"_s, u"+393401234503"_s), u"VIP"_s);
        desk.leave(desk.named(u"Giulia"_s), u"VIP"_s);
        office.state().addMember(vip, marco);
        const SyncReport report = desk.sync();
        QVERIFY2(!report.stopped, report.stopped ? qPrintable(report.stopped->text()) : "");
        QCOMPARE(desk.people(), u"Ada Verdi +393401234503 <VIP>\nGiulia Rossi +393401234501\n"
                                u"Marco Bianchi +393401234502 <Newsletter, VIP>"_s);
        verifyInStep(office, desk);
        office.state().removeMember(vip, marco);
        QVERIFY(
            desk.journal().changeList(findList(desk.workspace(), u"Newsletter"_s)->id, u"News"_s, u"Weekly"_s, false));
        verifyInStep(office, desk);
        QCOMPARE(office.listNames(), u"News\nVIP"_s);
        QVERIFY(desk.journal().deleteList(findList(desk.workspace(), u"News"_s)->id));
        office.state().removeList(vip);
        verifyInStep(office, desk);
        QCOMPARE(office.listNames(), QString());
    }

    void aListIsChangedOnBothSides_data() { addPlainDialects(); }
    void aListIsChangedOnBothSides()
    {
        Office office(fetchedOptions());
        const qint64 vip = office.state().addList(u"VIP"_s);
        Desk desk(office);
        desk.sync();
        const ListId id = findList(desk.workspace(), u"VIP"_s)->id;
        QVERIFY(desk.journal().changeList(id, u"Friends"_s, {}, false));
        auto there = office.state().list(vip);
        there->description = u"Weekly"_s;
        office.state().changeList(*there);
        // What did not get through is not taken for in step.
        office.gateway().failNext(u"PUT /contacts/list/*"_s, Practice::Fault::Error);
        desk.sync();
        QCOMPARE(desk.listNames(), u"Friends"_s);
        QCOMPARE(desk.waiting(), u"lists 1"_s);
        verifyInStep(office, desk);
        QCOMPARE(office.listNames(), u"Friends"_s);
        QCOMPARE(lists(desk.workspace())->first().description, u"Weekly"_s);
        // Renamed here while the answer about another change is under way.
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (request.call == u"PUT /contacts/list/{id}"_s && desk.listNames() == u"Partners"_s)
                QVERIFY(desk.journal().changeList(id, u"Fellows"_s, u"Weekly"_s, false));
        });
        QVERIFY(desk.journal().changeList(id, u"Partners"_s, u"Weekly"_s, false));
        desk.sync();
        office.gateway().beforeRequest({});
        QCOMPARE(desk.listNames(), u"Fellows"_s);
        verifyInStep(office, desk);
        QCOMPARE(office.listNames(), u"Fellows"_s);
        // Renamed here, deleted there: a choice.
        QVERIFY(desk.journal().changeList(id, u"Guests"_s, u"Weekly"_s, false));
        office.state().removeList(vip);
        desk.sync();
        QCOMPARE(desk.listNames(), u"Guests"_s);
        QCOMPARE(conflicts(desk.workspace(), 10)->first().kind, ConflictKind::ListDeletedThere);
        QVERIFY(desk.resolve(conflicts(desk.workspace(), 10)->first().id, Choice::Mine));
        verifyInStep(office, desk);
        QCOMPARE(office.listNames(), u"Guests"_s);
    }

    void aListIsRenamedBeforeItsCreationIsAnswered_data() { addPlainDialects(); }
    void aListIsRenamedBeforeItsCreationIsAnswered()
    {
        Office office(fetchedOptions());
        Desk desk(office);
        desk.sync();
        const ListId id = desk.addList(u"VIP"_s);
        office.gateway().failNext(u"POST /contacts/list"_s, Practice::Fault::Lost);
        desk.sync();
        QVERIFY(desk.journal().changeList(id, u"Friends"_s, {}, false));
        verifyInStep(office, desk);
        QCOMPARE(office.listNames(), u"Friends"_s);
        QCOMPARE(office.state().allLists(true).size(), 1);
    }

    void aDeletionTakenBackKeepsWhoHadLeft_data()
    {
        QTest::addColumn<QString>("what");
        for (const QString &what : {u"contact"_s, u"list"_s, u"both"_s, u"both, the other first"_s})
            QTest::newRow(qPrintable(what)) << what;
    }
    void aDeletionTakenBackKeepsWhoHadLeft()
    {
        QFETCH(QString, what);
        Office office;
        const qint64 vip = office.state().addList(u"VIP"_s);
        office.state().addMember(vip, office.add(u"Giulia Rossi"_s, u"+393401234501"_s));
        office.state().addMember(vip, office.add(u"Marco Bianchi"_s, u"+393401234502"_s));
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const ContactId id = desk.named(u"Giulia"_s);
        desk.leave(id, u"VIP"_s);
        std::vector<ChangeSetId> removed;
        if (what != "list"_L1)
            removed.push_back(desk.journal().remove({id}).value());
        if (what != "contact"_L1)
            removed.push_back(desk.journal().deleteList(lists(desk.workspace())->first().id).value());
        if (what == "both"_L1)
            std::reverse(removed.begin(), removed.end());
        for (const ChangeSetId set : removed)
            QVERIFY(desk.journal().undo(set));
        verifyInStep(office, desk);
        QCOMPARE(desk.people(), u"Giulia Rossi +393401234501\nMarco Bianchi +393401234502 <VIP>"_s);
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM unsent_leave"), 0);
    }

    // Deleted and brought back before the gateway heard of either: what waited still waits.
    void whatWaitedComesBackWithItsContactOrList()
    {
        Office office;
        office.addPeople(2);
        const qint64 vip = office.state().addList(u"VIP"_s);
        office.state().addMember(vip, office.numbered(Office::numberOf(2)));
        Desk desk(office);
        desk.sync({true, true});
        desk.join(desk.person(1), u"VIP"_s);
        desk.leave(desk.person(2), u"VIP"_s);
        for (int i = 1; i <= 2; ++i) {
            desk.remove(desk.person(i));
            QVERIFY(desk.journal().undo(*desk.journal().lastUndoable()));
        }
        QVERIFY(desk.journal().deleteList(findList(desk.workspace(), u"VIP"_s)->id));
        QVERIFY(desk.journal().undo(*desk.journal().lastUndoable()));
        QCOMPARE(desk.waiting(), u"memberships 2"_s);
        verifyInStep(office, desk, {true, true});
        QCOMPARE(office.people(), u"Person 1 +393401230001 Milano <VIP>\nPerson 2 +393401230002 Milano"_s);
    }

    // The listing is read again for a list whose creation was not answered, and shows another such one meanwhile.
    void twoCreationsThatWereNotAnswered()
    {
        Office office;
        office.state().addList(u"VIP"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        desk.addList(u"One"_s);
        desk.addList(u"Two"_s);
        office.gateway().failNext(u"POST /contacts/list"_s, Practice::Fault::BodyDropped, 1);
        office.gateway().failNext(u"POST /contacts/list"_s, Practice::Fault::Error, 1);
        desk.sync();
        QCOMPARE(office.listNames(), u"VIP"_s);
        office.gateway().failNext(u"POST /contacts/list"_s, Practice::Fault::Lost, 1);
        desk.sync({.retriesRefused = true});
        QCOMPARE(office.gateway().pendingScripts(), 0);
        verifyInStep(office, desk, {true, true});
        QCOMPARE(office.listNames(), u"One\nTwo\nVIP"_s);
        QCOMPARE(desk.listNames(), office.listNames());
    }

    // Its reason is in the outbox and in the log, and it is not sent again unchanged for ever.
    void aRefusedMembershipIsTold()
    {
        const QString post = u"POST /contacts/list/contacts"_s;
        Office office;
        office.addPeople(3);
        Desk desk(office);
        desk.addList(u"Fair"_s);
        QVERIFY(!desk.sync().stopped);
        for (int i = 1; i <= 3; ++i)
            desk.join(desk.person(i), u"Fair"_s);
        office.gateway().failNext(post, Practice::Fault::BodyDropped, 100);
        QCOMPARE(desk.sync().blocked, 3);
        QCOMPARE(desk.waiting(), u"memberships 3, blocked 3"_s);
        QVERIFY(unsentCounts(desk.workspace())->retryIn > 0);
        QString words;
        for (const OutboxEntry &entry : *outbox(desk.workspace(), 10)) {
            if (entry.kind == OutboxEntry::Kind::Joining && entry.send == SendState::Blocked)
                words = entry.detail;
        }
        QVERIFY(!words.isEmpty());
        const auto log = syncLog(desk.workspace(), 20);
        QVERIFY(std::any_of(log->begin(), log->end(), [&](const SyncLogEntry &line) {
            return line.event == SyncEvent::RowBlocked && line.subject == u"Fair" && line.detail == words;
        }));
        office.gateway().clearScripts();
        office.log().clear();
        desk.sync();
        QCOMPARE(office.requests(post), 0);
        QVERIFY(!desk.sync({.retriesRefused = true}).stopped);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(desk.people(), office.people());
    }
};

QTEST_GUILESS_MAIN(TestSyncMemberships)
#include "tst_sync_memberships.moc"
