// SPDX-License-Identifier: Apache-2.0
#include "gateway/pager.h"
#include "tests/support/awaited.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

Q_DECLARE_METATYPE(Elenco::Practice::Fault)

namespace {

// Hanging servers are given up in a fifth of a second here.
TransportOptions impatient()
{
    TransportOptions options = GatewayDesk::transportOptions();
    options.firstByteWithin = 200;
    options.receiveIdle = 200;
    return options;
}

Practice::Options quickFaults()
{
    Practice::Options options;
    options.faults.delayMs = 20;
    options.faults.dripMs = 1;
    return options;
}

ContactChange person(const QString &phoneNumber)
{
    ContactChange change;
    change.firstName = u"Anna"_s;
    change.phoneNumber = phoneNumber;
    return change;
}

/// What a caller sees when one fault strikes once, for a read, for a write that is never repeated, and for one that is.
struct Expected {
    Fault fault;
    std::optional<ErrorKind> read;
    std::optional<ErrorKind> create;
    std::optional<ErrorKind> removal;
};

constexpr auto done = std::optional<ErrorKind>();
constexpr auto unknown = std::optional(ErrorKind::OutcomeUnknown);
constexpr auto stranger = std::optional(ErrorKind::NotTheGateway);

const std::vector<Expected> &expectations()
{
    static const std::vector<Expected> table{
        {Fault::Drop, done, unknown, done},
        {Fault::Lost, done, unknown, done},
        {Fault::Cut, done, unknown, done},
        {Fault::Reset, done, unknown, done},
        {Fault::ResetApplied, done, unknown, done},
        {Fault::Hang, done, unknown, done},
        {Fault::Delay, done, done, done},
        {Fault::Drip, done, done, done},
        {Fault::Throttle, done, done, done},
        {Fault::Unauthorised, ErrorKind::KeyRefused, ErrorKind::KeyRefused, ErrorKind::KeyRefused},
        {Fault::Forbidden, ErrorKind::NotAllowed, ErrorKind::NotAllowed, ErrorKind::NotAllowed},
        {Fault::Error, done, unknown, done},
        {Fault::ErrorApplied, done, unknown, done},
        {Fault::RequestTimeout, done, unknown, done},
        {Fault::BadGateway, done, unknown, done},
        {Fault::Unavailable, done, unknown, done},
        {Fault::GatewayTimeout, done, unknown, done},
        {Fault::HtmlError, done, unknown, done},
        {Fault::HtmlOk, stranger, unknown, done},
        {Fault::HtmlNotFound, stranger, unknown, done},
        {Fault::Redirect, stranger, unknown, done},
        {Fault::WrongType, stranger, unknown, done},
        {Fault::EmptyBody, done, unknown, done},
        {Fault::WrongJson, done, unknown, done},
        {Fault::ContactDeleted, ErrorKind::NotFound, done, done},
        {Fault::BodyDropped, done, ErrorKind::Refused, done},
        {Fault::Duplicate, done, ErrorKind::Conflict, done},
        {Fault::AnsweredTwice, done, done, done},
    };
    return table;
}

} // namespace

