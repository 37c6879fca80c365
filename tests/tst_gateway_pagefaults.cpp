// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/pager.h"
#include "tests/support/awaited.h"
#include "tests/support/dialects.h"
#include "tests/support/gatewaydesk.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Practice::Fault;

Q_DECLARE_METATYPE(Elenco::Practice::Fault)

/// Pages that are not what was asked for, in each dialect: no row comes twice, none that was not asked for, and what
/// is missing is said.
class TestGatewayPageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesThatLie_data()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<Fault>("fault");
        for (const Fault fault : {Fault::ShiftedPage, Fault::ShortPage, Fault::EmptyList, Fault::IgnoredFilters}) {
            for (const DialectRow &row : dialectRows())
                QTest::addRow("%s, %s", qPrintable(Practice::faultName(fault)), row.name)
                    << row.dialect << row.tls << fault;
        }
    }
    void pagesThatLie()
    {
        QFETCH(Practice::Dialect, dialect);
        QFETCH(bool, tls);
        QFETCH(Fault, fault);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 400;
        options.listing = Practice::Listing::Whole; // else a page has no gender to look at
        GatewayDesk desk(options);
        QVERIFY(awaited(desk.client().probe()));
        // UC-023 has no such filter, and UC-020 does not show who has no gender.
        const bool isShown = dialect == Practice::Dialect::Reference || dialect == Practice::Dialect::Uc007;
        const QString gender = isShown ? u"F"_s : QString();
        for (int n = 1; n <= 4; ++n) {
            desk.gateway().clearScripts();
            desk.gateway().failNth(u"GET /contacts"_s, n, fault);
            RemoteContactQuery query;
            query.gender = gender;
            PagingStart start;
            start.limit = 40;
            ContactPager pager(desk.client(), query, start);
            QSet<RemoteId> seen;
            while (!pager.atEnd()) {
                const auto rows = awaited(pager.next());
                QVERIFY(rows);
                for (const RemoteContact &row : rows->rows) {
                    QVERIFY(gender.isEmpty() || row.gender == gender);
                    QVERIFY(!seen.contains(row.id));
                    seen.insert(row.id);
                }
            }
            // An account that says at first that it is empty can't be told from one that is.
            if (fault == Fault::EmptyList && n == 1) {
                QCOMPARE(seen.size(), 0);
                continue;
            }
            qsizetype women = 0;
            for (const Practice::Contact &contact : desk.state().allContacts())
                women += gender.isEmpty() || contact.gender == gender;
            // A page that begins one row late may hide one; the pager says that it is not complete, if it can know.
            const bool mayHide = fault == Fault::ShiftedPage && !pager.progress().isComplete();
            QVERIFY(seen.size() == women || (seen.size() == women - 1 && mayHide));
        }
    }

    void lyingLookUpsFindNobody_data() { addDialects(); }
    void lyingLookUpsFindNobody()
    {
        QFETCH(Practice::Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 50;
        GatewayDesk desk(options);
        QVERIFY(awaited(desk.client().probe()));
        RemoteContactQuery query;
        query.phoneNumber = u"+39999999999"_s;
        desk.gateway().failNext(u"GET /contacts"_s, Fault::IgnoredFilters);
        const auto page = awaited(desk.client().contacts(query));
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 0);
        QVERIFY(page->rowsDropped > 0);
    }

    void backwardPagesAreChecked_data()
    {
        QTest::addColumn<Practice::Dialect>("dialect");
        QTest::addColumn<bool>("tls");
        for (const DialectRow &row : dialectRows()) {
            if (row.dialect != Practice::Dialect::Uc020) // no totals, no way back: tst_gateway_enumeration
                QTest::newRow(row.name) << row.dialect << row.tls;
        }
    }
    void backwardPagesAreChecked()
    {
        QFETCH(Practice::Dialect, dialect);
        QFETCH(bool, tls);
        Practice::Options options = optionsOf(dialect, tls);
        options.contacts = 400;
        GatewayDesk desk(options);
        PagingStart start;
        start.direction = PagingDirection::Backward;
        start.limit = 100;
        ContactPager pager(desk.client(), {}, start);
        qint64 rows = 0;
        while (pager.progress().nextPage != 3) { // the total, and the pages beyond it
            const auto page = awaited(pager.next());
            QVERIFY(page);
            rows += page->rows.size();
        }
        desk.gateway().failNext(u"GET /contacts"_s, Fault::ShortPage);
        QCOMPARE(kindOf(awaited(pager.next())), std::optional(ErrorKind::UnreadableAnswer));
        while (!pager.atEnd()) {
            const auto page = awaited(pager.next());
            QVERIFY(page);
            rows += page->rows.size();
        }
        QCOMPARE(rows, 400);
    }
};

QTEST_GUILESS_MAIN(TestGatewayPageFaults)
#include "tst_gateway_pagefaults.moc"
