// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/sync/conflicts.h"
#include "store/sync/mergestory.h"
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
        // Undone before it was sent, the choice is open again.
        QVERIFY(desk.journal().undo(*set));
        QCOMPARE(desk.waiting(), u"conflicts 1"_s);
        QCOMPARE(desk.people(), u"Giulia Rossi +393401234501 Torino"_s);
        const auto again = desk.resolve(conflict.id, Choice::Mine, {{"city", "Bari"}});
        QVERIFY(again);
        verifyInStep(office, desk);
        QCOMPARE(office.state().contact(giulia)->city, u"Bari"_s);
        // Undone after it was sent: both agree by then, and the opposite is sent.
        QVERIFY(desk.journal().undo(*again));
        QCOMPARE(desk.waiting(), u"changed 1"_s);
        verifyInStep(office, desk);
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

    // What was merged without a question is told beside what has one.
    void theStoryOfAMerge()
    {
        Practice::Options options;
        options.dialect = Practice::Dialect::Uc020; // its answers show tags
        Office office(options);
        const qint64 there = office.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Monza"_s);
        const auto tag = [&](const QStringList &tags) {
            office.change(there, [&](Practice::Contact &contact) { contact.tags = tags; });
        };
        tag({u"crm"_s, u"old"_s});
        Desk desk(office);
        desk.sync();
        const ContactId id = desk.named(u"Giulia"_s);
        QCOMPARE(*mergeStory(desk.workspace(), id), MergeStory());
        desk.set(id, "city", u"Milano"_s);
        const QDateTime edited = history(desk.workspace(), 1)->first().when;
        QVERIFY(desk.journal().addTags({id}, {u"vip"_s}));
        office.change(there, [](Practice::Contact &contact) {
            contact.city = u"Sesto"_s;
            contact.lastName = u"Conti"_s;
        });
        tag({u"crm"_s, u"q2"_s});
        desk.sync();
        QCOMPARE(conflicts(desk.workspace(), 9)->size(), 1);
        const MergeStory story = *mergeStory(desk.workspace(), id);
        QCOMPARE(story.edited, edited);
        const auto set = [](std::vector<std::string> tags) { return QString::fromStdString(packSet(std::move(tags))); };
        const QList<MergedValue> merged{
            {"lastName", u"Rossi"_s, u"Rossi"_s, u"Conti"_s, u"Conti"_s},
            {"tags", set({"crm", "old"}), set({"crm", "old", "vip"}), set({"crm", "q2"}), set({"crm", "q2", "vip"})}};
        QCOMPARE(story.merged, merged);
        // And is over with the choice.
        QVERIFY(desk.resolve(conflicts(desk.workspace(), 9)->first().id, Choice::Theirs));
        QCOMPARE(*mergeStory(desk.workspace(), id), MergeStory());
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
};

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_sync_engine.moc"
