// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/pager.h"
#include "tests/support/clientbench.h"

#include <QTest>
#include <QUrlQuery>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr auto done = std::optional<ErrorKind>();
const RemoteId one{u"cnt_1"_s};

/// Written with apostrophes.
HttpAnswer json(int status, QByteArray body)
{
    return ScriptedTransport::answer(status, body.replace('\'', '"'));
}

QByteArray pathOf(const HttpRequest &request)
{
    return request.verb + ' ' + request.url.path().section(u"/v1"_s, 1).toUtf8();
}

QByteArray row(int id)
{
    return "{'contactId':'cnt_" + QByteArray::number(id) + "','name':'N','phoneNumber':'+39340000000" +
           QByteArray::number(id) + "'}";
}

PagingStart ofTwo()
{
    PagingStart start;
    start.limit = 2;
    return start;
}

} // namespace

/// What no document says and a gateway may do all the same: answers that show nothing of what was done, refusals in
/// another dress, pages behind the last one, files that are in no list, and no answer at all.
class TestGatewayUnsaid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A change that is answered with a word, or with nothing, was done: what came of it is read.
    void silentChangesAreRead_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a word") << 200 << QByteArray("{'status':'success'}");
        QTest::newRow("a word in an envelope") << 200 << QByteArray("{'status':'success','data':{'updated':1}}");
        QTest::newRow("an empty object") << 200 << QByteArray("{}");
        QTest::newRow("no content") << 204 << QByteArray();
    }
    void silentChangesAreRead()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        ClientBench bench;
        bench.transport->answerBy([&](const HttpRequest &request) {
            if (request.verb == "PUT")
                return json(status, body);
            return request.url.path().contains("/list/"_L1)
                       ? json(200, "{'id':'list_1','name':'Nuova'}")
                       : json(200, "{'contactId':'cnt_1','name':'Anna Neri','city':'Milano'}");
        });
        ContactChange change;
        change.city = u"Milano"_s;
        const auto updated = bench.result(bench.client.updateContact(one, change));
        QVERIFY(updated);
        QCOMPARE(updated->contact.city, u"Milano"_s);
        QCOMPARE(updated->notTaken, QStringList());
        QCOMPARE(bench.sent(), 2);
        const auto list = bench.result(bench.client.updateList({u"list_1"_s}, {u"Nuova"_s, {}, {}}));
        QVERIFY(list);
        QCOMPARE(list->name, u"Nuova"_s);
        QCOMPARE(bench.sent(), 4);
        // Of a new one nobody knows which it is.
        bench.transport->script(json(201, "{'status':'success'}"));
        change.phoneNumber = u"+393471234567"_s;
        QCOMPARE(bench.ending(bench.client.createContact(change)), std::optional(ErrorKind::OutcomeUnknown));
    }

    // A refusal is one in whatever object it comes; only an absence has to be said in the gateway's own form.
    void refusalsInAnotherDress_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("message") << 400 << QByteArray("{'message':'City is too long'}") << ErrorKind::Refused;
        QTest::newRow("error") << 400 << QByteArray("{'error':'City is too long'}") << ErrorKind::Refused;
        QTest::newRow("detail") << 422 << QByteArray("{'detail':[{'msg':'City is too long'}]}") << ErrorKind::Refused;
        QTest::newRow("conflict") << 409 << QByteArray("{'error':'City is too long'}") << ErrorKind::Conflict;
        QTest::newRow("absence") << 404 << QByteArray("{'message':'no Route matched'}") << ErrorKind::OutcomeUnknown;
        QTest::newRow("HTML") << 400 << QByteArray("<html>City is too long</html>") << ErrorKind::OutcomeUnknown;
    }
    void refusalsInAnotherDress()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        ClientBench bench;
        bench.transport->answerBy([&](const HttpRequest &) { return json(status, body); });
        const auto made = bench.result(bench.client.createList({u"L"_s, {}, {}}));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, kind);
        if (kind == ErrorKind::Refused)
            QVERIFY2(made.error().text().contains("City is too long"_L1), qPrintable(made.error().text()));
    }

    // A key that such a refusal names is left out, as in any other.
    void aKeyIsNamedInAnotherDress()
    {
        ClientBench bench;
        bench.transport->answerBy([](const HttpRequest &request) {
            return request.body.contains("region") ? json(400, "{'message':'Unknown property region'}")
                                                   : json(200, "{'contactId':'cnt_1','name':'A B','city':'Como'}");
        });
        ContactChange change;
        change.city = u"Como"_s;
        change.region = u"Lombardia"_s;
        QVERIFY(bench.result(bench.client.updateContact(one, change)));
        QVERIFY(bench.client.capabilities().refuses(u"contact.region"_s));
    }

    // All rows fit exactly into their pages, and the page behind them is refused.
    void aPageBehindTheLastMayBeRefused_data()
    {
        QTest::addColumn<HttpAnswer>("behind");
        QTest::newRow("404") << json(404, "{'status':'fail','data':{'page':'There is no such page'}}");
        QTest::newRow("400") << json(400, "{'status':'fail','data':{'filter':'Out of range'}}");
    }
    void aPageBehindTheLastMayBeRefused()
    {
        QFETCH(HttpAnswer, behind);
        for (const bool isWhole : {true, false}) {
            ClientBench bench;
            bench.transport->answerBy([&](const HttpRequest &request) {
                const int page = std::max(1, QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
                if (page > (isWhole ? 2 : 1))
                    return behind;
                return json(200, "{'contacts':[" + row(2 * page - 1) + ',' + row(2 * page) +
                                     "],'total':4,'page':" + QByteArray::number(page) + ",'totalPages':2}");
            });
            ContactPager pager(bench.client, {}, ofTwo());
            int rows = 0;
            std::optional<ErrorKind> ended;
            while (!pager.atEnd() && !ended) {
                const auto page = bench.result(pager.next());
                rows += page ? int(page->rows.size()) : 0;
                ended = kindOf(page);
            }
            // Before the end it is a failure as any, or what came is not all.
            QCOMPARE(rows, isWhole ? 4 : 2);
            QCOMPARE(!ended && pager.progress().isComplete(), isWhole);
        }
    }

    // Contacts go by offset and limit (UC-023), members of a list by page and limit (the list reference), and what is
    // not known is passed over: the first page must not come again and again.
    void membersByPageWhereContactsGoByOffset()
    {
        Capabilities known = oneThatDeletes();
        known.envelope = PageEnvelope::Offset;
        known.paging = known.memberPaging = PagingStyle::OffsetAndLimit;
        known.pageLimit = 2;
        ClientBench bench(false, known);
        bench.transport->answerBy([](const HttpRequest &request) {
            const int page = QUrlQuery(request.url).queryItemValue(u"page"_s).toInt(); // from 0
            return json(200, "{'content':[" + (page < 3 ? row(2 * page + 1) + ',' + row(2 * page + 2) : QByteArray()) +
                                 "],'totalElements':6,'totalPages':3,'size':2,'page':" + QByteArray::number(page) +
                                 '}');
        });
        ContactPager pager(bench.client, {u"list-1"_s}, {}, ofTwo());
        QStringList ids;
        while (!pager.atEnd()) {
            const auto page = bench.result(pager.next());
            QVERIFY(page);
            for (const RemoteContact &contact : page->rows)
                ids.append(contact.id.value.mid(4));
            QVERIFY(pager.progress().requests < 8);
        }
        QCOMPARE(ids.join(u','), u"1,2,3,4,5,6"_s);
    }

    void aMomentMarksADeletedList()
    {
        ClientBench bench;
        bench.transport->answerBy([](const HttpRequest &) {
            return json(200, "{'content':[{'id':1,'name':'A','deletedAt':'2026-04-09T09:00:00Z'},"
                             "{'id':2,'name':'B','deletedAt':null},{'id':3,'name':'C'}],'totalElements':3}");
        });
        RemoteListQuery query;
        query.includeDeleted = true;
        const auto page = bench.result(bench.client.lists(query));
        QVERIFY(page);
        QCOMPARE(page->rows.at(0).isDeleted, std::optional(true));
        QCOMPARE(page->rows.at(1).isDeleted, std::optional(false));
        QCOMPARE(page->rows.at(2).isDeleted, std::nullopt);
        QCOMPARE(bench.sent(), 1);
    }

    // The contacts guide names the order alone: the file is asked for by the id that its answer gave.
    void filesThatNobodyLists()
    {
        ClientBench bench;
        int looks = 0, orders = 0;
        bench.transport->answerBy([&](const HttpRequest &request) {
            const QByteArray call = pathOf(request);
            if (call == "GET /exports")
                return json(404, "{'status':'fail','data':{'path':'Not found'}}");
            if (call == "POST /exports/contacts")
                return json(202, "{'exportId':'exp_1','status':'PENDING'}");
            if (call == "POST /exports/exp_1")
                return ++orders, json(202, "{'exportId':'exp_1'}");
            if (call == "GET /exports/exp_1") {
                ++looks;
                return looks == 1 ? json(200, "{'exportId':'exp_1','status':'PROCESSING','self':'https://a.example/1'}")
                       : looks == 2 ? json(200, "{'exportId':'exp_1','status':'EXPIRED'}")
                                    : json(200, "{'status':'COMPLETED','self':'https://a.example/1',"
                                                "'downloadUrl':'https://files.example/f'}");
            }
            HttpAnswer file = ScriptedTransport::answer(200, {}, {{"Content-Type", "text/csv"}});
            file.bytesReceived = 7;
            return file;
        });
        const auto bytes = bench.result(bench.client.fetchExport({}, [](QByteArrayView) { return true; }));
        QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().text()));
        QCOMPARE(orders, 1);
        QCOMPARE(looks, 3);
        const HttpRequest &last = bench.transport->requests().last();
        QCOMPARE(last.url.toString(), u"https://files.example/f"_s);
        for (const HttpHeader &header : last.headers)
            QVERIFY(header.name.toLower() != "x-api-key");
        // One that has failed is not waited for.
        looks = 0;
        bench.transport->script(json(404, "{'status':'fail','data':{'path':'Not found'}}"));
        bench.transport->script(json(202, "{'exportId':'exp_2'}"));
        bench.transport->script(json(200, "{'exportId':'exp_2','status':'FAILED'}"));
        QCOMPARE(bench.ending(bench.client.fetchExport({}, [](QByteArrayView) { return true; })),
                 std::optional(ErrorKind::Refused));
    }

    // Half a minute each: two are enough to know, and the next is tried once, until something is answered.
    void whoHangsIsNotAskedForMinutes()
    {
        ClientBench bench;
        int hangs = 3;
        bench.transport->answerBy([&](const HttpRequest &) {
            HttpAnswer answer = json(200, row(1));
            if (hangs > 0) {
                --hangs;
                answer = {};
                answer.failure = Error{ErrorKind::TimedOut, {}, {}};
                answer.mayHaveArrived = true;
            }
            return answer;
        });
        QCOMPARE(bench.ending(bench.client.contact(one, Priority::Background)), std::optional(ErrorKind::TimedOut));
        QCOMPARE(bench.sent(), 2);
        QVERIFY(bench.client.isHanging());
        QCOMPARE(bench.ending(bench.client.contact(one, Priority::Background)), std::optional(ErrorKind::TimedOut));
        QCOMPARE(bench.sent(), 3);
        QCOMPARE(bench.ending(bench.client.contact(one)), done);
        QVERIFY(!bench.client.isHanging());
        hangs = 1; // once is no sign of anything
        QCOMPARE(bench.ending(bench.client.contact(one)), done);
        QCOMPARE(bench.sent(), 6);
    }
};

QTEST_GUILESS_MAIN(TestGatewayUnsaid)
#include "tst_gateway_unsaid.moc"