/// Every fault of the practice gateway: what the caller sees, and that nothing was done twice or is said wrongly.
class TestGatewayFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFault_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < expectations().size(); ++i)
            QTest::newRow(qPrintable(Practice::faultName(expectations()[i].fault))) << int(i);
    }
    void oneFault()
    {
        QFETCH(int, index);
        const Expected &expected = expectations()[size_t(index)];
        GatewayDesk desk(quickFaults(), 1, impatient());
        Client &client = desk.client();
        Practice::Contact contact;
        contact.phoneNumber = u"+393470000001"_s;
        const qint64 id = desk.state().addContact(contact);

        desk.gateway().failNext(u"GET /contacts/{id}"_s, expected.fault);
        QCOMPARE(kindOf(awaited(client.contact(desk.contactId(id)))), expected.read);

        desk.log().clear();
        desk.gateway().clearScripts();
        desk.gateway().failNext(u"POST /contacts"_s, expected.fault);
        QCOMPARE(kindOf(awaited(client.createContact(person(u"+393470000002"_s)))), expected.create);
        int applied = 0;
        for (const Practice::LoggedRequest &request : desk.log().matching(u"POST /contacts"_s))
            applied += request.applied;
        QVERIFY(applied <= 1);
        QCOMPARE(desk.log().count(u"POST /contacts"_s), expected.fault == Fault::Throttle ? 2 : 1);
        if (!expected.create)
            QCOMPARE(applied, 1);

        desk.gateway().clearScripts();
        const auto other = desk.state().addContact(contact);
        desk.gateway().failNext(u"DELETE /contacts"_s, expected.fault);
        QCOMPARE(kindOf(awaited(client.deleteContacts(*DeletionBatch::of({desk.contactId(other)})))), expected.removal);
        QCOMPARE(desk.state().contact(other).has_value(), expected.removal.has_value());

        // The next request is none the worse for it.
        desk.gateway().clearScripts();
        const auto third = awaited(client.createContact(person(u"+393470000003"_s)));
        QVERIFY(third);
        QCOMPARE(third->phoneNumber, u"+393470000003"_s);
        QCOMPARE(kindOf(awaited(client.testConnection())), done);
        QCOMPARE(desk.log().dangers(), QStringList());
    }

    void faultsThatLast_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("drop") << Fault::Drop << ErrorKind::ConnectionLost;
        QTest::newRow("cut") << Fault::Cut << ErrorKind::ConnectionLost;
        QTest::newRow("reset") << Fault::Reset << ErrorKind::ConnectionLost;
        QTest::newRow("hang") << Fault::Hang << ErrorKind::TimedOut;
        QTest::newRow("error") << Fault::Error << ErrorKind::ServerFailed;
        QTest::newRow("unavailable") << Fault::Unavailable << ErrorKind::ServerFailed;
        QTest::newRow("html") << Fault::HtmlError << ErrorKind::ServerFailed;
        QTest::newRow("timeout") << Fault::RequestTimeout << ErrorKind::TimedOut;
        QTest::newRow("throttle") << Fault::Throttle << ErrorKind::RateLimited;
        QTest::newRow("empty") << Fault::EmptyBody << ErrorKind::UnreadableAnswer;
        QTest::newRow("wrong-json") << Fault::WrongJson << ErrorKind::UnreadableAnswer;
    }
    void faultsThatLast()
    {
        QFETCH(Fault, fault);
        QFETCH(ErrorKind, kind);
        GatewayDesk desk(quickFaults(), 1, impatient());
        Practice::Contact contact;
        contact.phoneNumber = u"+393470000001"_s;
        const RemoteId id = desk.contactId(desk.state().addContact(contact));
        desk.gateway().setFaults(Practice::FaultRates().with(fault, 1));
        QCOMPARE(kindOf(awaited(desk.client().contact(id))), std::optional(kind));
        // A repeatable write that never got an answer it could trust says so; one that was sent back was not done.
        const auto removal = awaited(desk.client().deleteContacts(*DeletionBatch::of({id})));
        if (fault != Fault::EmptyBody && fault != Fault::WrongJson) // a removal needs no words
            QCOMPARE(kindOf(removal),
                     std::optional(fault == Fault::Throttle ? ErrorKind::RateLimited : ErrorKind::OutcomeUnknown));
        desk.gateway().setFaults({});
        QCOMPARE(kindOf(awaited(desk.client().testConnection())), done);
    }

    void pagesThatLie_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("shift") << Fault::ShiftedPage;
        QTest::newRow("short") << Fault::ShortPage;
        QTest::newRow("unfiltered") << Fault::IgnoredFilters;
    }
    void pagesThatLie()
    {
        QFETCH(Fault, fault);
        Practice::Options options;
        options.contacts = 400;
        GatewayDesk desk(options);
        for (int n = 1; n <= 4; ++n) {
            desk.gateway().clearScripts();
            desk.gateway().failNth(u"GET /contacts"_s, n, fault);
            RemoteContactQuery query;
            query.gender = u"F"_s;
            PagingStart start;
            start.limit = 40;
            ContactPager pager(desk.client(), query, start);
            QSet<RemoteId> seen;
            while (!pager.atEnd()) {
                const auto rows = awaited(pager.next());
                QVERIFY(rows);
                for (const RemoteContact &row : rows->rows) {
                    QCOMPARE(row.gender, u"F"_s);
                    QVERIFY(!seen.contains(row.id));
                    seen.insert(row.id);
                }
            }
            qsizetype women = 0;
            for (const Practice::Contact &contact : desk.state().allContacts())
                women += contact.gender == u"F"_s;
            // A page that begins one row late may hide one; the pager says that it is not complete, or has all.
            QVERIFY(seen.size() == women || (seen.size() == women - 1 && !pager.progress().isComplete()));
        }
    }

    void lyingLookUpsFindNobody()
    {
        Practice::Options options;
        options.contacts = 50;
        GatewayDesk desk(options);
        RemoteContactQuery query;
        query.phoneNumber = u"+39999999999"_s;
        desk.gateway().failNext(u"GET /contacts"_s, Fault::IgnoredFilters);
        const auto page = awaited(desk.client().contacts(query));
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 0);
        QVERIFY(page->rowsDropped > 0);
    }

    void backwardPagesAreChecked()
    {
        Practice::Options options;
        options.contacts = 400;
        GatewayDesk desk(options);
        PagingStart start;
        start.direction = PagingDirection::Backward;
        start.limit = 100;
        ContactPager pager(desk.client(), {}, start);
        while (pager.progress().nextPage != 3) // the total, and the pages beyond it
            QVERIFY(awaited(pager.next()));
        desk.gateway().failNext(u"GET /contacts"_s, Fault::ShortPage);
        QCOMPARE(kindOf(awaited(pager.next())), std::optional(ErrorKind::UnreadableAnswer));
        qint64 rows = 0;
        while (!pager.atEnd()) {
            const auto page = awaited(pager.next());
            QVERIFY(page);
            rows += page->rows.size();
        }
        QCOMPARE(rows, 400);
    }

    void removalsWhoseBodyWasDropped()
    {
        GatewayDesk desk;
        Practice::Contact contact;
        contact.phoneNumber = u"+393470000001"_s;
        const qint64 id = desk.state().addContact(contact);
        const qint64 list = desk.state().addList(u"A"_s);
        desk.state().addMember(list, id);
        desk.gateway().failNext(u"DELETE /contacts/list/contacts"_s, Fault::BodyDropped);
        const auto outcome = awaited(desk.client().removeFromLists(*DeletionBatch::of({desk.listId(list)}),
                                                                   *MemberBatch::of({desk.contactId(id)})));
        QVERIFY(outcome);
        QCOMPARE(outcome->removed, std::optional<qint64>(0)); // the caller sees that it did nothing
        desk.gateway().failNext(u"POST /contacts/list/contacts"_s, Fault::ListDeleted);
        QCOMPARE(kindOf(awaited(desk.client().addToLists(*DeletionBatch::of({desk.listId(list)}),
                                                         *MemberBatch::of({desk.contactId(id)})))),
                 std::optional(ErrorKind::NotFound));
    }

    void stoppingAWriteUnderWay()
    {
        GatewayDesk desk;
        desk.gateway().failNext(u"POST /contacts"_s, Fault::Hang);
        auto task = desk.client().createContact(person(u"+393470000001"_s));
        QTRY_COMPARE(desk.log().count(u"POST /contacts"_s), 1);
        task.requestStop();
        QCOMPARE(kindOf(awaited(std::move(task))), unknown);
        desk.gateway().failNext(u"GET /contacts"_s, Fault::Hang);
        auto read = desk.client().contacts({});
        QTRY_COMPARE(desk.log().count(u"GET /contacts"_s), 1);
        read.requestStop();
        QCOMPARE(kindOf(awaited(std::move(read))), std::optional(ErrorKind::Cancelled));
        // Forgotten at any moment, nothing comes and nothing breaks.
        for (int i = 0; i < 50; ++i) {
            auto forgotten = desk.client().contacts({});
            QTest::qWait(i % 5);
        }
        QCOMPARE(kindOf(awaited(desk.client().testConnection())), done);
    }
};

QTEST_GUILESS_MAIN(TestGatewayFaults)
#include "tst_gateway_faults.moc"
