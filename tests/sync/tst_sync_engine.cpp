// SPDX-License-Identifier: Apache-2.0
#include "store/conflicts.h"
#include "store/lists.h"
#include "store/sqlite.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// Desks and the gateway come into step, whatever was done where. Each test ends with here being there.
class TestSyncEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newContactsGoOverAndOthersArrive_data() { addPlainDialects(); }
    void newContactsGoOverAndOthersArrive()
    {
        Office office(fetchedOptions());
        office.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Milano"_s);
        Desk desk(office);
        desk.add(u"Marco Bianchi"_s, u"+393401234502"_s, u"Roma"_s);
        const SyncReport report = desk.sync();
        QVERIFY2(!report.stopped, report.stopped ? qPrintable(report.stopped->text()) : "");
        QCOMPARE(report.created, 1);
        QCOMPARE(report.arrived, 1);
        QCOMPARE(desk.people(), u"Giulia Rossi +393401234501 Milano\nMarco Bianchi +393401234502 Roma"_s);
        verifyInStep(office, desk);
    }

    void changesGoBothWaysFieldByField_data() { addPlainDialects(); }
    void changesGoBothWaysFieldByField()
    {
        Office office(fetchedOptions());
        const qint64 giulia = office.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Milano"_s);
        Desk desk(office);
        desk.sync();
        desk.set(desk.named(u"Giulia"_s), "lastName", u"Rossi Neri"_s);
        office.change(giulia, [](Practice::Contact &contact) { contact.city = u"Torino"_s; });
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QCOMPARE(desk.people(), u"Giulia Rossi Neri +393401234501 Torino"_s);
        verifyInStep(office, desk);
    }

    void bothChangedIsAConflictAndLosesNothing_data() { addPlainDialects(); }
    void bothChangedIsAConflictAndLosesNothing()
    {
        Office office(fetchedOptions());
        const qint64 giulia = office.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Milano"_s);
        Desk desk(office);
        desk.sync();
        const ContactId id = desk.named(u"Giulia"_s);
        desk.set(id, "city", u"Bari"_s);
        office.change(giulia, [](Practice::Contact &contact) { contact.city = u"Torino"_s; });
        desk.sync();
        QCOMPARE(desk.people(), u"Giulia Rossi +393401234501 Torino"_s);
        QCOMPARE(desk.waiting(), u"conflicts 1"_s);
        const Conflict conflict = conflicts(desk.workspace(), 10)->first();
        QCOMPARE(conflict.field, std::string("city"));
        QCOMPARE(conflict.base, u"Milano"_s);
        QCOMPARE(conflict.mine, u"Bari"_s);
        QCOMPARE(conflict.theirs, u"Torino"_s);

        const auto set = desk.resolve(conflict.id, Choice::Mine, {{"city", "Bari"}});
        QVERIFY(set);
        QCOMPARE(desk.waiting(), u"changed 1"_s);
        verifyInStep(office, desk);
        QCOMPARE(office.state().contact(giulia)->city, u"Bari"_s);
        // Undone after it was sent: the opposite is sent, and the choice is open again.
        QVERIFY(desk.journal().undo(*set));
        QCOMPARE(desk.waiting(), u"changed 1, conflicts 1"_s);
        desk.sync();
        QCOMPARE(office.state().contact(giulia)->city, u"Torino"_s);
    }

    void deletionsGoBothWays_data() { addPlainDialects(); }
    void deletionsGoBothWays()
    {
        Office office(fetchedOptions());
        for (int i = 1; i <= 5; ++i)
            office.add(u"Person %1"_s.arg(QChar(u'A' + i)), u"+39340123450%1"_s.arg(i));
        Desk desk(office);
        desk.sync();
        desk.remove(desk.named(u"B"_s));
        QCOMPARE(desk.waiting(), u"deleted 1"_s);
        office.state().removeContacts({office.numbered(u"+393401234504"_s)});
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QCOMPARE(report.deleted, 1);
        QCOMPARE(report.trashed, 1);
        verifyInStep(office, desk);
        QCOMPARE(desk.people().count(u'\n') + 1, 3);
    }

    void deletedHereEditedThereComesBack_data() { addPlainDialects(); }
    void deletedHereEditedThereComesBack()
    {
        Office office(fetchedOptions());
        const qint64 giulia = office.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Milano"_s);
        Desk desk(office);
        desk.sync();
        desk.remove(desk.named(u"Giulia"_s));
        office.change(giulia, [](Practice::Contact &contact) { contact.city = u"Torino"_s; });
        desk.sync();
        QCOMPARE(desk.people(), u"Giulia Rossi +393401234501 Torino"_s);
        QCOMPARE(desk.waiting(), u"conflicts 1"_s);
        QVERIFY(desk.resolve(conflicts(desk.workspace(), 10)->first().id, Choice::Mine));
        verifyInStep(office, desk);
        QCOMPARE(office.people(), QString());
    }

    void editedHereDeletedThereIsAChoice_data() { addPlainDialects(); }
    void editedHereDeletedThereIsAChoice()
    {
        Office office(fetchedOptions());
        const qint64 giulia = office.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Milano"_s);
        office.add(u"Marco Bianchi"_s, u"+393401234502"_s);
        Desk desk(office);
        desk.sync();
        desk.set(desk.named(u"Giulia"_s), "city", u"Bari"_s);
        office.state().removeContacts({giulia});
        desk.sync();
        QCOMPARE(desk.people(), u"Marco Bianchi +393401234502"_s);
        QCOMPARE(desk.waiting(), u"conflicts 1"_s);
        QVERIFY(desk.resolve(conflicts(desk.workspace(), 10)->first().id, Choice::Mine));
        QCOMPARE(desk.waiting(), u"created 1"_s);
        verifyInStep(office, desk);
        QCOMPARE(office.people(), u"Giulia Rossi +393401234501 Bari\nMarco Bianchi +393401234502"_s);
    }

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

    void lostAnswersAreLookedUp_data() { addPlainDialects(); }
    void lostAnswersAreLookedUp()
    {
        Office office(fetchedOptions());
        Desk desk(office);
        desk.sync();
        desk.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Milano"_s);
        desk.addList(u"VIP"_s);
        desk.join(desk.named(u"Giulia"_s), u"VIP"_s);
        office.gateway().failNext(u"POST *"_s, Practice::Fault::Lost, 2);
        desk.sync();
        desk.restart();
        verifyInStep(office, desk);
        QCOMPARE(office.people(), u"Giulia Rossi +393401234501 Milano <VIP>"_s);
        QCOMPARE(office.listNames(), u"VIP"_s);
        // A change whose answer was lost is confirmed by reading.
        desk.set(desk.named(u"Giulia"_s), "city", u"Bari"_s);
        office.gateway().failNext(u"PUT *"_s, Practice::Fault::Lost, 1);
        desk.sync();
        verifyInStep(office, desk);
        QCOMPARE(office.people(), u"Giulia Rossi +393401234501 Bari <VIP>"_s);
    }

    void somebodyElsesContactIsNeverOverwritten_data() { addPlainDialects(); }
    void somebodyElsesContactIsNeverOverwritten()
    {
        Office office(fetchedOptions());
        Desk desk(office);
        desk.sync();
        desk.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Milano"_s);
        office.add(u"Giulia Verdi"_s, u"+393401234501"_s);
        desk.sync();
        // The name is a choice; the city was nobody's.
        QCOMPARE(desk.waiting().section(u", "_s, -1), u"conflicts 1"_s);
        QCOMPARE(desk.people(), u"Giulia Verdi +393401234501 Milano"_s);
        desk.sync();
        QCOMPARE(office.people(), u"Giulia Verdi +393401234501 Milano"_s);
    }

    void newContactsWaitForRoom_data() { addPlainDialects(); }
    void newContactsWaitForRoom()
    {
        Practice::Options small = fetchedOptions();
        small.quota = 2;
        Office office(small);
        const qint64 giulia = office.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        desk.add(u"Ada Verdi"_s, u"+393401234502"_s);
        desk.add(u"Eva Neri"_s, u"+393401234503"_s);
        desk.set(desk.named(u"Giulia"_s), "city", u"Bari"_s);
        QVERIFY(!desk.sync().stopped);
        // The change is there, one of the two as well; the other one waits and is not forgotten.
        QCOMPARE(office.state().contact(giulia)->city, u"Bari"_s);
        QCOMPARE(office.state().allContacts().size(), 2);
        QCOMPARE(desk.waiting(), u"created 1, waiting 1"_s);
        desk.remove(desk.named(u"Ada"_s));
        desk.sync();
        verifyInStep(office, desk);
        QCOMPARE(office.people(), u"Eva Neri +393401234503\nGiulia Rossi +393401234501 Bari"_s);
    }

    void numbersCanBeSwapped_data() { addPlainDialects(); }
    void numbersCanBeSwapped()
    {
        Office office(fetchedOptions());
        office.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        office.add(u"Marco Bianchi"_s, u"+393401234502"_s);
        Desk desk(office);
        desk.sync();
        // Marco takes a free number, Giulia the one that he gives up.
        desk.set(desk.named(u"Giulia"_s), "phoneNumber", u"+393401234502"_s);
        desk.set(desk.named(u"Marco"_s), "phoneNumber", u"+393401234509"_s);
        desk.sync();
        verifyInStep(office, desk);
        QCOMPARE(office.people(), u"Giulia Rossi +393401234502\nMarco Bianchi +393401234509"_s);
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

    void whatComesBackWaitsOnlyWithWhatCanBeSaid()
    {
        Office office;
        office.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        Desk desk(office);
        desk.sync();
        const ContactId id = desk.named(u"Giulia"_s);
        QVERIFY(desk.journal().addTags({id}, {u"vip"_s})); // no call writes tags
        const auto removed = desk.journal().remove({id});
        QVERIFY(removed && desk.journal().undo(*removed));
        QCOMPARE(desk.waiting(), QString());
        verifyInStep(office, desk);
    }

    void aNumberGoesToSomebodyNew_data() { addPlainDialects(); }
    void aNumberGoesToSomebodyNew()
    {
        Office office(fetchedOptions());
        office.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        Desk desk(office);
        desk.sync();
        // Giulia takes another number, Marco gets hers.
        desk.set(desk.named(u"Giulia"_s), "phoneNumber", u"+393401234509"_s);
        desk.add(u"Marco Bianchi"_s, u"+393401234501"_s);
        desk.sync();
        verifyInStep(office, desk);
        QCOMPARE(office.people(), u"Giulia Rossi +393401234509\nMarco Bianchi +393401234501"_s);
    }

    void aNumberThatIsThereIsTakenBack_data() { addPlainDialects(); }
    void aNumberThatIsThereIsTakenBack()
    {
        Office office(fetchedOptions());
        office.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        Desk desk(office);
        desk.sync();
        office.add(u"Marco Bianchi"_s, u"+393401234502"_s);
        desk.set(desk.named(u"Giulia"_s), "phoneNumber", u"+393401234502"_s);
        desk.set(desk.named(u"Giulia"_s), "city", u"Bari"_s);
        desk.sync();
        desk.sync();
        // The number is a choice, the city is over there.
        QCOMPARE(desk.waiting(), u"conflicts 1"_s);
        QCOMPARE(conflicts(desk.workspace(), 10)->first().kind, ConflictKind::NumberTaken);
        QCOMPARE(office.people(), u"Giulia Rossi +393401234501 Bari\nMarco Bianchi +393401234502"_s);
        QCOMPARE(desk.people(), office.people());
    }

    void anEndInTheMiddleLosesNothing_data() { addPlainDialects(); }
    void anEndInTheMiddleLosesNothing()
    {
        // The i-th request is never answered, and the program ends; for every i until none is left.
        for (int i = 1;; ++i) {
            Office office(fetchedOptions());
            const qint64 vip = office.state().addList(u"VIP"_s);
            office.state().addMember(vip, office.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Milano"_s));
            Desk desk(office);
            desk.sync();
            desk.add(u"Ada Verdi"_s, u"+393401234502"_s);
            desk.join(desk.named(u"Ada"_s), u"VIP"_s);
            desk.set(desk.named(u"Giulia"_s), "city", u"Bari"_s);
            desk.addList(u"News"_s);
            const int count = desk.syncEndedAt(i);
            desk.restart();
            verifyInStep(office, desk);
            QCOMPARE(office.people(), u"Ada Verdi +393401234502 <VIP>\nGiulia Rossi +393401234501 Bari <VIP>"_s);
            QCOMPARE(office.listNames(), u"News\nVIP"_s);
            if (count < i)
                break;
        }
    }

    void twoDesksComeTogether_data() { addPlainDialects(); }
    void twoDesksComeTogether()
    {
        Office office(fetchedOptions());
        Desk first(office), second(office);
        first.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        first.addList(u"VIP"_s);
        first.join(first.named(u"Giulia"_s), u"VIP"_s);
        first.sync();
        second.sync();
        QCOMPARE(second.people(), first.people());
        second.set(second.named(u"Giulia"_s), "city", u"Milano"_s);
        first.set(first.named(u"Giulia"_s), "email", u"giulia@example.com"_s);
        second.add(u"Ada Verdi"_s, u"+393401234502"_s);
        second.sync();
        first.sync();
        verifyInStep(office, second);
        verifyInStep(office, first);
        QCOMPARE(first.people(), second.people());
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
};

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_sync_engine.moc"
