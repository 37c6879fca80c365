// SPDX-License-Identifier: Apache-2.0
#include "tests/support/transportbench.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;
using Then = ScriptedServer::Then;

/// What leaves, how often, and what the caller hears when no answer comes.
class TestGatewayWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
                    QTest::addRow("POST, %s", how.c_str())
                        << QByteArray("POST") << QByteArray("{\"a\":1}") << tls << warm << end;
                    QTest::addRow("PUT, %s", how.c_str())
                        << QByteArray("PUT") << QByteArray("{\"a\":1}") << tls << warm << end;
                    QTest::addRow("DELETE, %s", how.c_str())
                        << QByteArray("DELETE") << QByteArray() << tls << warm << end;
                    QTest::addRow("DELETE with a body, %s", how.c_str())
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
        const auto transport = networkTransport(trusting());
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
        const auto transport = networkTransport(trusting());
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
        const auto transport = networkTransport(trusting());
        server.script(bytes, end);
        for (int i = 0; i < 4; ++i) // Qt may read again by itself
            server.script(bytes, end);
        const HttpAnswer answer = answerOf(*transport, request(server, "POST", "{}"));
        QVERIFY(answer.failure);
        QVERIFY(answer.mayHaveArrived);
        QCOMPARE(server.requests().size(), 1);
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            ScriptedServer server;
            port = server.serverPort();
        }
        const auto transport = networkTransport(trusting());
        HttpRequest write;
        write.verb = "POST";
        write.isWrite = true;
        write.body = "{}";
        write.url = QUrl(u"http://127.0.0.1:%1/api"_s.arg(port));
        const HttpAnswer answer = answerOf(*transport, write);
        QCOMPARE(failureOf(answer), std::optional(ErrorKind::ConnectionRefused));
        QVERIFY(!answer.mayHaveArrived);
    }

    void destroyingTheExchangeBreaksItOff()
    {
        ScriptedServer server;
        const auto transport = networkTransport(trusting());
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
};

QTEST_GUILESS_MAIN(TestGatewayWrites)
#include "tst_gateway_writes.moc"
