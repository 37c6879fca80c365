// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/pager.h"
#include "tests/support/clientbench.h"

#include <QTest>
#include <QUrlQuery>

#include <numeric>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

enum class Shape { Content, Offset, HasMore, Bare };

/// Rows on the far side, paged in one of the ways that servers have.
struct Table {
    Shape shape = Shape::Content;
    qint64 most = 1000;            ///< rows a page
    qint64 always = 0;             ///< rows a page, whatever is asked; 0: as asked
    bool echoes = true;            ///< says which page this is, and how long
    qint64 firstPage = 0;          ///< how it counts pages
    qint64 shorter = 0;            ///< rows that are missing at the end of a page
    bool ignoresPage = false;      ///< gives the first one again and again
    std::optional<qint64> claimed; ///< the total it says, instead of the real one
    QList<int> ids;
    std::function<void(Table &, int)> before; ///< with the number of the request: 1, 2, …
    int requests = 0;

    explicit Table(int count) : ids(count) { std::iota(ids.begin(), ids.end(), 1); }

    HttpAnswer answer(const HttpRequest &request)
    {
        if (before)
            before(*this, ++requests);
        const QUrlQuery query(request.url);
        const qint64 limit =
            always > 0 ? always : std::min(most, std::max(1LL, query.queryItemValue(u"limit"_s).toLongLong()));
        const qint64 page = ignoresPage ? 0 : std::max(0LL, query.queryItemValue(u"page"_s).toLongLong() - firstPage);
        const qint64 offset =
            query.hasQueryItem(u"offset"_s) ? query.queryItemValue(u"offset"_s).toLongLong() : page * limit;
        QByteArray rows;
        for (const int id : ids.mid(offset, limit - shorter))
            rows += (rows.isEmpty() ? "" : ",") + ("{\"id\":" + QByteArray::number(id)) + '}';
        rows = '[' + rows + ']';
        const auto say = [](const char *key, qint64 value) {
            return QByteArray(",\"") + key + "\":" + QByteArray::number(value);
        };
        const qint64 total = claimed.value_or(ids.size());
        const QByteArray where = echoes ? say("page", page + firstPage) + say("size", limit) : QByteArray();
        switch (shape) {
        case Shape::Content:
            return ScriptedTransport::answer(200, "{\"content\":" + rows + say("totalElements", total) + where + '}');
        case Shape::Offset:
            return ScriptedTransport::answer(200, "{\"contacts\":" + rows + say("total", total) + say("limit", limit) +
                                                      say("offset", offset) + '}');
        case Shape::HasMore:
            return ScriptedTransport::answer(200, "{\"contacts\":" + rows + ",\"hasMore\":" +
                                                      (offset + limit < ids.size() ? "true" : "false") + '}');
        case Shape::Bare: return ScriptedTransport::answer(200, rows);
        }
        Q_UNREACHABLE();
    }
};

/// What an enumeration gave.
struct Reading {
    QList<int> ids;
    PagingProgress progress;
    bool everyRowOnce() const { return QSet<int>(ids.begin(), ids.end()).size() == ids.size(); }
};

Reading readAll(Table &table, const PagingStart &start = {}, const Capabilities &capabilities = {})
{
    ClientBench bench(false, capabilities);
    bench.transport->answerBy([&table](const HttpRequest &request) { return table.answer(request); });
    ContactPager pager(bench.client, {}, start);
    Reading reading;
    while (!pager.atEnd()) {
        const auto page = bench.result(pager.next());
        if (!page)
            qFatal("a page failed: %s", qPrintable(page.error().text()));
        for (const RemoteContact &row : page->rows)
            reading.ids.append(row.id.value.toInt());
        if (pager.progress().requests > 2000)
            qFatal("the enumeration does not end");
    }
    reading.progress = pager.progress();
    return reading;
}

PagingStart startOf(PagingDirection direction, int limit)
{
    PagingStart start;
    start.direction = direction;
    start.limit = limit;
    return start;
}

} // namespace

Q_DECLARE_METATYPE(Shape)
Q_DECLARE_METATYPE(Table)

