// SPDX-License-Identifier: Apache-2.0
#include "gateway/account.h"
#include "gateway/transport.h"
#include "tests/support/awaited.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Then = ScriptedServer::Then;

namespace {

QString tlsFile(const char *name)
{
    return QStringLiteral(ELENCO_TEST_DATA "/tls/") + QLatin1String(name);
}

TransportOptions quick()
{
    TransportOptions options;
    QFile authority(tlsFile("ca.pem"));
    if (authority.open(QIODevice::ReadOnly))
        options.extraCertificates = authority.readAll();
    return options;
}

HttpRequest request(const ScriptedServer &server, const QByteArray &verb = "GET", const QByteArray &body = {})
{
    HttpRequest request;
    request.verb = verb;
    request.url = QUrl(server.root().toString() + u"/contacts"_s);
    request.headers.append(HttpHeader{"X-Api-Key", "secret"});
    if (!body.isEmpty())
        request.headers.append(HttpHeader{"Content-Type", "application/json"});
    request.body = body;
    request.isWrite = verb != "GET";
    request.answerLimit = 1'000'000;
    return request;
}

HttpAnswer answerOf(Transport &transport, HttpRequest request)
{
    std::optional<HttpAnswer> answer;
    int calls = 0;
    const auto exchange = transport.send(std::move(request), [&](HttpAnswer given) {
        answer = std::move(given);
        ++calls;
    });
    if (calls != 0 || !QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
        qFatal("no answer, or one from inside the call");
    // Once means once.
    QTest::qWait(20);
    if (calls != 1)
        qFatal("answered %d times", calls);
    return *answer;
}

std::optional<ErrorKind> failureOf(const HttpAnswer &answer)
{
    return answer.failure ? std::optional(answer.failure->kind) : std::nullopt;
}

} // namespace

/// The network as it is: what leaves, how often, and what the caller hears of it.
class TestGatewayTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersComeWholeAndConnectionsAreKept()
    {
        ScriptedServer server;
        const auto transport = networkTransport(quick());
        for (int i = 0; i < 5; ++i) {
            server.script(ScriptedServer::answer(200, "{\"n\":1}", "application/json", "X-RateLimit-Limit: 1000\r\n"));
            const HttpAnswer answer = answerOf(*transport, request(server));
            QVERIFY(!answer.failure);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, QByteArray("{\"n\":1}"));
            QCOMPARE(answer.bytesReceived, 7);
            QCOMPARE(answer.header("x-ratelimit-limit"), QByteArray("1000"));
        }
        QCOMPARE(server.requests().size(), 5);
        QCOMPARE(server.connections(), 1);
        const QByteArray sent = server.requests().first().toLower();
        QVERIFY(sent.contains("\r\nx-api-key: secret\r\n"));
        QVERIFY2(sent.contains("gzip"), sent.constData());
        QVERIFY(!sent.contains("\r\ncookie"));
    }

    void packedAnswersAreUnpacked()
    {
        ScriptedServer server;
        const auto transport = networkTransport(quick());
        // qCompress() puts a length of four bytes before a zlib stream, which is what HTTP calls deflate.
        const QByteArray packed = qCompress(QByteArray(50'000, 'a')).mid(4);
        server.script(ScriptedServer::answer(200, packed, "text/plain", "Content-Encoding: deflate\r\n"));
        const HttpAnswer answer = answerOf(*transport, request(server));
        QVERIFY(!answer.failure);
        QCOMPARE(answer.body, QByteArray(50'000, 'a'));
        QCOMPARE(answer.bytesReceived, 50'000);
    }

    void answersAboveTheLimitAreGivenUp()
    {
        ScriptedServer server;
        const auto transport = networkTransport(quick());
        const QByteArray packed = qCompress(QByteArray(3'000'000, 'a')).mid(4); // some 3 kB on the wire
        server.script(ScriptedServer::answer(200, packed, "text/plain", "Content-Encoding: deflate\r\n"));
        const HttpAnswer answer = answerOf(*transport, request(server));
        QCOMPARE(failureOf(answer), std::optional(ErrorKind::TooLarge));
        QVERIFY(answer.body.size() <= 3'000'000);
    }

    void writesGoOutExactlyOnce_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<bool>("warm");
        QTest::addColumn<Then>("end");
        for (const bool tls : {false, true}) {
            for (const bool warm : {false, true}) {
                for (const Then end : {Then::Close, Then::Abort}) {
                    const std::string how = std::string(tls ? "https" : "http") +
                                            (warm ? ", kept connection" : ", new one") +
                                            (end == Then::Close ? ", closed" : ", reset");
                    QTest::addRow("POST, "
                                  "%s",
                                  how.c_str())
                        << QByteArray("POST") << QByteArray("{\"a\":1}") << tls << warm << end;
                    QTest::addRow("PUT, "
                                  "%s",
                                  how.c_str())
                        << QByteArray("PUT") << QByteArray("{\"a\":1}") << tls << warm << end;
                    QTest::addRow("DELETE, "
                                  "%s",
                                  how.c_str())
                        << QByteArray("DELETE") << QByteArray() << tls << warm << end;
                    QTest::addRow("DELETE with a body, "
                                  "%s",
                                  how.c_str())
                        << QByteArray("DELETE") << QByteArray("{\"a\":1}") << tls << warm << end;
                }
            }
        }
    }
    void writesGoOutExactlyOnce()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, body);
        QFETCH(bool, tls);
        QFETCH(bool, warm);
        QFETCH(Then, end);
        ScriptedServer server(tls ? tlsFile("server.pem") : QString(), tls ? tlsFile("server.key") : QString());
        const auto transport = networkTransport(quick());
        if (warm) {
            server.script(ScriptedServer::answer(200, "{}"));
            QVERIFY(!answerOf(*transport, request(server)).failure);
        }
        server.script({}, end);
        // What Qt would send again, if it could, finds these.
        for (int i = 0; i < 6; ++i)
            server.script(ScriptedServer::answer(200, "{}"));
        const HttpAnswer answer = answerOf(*transport, request(server, verb, body));
        QVERIFY(answer.failure);
        QVERIFY(answer.mayHaveArrived);
        QTest::qWait(100);
        QCOMPARE(server.requests().size(), warm ? 2 : 1);
        const QByteArray sent = server.requests().last();
        QVERIFY(sent.startsWith(verb));
        QVERIFY(sent.contains("ontent-Length: " + QByteArray::number(body.size())) ||
                sent.contains("ontent-length: " + QByteArray::number(body.size())));
        QVERIFY(sent.endsWith("\r\n\r\n" + body));
    }

    void writesAreAnsweredLikeReads_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("http") << false;
        QTest::newRow("https") << true;
    }
    void writesAreAnsweredLikeReads()
    {
        QFETCH(bool, tls);
        ScriptedServer server(tls ? tlsFile("server.pem") : QString(), tls ? tlsFile("server.key") : QString());
        const auto transport = networkTransport(quick());
        const QByteArray large(300'000, 'x');
        for (const char *verb : {"POST", "PUT", "DELETE", "POST", "DELETE"}) {
            server.script(ScriptedServer::answer(201, "{\"id\":7}"));
            const HttpAnswer answer = answerOf(*transport, request(server, verb, large));
            QVERIFY(!answer.failure);
            QCOMPARE(answer.status, 201);
            QVERIFY(server.requests().last().endsWith(large));
        }
        server.script(ScriptedServer::answer(200, {}));
        QCOMPARE(answerOf(*transport, request(server, "DELETE")).status, 200);
        QCOMPARE(server.requests().size(), 6);
        QCOMPARE(server.connections(), 1);
    }

    void statusesAreAnswersAndNotFailures_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 202, 204, 301, 307, 400, 401, 403, 404, 405, 407, 408,
                                 409, 410, 413, 418, 422, 429, 500, 501, 502, 503, 504, 511, 599})
            QTest::addRow("%d", status) << status;
    }
    void statusesAreAnswersAndNotFailures()
    {
        QFETCH(int, status);
        ScriptedServer server;
        const auto transport = networkTransport(quick());
        for (const char *verb : {"GET", "POST"}) {
            const QByteArray body = status == 204 ? QByteArray() : QByteArray("{\"status\":1}");
            server.script(
                ScriptedServer::answer(status, body, "application/json",
                                       "WWW-Authenticate: Basic realm=\"x\"\r\nLocation: http://127.0.0.1:1/\r\n"
                                       "Set-Cookie: a=b\r\n"));
            const HttpAnswer answer = answerOf(*transport, request(server, verb, verb[0] == 'P' ? "{}" : ""));
            QVERIFY2(!answer.failure || status == 407,
                     answer.failure ? qPrintable(QString::number(int(answer.failure->kind)) + answer.failure->detail)
                                    : "");
            if (status == 407) // without a proxy this is nobody's to say
                continue;
            QCOMPARE(answer.status, status);
            if (status < 300 || status >= 400) // where to go is not followed, and not read
                QCOMPARE(answer.body, body);
        }
        QCOMPARE(server.requests().size(), 2); // no redirect followed, no login tried
        QVERIFY(!server.requests().last().toLower().contains("cookie"));
    }

    void brokenAnswersAreFailures_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Then>("end");
        QTest::newRow("half a body") << ScriptedServer::answer(200, "{\"content\":[]}").chopped(5) << Then::Close;
        QTest::newRow("half a body of an error")
            << ScriptedServer::answer(400, "{\"content\":[]}").chopped(5) << Then::Close;
        QTest::newRow("half a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"a\"")
                                      << Then::Close;
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << Then::Close;
        QTest::newRow("reset in the body") << ScriptedServer::answer(200, "{\"content\":[]}").chopped(5) << Then::Abort;
        QTest::newRow("not HTTP") << QByteArray("220 mail.example ESMTP\r\n") << Then::Close;
    }
    void brokenAnswersAreFailures()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Then, end);
        ScriptedServer server;
        const auto transport = networkTransport(quick());
        server.script(bytes, end);
        for (int i = 0; i < 4; ++i) // Qt may read again by itself
            server.script(bytes, end);
        const HttpAnswer answer = answerOf(*transport, request(server, "POST", "{}"));
        QVERIFY(answer.failure);
        QVERIFY(answer.mayHaveArrived);
        QCOMPARE(server.requests().size(), 1);
    }

    void eachPhaseHasItsLimit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("pieceSize");
        QTest::newRow("no first byte") << QByteArray() << 0;
        QTest::newRow("nothing after the head")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{") << 0;
        QTest::newRow("drips for ever") << ScriptedServer::answer(200, QByteArray(5000, ' ')) << 1;
    }
    void eachPhaseHasItsLimit()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, pieceSize);
        ScriptedServer server;
        TransportOptions options = quick();
        options.firstByteWithin = 150;
        options.receiveIdle = 150;
        options.wholeWithin = 600;
        const auto transport = networkTransport(options);
        if (bytes.isEmpty())
            server.script(QByteArray());
        else
            server.script({bytes, Then::KeepOpen, pieceSize, 5});
        const HttpAnswer answer = answerOf(*transport, request(server));
        QCOMPARE(failureOf(answer), std::optional(ErrorKind::TimedOut));
        QVERIFY(answer.mayHaveArrived);
    }

    void slowAnswersAreWaitedFor()
    {
        ScriptedServer server;
        TransportOptions options = quick();
        options.receiveIdle = 2'000;
        const auto transport = networkTransport(options);
        server.script({ScriptedServer::answer(200, "{\"content\":[]}"), Then::KeepOpen, 7, 10});
        const HttpAnswer answer = answerOf(*transport, request(server));
        QVERIFY(!answer.failure);
        QCOMPARE(answer.body, QByteArray("{\"content\":[]}"));
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            ScriptedServer server;
            port = server.serverPort();
        }
        const auto transport = networkTransport(quick());
        HttpRequest write;
        write.verb = "POST";
        write.isWrite = true;
        write.body = "{}";
        write.url = QUrl(u"http://127.0.0.1:%1/api"_s.arg(port));
        const HttpAnswer answer = answerOf(*transport, write);
        QCOMPARE(failureOf(answer), std::optional(ErrorKind::ConnectionRefused));
        QVERIFY(!answer.mayHaveArrived);
    }

    void certificatesAreVerified_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("unknown authority") << QByteArray("server") << false << ErrorKind::TlsUntrusted;
        QTest::newRow("over") << QByteArray("expired") << true << ErrorKind::TlsExpired;
        QTest::newRow("of another host") << QByteArray("wronghost") << true << ErrorKind::TlsWrongName;
    }
    void certificatesAreVerified()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(bool, trusted);
        QFETCH(ErrorKind, kind);
        ScriptedServer server(tlsFile((certificate + ".pem").constData()), tlsFile((certificate + ".key").constData()));
        TransportOptions options = quick();
        if (!trusted)
            options.extraCertificates.clear();
        const auto transport = networkTransport(options);
        const HttpAnswer answer = answerOf(*transport, request(server, "POST", "{}"));
        QCOMPARE(failureOf(answer), std::optional(kind));
        QVERIFY(!answer.mayHaveArrived);
        QCOMPARE(server.requests().size(), 0);
    }

    void tlsWhereThereIsNone()
    {
        ScriptedServer server;
        server.script("HTTP/1.1 400 Bad\r\n\r\n", Then::Close);
        const auto transport = networkTransport(quick());
        HttpRequest read = request(server);
        read.url.setScheme(u"https"_s);
        TransportOptions options = quick();
        options.connectWithin = 500;
        const HttpAnswer answer = answerOf(*networkTransport(options), read);
        QVERIFY(answer.failure);
        QVERIFY(answer.failure->kind == ErrorKind::TlsFailed || answer.failure->kind == ErrorKind::TimedOut);
    }

    void plainHttpStaysOnThisComputer()
    {
        const auto transport = networkTransport(quick());
        HttpRequest read;
        read.verb = "GET";
        read.url = QUrl(u"http://192.0.2.1/api"_s);
        const HttpAnswer answer = answerOf(*transport, read);
        QCOMPARE(failureOf(answer), std::optional(ErrorKind::InvalidInput));
    }

    void destroyingTheExchangeBreaksItOff()
    {
        ScriptedServer server;
        const auto transport = networkTransport(quick());
        bool called = false;
        server.script(QByteArray());
        auto exchange = transport->send(request(server, "POST", "{}"), [&](const HttpAnswer &) { called = true; });
        QTRY_COMPARE(server.requests().size(), 1);
        QVERIFY(exchange->mayHaveArrived());
        exchange.reset();
        QTest::qWait(50);
        QVERIFY(!called);
        // The next one is not held up by it.
        server.script(ScriptedServer::answer(200, "{}"));
        QVERIFY(!answerOf(*transport, request(server)).failure);
    }

    void sinksTakeTheAnswerPieceByPiece()
    {
        ScriptedServer server;
        const auto transport = networkTransport(quick());
        QByteArray taken;
        HttpRequest read = request(server);
        read.sink = [&](QByteArrayView piece) {
            taken += piece;
            return true;
        };
        server.script({ScriptedServer::answer(200, QByteArray(10'000, 'z')), Then::KeepOpen, 3'000, 5});
        const HttpAnswer answer = answerOf(*transport, read);
        QVERIFY(!answer.failure);
        QCOMPARE(taken, QByteArray(10'000, 'z'));
        QVERIFY(answer.body.isEmpty());
        QCOMPARE(answer.bytesReceived, 10'000);

        read.sink = [](QByteArrayView) { return false; };
        server.script(ScriptedServer::answer(200, "x"));
        QCOMPARE(failureOf(answerOf(*transport, read)), std::optional(ErrorKind::WriteFailed));
        // An error's words are not the file.
        taken.clear();
        read.sink = [&](QByteArrayView piece) {
            taken += piece;
            return true;
        };
        server.script(ScriptedServer::answer(404, "gone"));
        const HttpAnswer gone = answerOf(*transport, read);
        QCOMPARE(gone.body, QByteArray("gone"));
        QVERIFY(taken.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGatewayTransport)
#include "tst_gateway_transport.moc"
