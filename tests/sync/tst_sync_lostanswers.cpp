// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/sync/outbox.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

namespace {

const SyncOptions everything{true, true};

} // namespace

/// F5 of sync.md section 1 goes on: an answer was lost, and before anybody looks what came of the request, the person
/// goes on working. Each point at which that can happen is in tst_sync_regrets.
class TestSyncLostAnswers : public QObject
{
    Q_OBJECT

private:
    static void addListDialects()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::newRow("reference") << Practice::Dialect::Reference;
        QTest::newRow("uc007") << Practice::Dialect::Uc007;
        QTest::newRow("uc020") << Practice::Dialect::Uc020;
        QTest::newRow("uc023") << Practice::Dialect::Uc023;
    }

private Q_SLOTS:
    // What was done last holds, whatever came of the request before it, and it waits in plain sight until that is
    // known.
    void takenBackAfterALostAnswer_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("it had arrived") << true;
        QTest::newRow("it had not") << false;
    }
    void takenBackAfterALostAnswer()
    {
        QFETCH(bool, arrived);
        const Fault fault = arrived ? Fault::Lost : Fault::Drop;
        Office office;
        office.addPeople(4);
        const qint64 vip = office.state().addList(u"VIP"_s), old = office.state().addList(u"Old"_s);
        office.state().addMember(vip, office.numbered(Office::numberOf(3)));
        office.state().addMember(old, office.numbered(Office::numberOf(4)));
        Desk desk(office);
        desk.sync(everything);
        const QString people = desk.people(), lists = desk.listNames();
        QCOMPARE(people, office.people());
        desk.set(desk.person(1), "city", u"Bari"_s);
        desk.remove(desk.person(2));
        desk.leave(desk.person(3), u"VIP"_s);
        desk.join(desk.person(4), u"VIP"_s);
        QVERIFY(desk.journal().changeList(findList(desk.workspace(), u"VIP"_s)->id, u"Very important"_s, {}, false));
        QVERIFY(desk.journal().deleteList(findList(desk.workspace(), u"Old"_s)->id));
        const QStringList calls{u"PUT /contacts/*"_s,
                                u"PUT /contacts/list/*"_s,
                                u"DELETE /contacts"_s,
                                u"POST /contacts/list/contacts"_s,
                                u"DELETE /contacts/list/contacts"_s,
                                u"DELETE /contacts/list"_s};
        for (const QString &call : calls)
            office.gateway().failNext(call, fault);
        desk.sync();
        QCOMPARE(office.gateway().pendingScripts(), 0);
        for (int i = 0; i < 6; ++i) {
            const auto last = desk.journal().lastUndoable();
            QVERIFY(last && last->isValid());
            QVERIFY(desk.journal().undo(*last));
        }
        QCOMPARE(desk.people(), people);
        QVERIFY(!desk.waiting().isEmpty());
        verifyInStep(office, desk, everything);
        QCOMPARE(office.people(), people);
        QCOMPARE(office.listNames(), lists);
        QCOMPARE(desk.trashed(), 0);
        QCOMPARE(desk.waiting(), QString());
    }

    void editedAgainAfterALostAnswer()
    {
        Office office;
        office.addPeople(3);
        Desk desk(office);
        desk.sync();
        for (int i = 1; i <= 3; ++i)
            desk.set(desk.person(i), "city", u"Bari"_s);
        office.gateway().failNext(u"PUT /contacts/*"_s, Fault::Lost, 3);
        desk.sync();
        QCOMPARE(office.people().count("Bari"_L1), 3);
        // One letter, another field from the dashboard, and gone.
        desk.set(desk.person(1), "city", u"Barí"_s);
        desk.set(desk.person(2), "city", u"Como"_s);
        office.change(office.numbered(Office::numberOf(2)),
                      [](Practice::Contact &contact) { contact.email = u"two@example.com"_s; });
        desk.remove(desk.person(3));
        verifyInStep(office, desk, everything);
        QCOMPARE(office.people(), u"Person 1 +393401230001 Barí\nPerson 2 +393401230002 Como"_s);
        QCOMPARE(office.state().contact(office.numbered(Office::numberOf(2)))->email, u"two@example.com"_s);
        QCOMPARE(desk.waiting(), QString());
    }

    void whatWasTakenBackIsSaidToWait()
    {
        Office office;
        office.addPeople(2);
        Desk desk(office);
        desk.sync();
        desk.set(desk.person(1), "city", u"Bari"_s);
        office.gateway().failNext(u"PUT /contacts/*"_s, Fault::Lost);
        desk.sync({.reads = false});
        desk.set(desk.person(1), "city", u"Milano"_s); // as it was
        QCOMPARE(desk.waiting(), u"changed 1"_s);
        const auto lines = outbox(desk.workspace(), 10);
        QVERIFY(lines && lines->size() == 1);
        QVERIFY(lines->first().isTakenBack());
        QCOMPARE(lines->first().send, SendState::Sent);
        const auto nothing = discardUnsent(desk.workspace(), lines->first(), numberJudge("IT"));
        QVERIFY(nothing && !nothing->isValid());
        QCOMPARE(desk.waiting(), u"changed 1"_s);
        verifyInStep(office, desk, everything);
        QVERIFY(office.people().contains(u"Person 1 +393401230001 Milano"_s));
    }

    // More than can be asked for one by one, and no question to whoever has answered it already.
    void manyDeletionsTakenBack()
    {
        Office office;
        office.addPeople(400);
        Desk desk(office);
        desk.sync();
        const QString before = desk.people();
        std::vector<ContactId> most;
        for (int i = 1; i <= 390; ++i)
            most.push_back(desk.person(i));
        QVERIFY(desk.journal().remove(most));
        office.gateway().failNext(u"DELETE /contacts"_s, Fault::Lost);
        desk.sync();
        QCOMPARE(office.state().allContacts().size(), 10);
        QVERIFY(desk.journal().undo(*desk.journal().lastUndoable()));
        verifyInStep(office, desk, everything);
        QCOMPARE(desk.people(), before);
        QCOMPARE(office.people(), before);
        QCOMPARE(desk.trashed(), 0);
    }

    // Pages of these accounts do not mark deleted lists: one that was made without an answer and deleted over there is
    // not made again.
    void aListMadeUnheardAndDeleted_data() { addListDialects(); }
    void aListMadeUnheardAndDeleted()
    {
        QFETCH(Practice::Dialect, dialect);
        Practice::Options options;
        options.dialect = dialect;
        Office office(options);
        office.state().addList(u"There"_s);
        Desk desk(office);
        QVERIFY(!desk.sync(everything).stopped);
        desk.addList(u"VIP"_s);
        office.gateway().failNext(u"POST /contacts/list"_s, Fault::Lost);
        office.atFirst(u"POST /contacts/list"_s, [] {});
        desk.sync();
        QVERIFY(office.wasReached());
        QCOMPARE(office.state().allLists().size(), 2);
        office.state().removeList(office.state().allLists().last().id);
        QVERIFY(!desk.sync(everything).stopped);
        QVERIFY(!desk.sync(everything).stopped);
        QCOMPARE(office.state().allLists(true).size(), 2);
        QCOMPARE(desk.listNames(), office.listNames());
        QCOMPARE(desk.waiting(), QString());
    }

    // One of the same name that was deleted before is another one.
    void aListNamedLikeADeletedOne_data() { addListDialects(); }
    void aListNamedLikeADeletedOne()
    {
        QFETCH(Practice::Dialect, dialect);
        Practice::Options options;
        options.dialect = dialect;
        Office office(options);
        office.state().addList(u"There"_s);
        office.state().removeList(office.state().addList(u"VIP"_s));
        Desk desk(office);
        QVERIFY(!desk.sync(everything).stopped);
        desk.addList(u"VIP"_s);
        office.gateway().failNext(u"POST /contacts/list"_s, Fault::Drop);
        desk.sync();
        QCOMPARE(office.state().allLists().size(), 1);
        QVERIFY(!desk.sync(everything).stopped);
        QVERIFY(!desk.sync(everything).stopped);
        QCOMPARE(office.state().allLists().size(), 2);
        QCOMPARE(desk.listNames(), office.listNames());
        QCOMPARE(desk.waiting(), QString());
    }
};

QTEST_GUILESS_MAIN(TestSyncLostAnswers)
#include "tst_sync_lostanswers.moc"
