// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/pager.h"
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Dialect;

namespace {

QSet<RemoteId> everyContact(Client &client, const RemoteContactQuery &query = {}, PagingStart start = {})
{
    ContactPager pager(client, query, start);
    QSet<RemoteId> ids;
    while (!pager.atEnd()) {
        const auto rows = awaited(pager.next());
        if (!rows)
            qFatal("a page failed: %s", qPrintable(rows.error().text()));
        for (const RemoteContact &row : rows->rows) {
            if (ids.contains(row.id))
                qFatal("a contact came twice");
            ids.insert(row.id);
        }
    }
    return ids;
}

} // namespace

/// All contacts and all lists, page by page, in each dialect of the practice gateway, plain and over TLS.
class TestGatewayEnumeration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyContactOnce_data() { addDialects(); }
    void everyContactOnce()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 2345;
        options.lists = 3;
        GatewayDesk desk(options);
        QSet<RemoteId> expected;
        for (const Practice::Contact &contact : desk.state().allContacts())
            expected.insert(desk.contactId(contact.id));
        // Without a probe it works too, with more requests.
        QCOMPARE(everyContact(desk.client()), expected);
        QVERIFY(awaited(desk.client().probe()));
        desk.log().clear();
        QCOMPARE(everyContact(desk.client()), expected);
        QVERIFY(desk.log().count() <= (dialect == Dialect::Uc023 ? 25 : dialect == Dialect::Uc020 ? 6 : 3));

        for (const Practice::List &list : desk.state().allLists()) {
            ContactPager pager(desk.client(), desk.listId(list.id), {});
            QSet<RemoteId> members;
            while (!pager.atEnd()) {
                const auto rows = awaited(pager.next());
                QVERIFY(rows);
                for (const RemoteContact &row : rows->rows)
                    members.insert(row.id);
            }
            QVERIFY(pager.progress().isComplete());
            QSet<RemoteId> wanted;
            for (const qint64 id : desk.state().members(list.id))
                wanted.insert(desk.contactId(id));
            QCOMPARE(members, wanted);
        }
    }

    void backwardsNothingIsMissed_data() { addDialects(); }
    void backwardsNothingIsMissed()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 700;
        GatewayDesk desk(options);
        QVERIFY(awaited(desk.client().probe()));
        PagingStart start;
        start.direction = PagingDirection::Backward;
        start.limit = 50;
        // Other desks delete and add while it is read; who lives through it must come.
        const QList<Practice::Contact> before = desk.state().allContacts();
        QSet<RemoteId> lasting;
        for (qsizetype i = 0; i < before.size(); ++i) {
            if (i % 7 != 3)
                lasting.insert(desk.contactId(before.at(i).id));
        }
        qsizetype doomed = 3;
        int added = 0;
        desk.gateway().beforeRequest([&](const Practice::Request &) {
            for (int i = 0; i < 4 && doomed < before.size(); ++i, doomed += 7)
                desk.state().removeContacts({before.at(doomed).id});
            Practice::Contact newcomer;
            newcomer.phoneNumber = u"+39399%1"_s.arg(++added, 7, 10, QLatin1Char('0'));
            desk.state().addContact(newcomer);
        });
        // Where ids are no order, rows may go to where they were looked for already: only a quiet account is read
        // whole.
        if (desk.client().capabilities().sortById == Known::No)
            desk.gateway().beforeRequest({});
        QSet<RemoteId> seen = everyContact(desk.client(), {}, start);
        lasting -= seen;
        QCOMPARE(lasting.size(), 0);
    }

    void bareArraysAreReadForward()
    {
        Practice::Options options;
        options.contacts = 700;
        options.bareArrays = true; // they have no total to begin at
        GatewayDesk desk(options);
        QVERIFY(awaited(desk.client().probe()));
        PagingStart start;
        start.direction = PagingDirection::Backward;
        start.limit = 50;
        ContactPager pager(desk.client(), {}, start);
        QCOMPARE(kindOf(awaited(pager.next())), std::optional(ErrorKind::UnreadableAnswer));
        QCOMPARE(everyContact(desk.client()).size(), 700);
    }

    void enumerationsGoOnWhereTheyStood_data() { addDialects(); }
    void enumerationsGoOnWhereTheyStood()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 1000;
        GatewayDesk desk(options);
        QVERIFY(awaited(desk.client().probe()));
        const bool backward = desk.client().capabilities().sortById == Known::Yes;
        QSet<RemoteId> seen;
        PagingStart start;
        start.direction = backward ? PagingDirection::Backward : PagingDirection::Forward;
        start.limit = 100;
        for (int pages = 0; pages < 100; ++pages) {
            // Each page by a pager of its own, as after a restart.
            ContactPager pager(desk.client(), {}, start);
            const auto rows = awaited(pager.next());
            QVERIFY(rows);
            for (const RemoteContact &row : rows->rows)
                seen.insert(row.id);
            // Backward, what is beyond the first total comes last.
            if (rows->progress.atEnd || (backward && rows->progress.nextPage >= 10 && seen.size() > 500))
                break;
            start.page = rows->progress.nextPage;
            start.limit = rows->progress.pageLimit;
            start.firstTotal = rows->progress.firstTotal;
        }
        QCOMPARE(seen.size(), 1000);
    }

    void manyLists_data() { addDialects(); }
    void manyLists()
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, tls);
        GatewayDesk desk(optionsOf(dialect, tls));
        for (int i = 0; i < 1234; ++i)
            desk.state().addList(u"List %1"_s.arg(i));
        for (const bool probed : {false, true}) {
            if (probed)
                QVERIFY(awaited(desk.client().probe()));
            ListPager pager(desk.client(), {});
            QSet<RemoteId> seen;
            while (!pager.atEnd()) {
                const auto rows = awaited(pager.next());
                QVERIFY(rows);
                for (const RemoteList &row : rows->rows)
                    seen.insert(row.id);
            }
            QCOMPARE(seen.size(), 1234);
        }
    }
};

QTEST_GUILESS_MAIN(TestGatewayEnumeration)
#include "tst_gateway_enumeration.moc"
