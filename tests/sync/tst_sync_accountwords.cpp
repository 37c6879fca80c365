// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactquery.h"
#include "store/database/sqlite.h"
#include "store/sync/contactroom.h"
#include "store/sync/outbox.h"
#include "tests/support/require.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

Practice::Options uc020(bool isStrict)
{
    Practice::Options options;
    options.dialect = Practice::Dialect::Uc020;
    options.strict = isStrict;
    return options;
}

QDateTime refusedAt(Desk &desk, ContactId id)
{
    return require(ContactQueries(desk.workspace()).refusedNumbers({id})).front();
}

qint64 countOf(Desk &desk, const char *condition)
{
    return desk.workspace().reader()->integer((std::string("SELECT count(*) FROM contact WHERE ") + condition).c_str());
}

QString lastLogLine(Desk &desk)
{
    return require(syncLog(desk.workspace(), 1)).first().detail;
}

} // namespace

/// What an account says besides the fields of contacts, and how it is told: its word on a number, its room, which
/// fields it begins to show, and what became of what was sent before it went away.
class TestSyncAccountWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // `valid: false` is the gateway's word, kept beside our own and given to whoever asks.
    void itsWordOnANumberIsKept_data()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::newRow("reference") << Practice::Dialect::Reference;
        QTest::newRow("uc007") << Practice::Dialect::Uc007;
        QTest::newRow("uc023, by id") << Practice::Dialect::Uc023;
    }
    void itsWordOnANumberIsKept()
    {
        QFETCH(Practice::Dialect, dialect);
        Practice::Options options;
        options.dialect = dialect;
        Office office(options);
        office.addPeople(3);
        const auto say = [&](bool isValid) {
            office.change(office.numbered(Office::numberOf(2)),
                          [isValid](Practice::Contact &contact) { contact.valid = isValid; });
        };
        say(false);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const ContactId id = desk.person(2);
        QVERIFY(refusedAt(desk, id).isValid());
        QVERIFY(!refusedAt(desk, desk.person(1)).isValid());
        QCOMPARE(desk.waiting(), QString());
        if (dialect != Practice::Dialect::Uc023) { // its listings do not say
            say(true);
            QVERIFY(!desk.sync().stopped);
            QVERIFY(!refusedAt(desk, id).isValid());
            say(false);
            QVERIFY(!desk.sync().stopped);
            QVERIFY(refusedAt(desk, id).isValid());
        }
        // Of another number nothing was said.
        desk.set(id, "phoneNumber", u"+393409998887"_s);
        QVERIFY(!refusedAt(desk, id).isValid());
    }

    // A field that the account refused, and that it shows of somebody one day: what was typed here was never there, so
    // that nobody has cleared it.
    void aFieldThatBeginsToBeShownTakesNothingAway_data()
    {
        QTest::addColumn<bool>("isStrict");
        QTest::newRow("refused") << true;
        QTest::newRow("dropped") << false;
    }
    void aFieldThatBeginsToBeShownTakesNothingAway()
    {
        QFETCH(bool, isStrict);
        Practice::Options options = uc020(isStrict);
        if (!isStrict)
            options.droppedFields = {u"city"_s};
        Office office(options);
        Desk desk(office);
        for (int i = 0; i < 6; ++i)
            desk.add(u"Person%1 Rossi"_s.arg(i), Office::numberOf(i), u"Milano"_s);
        for (int i = 0; i < 2; ++i)
            QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(countOf(desk, "city='Milano'"), 6);
        // Somebody over there writes one.
        office.add(u"Sara Verdi"_s, Office::numberOf(7), u"Bari"_s);
        for (int i = 0; i < 3; ++i) { // at first she alone is read by her id, then everybody
            QVERIFY(!desk.sync().stopped);
            desk.workspace().writer().execute("UPDATE contact SET remote_read=0 WHERE remote_id IS NOT NULL");
            QCOMPARE(countOf(desk, "city='Bari'"), 1);
            QCOMPARE(countOf(desk, "city='Milano'"), 6);
            QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM conflict"), 0);
            if (isStrict)
                QCOMPARE(desk.waiting(), QString());
        }
        // So is it with a new one, and with what is typed now.
        desk.add(u"Bice Neri"_s, Office::numberOf(8), u"Lecce"_s);
        desk.set(desk.named(u"Person2 Rossi"_s), "city", u"Como"_s);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!desk.sync().stopped);
            desk.workspace().writer().execute("UPDATE contact SET remote_read=0 WHERE remote_id IS NOT NULL");
            QCOMPARE(countOf(desk, "city='Lecce'"), 1);
            QCOMPARE(countOf(desk, "city='Como'"), 1);
            QCOMPARE(countOf(desk, "city='Milano'"), 5);
        }
        QCOMPARE(desk.waiting(), QString());
        if (!isStrict)
            return;
        // What somebody writes over there into a field with another value here is a choice.
        office.change(office.numbered(Office::numberOf(3)), [](Practice::Contact &contact) { contact.city = u"Roma"_s; });
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM conflict WHERE resolved_by IS NULL"), 1);
    }

    void theRoomIsKnown()
    {
        Practice::Options options;
        options.quota = 10;
        Office office(options);
        office.addPeople(4);
        Desk desk(office);
        QVERIFY(!require(contactRoom(desk.workspace())));
        desk.workspace().writer().execute("INSERT INTO account(id, root, authentication, user, plan, secret_place, "
                                          "capabilities, practice) VALUES(1, '', '', '', '', '', '', 1)");
        QVERIFY(!desk.sync({.asksRoom = true}).stopped);
        auto room = require(contactRoom(desk.workspace()));
        QVERIFY(room);
        QCOMPARE(room->total, 10);
        QCOMPARE(room->left, 6);
        QCOMPARE(room->beyond(9), 3);
        // Who waits here has a share of it, before and after being sent.
        desk.add(u"Bice Neri"_s, u"+393409998887"_s);
        QCOMPARE(require(contactRoom(desk.workspace()))->left, 5);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.state().contacts().count(), 5);
        QCOMPARE(require(contactRoom(desk.workspace()))->left, 5);
    }

    // Two people are sent, and then nobody is there any more: that nothing was sent would not be true.
    void whatWasSentIsNotDenied()
    {
        Office office;
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        desk.add(u"Anna Bianchi"_s, Office::numberOf(1));
        desk.add(u"Bice Neri"_s, Office::numberOf(2));
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (request.call == u"GET /contacts" && office.state().contacts().count() == 2)
                office.gateway().stop();
        });
        const SyncReport report = desk.sync();
        QVERIFY(report.stopped);
        QCOMPARE(report.stopped->kind, ErrorKind::ConnectionRefused);
        QCOMPARE(report.created, 2);
        QVERIFY2(lastLogLine(desk).contains("What was sent before stays"_L1), qPrintable(lastLogLine(desk)));
        QVERIFY(!lastLogLine(desk).contains("Nothing was sent"_L1));
        office.gateway().beforeRequest({});
        desk.add(u"Carla Verdi"_s, Office::numberOf(3));
        QVERIFY(desk.sync().stopped);
        QVERIFY2(lastLogLine(desk).contains("Nothing was sent"_L1), qPrintable(lastLogLine(desk)));
        QVERIFY(office.gateway().resume());
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.state().contacts().count(), 3);
    }
};

QTEST_GUILESS_MAIN(TestSyncAccountWords)
#include "tst_sync_accountwords.moc"
