// SPDX-License-Identifier: Apache-2.0
#include "store/sync/accountrecord.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// Is this the account that the address book was in step with? Asked after a key was given anew, before anything is
/// read or sent (sync.md section 2.9), of all four kinds of gateway.
class TestSyncIdentity : public QObject
{
    Q_OBJECT

private:
    /// As after a key was given anew.
    static void doubt(Desk &desk) { QVERIFY(setAccountTrust(desk.workspace(), AccountTrust::Doubtful)); }

    static qsizetype writes(Office &office)
    {
        qsizetype count = 0;
        for (const Practice::LoggedRequest &request : office.log().entries())
            count += request.method != "GET";
        return count;
    }

private Q_SLOTS:
    void anotherKeyOfTheSameAccountGoesOn_data() { addPlainDialects(); }
    void anotherKeyOfTheSameAccountGoesOn()
    {
        Office office(fetchedOptions());
        office.addPeople(30);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        // Less than half of them have gone meanwhile, or have another number.
        for (int i = 1; i <= 4; ++i)
            office.change(office.numbered(Office::numberOf(i)),
                          [i](Practice::Contact &contact) { contact.phoneNumber = Office::numberOf(100 + i); });
        office.state().removeContacts({office.numbered(Office::numberOf(5)), office.numbered(Office::numberOf(6))});
        desk.set(desk.person(7), "city", u"Bari"_s);
        doubt(desk);
        office.log().clear();
        QVERIFY(!desk.sync().stopped);
        QVERIFY(office.requests(u"GET /contacts/{id}"_s) >= 20);
        verifyInStep(office, desk);
        QCOMPARE(office.state().contactOfNumber(Office::numberOf(7))->city, u"Bari"_s);
        // It is not asked again: what is read by its id are the three by which an account shows what it hides.
        office.log().clear();
        desk.restart();
        desk.sync();
        QVERIFY(office.requests(u"GET /contacts/{id}"_s) <= 3);
    }

    void doubtIsAskedAbout_data() { addPlainDialects(); }
    void doubtIsAskedAbout()
    {
        Office office(fetchedOptions());
        office.addPeople(20);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        // The same account, but most have another number.
        for (int i = 1; i <= 15; ++i)
            office.change(office.numbered(Office::numberOf(i)),
                          [i](Practice::Contact &contact) { contact.phoneNumber = Office::numberOf(100 + i); });
        desk.set(desk.person(20), "city", u"Bari"_s);
        const QString before = desk.people();
        doubt(desk);
        office.log().clear();
        for (int i = 0; i < 2; ++i) { // however often it is tried
            const SyncReport report = desk.sync();
            QVERIFY(report.stopped);
            QCOMPARE(report.stopped->kind, ErrorKind::OtherAccount);
            QCOMPARE(writes(office), 0);
            QCOMPARE(desk.people(), before);
            QCOMPARE(desk.waiting(), u"changed 1"_s);
            desk.restart();
        }
        QVERIFY(setAccountTrust(desk.workspace(), AccountTrust::Confirmed)); // a person says that it is
        verifyInStep(office, desk);
        QCOMPARE(office.state().contactOfNumber(Office::numberOf(20))->city, u"Bari"_s);
        QVERIFY(desk.people().contains(Office::numberOf(115)));
    }

    void anotherAccountIsLeftAlone_data() { addPlainDialects(); }
    void anotherAccountIsLeftAlone()
    {
        Office office(fetchedOptions()), other(fetchedOptions());
        office.addPeople(10);
        for (int i = 1; i <= 30; ++i) // with the same ids
            other.add(u"Stranger %1"_s.arg(i), Office::numberOf(500 + i), u"Lecce"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        desk.set(desk.person(1), "city", u"Bari"_s);
        desk.add(u"Ada Verdi"_s, u"+393409999999"_s);
        desk.remove(desk.person(2));
        const QString before = desk.people(), there = other.people();
        doubt(desk);
        desk.moveTo(other);
        const SyncReport report = desk.sync();
        QVERIFY(report.stopped);
        QCOMPARE(report.stopped->kind, ErrorKind::OtherAccount);
        QCOMPARE(writes(other), 0);
        QCOMPARE(other.people(), there);
        QCOMPARE(desk.people(), before);
        QCOMPARE(desk.waiting(), u"created 1, changed 1, deleted 1"_s);
        // Whatever a person says: nobody here becomes a stranger of the same id.
        QVERIFY(setAccountTrust(desk.workspace(), AccountTrust::Confirmed));
        const SyncReport confirmed = desk.sync();
        QVERIFY(confirmed.stopped);
        QCOMPARE(confirmed.stopped->kind, ErrorKind::OtherAccount);
        QVERIFY(!confirmed.stopped->detail.isEmpty());
        QCOMPARE(writes(other), 0);
        QCOMPARE(other.people(), there);
        QCOMPARE(desk.people(), before);
        // Back at its own, all of it is sent.
        desk.moveTo(office);
        verifyInStep(office, desk);
        QCOMPARE(office.state().allContacts().size(), 10);
        QCOMPARE(office.state().contactOfNumber(Office::numberOf(1))->city, u"Bari"_s);
    }

    // What can't be asked is not taken for an answer.
    void anUnclearAnswerIsNoAnswer_data() { addPlainDialects(); }
    void anUnclearAnswerIsNoAnswer()
    {
        Office office(fetchedOptions());
        office.addPeople(5);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        doubt(desk);
        office.gateway().failNext(u"GET /contacts/{id}"_s, Practice::Fault::HtmlNotFound, 100);
        const SyncReport report = desk.sync();
        QVERIFY(report.stopped);
        QVERIFY(report.stopped->kind != ErrorKind::OtherAccount);
        QCOMPARE(*accountTrust(desk.workspace()), AccountTrust::Doubtful);
        office.gateway().clearScripts();
        verifyInStep(office, desk);
        QCOMPARE(*accountTrust(desk.workspace()), AccountTrust::Known);
    }
};

QTEST_GUILESS_MAIN(TestSyncIdentity)
#include "tst_sync_identity.moc"
