// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/bulklane.h"
#include "tests/sync/bulkpeople.h"

#include <QJsonObject>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// While new contacts go over in files, others are at work: the person at this desk, another desk, somebody over there.
class TestSyncBulkMeetings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editedWhileUnderWay_data() { addPlainDialects(); }
    void editedWhileUnderWay()
    {
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many);
        office.atFirst(isTwoStep() ? u"POST /contacts/mapped/file"_s : u"POST /contacts/upload"_s, [&] {
            desk.set(desk.named(u"Name00007 Surname00007"_s), "city", u"Bari"_s);
            desk.set(desk.named(u"Name00008 Surname00008"_s), "lastName", u"Neri"_s);
            desk.set(desk.named(u"Name00009 Surname00009"_s), "phoneNumber", u"+393499999999"_s);
            desk.remove(desk.named(u"Name00010 Surname00010"_s));
        });
        QVERIFY(!desk.sync().stopped);
        QVERIFY(office.wasReached());
        verifyInStep(office, desk);
        QCOMPARE(office.state().allContacts().size(), many - 1);
        QCOMPARE(office.state().contactOfNumber(fileNumber(7))->city, u"Bari"_s);
        QCOMPARE(office.state().contactOfNumber(fileNumber(8))->fullName(), u"Name00008 Neri"_s);
        QVERIFY(!office.numbered(fileNumber(9)));
        QVERIFY(office.state().contactOfNumber(u"+393499999999"_s)->fullName().startsWith(u"Name00009"_s));
        QVERIFY(!office.numbered(fileNumber(10)));
    }

    // Back before its deletion was sent, it is over there as the file left it, and lacks what the file did not carry.
    void broughtBackAfterItsFile_data() { addPlainDialects(); }
    void broughtBackAfterItsFile()
    {
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many, true);
        office.atFirst(isTwoStep() ? u"POST /contacts/mapped/file"_s : u"POST /contacts/upload"_s,
                       [&] { desk.remove(desk.named(u"Name00003 Surname00003"_s)); });
        QVERIFY(!desk.sync().stopped);
        QVERIFY(office.wasReached());
        QCOMPARE(desk.waiting(), u"deleted 1"_s);
        for (const ChangeSet &set : *history(desk.workspace(), 9)) {
            if (set.kind == ChangeKind::Deleted)
                QVERIFY(desk.journal().undo(set.id));
        }
        verifyInStep(office, desk);
        const auto there = office.state().contactOfNumber(fileNumber(3));
        QVERIFY(there);
        QCOMPARE(there->city, u"Milano"_s);
        QCOMPARE(there->email, u"n00003@example.com"_s);
        QCOMPARE(there->customFields.value(u"totalSpent"_s).toVariant().toInt(), 30);
    }

    // Deleted here while its file was under way; over there somebody has worked on it since.
    void deletedAfterSomebodyWroteOnIt_data() { addPlainDialects(); }
    void deletedAfterSomebodyWroteOnIt()
    {
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many);
        office.atFirst(u"GET /contacts/list/{id}/contacts"_s, [&] {
            desk.remove(desk.named(u"Name00010 Surname00010"_s));
            // Where a page hides unknown members nobody can tell a new one from one that contacts are made with.
            office.change(office.numbered(fileNumber(10)), [](Practice::Contact &contact) {
                if (fetchedOptions().dialect == Practice::Dialect::Reference)
                    contact.extra = QJsonObject{{u"rating"_s, u"A"_s}};
                else
                    contact.email = u"somebody@example.org"_s;
            });
        });
        QVERIFY(!desk.sync().stopped);
        QVERIFY(office.wasReached());
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), u"conflicts 1"_s);
        QCOMPARE(conflicts(desk.workspace(), 9)->first().kind, ConflictKind::DeletedHereEditedThere);
        QCOMPARE(office.state().allContacts().size(), many);
        QCOMPARE(desk.people(), office.people());
    }

    void theQuotaThatShrinksMeanwhile_data() { addPlainDialects(); }
    void theQuotaThatShrinksMeanwhile()
    {
        Practice::Options small = fetchedOptions();
        small.quota = 120;
        Office office(small);
        Desk desk(office, few);
        importPeople(desk, many);
        office.atFirst(u"POST /contacts/upload"_s, [&] {
            for (int i = 0; i < 100; ++i)
                office.add(u"Other Person"_s, u"+3935%1"_s.arg(10'000'000 + i));
        });
        QVERIFY(!desk.sync().stopped);
        QVERIFY(office.wasReached());
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.state().allContacts().size(), 120);
        QCOMPARE(desk.waiting(), u"created 50, waiting 50"_s);
        QCOMPARE(office.listNames(), QString());
    }

    void someoneElsesContactsAreAdopted_data() { addPlainDialects(); }
    void someoneElsesContactsAreAdopted()
    {
        Office office(fetchedOptions());
        Desk desk(office, few);
        QVERIFY(!desk.sync().stopped);
        importPeople(desk, many);
        for (int i = 1; i <= 5; ++i)
            office.add(u"Somebody Else"_s, fileNumber(i), u"Torino"_s);
        // One more comes after the reading, and another one right before the newest are looked at.
        bool isRead = false;
        bool isDone = false;
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (!isRead && request.path.endsWith(u"subscription/contacts")) {
                isRead = true;
                office.add(u"Somebody Else"_s, fileNumber(7), u"Torino"_s);
            }
            if (!isDone && request.method == "POST" && request.path.endsWith(u"contacts/list")) {
                isDone = true;
                office.add(u"Somebody Else"_s, fileNumber(6), u"Torino"_s);
            }
        });
        QVERIFY(!desk.sync().stopped);
        office.gateway().beforeRequest({});
        QVERIFY(isRead && isDone);
        const QList<int> elses{1, 2, 3, 4, 5, 6, 7};
        QCOMPARE(office.state().allContacts().size(), many);
        for (const int i : elses) {
            const auto there = office.state().contactOfNumber(fileNumber(i));
            QCOMPARE(there->fullName(), u"Somebody Else"_s);
            QCOMPARE(there->city, u"Torino"_s);
        }
        // Two names differ each; nothing was overwritten, and nothing of ours is lost.
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), u"conflicts %1"_s.arg(elses.size() * 2));
        QCOMPARE(desk.people(), office.people());
    }

    // Between the reading and the file more were added than a page shows.
    void moreThanTheNewestPageShows_data() { addPlainDialects(); }
    void moreThanTheNewestPageShows()
    {
        Practice::Options options = fetchedOptions();
        options.pageMaximum = 5;
        Office office(options);
        office.add(u"Giulia Rossi"_s, u"+393401234567"_s);
        Desk desk(office, few);
        QVERIFY(!desk.sync().stopped);
        importPeople(desk, many);
        office.atFirst(u"POST /contacts/list"_s, [&] {
            office.add(u"Somebody Else"_s, fileNumber(7), u"Torino"_s);
            for (int i = 0; i < 12; ++i)
                office.add(u"Other Person"_s, u"+3935%1"_s.arg(10'000'000 + i));
        });
        QVERIFY(!desk.sync().stopped);
        QVERIFY(office.wasReached());
        QCOMPARE(office.state().contactOfNumber(fileNumber(7))->fullName(), u"Somebody Else"_s);
        QCOMPARE(office.state().contactOfNumber(fileNumber(7))->city, u"Torino"_s);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), u"conflicts 2"_s);
        QCOMPARE(desk.people(), office.people());
    }

    // The pages were empty, and who was missing in them is there: somebody whom nobody here knows may be there, too.
    void aReadingThatMissedSomebody_data() { addPlainDialects(); }
    void aReadingThatMissedSomebody()
    {
        Practice::Options options = fetchedOptions();
        Office office(options);
        office.add(u"Giulia Rossi"_s, u"+393401234567"_s);
        Desk desk(office, few);
        QVERIFY(!desk.sync().stopped);
        importPeople(desk, many);
        office.add(u"Somebody Else"_s, fileNumber(7), u"Torino"_s);
        office.gateway().failNext(u"GET /contacts"_s, Practice::Fault::EmptyList, 2);
        for (int syncs = 0; syncs < 3; ++syncs)
            desk.sync();
        QCOMPARE(office.state().contactOfNumber(fileNumber(7))->fullName(), u"Somebody Else"_s);
        QCOMPARE(office.state().contactOfNumber(fileNumber(7))->city, u"Torino"_s);
        QCOMPARE(office.state().allContacts().size(), many + 1);
        QCOMPARE(desk.waiting(), u"conflicts 2"_s);
        QCOMPARE(desk.people(), office.people());
    }

    void twoDesksWithTheSameFile_data() { addPlainDialects(); }
    void twoDesksWithTheSameFile()
    {
        Office office(fetchedOptions());
        Desk first(office, few), second(office, few);
        importPeople(first, many, false, 1, {u"Fair"_s});
        importPeople(second, many, false, 1, {u"Fair"_s});
        // The second one begins while the first one's file is under way, and sees its list.
        office.atFirst(u"POST /contacts/upload"_s, [&] {
            QCOMPARE(office.state().allLists().size(), 2);
            QMetaObject::invokeMethod(&second.engine(), [&] { second.engine().start(); }, Qt::QueuedConnection);
        });
        QVERIFY(!first.sync().stopped);
        QTRY_VERIFY_WITH_TIMEOUT(!second.engine().isRunning(), 20'000);
        QVERIFY(office.wasReached());
        verifyInStep(office, second);
        verifyInStep(office, first);
        QCOMPARE(office.state().allContacts().size(), many);
        QCOMPARE(second.people(), first.people());
    }

    // Too many to be looked up one by one: they came between the reading and the file.
    void manyThatSomebodyWasFasterWith_data() { addPlainDialects(); }
    void manyThatSomebodyWasFasterWith()
    {
        if (!isTwoStep()) // its uploads update by number: who comes in that moment is overwritten (sync/bulk/bulklane.h)
            return;
        Office office(fetchedOptions());
        Desk desk(office, few);
        importPeople(desk, many);
        office.atFirst(u"POST /contacts/upload"_s, [&] {
            for (int i = 1; i <= many - 40; ++i)
                office.add(u"Name%1 Surname%1"_s.arg(i, 5, 10, QChar(u'0')), fileNumber(i), u"Torino"_s);
        });
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QVERIFY(office.wasReached());
        QCOMPARE(report.changed, many - 40); // their e-mail is ours to say
        QVERIFY(office.requests(u"GET /contacts"_s) < 15);
        verifyInStep(office, desk);
        QCOMPARE(office.state().contactOfNumber(fileNumber(1))->city, u"Torino"_s);
        QCOMPARE(office.state().contactOfNumber(fileNumber(1))->email, u"n00001@example.com"_s);
    }

    void otherDesksListsAreNotTouched_data() { addPlainDialects(); }
    void otherDesksListsAreNotTouched()
    {
        Office office(fetchedOptions());
        const QString name = u"Elenco: contacts being sent (0123456789abcdef)"_s;
        QVERIFY(isTemporaryList(name));
        QVERIFY(!isTemporaryList(u"Elenco: contacts being sent (mine)"_s));
        office.state().addList(name);
        Desk desk(office, few);
        importPeople(desk, many);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.listNames(), QString());
        QCOMPARE(office.listNames(), name);
    }
};

QTEST_GUILESS_MAIN(TestSyncBulkMeetings)
#include "tst_sync_bulkmeetings.moc"
