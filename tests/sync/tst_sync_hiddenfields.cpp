// SPDX-License-Identifier: Apache-2.0
#include "store/database/sqlite.h"
#include "store/sync/outbox.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Elenco::Practice::Fault)

/// Gateways as their documents show them: listings lack fields that contacts have, some keep no region and no custom
/// fields at all. Nothing that is absent is taken for cleared, and what a person typed here is here until somebody else
/// changes it over there.
class TestSyncHiddenFields : public QObject
{
    Q_OBJECT

private:
    static constexpr int people = 40;

    static Practice::Options optionsOf(Practice::Dialect dialect, const QStringList &dropped = {})
    {
        Practice::Options options;
        options.dialect = dialect;
        options.listing = Practice::Listing::AsShown;
        options.droppedFields = dropped;
        return options;
    }
    static void addDialects()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::newRow("uc007") << Practice::Dialect::Uc007;
        QTest::newRow("uc020") << Practice::Dialect::Uc020;
        QTest::newRow("uc023") << Practice::Dialect::Uc023;
    }
    static QString number(int i) { return u"+3934012345%1"_s.arg(i, 2, 10, QLatin1Char('0')); }
    static qint64 countOf(Desk &desk, const char *condition)
    {
        return desk.workspace().reader()->integer(
            (std::string("SELECT count(*) FROM contact WHERE ") + condition).c_str());
    }
    static std::vector<ContactId> addPeople(Desk &desk, int count = people)
    {
        std::vector<ContactId> ids;
        for (int i = 0; i < count; ++i) {
            ids.push_back(desk.add(u"Person%1 Rossi"_s.arg(i), number(i), u"Milano"_s));
            desk.set(ids.back(), "province", u"MI"_s);
            desk.set(ids.back(), "gender", u"F"_s);
            desk.set(ids.back(), "region", u"Lombardia"_s);
            desk.set(ids.back(), customKey(ValueKind::Text, "level"), u"gold"_s);
        }
        return ids;
    }
    static void verifyTyped(Desk &desk, int count = people)
    {
        QCOMPARE(countOf(desk, "city='Milano' AND province='MI' AND gender='F' AND region='Lombardia'"), count);
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM contact_field WHERE value='gold'"), count);
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM conflict"), 0);
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM replaced_value"), 0);
    }

