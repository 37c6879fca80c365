// SPDX-License-Identifier: Apache-2.0
#include "tests/support/transportbench.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Then = ScriptedServer::Then;

/// The network as it is: answers, limits of time and size, certificates.
class TestGatewayTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersComeWholeAndConnectionsAreKept()
    {
        ScriptedServer server;
        const auto transport = networkTransport(trusting());
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
        const auto transport = networkTransport(trusting());
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
        const auto transport = networkTransport(trusting());
        const QByteArray packed = qCompress(QByteArray(3'000'000, 'a')).mid(4); // some 3 kB on the wire
        server.script(ScriptedServer::answer(200, packed, "text/plain", "Content-Encoding: deflate\r\n"));
        const HttpAnswer answer = answerOf(*transport, request(server));
        QCOMPARE(failureOf(answer), std::optional(ErrorKind::TooLarge));
        QVERIFY(answer.body.size() <= 3'000'000);
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
        const auto transport = networkTransport(trusting());
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
        TransportOptions options = trusting();
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
        TransportOptions options = trusting();
        options.receiveIdle = 2'000;
        const auto transport = networkTransport(options);
        server.script({ScriptedServer::answer(200, "{\"content\":[]}"), Then::KeepOpen, 7, 10});
        const HttpAnswer answer = answerOf(*transport, request(server));
        QVERIFY(!answer.failure);
        QCOMPARE(answer.body, QByteArray("{\"content\":[]}"));
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
        TransportOptions options = trusting();
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
        const auto transport = networkTransport(trusting());
        HttpRequest read = request(server);
        read.url.setScheme(u"https"_s);
        TransportOptions options = trusting();
        options.connectWithin = 500;
        const HttpAnswer answer = answerOf(*networkTransport(options), read);
        QVERIFY(answer.failure);
        QVERIFY(answer.failure->kind == ErrorKind::TlsFailed || answer.failure->kind == ErrorKind::TimedOut);
    }

    void plainHttpStaysOnThisComputer()
    {
        const auto transport = networkTransport(trusting());
        HttpRequest read;
        read.verb = "GET";
        read.url = QUrl(u"http://192.0.2.1/api"_s);
        const HttpAnswer answer = answerOf(*transport, read);
        QCOMPARE(failureOf(answer), std::optional(ErrorKind::InvalidInput));
    }

    void sinksTakeTheAnswerPieceByPiece()
    {
        ScriptedServer server;
        const auto transport = networkTransport(trusting());
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
