// SPDX-License-Identifier: Apache-2.0
#include "tests/support/clientbench.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

namespace {

constexpr auto done = std::optional<ErrorKind>();

QByteArray error(int status, const QByteArray &more = {})
{
    return "{\"status\":" + QByteArray::number(status) + R"(,"error":"x","message":"y")" + more + '}';
}

ContactChange anna()
{
    ContactChange change;
    change.phoneNumber = u"+393471234567"_s;
    return change;
}

const RemoteId one{u"1"_s};

} // namespace

/// Which requests are sent again, after which waits, and as what they end (gateway.md section 1, sync.md section 2.5);
/// on a scripted network, with time in the test's hand.
class TestGatewayRetries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tries_data()
    {
        QTest::addColumn<int>("status"); // 0: the connection breaks off after the request went out, -1: before
        QTest::addColumn<int>("reads");
        QTest::addColumn<int>("creates");
        QTest::addColumn<int>("removals");
        QTest::addColumn<ErrorKind>("read");
        QTest::addColumn<ErrorKind>("create");
        QTest::addColumn<ErrorKind>("removal");
        using enum ErrorKind;
        const auto row = [](const char *name, int status, int reads, int creates, int removals, ErrorKind read,
                            ErrorKind create, ErrorKind removal) {
            QTest::newRow(name) << status << reads << creates << removals << read << create << removal;
        };
        row("broken off", 0, 3, 1, 3, ConnectionLost, OutcomeUnknown, OutcomeUnknown);
        row("never connected", -1, 3, 1, 3, ConnectionRefused, ConnectionRefused, ConnectionRefused);
        row("400", 400, 1, 1, 1, Refused, Refused, Refused);
        row("401", 401, 1, 1, 1, KeyRefused, KeyRefused, KeyRefused);
        row("403", 403, 1, 1, 1, NotAllowed, NotAllowed, NotAllowed);
        row("404", 404, 1, 1, 1, NotFound, NotFound, NotFound);
        row("408", 408, 3, 1, 3, TimedOut, OutcomeUnknown, OutcomeUnknown);
        row("409", 409, 1, 1, 1, Conflict, Conflict, Conflict);
        row("413", 413, 1, 1, 1, TooLarge, TooLarge, TooLarge);
        row("500", 500, 3, 1, 3, ServerFailed, OutcomeUnknown, OutcomeUnknown);
        row("502", 502, 3, 1, 3, ServerFailed, OutcomeUnknown, OutcomeUnknown);
        row("503", 503, 3, 1, 3, ServerFailed, OutcomeUnknown, OutcomeUnknown);
        row("504", 504, 3, 1, 3, ServerFailed, OutcomeUnknown, OutcomeUnknown);
        row("307", 307, 1, 1, 3, NotTheGateway, OutcomeUnknown, OutcomeUnknown);
    }
    void tries()
    {
        QFETCH(int, status);
        QFETCH(int, reads);
        QFETCH(int, creates);
        QFETCH(int, removals);
        QFETCH(ErrorKind, read);
        QFETCH(ErrorKind, create);
        QFETCH(ErrorKind, removal);
        ClientBench bench;
        bench.transport->answerBy([status](const HttpRequest &request) {
            if (request.url.query().startsWith(u"phoneNumber"_s)) // the look after a refused creation
                return ScriptedTransport::answer(500, error(500));
            if (status > 0)
                return ScriptedTransport::answer(status, error(status));
            HttpAnswer answer;
            answer.failure = Error{status == 0 ? ErrorKind::ConnectionLost : ErrorKind::ConnectionRefused, {}, {}};
            answer.mayHaveArrived = status == 0;
            return answer;
        });
        QCOMPARE(bench.ending(bench.client.contact(one)), std::optional(read));
        QCOMPARE(bench.sent(), reads);
        const auto count = [&bench](const char *verb) {
            return std::ranges::count_if(bench.transport->requests(),
                                         [verb](const HttpRequest &request) { return request.verb == verb; });
        };
        QCOMPARE(bench.ending(bench.client.createContact(anna())), std::optional(create));
        QCOMPARE(count("POST"), creates);
        QCOMPARE(bench.ending(bench.client.deleteContacts(*DeletionBatch::of({one}))), std::optional(removal));
        QCOMPARE(count("DELETE"), removals);
    }

    void backOffGrows()
    {
        ClientBench bench;
        bench.transport->answerBy([](const HttpRequest &) { return ScriptedTransport::answer(500, {}); });
        QCOMPARE(bench.ending(bench.client.contact(one)), std::optional(ErrorKind::ServerFailed));
        QCOMPARE(bench.waited, 500 + 1000); // half of 1 s and of 2 s
        QCOMPARE(bench.ending(bench.client.contact(one, Priority::Background)), std::optional(ErrorKind::ServerFailed));
        QCOMPARE(bench.sent(), 3 + 5);
        QCOMPARE(bench.waited, 500 + 1000 + 2000 + 4000);
    }

    void aRemovalThatIsGoneWasDone()
    {
        ClientBench bench;
        bench.transport->scriptFailure(ErrorKind::ConnectionLost, true);
        bench.transport->script(404, error(404));
        QCOMPARE(bench.ending(bench.client.deleteContacts(*DeletionBatch::of({one}))), done);
        // A 404 to the first try is somebody else's deletion, and said.
        bench.transport->script(404, error(404));
        QCOMPARE(bench.ending(bench.client.deleteContacts(*DeletionBatch::of({one}))),
                 std::optional(ErrorKind::NotFound));
        // A page in its place says nothing of the contact.
        bench.transport->scriptFailure(ErrorKind::ConnectionLost, true);
        for (int i = 0; i < 2; ++i)
            bench.transport->script(404, "<html>", {HttpHeader{"Content-Type", "text/html"}});
        QCOMPARE(bench.ending(bench.client.deleteContacts(*DeletionBatch::of({one}))),
                 std::optional(ErrorKind::OutcomeUnknown));
    }

    void aLaterRefusalDoesNotUndoAnEarlierTry()
    {
        ClientBench bench;
        bench.transport->scriptFailure(ErrorKind::ConnectionLost, true);
        bench.transport->script(401, error(401));
        QCOMPARE(bench.ending(bench.client.deleteContacts(*DeletionBatch::of({one}))),
                 std::optional(ErrorKind::OutcomeUnknown));
    }

    void throttledRequestsWaitAndAreNoTry()
    {
        ClientBench bench;
        for (int i = 0; i < 4; ++i)
            bench.transport->script(429, error(429, R"(,"retryAfter":3)"));
        bench.transport->script(201, R"({"id":1})");
        QCOMPARE(bench.ending(bench.client.createContact(anna())), done);
        QCOMPARE(bench.sent(), 5);
        QVERIFY(bench.waited >= 4 * 3'000);
        bench.transport->script(429, {}, {HttpHeader{"Retry-After", "7"}});
        bench.transport->script(200, R"({"id":1})");
        QCOMPARE(bench.ending(bench.client.contact(one)), done);
        QVERIFY(bench.waited >= 7'000 && bench.waited < 8'500);
    }

    void nobodyWaitsForEver()
    {
        ClientBench bench;
        bench.transport->script(429, error(429, R"(,"retryAfter":60)"));
        QCOMPARE(bench.ending(bench.client.createContact(anna())), std::optional(ErrorKind::RateLimited));
        QCOMPARE(bench.sent(), 1);
        // Whoever comes meanwhile is told at once, and nothing leaves.
        QCOMPARE(bench.ending(bench.client.contact(one)), std::optional(ErrorKind::RateLimited));
        QCOMPARE(bench.sent(), 1);
        // The background has the time.
        bench.transport->script(200, R"({"id":1})");
        QCOMPARE(bench.ending(bench.client.contact(one, Priority::Background)), done);
        QVERIFY(bench.waited >= 60'000);
        bench.transport->answerBy(
            [](const HttpRequest &) { return ScriptedTransport::answer(429, error(429, R"(,"retryAfter":1)")); });
        QCOMPARE(bench.ending(bench.client.contact(one)), std::optional(ErrorKind::RateLimited));
        QCOMPARE(bench.sent(), 2 + 10);
    }

    void waitingTooLongDoesNotUndoATry()
    {
        // A removal breaks off while a 429 to another request stops everything for a minute.
        ClientBench bench;
        int requests = 0;
        bench.transport->answerBy([&requests](const HttpRequest &) {
            if (++requests == 1)
                return ScriptedTransport::answer(429, error(429, R"(,"retryAfter":60)"));
            HttpAnswer answer;
            answer.failure = Error{ErrorKind::ConnectionLost, {}, {}};
            return answer;
        });
        std::optional<ErrorKind> created = ErrorKind::Internal;
        auto create = bench.client.createContact(anna());
        create.then([&](const Result<RemoteContact> &result) { created = kindOf(result); });
        QCOMPARE(bench.ending(bench.client.deleteContacts(*DeletionBatch::of({one}))),
                 std::optional(ErrorKind::OutcomeUnknown));
        QCOMPARE(created, std::optional(ErrorKind::RateLimited));
        QCOMPARE(requests, 2);
    }

    void stoppingWhileWaiting()
    {
        ClientBench bench;
        bench.transport->script(429, error(429, R"(,"retryAfter":20)"));
        auto create = bench.client.createContact(anna());
        for (int i = 0; i < 5; ++i)
            QCoreApplication::sendPostedEvents();
        create.requestStop(); // sent back, and nothing is under way
        QCOMPARE(bench.ending(std::move(create)), std::optional(ErrorKind::Cancelled));
        bench.transport->hold(true);
        bench.clock->advance(60'000);
        auto second = bench.client.createContact(anna());
        QCOMPARE(bench.transport->underWay(), 1);
        second.requestStop();
        QCOMPARE(bench.ending(std::move(second)), std::optional(ErrorKind::OutcomeUnknown));
        QCOMPARE(bench.transport->underWay(), 0);
        {
            auto forgotten = bench.client.contact(one);
            QCOMPARE(bench.transport->underWay(), 1);
        }
        QCOMPARE(bench.transport->underWay(), 0);
        bench.transport->hold(false);
        bench.transport->script(200, R"({"id":1})");
        QCOMPARE(bench.ending(bench.client.contact(one)), done);
    }

    void answersOfOthersAreNotTaken_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("read");
        QTest::newRow("a page") << QByteArray("text/html") << QByteArray("<html>") << ErrorKind::NotTheGateway;
        QTest::newRow("JSON called a page")
            << QByteArray("text/html") << QByteArray(R"({"id":1})") << ErrorKind::NotTheGateway;
        QTest::newRow("half of it") << QByteArray("application/json") << QByteArray(R"({"id":)")
                                    << ErrorKind::UnreadableAnswer;
        QTest::newRow("nothing") << QByteArray() << QByteArray() << ErrorKind::UnreadableAnswer;
        QTest::newRow("no id") << QByteArray("application/json") << QByteArray("{}") << ErrorKind::UnreadableAnswer;
    }
    void answersOfOthersAreNotTaken()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, read);
        ClientBench bench;
        bench.transport->answerBy([&](const HttpRequest &) {
            return ScriptedTransport::answer(200, body, {HttpHeader{"Content-Type", type}});
        });
        QCOMPARE(bench.ending(bench.client.contact(one)), std::optional(read));
        const qsizetype before = bench.sent();
        QCOMPARE(bench.ending(bench.client.createContact(anna())), std::optional(ErrorKind::OutcomeUnknown));
        QCOMPARE(bench.sent(), before + 1);
    }

    void logsHoldNoSecret_data()
    {
        QTest::addColumn<bool>("debug");
        QTest::newRow("as usual") << false;
        QTest::newRow("debugging") << true;
    }
    void logsHoldNoSecret()
    {
        QFETCH(bool, debug);
        ClientBench bench(debug);
        bench.transport->script(200, R"({"content":[],"totalElements":0})");
        RemoteContactQuery query;
        query.phoneNumber = u"+393471234589"_s;
        query.search = u"Colombo"_s;
        query.sortBy = u"id"_s;
        QCOMPARE(bench.ending(bench.client.contacts(query)), done);
        bench.transport->script(500, {});
        bench.transport->script(200, R"({"id":1,"firstName":"Giuditta"})");
        QCOMPARE(bench.ending(bench.client.contact({u"personal-id"_s})), done);
        bench.transport->script(201, R"({"id":1})");
        QCOMPARE(bench.ending(bench.client.createContact(anna())), done);
        bench.transport->script(200, "a;b", {HttpHeader{"Content-Type", "text/csv"}});
        QCOMPARE(bench.ending(bench.client.downloadExport(QUrl(u"https://files.example/x?token=canary-token"_s),
                                                          [](QByteArrayView) { return true; })),
                 done);
        QCOMPARE(bench.log->lines.size(), 5);
        const QString all = bench.log->lines.join(u'\n');
        for (const char *secret : {"canary", "3471234", "Colombo", "personal-id", "Giuditta", "files.example"})
            QVERIFY2(!all.contains(QLatin1String(secret)), qPrintable(all));
        QCOMPARE(all.contains(u"+39…89"_s), debug);
        QVERIFY(bench.log->lines.at(0).startsWith(u"GET /partner-gateway/v1/contacts"_s));
        QCOMPARE(bench.log->lines.at(1), u"GET /partner-gateway/v1/contacts/{id} 500 0/0 B 0 ms try 1 error %1"_s.arg(
                                             int(ErrorKind::ServerFailed)));
        QCOMPARE(bench.log->lines.at(2), u"GET /partner-gateway/v1/contacts/{id} 200 0/31 B 0 ms try 2"_s);
        QCOMPARE(bench.log->lines.at(3), u"POST /partner-gateway/v1/contacts 201 31/8 B 0 ms try 1"_s);
        QVERIFY(bench.log->lines.at(4).startsWith(u"GET {download} 200"_s));
        for (const HttpHeader &header : bench.transport->requests().last().headers)
            QVERIFY(!header.value.contains("canary"));
    }
};

QTEST_GUILESS_MAIN(TestGatewayRetries)
#include "tst_gateway_retries.moc"