private Q_SLOTS:
    // 200 a run: how many are left is told, until none is.
    void whatIsLeftToBeReadIsTold()
    {
        Office office(optionsOf(Practice::Dialect::Uc007));
        office.addPeople(250);
        Desk desk(office);
        const SyncReport first = desk.sync();
        QVERIFY(first.isFresh && !first.stopped);
        QVERIFY2(first.unread > 0 && first.unread <= 50, qPrintable(QString::number(first.unread)));
        QCOMPARE(countOf(desk, "remote_read=0"), first.unread);
        QCOMPARE(desk.sync().unread, 0);
        QCOMPARE(countOf(desk, "city='Milano'"), 250);
    }

    void whatAListingLacksStays_data() { addDialects(); }
    void whatAListingLacksStays()
    {
        QFETCH(Practice::Dialect, dialect);
        Office office(optionsOf(dialect));
        Desk desk(office);
        addPeople(desk);
        QVERIFY(!desk.sync().stopped);
        verifyTyped(desk);
        office.log().clear();
        for (int i = 0; i < 2; ++i) {
            const SyncReport report = desk.sync();
            QVERIFY(!report.stopped);
            QCOMPARE(report.sent() + report.taken(), 0);
        }
        QCOMPARE(office.requests(u"PUT *"_s) + office.requests(u"POST *"_s), 0);
        verifyTyped(desk);
        QCOMPARE(desk.waiting(), QString());
        for (const Practice::Contact &contact : office.state().allContacts()) {
            QCOMPARE(contact.city, u"Milano"_s);
            QCOMPARE(contact.region, u"Lombardia"_s);
        }
    }

    void anotherDeskReadsThemById_data() { addDialects(); }
    void anotherDeskReadsThemById()
    {
        QFETCH(Practice::Dialect, dialect);
        Office office(optionsOf(dialect));
        Desk first(office), second(office);
        addPeople(first);
        QVERIFY(!first.sync().stopped);
        QVERIFY(!second.sync().stopped);
        verifyTyped(second);
        QCOMPARE(countOf(second, "remote_read=0"), 0);
        QCOMPARE(second.people(), first.people());
        office.log().clear();
        QVERIFY(!second.sync().stopped);
        QCOMPARE(office.requests(u"GET /contacts/{id}"_s), 0);
    }

    void atMostTwoHundredARun()
    {
        Office office(optionsOf(Practice::Dialect::Uc007));
        for (int i = 0; i < 250; ++i)
            office.change(office.add(u"Anna Bianchi"_s, u"+39340123%1"_s.arg(i, 4, 10, QLatin1Char('0')), u"Bari"_s),
                          [](auto &) {});
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(office.requests(u"GET /contacts/{id}"_s) <= 203);
        QVERIFY(countOf(desk, "city='Bari'") >= 200);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(countOf(desk, "city='Bari'"), 250);
    }

    void whatTheAccountDropsIsHereAlone_data() { addDialects(); }
    void whatTheAccountDropsIsHereAlone()
    {
        QFETCH(Practice::Dialect, dialect);
        Office office(optionsOf(dialect, {u"region"_s, u"customFields"_s}));
        Desk desk(office);
        const std::vector<ContactId> ids = addPeople(desk);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!desk.sync().stopped);
        verifyTyped(desk);
        QCOMPARE(desk.waiting(), QString());
        QVERIFY(desk.client().capabilities().fields.isOnlyHere("region"));
        QVERIFY(desk.client().capabilities().fields.isOnlyHere("custom:level"));
        // Another value is no news for the account, and no conflict.
        desk.set(ids[0], "region", u"Puglia"_s);
        office.log().clear();
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.requests(u"PUT *"_s), 0);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(countOf(desk, "region='Puglia'"), 1);
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM conflict"), 0);
    }

    void whatIsHiddenGoesBackWhole_data() { addDialects(); }
    void whatIsHiddenGoesBackWhole()
    {
        QFETCH(Practice::Dialect, dialect);
        Practice::Options options = optionsOf(dialect);
        options.replacingPut = true;
        Office office(options);
        Desk desk(office);
        const std::vector<ContactId> ids = addPeople(desk, 3);
        QVERIFY(!desk.sync().stopped);
        desk.set(ids[0], "email", u"anna@example.com"_s);
        QVERIFY(!desk.sync().stopped);
        const auto there = office.state().contactOfNumber(number(0));
        QCOMPARE(there->email, u"anna@example.com"_s);
        QCOMPARE(there->city, u"Milano"_s);
        QCOMPARE(there->region, u"Lombardia"_s);
        QCOMPARE(there->customFields.value(u"level"_s).toString(), u"gold"_s);
        verifyTyped(desk, 3);
    }

    // Two people want the hidden city: that is a choice, made once.
    void hiddenValuesConflict_data() { addDialects(); }
    void hiddenValuesConflict()
    {
        QFETCH(Practice::Dialect, dialect);
        Office office(optionsOf(dialect));
        Desk desk(office);
        const std::vector<ContactId> ids = addPeople(desk, 2);
        QVERIFY(!desk.sync().stopped);
        office.change(office.numbered(number(0)), [](Practice::Contact &contact) { contact.city = u"Roma"_s; });
        desk.set(ids[0], "city", u"Bari"_s);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), u"conflicts 1"_s);
        const auto choices = conflicts(desk.workspace(), 10);
        QCOMPARE(choices->size(), 1);
        QVERIFY(desk.resolve(choices->first().id, Choice::Mine, {{"city", "Bari"}}));
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(office.state().contactOfNumber(number(0))->city, u"Bari"_s);
    }

    // The answer is lost, the listing shows one half of what was sent and hides the other: that half is this desk's own
    // value whatever is typed meanwhile.
    void aListingIsHalfAnAnswer_data()
    {
        QTest::addColumn<QString>("next");
        QTest::newRow("edited again") << u"Roma"_s;
        QTest::newRow("taken back") << u"Milano"_s;
    }
    void aListingIsHalfAnAnswer()
    {
        QFETCH(QString, next);
        Office office(optionsOf(Practice::Dialect::Uc023));
        Desk desk(office);
        const std::vector<ContactId> ids = addPeople(desk, 2);
        QVERIFY(!desk.sync().stopped);
        desk.set(ids[0], "firstName", u"Bice"_s);
        desk.set(ids[0], "city", u"Bari"_s);
        office.gateway().failNext(u"PUT /contacts/*"_s, Practice::Fault::Lost);
        office.atFirst(u"GET /contacts"_s, [&] { desk.set(ids[0], "city", next); });
        desk.sync();
        QVERIFY(office.wasReached());
        QCOMPARE(office.state().contactOfNumber(number(0))->city, u"Bari"_s);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM conflict"), 0);
        QCOMPARE(office.state().contactOfNumber(number(0))->firstName, u"Bice"_s);
        QCOMPARE(office.state().contactOfNumber(number(0))->city, next);
        QCOMPARE(countOf(desk, (u"city='"_s + next + u'\'').toUtf8().constData()), next == u"Milano"_s ? 2 : 1);
    }

    // So is a creation that a listing shows.
    void aListingIsHalfAnAnswerToACreation()
    {
        Office office(optionsOf(Practice::Dialect::Uc023));
        Desk desk(office);
        addPeople(desk, 2);
        QVERIFY(!desk.sync().stopped);
        const ContactId bice = desk.add(u"Bice Neri"_s, number(5), u"Bari"_s);
        office.gateway().failNext(u"POST /contacts"_s, Practice::Fault::Lost);
        office.atFirst(u"GET /contacts"_s, [&] { desk.set(bice, "city", u"Roma"_s); });
        desk.sync();
        QVERIFY(office.wasReached());
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(desk.workspace().reader()->integer("SELECT count(*) FROM conflict"), 0);
        QCOMPARE(office.state().contactOfNumber(number(5))->city, u"Roma"_s);
        QCOMPARE(countOf(desk, "city='Roma'"), 1);
    }

    // Where names are given in one, nobody's edit falls between two readings of one change.
    void oneReadingBeforeAChange()
    {
        Practice::Options options = optionsOf(Practice::Dialect::Uc020);
        options.replacingPut = true;
        Office office(options);
        Desk desk(office);
        const qint64 anna = office.add(u"Anna Bianchi"_s, number(1));
        QVERIFY(!desk.sync().stopped);
        desk.set(desk.named(u"Anna Bianchi"_s), "firstName", u"Bice"_s);
        int readings = 0;
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (Practice::CallPattern(u"GET /contacts/{id}"_s).matches(request) && ++readings == 2)
                office.change(anna, [](Practice::Contact &contact) { contact.extra = {{u"x"_s, u"of others"_s}}; });
            if (Practice::CallPattern(u"PUT /contacts/{id}"_s).matches(request))
                QCOMPARE(readings, 1);
        });
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.state().contact(anna)->firstName + u' ' + office.state().contact(anna)->lastName,
                 u"Bice Bianchi "_s);
    }

    // Seen in listings only, and deleted: what they hide is nobody's edit.
    void deletesWhoWasNeverReadById()
    {
        Office office(optionsOf(Practice::Dialect::Uc007));
        office.add(u"Anna Bianchi"_s, number(1), u"Bari"_s);
        office.add(u"Bice Neri"_s, number(2), u"Bari"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        desk.workspace().writer().execute("UPDATE contact SET city='', city_key='', remote_read=0");
        desk.remove(desk.named(u"Anna Bianchi"_s));
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(office.state().contacts().count(), 1);
    }

    // Their keys are left out where they are empty: another contact shows that the key is still there for others.
    void aFieldClearedOverThereIsCleared_data() { addDialects(); }
    void aFieldClearedOverThereIsCleared()
    {
        QFETCH(Practice::Dialect, dialect);
        Office office(optionsOf(dialect));
        Desk desk(office);
        const std::vector<ContactId> ids = addPeople(desk, 3);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        office.change(office.numbered(number(0)), [](Practice::Contact &contact) {
            contact.region.clear();
            contact.customFields = {};
        });
        desk.set(ids[0], "email", u"anna@example.com"_s);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(office.state().contactOfNumber(number(0))->region.isEmpty());
        QCOMPARE(countOf(desk, "region='Lombardia'"), 2);
        QCOMPARE(desk.waiting(), QString());
    }

    void undoAfterASync_data() { addDialects(); }
    void undoAfterASync()
    {
        QFETCH(Practice::Dialect, dialect);
        Office office(optionsOf(dialect, {u"region"_s, u"city"_s}));
        Desk desk(office);
        addPeople(desk, 20);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        qint64 undone = 0;
        for (const ChangeSet &set : *history(desk.workspace(), 200)) {
            if (set.kind != ChangeKind::Edit)
                continue;
            const Result<UndoOutcome> outcome = desk.journal().undo(set.id);
            QVERIFY(outcome);
            QCOMPARE(outcome->keptEdited, 0);
            undone += outcome->changed;
        }
        QCOMPARE(undone, 80);
        QCOMPARE(countOf(desk, "region<>''"), 0);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), QString());
        QCOMPARE(countOf(desk, "region<>'' OR gender<>''"), 0);
    }

    void peopleWithoutANumberGoByAddress_data()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::addColumn<Practice::Fault>("fault");
        for (const auto dialect : {Practice::Dialect::Reference, Practice::Dialect::Uc007, Practice::Dialect::Uc020}) {
            for (const auto fault : {Practice::Fault::None, Practice::Fault::Lost, Practice::Fault::Drop})
                QTest::addRow("dialect %d, %s", int(dialect), qPrintable(Practice::faultName(fault)))
                    << dialect << fault;
        }
    }
    void peopleWithoutANumberGoByAddress()
    {
        QFETCH(Practice::Dialect, dialect);
        QFETCH(Practice::Fault, fault);
        Office office(optionsOf(dialect));
        Desk first(office), second(office);
        QVERIFY(!first.sync().stopped);
        for (int i = 0; i < 6; ++i)
            first.set(first.add(u"Person%1 Rossi"_s.arg(i), {}), "email", u"p%1@example.com"_s.arg(i));
        QCOMPARE(first.waiting(), u"created 6"_s);
        if (fault != Practice::Fault::None)
            office.gateway().failNext(u"POST /contacts"_s, fault, 2);
        for (int i = 0; i < 3; ++i)
            first.sync();
        QCOMPARE(first.waiting(), QString());
        QCOMPARE(office.state().contacts().count(), 6);
        QVERIFY(!second.sync().stopped);
        QCOMPARE(second.people(), first.people());
        QCOMPARE(second.people(), office.people());
    }
};

QTEST_GUILESS_MAIN(TestSyncHiddenFields)
#include "tst_sync_hiddenfields.moc"
