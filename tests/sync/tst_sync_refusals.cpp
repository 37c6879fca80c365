// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/lists.h"
#include "store/database/sqlite.h"
#include "store/sync/outbox.h"
#include "tests/support/require.h"
#include "tests/sync/office.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

namespace {

constexpr qint64 second = 1000;

int count(Office &office, const QString &call)
{
    return static_cast<int>(office.log().matching(call).size());
}

// A sync that only sends.
// What is refused is tried in other words, and in parts, before it is blocked.
constexpr int everyTry = 50;

SyncOptions sending(qint64 waited)
{
    return {.reads = false, .waited = waited};
}

} // namespace

/// What the gateway does not take: when it is sent again, and what is found out by leaving a field out.
class TestSyncRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pauses()
    {
        QCOMPARE(pauseAfterRefusal(1), 25 * second);
        QCOMPARE(pauseAfterRefusal(2), 125 * second);
        QCOMPARE(pauseAfterRefusal(5), 15'625 * second);
        QCOMPARE(pauseAfterRefusal(6), 78'125 * second);
        QCOMPARE(pauseAfterRefusal(7), 86'400 * second);
        QCOMPARE(pauseAfterRefusal(1000), 86'400 * second);
    }

    void aRefusedContactIsSentAgainByItself()
    {
        const QString post = u"POST /contacts"_s;
        Office office;
        Desk desk(office);
        const ContactId giulia = desk.add(u"Giulia Rossi"_s, u"+393401234567"_s);
        office.gateway().failNext(post, Fault::BodyDropped, everyTry);
        QCOMPARE(desk.sync().blocked, 1);
        office.gateway().clearScripts();
        desk.add(u"Marco Bianchi"_s, u"+393401234568"_s);
        desk.sync(sending(0));
        QCOMPARE(office.people(), u"Marco Bianchi +393401234568"_s); // one does not hold up the other
        QCOMPARE(desk.waiting(), u"created 1, blocked 1"_s);
        QCOMPARE(unsentCounts(desk.workspace())->retryIn, 25 * second);
        office.log().clear();
        desk.sync(sending(10 * second));
        QCOMPARE(count(office, post), 0);
        desk.restart(); // what is left of the wait is kept
        desk.sync(sending(0));
        QCOMPARE(count(office, post), 0);
        QCOMPARE(unsentCounts(desk.workspace())->retryIn, 15 * second);
        office.gateway().failNext(post, Fault::BodyDropped, everyTry);
        QCOMPARE(desk.sync(sending(15 * second)).blocked, 1);
        QVERIFY(count(office, post) >= 1);
        office.gateway().clearScripts();
        QCOMPARE(unsentCounts(desk.workspace())->retryIn, 125 * second);
        // Whoever changes it does not have to wait.
        desk.set(giulia, "city", u"Bari"_s);
        QCOMPARE(desk.sync(sending(0)).created, 1);
        QCOMPARE(desk.people(), office.people());
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(unsentCounts(desk.workspace())->retryIn, -1);
        QVERIFY(!desk.workspace().reader()->integer("SELECT count(*) FROM request"));
    }

    void aRefusedChangeAndAListToo()
    {
        Office office;
        office.add(u"Giulia Rossi"_s, u"+393401234567"_s, u"Milano"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        desk.set(desk.named(u"Giulia Rossi"_s), "firstName", u"Giulietta"_s);
        desk.addList(u"Fair"_s);
        office.gateway().failNext(u"PUT /contacts/{id}"_s, Fault::BodyDropped, everyTry);
        office.gateway().failNext(u"POST /contacts/list"_s, Fault::BodyDropped, everyTry);
        desk.sync();
        office.gateway().clearScripts();
        QCOMPARE(desk.waiting(), u"changed 1, lists 1, blocked 2"_s);
        desk.sync(sending(24 * second));
        QCOMPARE(desk.waiting(), u"changed 1, lists 1, blocked 2"_s);
        desk.sync(sending(second));
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(desk.people(), office.people());
        QCOMPARE(desk.listNames(), office.listNames());
    }

    // Its new name was refused, and then it was gone: what waits is a person's choice, and no longer for its time.
    void aRefusedListThatGoesWaitsForItsChoice()
    {
        Office office;
        const qint64 fair = office.state().addList(u"Fair"_s);
        office.state().addList(u"Other"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(desk.journal().changeList(require(findList(desk.workspace(), u"Fair"_s)).id, u"Bazaar"_s, {}, false));
        office.gateway().failNext(u"PUT /contacts/list/{id}"_s, Fault::BodyDropped, 1);
        desk.sync();
        QCOMPARE(desk.waiting(), u"lists 1, blocked 1"_s);
        office.state().removeList(fair);
        for (int day = 0; day < 3; ++day)
            desk.sync({.waited = day * 86'400 * second});
        QCOMPARE(office.listNames(), u"Other"_s);
        const QList<Conflict> open = *conflicts(desk.workspace(), 9);
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().kind, ConflictKind::ListDeletedThere);
        QVERIFY(desk.resolve(open.first().id, Choice::Mine));
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.listNames(), u"Bazaar\nOther"_s);
        QCOMPARE(desk.waiting(), QString());
    }

    // It waits for its choice, and somebody makes a list of its name: that is it, and there is nothing left to choose.
    void aListThatSomebodyMakesAgainIsTheSame()
    {
        Office office;
        office.addPeople(2);
        const qint64 fair = office.state().addList(u"Fair"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        desk.join(desk.person(1), u"Fair"_s);
        office.state().removeList(fair);
        desk.sync();
        QCOMPARE(conflicts(desk.workspace(), 9)->size(), 1);
        office.state().addMember(office.state().addList(u"Fair"_s), office.numbered(Office::numberOf(2)));
        verifyInStep(office, desk, {true, true});
        QVERIFY(conflicts(desk.workspace(), 9)->isEmpty());
        QCOMPARE(desk.listNames(), u"Fair"_s);
        QCOMPARE(office.people(), u"Person 1 +393401230001 Milano <Fair>\nPerson 2 +393401230002 Milano <Fair>"_s);
    }

    // Taken back while it was under way, and not carried out: nothing is left to wait or to be refused.
    void refusedAfterItWasTakenBack()
    {
        Office office;
        office.addPeople(2);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        desk.set(desk.person(1), "city", u"Bari"_s);
        office.gateway().failNext(u"PUT /contacts/{id}"_s, Fault::BodyDropped, everyTry);
        office.atFirst(u"PUT /contacts/{id}"_s, [&] { desk.set(desk.person(1), "city", u"Milano"_s); });
        desk.sync({.reads = false});
        office.gateway().clearScripts();
        QVERIFY(office.wasReached());
        QCOMPARE(desk.waiting(), QString());
        verifyInStep(office, desk, {true, true});
        QVERIFY(office.people().contains(u"Person 1 +393401230001 Milano"_s));
    }

    // The number that a new card has is to be given up by another one, whose new number is refused: both say why, on
    // an account that can't be asked by number too.
    void aNumberThatIsNotGivenUp_data()
    {
        QTest::addColumn<bool>("filters");
        QTest::newRow("asked by number") << true;
        QTest::newRow("ignores the number") << false;
    }
    void aNumberThatIsNotGivenUp()
    {
        QFETCH(bool, filters);
        Practice::Options options;
        options.pageMaximum = 2;
        if (!filters)
            options.ignoredParameters = {u"phoneNumber"_s};
        Office office(options);
        office.addPeople(2); // the first page shows them
        office.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        office.add(u"Anna Verdi"_s, u"+393401234502"_s); // not read yet
        const ContactId giulia = desk.named(u"Giulia Rossi"_s);
        desk.set(giulia, "phoneNumber", u"+393401234502"_s);
        desk.add(u"Marco Bianchi"_s, u"+393401234501"_s);
        for (int day = 2; day >= 0; --day)
            desk.sync({.waited = day * 86'400 * second});
        const UnsentCounts unsent = *unsentCounts(desk.workspace());
        QCOMPARE(unsent.total(), unsent.blocked);
        QVERIFY(unsent.conflicts > 0);
        QVERIFY(office.numbered(u"+393401234501"_s) && office.numbered(u"+393401234502"_s));
        QCOMPARE(office.state().allContacts().size(), 4);
        // With a number of her own for Giulia, and his card kept, all are over there.
        desk.set(giulia, "phoneNumber", u"+393401234503"_s);
        for (const Conflict &conflict : *conflicts(desk.workspace(), 9)) {
            if (conflict.kind == ConflictKind::TwoCardsOneNumber)
                QVERIFY(desk.resolve(conflict.id, Choice::Mine));
            else
                QVERIFY(desk.resolve(conflict.id, Choice::Theirs));
        }
        for (int syncs = 0; syncs < 3; ++syncs)
            desk.sync({.retriesRefused = true});
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(office.state().contactOfNumber(u"+393401234501"_s)->firstName, u"Marco"_s);
        QCOMPARE(office.state().contactOfNumber(u"+393401234502"_s)->firstName, u"Anna"_s);
        QCOMPARE(office.state().contactOfNumber(u"+393401234503"_s)->firstName, u"Giulia"_s);
        QCOMPARE(desk.people(), office.people());
    }

    // A number that somebody has costs nothing else: a change that names a part only would clear the rest where a PUT
    // stands for the whole contact, and no key is to blame.
    void aRefusedNumberIsNotSearchedInParts_data()
    {
        QTest::addColumn<int>("tries");
        for (int tries = 2; tries <= 8; ++tries)
            QTest::addRow("given up after %d tries", tries) << tries;
    }
    void aRefusedNumberIsNotSearchedInParts()
    {
        QFETCH(int, tries);
        Practice::Options options;
        options.replacingPut = true;
        Office office(options);
        const qint64 giulia = office.add(u"Giulia Rossi"_s, u"+393401234501"_s, u"Milano"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const qint64 anna = office.add(u"Anna Verdi"_s, u"+393401234502"_s); // not read yet
        desk.set(desk.named(u"Giulia Rossi"_s), "phoneNumber", u"+393401234502"_s);
        // She gives it up in the middle of it, and then the desk goes off.
        office.gateway().beforeRequest([&](const Practice::Request &) {
            if (count(office, u"PUT /contacts/{id}"_s) == tries)
                office.change(anna, [](Practice::Contact &there) { there.phoneNumber = u"+393401234503"_s; });
            if (count(office, u"PUT /contacts/{id}"_s) == tries + 1)
                QMetaObject::invokeMethod(
                    &desk.engine(), [&desk] { desk.engine().stop(); }, Qt::QueuedConnection);
        });
        desk.sync({.reads = false});
        office.gateway().beforeRequest({});
        QCOMPARE(office.state().contact(giulia)->city, u"Milano"_s);
        QCOMPARE(desk.client().capabilities().refusedNames, QStringList());
        QCOMPARE(count(office, u"PUT /contacts/{id}"_s), 1);
    }

    void byHandAtOnce()
    {
        Office office;
        Desk desk(office);
        desk.add(u"Giulia Rossi"_s, u"+393401234567"_s);
        office.gateway().failNext(u"POST /contacts"_s, Fault::BodyDropped, everyTry);
        QCOMPARE(desk.sync().blocked, 1);
        office.gateway().clearScripts();
        QCOMPARE(desk.sync({.reads = false, .retriesRefused = true}).created, 1);
        QCOMPARE(desk.people(), office.people());
    }

    void noChangeLeavesAValueOut_data()
    {
        QTest::addColumn<bool>("isReplacing");
        QTest::addColumn<Fault>("fault");
        for (const bool isReplacing : {false, true}) {
            for (const Fault fault : {Fault::None, Fault::Lost, Fault::ErrorApplied, Fault::Drop, Fault::BodyDropped})
                QTest::addRow("%s, %s", isReplacing ? "PUT replaces" : "fields stay",
                              qPrintable(Practice::faultName(fault)))
                    << isReplacing << fault;
        }
    }
    void noChangeLeavesAValueOut()
    {
        QFETCH(bool, isReplacing);
        QFETCH(Fault, fault);
        const QString put = u"PUT /contacts/{id}"_s;
        const auto keysOfPut = [&](Office &office, qsizetype which) {
            return QJsonDocument::fromJson(office.log().matching(put).at(which).body).object().keys();
        };
        Practice::Options options;
        options.replacingPut = isReplacing;
        Office office(options);
        for (const QString &name : {u"Anna Uno"_s, u"Bice Due"_s, u"Carla Tre"_s})
            office.change(office.add(name, u"+39340123456%1"_s.arg(office.state().allContacts().size()), u"Milano"_s),
                          [](Practice::Contact &contact) { contact.region = u"Lombardia"_s; });
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        desk.set(desk.named(u"Anna Uno"_s), "city", u"Bari"_s);
        office.log().clear();
        if (fault != Fault::None)
            office.gateway().failNext(put, fault, fault == Fault::BodyDropped ? everyTry : 1);
        desk.sync({.reads = false});
        office.gateway().clearScripts();
        QVERIFY(keysOfPut(office, 0).contains(u"region"_s));
        QVERIFY(keysOfPut(office, 0).contains(u"firstName"_s));
        if (fault == Fault::None)
            QCOMPARE(count(office, put), 1);
        // Whatever became of the request: in the end nothing is missing, here or there, and nobody is asked anything.
        desk.sync({.retriesRefused = true});
        desk.sync();
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(desk.people(), office.people());
        for (const Practice::Contact &contact : office.state().allContacts())
            QCOMPARE(contact.region, u"Lombardia"_s);
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM contact WHERE region='Lombardia'"), 3);
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM replaced_value"), 0);
        QCOMPARE(office.log().dangers(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSyncRefusals)
#include "tst_sync_refusals.moc"
