// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactquery.h"
#include "store/database/sqlite.h"
#include "tests/support/require.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

/// What a desk has never seen of a contact because listings leave it out, and how it comes to see it.
class TestSyncUnseen : public QObject
{
    Q_OBJECT

private:
    static Practice::Options optionsOf(Practice::Dialect dialect)
    {
        Practice::Options options;
        options.dialect = dialect;
        options.listing = Practice::Listing::AsShown;
        return options;
    }
    static void addDialects()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::newRow("uc007") << Practice::Dialect::Uc007;
        QTest::newRow("uc020") << Practice::Dialect::Uc020;
        QTest::newRow("uc023") << Practice::Dialect::Uc023;
    }
    static qint64 countOf(Desk &desk, const char *condition)
    {
        return desk.workspace().reader()->integer(
            (std::string("SELECT count(*) FROM contact WHERE ") + condition).c_str());
    }

private Q_SLOTS:
    // Nobody here has seen what is on it; whoever takes the deletion back gets that, too.
    void aDeletionTakesWhatNobodyHereHasSeen_data() { addDialects(); }
    void aDeletionTakesWhatNobodyHereHasSeen()
    {
        QFETCH(Practice::Dialect, dialect);
        Office office(optionsOf(dialect));
        for (int i = 0; i < 250; ++i)
            office.change(office.add(u"Anna Bianchi"_s, u"+39340123%1"_s.arg(i, 4, 10, QLatin1Char('0')), u"Bari"_s),
                          [](Practice::Contact &contact) { contact.customFields.insert(u"level"_s, u"gold"_s); });
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const ContactId unread(
            desk.workspace().reader()->integer("SELECT min(id) FROM contact WHERE remote_read=0 AND city=''"));
        QVERIFY(unread.isValid());
        const QString number = require(ContactQueries(desk.workspace()).contact(unread)).phoneNumber;
        desk.remove(unread);
        const ChangeSetId deletion = history(desk.workspace(), 1)->first().id;
        QCOMPARE(desk.sync().deleted, 1);
        QVERIFY(!office.state().contactOfNumber(number));
        QCOMPARE(desk.waiting(), QString());
        QVERIFY(desk.journal().undo(deletion));
        QVERIFY(!desk.sync().stopped);
        const auto there = office.state().contactOfNumber(number);
        QVERIFY(there);
        QCOMPARE(there->city, u"Bari"_s);
        QCOMPARE(there->customFields.value(u"level"_s).toString(), u"gold"_s);
        QCOMPARE(desk.waiting(), QString());
    }

    // Where listings show everything, one that lacks what it had is read by its id, and another one that has some: then
    // it was cleared. Nothing is hidden there, so that nobody would be read otherwise.
    void whatAWholeListingLacksIsAsked()
    {
        Practice::Options options = optionsOf(Practice::Dialect::Uc020);
        options.listing = Practice::Listing::Whole;
        Office office(options);
        for (int i = 0; i < 2; ++i)
            office.add(u"Anna Bianchi"_s, Office::numberOf(i), u"Bari"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(countOf(desk, "city='Bari'"), 2);
        office.change(office.numbered(Office::numberOf(1)), [](Practice::Contact &contact) { contact.city.clear(); });
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(countOf(desk, "city='Bari'"), 1);
        QCOMPARE(desk.people(), office.people());
    }

    // The first contact that is read may have nothing in what listings hide: more are read before that is believed.
    void oneWithoutAnythingHiddenSaysNothing()
    {
        Office office(optionsOf(Practice::Dialect::Uc020));
        Desk desk(office);
        desk.add(u"Anna Bianchi"_s, Office::numberOf(0));
        QVERIFY(!desk.sync().stopped);
        for (int i = 1; i < 4; ++i)
            office.add(u"Anna Bianchi"_s, Office::numberOf(i), u"Bari"_s);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(countOf(desk, "city='Bari'"), 3);
    }

    // What hardly anybody has may be hidden as well: it is found, however late.
    void whatHardlyAnybodyHasIsFound()
    {
        constexpr int people = 16;
        Office office(optionsOf(Practice::Dialect::Uc020));
        for (int i = 1; i < people; ++i)
            office.add(u"Anna Bianchi"_s, Office::numberOf(i));
        office.add(u"Anna Bianchi"_s, Office::numberOf(people), u"Bari"_s);
        Desk desk(office);
        for (int syncs = 0; syncs < people; ++syncs)
            QVERIFY(!desk.sync().stopped);
        QCOMPARE(countOf(desk, "city='Bari'"), 1);
        QCOMPARE(desk.people(), office.people());
    }

    // Whoever types into a field and deletes the contact has not seen what others have written there: it comes back
    // with that, as it would have led to a choice.
    void aDeletionMeetsWhatItsEditWouldHaveMet_data() { addDialects(); }
    void aDeletionMeetsWhatItsEditWouldHaveMet()
    {
        QFETCH(Practice::Dialect, dialect);
        Office office(optionsOf(dialect));
        for (int i = 0; i < 250; ++i)
            office.add(u"Anna Bianchi"_s, u"+39340123%1"_s.arg(i, 4, 10, QLatin1Char('0')), u"Bari"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        const ContactId unread(
            desk.workspace().reader()->integer("SELECT min(id) FROM contact WHERE remote_read=0 AND city=''"));
        QVERIFY(unread.isValid());
        const QString number = require(ContactQueries(desk.workspace()).contact(unread)).phoneNumber;
        desk.set(unread, "city", u"Roma"_s);
        desk.remove(unread);
        QCOMPARE(desk.sync().deleted, 0);
        const auto there = office.state().contactOfNumber(number);
        QVERIFY(there);
        QCOMPARE(there->city, u"Bari"_s);
        QCOMPARE(require(ContactQueries(desk.workspace()).contact(unread)).city, u"Bari"_s);
        const QList<Conflict> open = *conflicts(desk.workspace(), 9);
        QCOMPARE(open.size(), 1);
        QVERIFY(open.first().kind == ConflictKind::DeletedHereEditedThere);
    }

    // One that lacks the field, too, does not say that the account shows it no more: it was cleared of several.
    void aFieldClearedOfSeveralIsCleared()
    {
        constexpr int people = 5;
        Office office(optionsOf(Practice::Dialect::Uc020));
        for (int i = 1; i <= people; ++i)
            office.add(u"Anna Bianchi"_s, Office::numberOf(i), u"Bari"_s);
        Desk desk(office);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(countOf(desk, "city='Bari'"), people);
        for (int i = 1; i < people; ++i)
            office.change(office.numbered(Office::numberOf(i)),
                          [](Practice::Contact &contact) { contact.city.clear(); });
        for (int syncs = 0; syncs < 2; ++syncs) { // none of them was read before the others
            desk.onWriter([](Connection &connection) { connection.execute("UPDATE contact SET remote_read=0"); });
            QVERIFY(!desk.sync().stopped);
        }
        QCOMPARE(desk.people(), office.people());
    }
};

QTEST_GUILESS_MAIN(TestSyncUnseen)
#include "tst_sync_unseen.moc"
