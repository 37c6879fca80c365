// SPDX-License-Identifier: Apache-2.0
#include "store/conflicts.h"
#include "store/lists.h"
#include "store/outbox.h"
#include "sync/bulklane.h"
#include "tests/sync/office.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

namespace {

constexpr int many = 70; // where singles are few
constexpr int few = 20;

QString numberOf(int i)
{
    return u"+3934%1"_s.arg(10'000'000 + i);
}

/// People 1 to `count` as a file that is imported: "Name00001 Surname00001"; with `isMore` also a city and a custom
/// field.
QByteArray peopleCsv(int count, bool isMore = false, int first = 1)
{
    QString csv = isMore ? u"firstName,lastName,phoneNumber,email,city,totalSpent\n"_s
                         : u"firstName,lastName,phoneNumber,email\n"_s;
    for (int i = first; i < first + count; ++i) {
        csv += u"Name%1,Surname%1,%2,n%1@example.com"_s.arg(i, 5, 10, QChar(u'0')).arg(numberOf(i));
        csv += isMore ? u",Milano,%1\n"_s.arg(i * 10) : u"\n"_s;
    }
    return csv.toUtf8();
}

void fill(Desk &desk, int count, bool isMore = false, int first = 1, const QStringList &lists = {})
{
    ImportChoices choices;
    choices.lists = lists;
    const ImportLedger ledger = desk.files().import(u"people.csv"_s, peopleCsv(count, isMore, first), choices);
    QCOMPARE(ledger.imported(), count);
}

qsizetype requests(Office &office, const QString &pattern)
{
    return office.log().count(Practice::CallPattern(pattern));
}

} // namespace

/// New contacts by the hundred go over in files, whatever happens on the way, and nobody sees the lists that they need.
class TestSyncBulk : public QObject
{
    Q_OBJECT

private:
    static void verifyInStep(Office &office, Desk &desk, const char *file, int line)
    {
        const auto check = [&](bool ok, const char *what) { return QTest::qVerify(ok, what, "", file, line); };
        SyncReport report = desk.sync();
        for (int again = 0; again < 3 && !report.isFresh; ++again)
            report = desk.sync();
        if (report.stopped)
            qWarning("stopped: %s", qPrintable(report.stopped->text()));
        check(!report.stopped, "the sync came to its end");
        QTest::qCompare(desk.waiting(), QString(), "waiting", "nothing", file, line);
        QTest::qCompare(desk.people(), office.people(), "here", "there", file, line);
        QTest::qCompare(desk.listNames(), office.listNames(), "lists here", "lists there", file, line);
        office.log().clear();
        desk.sync();
        for (const Practice::LoggedRequest &request : office.log().entries()) {
            if (request.method != "GET")
                qWarning("%s %s", request.method.constData(), qPrintable(request.path));
            check(request.method == "GET", "a second sync sends nothing");
        }
        check(office.log().dangers().isEmpty(), "nothing dangerous");
    }

    static void dialects()
    {
        QTest::addColumn<int>("dialect");
        QTest::newRow("reference") << int(Practice::Dialect::Reference);
        QTest::newRow("uc007") << int(Practice::Dialect::Uc007);
        QTest::newRow("uc020") << int(Practice::Dialect::Uc020);
        QTest::newRow("uc023") << int(Practice::Dialect::Uc023);
    }
    static Practice::Options options()
    {
        QFETCH(int, dialect);
        Practice::Options options;
        options.dialect = static_cast<Practice::Dialect>(dialect);
        return options;
    }
    static bool isTwoStep()
    {
        return options().dialect == Practice::Dialect::Uc007 || options().dialect == Practice::Dialect::Uc023;
    }

private Q_SLOTS:
    void manyNewContactsGoInOneFile_data() { dialects(); }
    void manyNewContactsGoInOneFile()
    {
        Office office(options());
        Desk desk(office, few);
        fill(desk, many, false, 1, {u"Fair"_s});
        const SyncReport report = desk.sync();
        QVERIFY2(!report.stopped, report.stopped ? qPrintable(report.stopped->text()) : "");
        QCOMPARE(report.created, many);
        QCOMPARE(requests(office, u"POST /contacts"_s), 0);
        QCOMPARE(requests(office, u"POST /contacts/upload"_s), 1);
        QCOMPARE(requests(office, u"PUT /contacts/{id}"_s), 0);
        QCOMPARE(office.listNames(), u"Fair"_s);
        QCOMPARE(desk.waiting(), QString());
        verifyInStep(office, desk, __FILE__, __LINE__);
        QCOMPARE(office.state().members(office.state().allLists().first().id).size(), many);
    }