/// Every row once, whatever the server makes of `limit`, `page` and totals (gateway.md section 1, sync.md section 2.4).
class TestGatewayPaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowOnce_data()
    {
        QTest::addColumn<Table>("table");
        QTest::addColumn<int>("requests");
        QTest::addColumn<bool>("complete");
        const auto row = [](const char *name, int requests, bool complete, int count,
                            const std::function<void(Table &)> &change) {
            Table table(count);
            change(table);
            QTest::newRow(name) << table << requests << complete;
        };
        const auto nothing = [](Table &) {};
        row("no rows", 1, true, 0, nothing);
        row("one row", 1, true, 1, nothing);
        row("one row less than a page", 1, true, 999, nothing);
        row("a whole page", 2, true, 1000, nothing);
        row("one row more", 2, true, 1001, nothing);
        row("limit and offset", 3, true, 2345, [](Table &table) { table.shape = Shape::Offset; });
        row("has more", 3, true, 2345, [](Table &table) { table.shape = Shape::HasMore; });
        row("bare array", 6, true, 2345, [](Table &table) { table.shape = Shape::Bare; });
        row("says nothing of the page", 3, true, 2345, [](Table &table) { table.echoes = false; });
        row("at most 100", 25, true, 2345, [](Table &table) { table.most = 100; });
        row("at most 100, bare array", 28, true, 2345, [](Table &table) {
            table.most = 100;
            table.shape = Shape::Bare;
        });
        row("always ten, bare array", 28, true, 250, [](Table &table) {
            table.always = 10;
            table.shape = Shape::Bare;
        });
        row("at most 100, not said", 25, true, 2345, [](Table &table) {
            table.most = 100;
            table.echoes = false;
        });
        row("at most 100, with offsets", 25, true, 2345, [](Table &table) {
            table.most = 100;
            table.shape = Shape::Offset;
        });
        row("at most 100, has more", 25, true, 2345, [](Table &table) {
            table.most = 100;
            table.shape = Shape::HasMore;
        });
        row("always ten", 26, true, 250, [](Table &table) { table.always = 10; });
        row("always 1500", 4, true, 4000, [](Table &table) { table.always = 1500; });
        row("pages count from 1", 5, true, 2345, [](Table &table) { table.firstPage = 1; });
        row("the total is too small", 3, true, 2345, [](Table &table) { table.claimed = 5; });
        row("the total is none", 3, true, 2345, [](Table &table) { table.claimed = 0; });
        row("the total is too large", 5, false, 2345, [](Table &table) { table.claimed = 1'000'000; });
    }
    void everyRowOnce()
    {
        QFETCH(Table, table);
        QFETCH(int, requests);
        QFETCH(bool, complete);
        const Reading reading = readAll(table);
        QVERIFY(reading.everyRowOnce());
        QCOMPARE(reading.ids.size(), table.ids.size());
        QVERIFY2(reading.progress.requests <= requests, qPrintable(QString::number(reading.progress.requests)));
        QCOMPARE(reading.progress.isComplete(), complete);
        QCOMPARE(reading.progress.rowsTaken, table.ids.size());
    }

    void aServerThatRepeatsItselfIsLeft()
    {
        Table table(2345);
        table.ignoresPage = true;
        const Reading reading = readAll(table);
        QCOMPARE(reading.ids.size(), 1000);
        QVERIFY(reading.progress.requests <= 4);
        QVERIFY(!reading.progress.isComplete());
        QVERIFY(reading.progress.duplicates >= 1000);
    }

    void aPageThatIsCutShortIsAskedForAgain_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::newRow("content") << Shape::Content;
        QTest::newRow("offset") << Shape::Offset;
        QTest::newRow("has more") << Shape::HasMore;
        QTest::newRow("bare array") << Shape::Bare;
    }
    void aPageThatIsCutShortIsAskedForAgain()
    {
        QFETCH(Shape, shape);
        // Of the last page it is said that no more comes: nobody could know better.
        const int last = shape == Shape::HasMore ? 4 : 6;
        for (int cut = 1; cut <= last; ++cut) {
            Table table(500);
            table.shape = shape;
            table.echoes = false;
            table.before = [cut](Table &table, int request) { table.shorter = request == cut ? 37 : 0; };
            const Reading reading = readAll(table, startOf(PagingDirection::Forward, 100));
            QVERIFY(reading.everyRowOnce());
            QCOMPARE(reading.ids.size(), 500);
        }
    }

    void rowsThatComeInFrontAreNoNewRows()
    {
        Table table(500);
        table.before = [](Table &table, int request) {
            if (request > 1)
                table.ids.prepend(10'000 + request);
        };
        const Reading reading = readAll(table, startOf(PagingDirection::Forward, 100));
        QVERIFY(reading.everyRowOnce());
        QVERIFY(reading.progress.duplicates > 0);
        for (int id = 1; id <= 500; ++id)
            QVERIFY(reading.ids.contains(id));
        // Those that came in front of what was read are missing, and the total says so.
        QVERIFY(!reading.progress.isComplete());
    }

    void rowsThatComeBehindAreRead()
    {
        Table table(500);
        table.before = [](Table &table, int request) { table.ids.append(10'000 + request); };
        for (const PagingDirection direction : {PagingDirection::Forward, PagingDirection::Backward}) {
            Table copy = table;
            const Reading reading = readAll(copy, startOf(direction, 100));
            QVERIFY(reading.everyRowOnce());
            for (int id = 1; id <= 500; ++id)
                QVERIFY(reading.ids.contains(id));
            QVERIFY(reading.ids.contains(10'003));
        }
    }

    void backwardNothingThatLastsIsMissed_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 20; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void backwardNothingThatLastsIsMissed()
    {
        QFETCH(int, seed);
        Table table(700);
        quint32 state = quint32(seed) * 2654435761u;
        const auto draw = [&state](qsizetype below) {
            state = state * 1664525u + 1013904223u;
            return qsizetype(state >> 8) % below;
        };
        QSet<int> lasting(table.ids.begin(), table.ids.end());
        int newcomers = 10'000;
        table.before = [&](Table &table, int) {
            for (qsizetype i = draw(8); i > 0; --i)
                lasting.remove(table.ids.takeAt(draw(table.ids.size())));
            for (qsizetype i = draw(8); i > 0; --i)
                table.ids.append(++newcomers);
        };
        const Reading reading = readAll(table, startOf(PagingDirection::Backward, 50));
        QVERIFY(reading.everyRowOnce());
        lasting -= QSet<int>(reading.ids.begin(), reading.ids.end());
        QCOMPARE(lasting.size(), 0);
    }

    void backwardNeedsTotalsAndWholePages_data()
    {
        QTest::addColumn<Table>("table");
        QTest::addColumn<QString>("place");
        Table table(500);
        table.shape = Shape::Bare;
        QTest::newRow("no total") << table << u"total"_s;
        table.shape = Shape::Content;
        table.claimed = 700;
        QTest::newRow("more than there is") << table << u"rows"_s;
        table.claimed = std::nullopt;
        table.ignoresPage = true;
        QTest::newRow("always the first page") << table << u"rows"_s;
    }
    void backwardNeedsTotalsAndWholePages()
    {
        QFETCH(Table, table);
        QFETCH(QString, place);
        ClientBench bench;
        bench.transport->answerBy([&table](const HttpRequest &request) { return table.answer(request); });
        ContactPager pager(bench.client, {}, startOf(PagingDirection::Backward, 100));
        std::optional<Error> error;
        for (int pages = 0; pages < 20 && !pager.atEnd() && !error; ++pages) {
            if (const auto page = bench.result(pager.next()); !page)
                error = page.error();
        }
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::UnreadableAnswer);
        QCOMPARE(error->detail, place);
        QVERIFY(!pager.atEnd());
        // The same page may be asked for again, and is taken when it is right.
        const qint64 page = pager.progress().nextPage;
        QCOMPARE(kindOf(bench.result(pager.next())), std::optional(ErrorKind::UnreadableAnswer));
        QCOMPARE(pager.progress().nextPage, page);
        Table honest(500);
        table = honest;
        qint64 rows = 0;
        while (!pager.atEnd()) {
            const auto next = bench.result(pager.next());
            QVERIFY(next);
            rows += next->rows.size();
        }
        QCOMPARE(rows, 500);
    }

    void aPageThatFailedIsAskedForAgain()
    {
        Table table(500);
        bool down = false;
        ClientBench bench;
        bench.transport->answerBy([&](const HttpRequest &request) {
            return down ? ScriptedTransport::answer(403, {}) : table.answer(request);
        });
        ContactPager pager(bench.client, {}, startOf(PagingDirection::Forward, 100));
        QSet<RemoteId> seen;
        for (int pages = 0; !pager.atEnd(); ++pages) {
            down = pages % 2 == 1;
            const PagingProgress before = pager.progress();
            const auto page = bench.result(pager.next());
            QCOMPARE(page.has_value(), !down);
            if (down)
                QCOMPARE(pager.progress(), before);
            for (qsizetype i = 0; page && i < page->rows.size(); ++i)
                seen.insert(page->rows.at(i).id);
        }
        QCOMPARE(seen.size(), 500);
        // At its end it stays there, and asks for nothing.
        const qsizetype sent = bench.sent();
        QCOMPARE(bench.result(pager.next())->rows.size(), 0);
        QCOMPARE(bench.sent(), sent);
    }

    void aForgottenPagerIsSilent()
    {
        Table table(500);
        ClientBench bench;
        bench.transport->answerBy([&table](const HttpRequest &request) { return table.answer(request); });
        std::optional<ContactPager> pager(std::in_place, bench.client, RemoteContactQuery());
        auto task = pager->next();
        pager.reset();
        QCOMPARE(bench.ending(std::move(task)), std::optional(ErrorKind::Cancelled));
        QCOMPARE(bench.transport->underWay(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGatewayPaging)
#include "tst_gateway_paging.moc"