    void whatAFileCantCarryFollows_data() { dialects(); }
    void whatAFileCantCarryFollows()
    {
        Office office(options());
        Desk desk(office, few);
        fill(desk, many, true);
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QCOMPARE(desk.waiting(), QString());
        const auto one = office.state().contactOfNumber(numberOf(7));
        QVERIFY(one);
        QCOMPARE(one->city, u"Milano"_s);
        QCOMPARE(one->customFields.value(u"totalSpent"_s).toVariant().toDouble(), 70.0);
        // Only the trial's rows need a change; where the columns are not taken, the others are made one by one.
        QCOMPARE(requests(office, u"PUT /contacts/{id}"_s), isTwoStep() ? 0 : 25);
        QCOMPARE(requests(office, u"POST /contacts"_s), isTwoStep() ? 0 : many - 25);
        verifyInStep(office, desk, __FILE__, __LINE__);
    }

    void lostAnswersAreSettledByTheList_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("fault");
        const std::pair<const char *, Practice::Dialect> all[] = {{"reference", Practice::Dialect::Reference},
                                                                  {"uc007", Practice::Dialect::Uc007},
                                                                  {"uc020", Practice::Dialect::Uc020},
                                                                  {"uc023", Practice::Dialect::Uc023}};
        for (const auto &[name, dialect] : all) {
            for (const auto &[what, call] :
                 {std::pair("list", u"POST /contacts/list"_s), std::pair("upload", u"POST /contacts/upload"_s),
                  std::pair("confirmation", u"POST /contacts/mapped/file"_s),
                  std::pair("reading", u"GET /contacts/list/{id}/contacts"_s),
                  std::pair("deletion", u"DELETE /contacts/list"_s)}) {
                if (call.endsWith("mapped/file"_L1) && dialect != Practice::Dialect::Uc007 &&
                    dialect != Practice::Dialect::Uc023)
                    continue;
                for (const auto &[how, fault] : {std::pair("lost", Fault::Lost), std::pair("dropped", Fault::Drop),
                                                 std::pair("cut", Fault::Cut), std::pair("500", Fault::ErrorApplied)})
                    QTest::addRow("%s, %s %s", name, what, how) << int(dialect) << call << int(fault);
                if (!call.startsWith(u"GET"))
                    continue;
                for (const auto &[how, fault] :
                     {std::pair("halved", Fault::ShortPage), std::pair("empty", Fault::EmptyList)})
                    QTest::addRow("%s, %s %s", name, what, how) << int(dialect) << call << int(fault);
            }
        }
    }
    void lostAnswersAreSettledByTheList()
    {
        QFETCH(QString, call);
        QFETCH(int, fault);
        Office office(options());
        Desk desk(office, few);
        fill(desk, many);
        office.gateway().failNext(call, static_cast<Fault>(fault), call.startsWith(u"GET") ? 6 : 1);
        desk.sync();
        QCOMPARE(office.gateway().pendingScripts(), call.startsWith(u"GET") ? office.gateway().pendingScripts() : 0);
        office.gateway().clearScripts();
        desk.sync();
        verifyInStep(office, desk, __FILE__, __LINE__);
        QCOMPARE(office.state().allContacts().size(), many);
        QVERIFY(requests(office, u"POST /contacts"_s) == 0);
    }

    void anEndInTheMiddleLosesNothing_data() { dialects(); }
    void anEndInTheMiddleLosesNothing()
    {
        // The i-th request is never answered, and the program ends; for every i until none is left.
        for (int i = 1;; ++i) {
            Office office(options());
            Desk desk(office, few);
            fill(desk, 22, false, 1, {u"Fair"_s});
            int count = 0;
            office.gateway().beforeRequest([&](const Practice::Request &) {
                if (++count == i)
                    QMetaObject::invokeMethod(&desk.engine(), [&] { desk.engine().stop(); }, Qt::QueuedConnection);
            });
            desk.sync();
            office.gateway().beforeRequest({});
            desk.restart();
            verifyInStep(office, desk, __FILE__, __LINE__);
            QCOMPARE(office.state().allContacts().size(), 22);
            QCOMPARE(office.listNames(), u"Fair"_s);
            if (QTest::currentTestFailed())
                qFatal("ended at request %d", i);
            if (count < i)
                break;
        }
    }

    void editedWhileUnderWay_data() { dialects(); }
    void editedWhileUnderWay()
    {
        Office office(options());
        Desk desk(office, few);
        fill(desk, many);
        bool isDone = false;
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (isDone || request.method != "POST" ||
                !request.path.endsWith(isTwoStep() ? u"mapped/file"_s : u"contacts/upload"_s))
                return;
            isDone = true;
            desk.set(desk.named(u"Name00007 Surname00007"_s), "city", u"Bari"_s);
            desk.set(desk.named(u"Name00008 Surname00008"_s), "lastName", u"Neri"_s);
            desk.set(desk.named(u"Name00009 Surname00009"_s), "phoneNumber", u"+393499999999"_s);
            desk.remove(desk.named(u"Name00010 Surname00010"_s));
        });
        QVERIFY(!desk.sync().stopped);
        office.gateway().beforeRequest({});
        QVERIFY(isDone);
        verifyInStep(office, desk, __FILE__, __LINE__);
        QCOMPARE(office.state().allContacts().size(), many - 1);
        QCOMPARE(office.state().contactOfNumber(numberOf(7))->city, u"Bari"_s);
        QCOMPARE(office.state().contactOfNumber(numberOf(8))->lastName, u"Neri"_s);
        QVERIFY(!office.numbered(numberOf(9)));
        QCOMPARE(office.state().contactOfNumber(u"+393499999999"_s)->firstName, u"Name00009"_s);
        QVERIFY(!office.numbered(numberOf(10)));
    }

    void whatDoesNotFitWaits_data() { dialects(); }
    void whatDoesNotFitWaits()
    {
        Practice::Options small = options();
        small.quota = 20;
        Office office(small);
        office.add(u"Giulia Rossi"_s, u"+393401234501"_s);
        Desk desk(office, few);
        QVERIFY(!desk.sync().stopped);
        fill(desk, many);
        desk.set(desk.named(u"Giulia"_s), "city", u"Bari"_s);
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        QCOMPARE(report.created, 19);
        QCOMPARE(office.state().allContacts().size(), 20);
        QCOMPARE(desk.waiting(), u"created 51, waiting 51"_s);
        QCOMPARE(office.state().contactOfNumber(u"+393401234501"_s)->city, u"Bari"_s);
        QCOMPARE(requests(office, u"POST /contacts"_s), 0);
        // Room for two.
        desk.remove(desk.named(u"Name00001 Surname00001"_s));
        desk.remove(desk.named(u"Name00002 Surname00002"_s));
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), u"created 49, waiting 49"_s);
        QCOMPARE(office.state().allContacts().size(), 20);
    }

    void theQuotaThatShrinksMeanwhile_data() { dialects(); }
    void theQuotaThatShrinksMeanwhile()
    {
        Practice::Options small = options();
        small.quota = 120;
        Office office(small);
        Desk desk(office, few);
        fill(desk, many);
        bool isDone = false;
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (isDone || request.method != "POST" || !request.path.endsWith(u"contacts/upload"))
                return;
            isDone = true;
            for (int i = 0; i < 100; ++i)
                office.add(u"Other Person"_s, u"+3935%1"_s.arg(10'000'000 + i));
        });
        QVERIFY(!desk.sync().stopped);
        office.gateway().beforeRequest({});
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.state().allContacts().size(), 120);
        QCOMPARE(desk.waiting(), u"created 50, waiting 50"_s);
        QCOMPARE(office.listNames(), QString());
    }

    void refusedRowsAreBlockedWithTheWords_data() { dialects(); }
    void refusedRowsAreBlockedWithTheWords()
    {
        Office office(options());
        Desk desk(office, few);
        fill(desk, many);
        // No address for the gateway, which refuses such rows of a file and such contacts alike.
        desk.set(desk.named(u"Name00005 Surname00005"_s), "email", u"@nowhere"_s);
        desk.set(desk.named(u"Name00006 Surname00006"_s), "email", u"@nowhere"_s);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.state().allContacts().size(), many - 2);
        QCOMPARE(desk.waiting(), u"created 2, blocked 2"_s);
        const auto lines = outbox(desk.workspace(), 10);
        QVERIFY(lines);
        QCOMPARE(lines->first().send, SendState::Blocked);
        QVERIFY2(lines->first().detail.contains(u"email is not an address"), qPrintable(lines->first().detail));
        desk.set(desk.named(u"Name00005 Surname00005"_s), "email", u"five@example.com"_s);
        desk.set(desk.named(u"Name00006 Surname00006"_s), "email", u"six@example.com"_s);
        verifyInStep(office, desk, __FILE__, __LINE__);
    }

    void someoneElsesContactsAreAdopted_data() { dialects(); }
    void someoneElsesContactsAreAdopted()
    {
        Office office(options());
        Desk desk(office, few);
        QVERIFY(!desk.sync().stopped);
        fill(desk, many);
        for (int i = 1; i <= 5; ++i)
            office.add(u"Somebody Else"_s, numberOf(i), u"Torino"_s);
        // One more comes after the reading, and another one when the newest have been looked at too, right before the
        // file: only an account that leaves known numbers alone can save that one.
        bool isRead = false;
        bool isDone = false;
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (!isRead && request.path.endsWith(u"subscription/contacts")) {
                isRead = true;
                office.add(u"Somebody Else"_s, numberOf(7), u"Torino"_s);
            }
            if (!isDone && request.method == "POST" && request.path.endsWith(u"contacts/list")) {
                isDone = true;
                if (isTwoStep())
                    office.add(u"Somebody Else"_s, numberOf(6), u"Torino"_s);
            }
        });
        QVERIFY(!desk.sync().stopped);
        office.gateway().beforeRequest({});
        QVERIFY(isRead && isDone);
        QList<int> elses{1, 2, 3, 4, 5, 7};
        if (isTwoStep())
            elses.append(6);
        QCOMPARE(office.state().allContacts().size(), many);
        for (const int i : elses) {
            const auto there = office.state().contactOfNumber(numberOf(i));
            QCOMPARE(there->fullName(), u"Somebody Else"_s);
            QCOMPARE(there->city, u"Torino"_s);
        }
        // Two names differ each; nothing was overwritten, and nothing of ours is lost.
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.waiting(), u"conflicts %1"_s.arg(elses.size() * 2));
        QCOMPARE(desk.people(), office.people());
    }

    void twoDesksWithTheSameFile_data() { dialects(); }
    void twoDesksWithTheSameFile()
    {
        Office office(options());
        Desk first(office, few), second(office, few);
        fill(first, many, false, 1, {u"Fair"_s});
        fill(second, many, false, 1, {u"Fair"_s});
        // The second one begins while the first one's file is under way, and sees its list.
        bool isDone = false;
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (isDone || request.method != "POST" || !request.path.endsWith(u"contacts/upload"))
                return;
            isDone = true;
            QCOMPARE(office.state().allLists().size(), 2);
            QMetaObject::invokeMethod(&second.engine(), [&] { second.engine().start(); }, Qt::QueuedConnection);
        });
        QVERIFY(!first.sync().stopped);
        QTRY_VERIFY_WITH_TIMEOUT(!second.engine().isRunning(), 20'000);
        office.gateway().beforeRequest({});
        QVERIFY(isDone);
        verifyInStep(office, second, __FILE__, __LINE__);
        verifyInStep(office, first, __FILE__, __LINE__);
        QCOMPARE(office.state().allContacts().size(), many);
        QCOMPARE(second.people(), first.people());
    }

    void numbersThatAreTwiceHere_data() { dialects(); }
    void numbersThatAreTwiceHere()
    {
        Office office(options());
        Desk desk(office, few);
        fill(desk, many);
        desk.add(u"Second Card"_s, numberOf(3));
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(office.state().allContacts().size(), many);
        QCOMPARE(office.state().contactOfNumber(numberOf(3))->fullName(), u"Name00003 Surname00003"_s);
        QCOMPARE(desk.waiting(), u"created 1, blocked 1, conflicts 1"_s);
    }

    // Too many to be looked up one by one: they came between the reading and the file.
    void manyThatSomebodyWasFasterWith_data() { dialects(); }
    void manyThatSomebodyWasFasterWith()
    {
        if (!isTwoStep()) // its uploads update by number: who comes in that moment is overwritten (sync/bulklane.h)
            return;
        Office office(options());
        Desk desk(office, few);
        fill(desk, many);
        bool isDone = false;
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            if (isDone || request.method != "POST" || !request.path.endsWith(u"contacts/upload"))
                return;
            isDone = true;
            for (int i = 1; i <= many - 40; ++i)
                office.add(u"Name%1 Surname%1"_s.arg(i, 5, 10, QChar(u'0')), numberOf(i), u"Torino"_s);
        });
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        office.gateway().beforeRequest({});
        QCOMPARE(report.changed, many - 40); // their e-mail is ours to say
        QVERIFY(requests(office, u"GET /contacts"_s) < 15);
        verifyInStep(office, desk, __FILE__, __LINE__);
        QCOMPARE(office.state().contactOfNumber(numberOf(1))->city, u"Torino"_s);
        QCOMPARE(office.state().contactOfNumber(numberOf(1))->email, u"n00001@example.com"_s);
    }

    void otherDesksListsAreNotTouched_data() { dialects(); }
    void otherDesksListsAreNotTouched()
    {
        Office office(options());
        const QString name = u"Elenco: contacts being sent (0123456789abcdef)"_s;
        QVERIFY(isTemporaryList(name));
        QVERIFY(!isTemporaryList(u"Elenco: contacts being sent (mine)"_s));
        office.state().addList(name);
        Desk desk(office, few);
        fill(desk, many);
        QVERIFY(!desk.sync().stopped);
        QVERIFY(!desk.sync().stopped);
        QCOMPARE(desk.listNames(), QString());
        QCOMPARE(office.listNames(), name);
    }

    void anAccountThatKnowsNoUploads_data() { dialects(); }
    void anAccountThatKnowsNoUploads()
    {
        Office office(options());
        Desk desk(office, few);
        fill(desk, many);
        office.gateway().failNext(u"POST /contacts/upload"_s, Fault::ContactDeleted, 0);
        office.gateway().beforeRequest([&](const Practice::Request &request) {
            // The list that the file is for is taken away: the upload is refused, whatever it says.
            if (request.method == "POST" && request.path.endsWith(u"contacts/upload")) {
                for (const Practice::List &list : office.state().allLists())
                    office.state().removeList(list.id);
            }
        });
        QVERIFY(!desk.sync().stopped);
        office.gateway().beforeRequest({});
        QCOMPARE(requests(office, u"POST /contacts"_s), many);
        verifyInStep(office, desk, __FILE__, __LINE__);
    }

    // Much waits, and the listing that should be read before can't be: the next run sends without it, one by one.
    void aBrokenListingHoldsNothingUp()
    {
        Office office;
        Desk desk(office, few);
        fill(desk, many);
        for (int i = 0; i < 3; ++i)
            office.add(u"Giulia Rossi"_s, u"+39340123450%1"_s.arg(i));
        office.gateway().failNext(u"GET /contacts"_s, Fault::ShortPage, 1000);
        QVERIFY(desk.sync().stopped);
        QCOMPARE(office.state().allContacts().size(), 3);
        desk.sync();
        QCOMPARE(office.state().allContacts().size(), many + 3);
        office.gateway().clearScripts();
        verifyInStep(office, desk, __FILE__, __LINE__);
    }

    void deletionsGoInBatches_data() { dialects(); }
    void deletionsGoInBatches()
    {
        Practice::Options some = options();
        some.contacts = 1300;
        Office office(some);
        Desk desk(office, few);
        QVERIFY(!desk.sync().stopped);
        const std::vector<ContactId> all = desk.files().ids();
        QVERIFY(desk.journal().remove(std::vector<ContactId>(all.begin(), all.begin() + 150)));
        office.log().clear();
        QCOMPARE(desk.sync().deleted, 150);
        QCOMPARE(requests(office, u"GET /contacts/{id}"_s), 150);
        QCOMPARE(requests(office, u"DELETE /contacts"_s), 2);
        verifyInStep(office, desk, __FILE__, __LINE__);
        // More than a thousand: the reading of all of them is the look before the deletion.
        QVERIFY(desk.journal().remove(std::vector<ContactId>(all.begin() + 150, all.begin() + 1250)));
        const qint64 edited = office.state().allContacts().first().id;
        office.change(edited, [](Practice::Contact &contact) { contact.city = u"Elsewhere"_s; });
        office.log().clear();
        const SyncReport report = desk.sync();
        QVERIFY(!report.stopped);
        const bool wasAmongThem = desk.waiting() == u"conflicts 1"_s;
        QCOMPARE(report.deleted, wasAmongThem ? 1099 : 1100);
        QCOMPARE(requests(office, u"GET /contacts/{id}"_s), wasAmongThem ? 1 : 0);
        QCOMPARE(requests(office, u"DELETE /contacts"_s), 11);
        QVERIFY(office.state().contact(edited));
        QCOMPARE(desk.people(), office.people());
    }
};

QTEST_GUILESS_MAIN(TestSyncBulk)
#include "tst_sync_bulk.moc"
