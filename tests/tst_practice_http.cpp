// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/apiclient.h"
#include "tests/gateway/httpparser.h"
#include "tests/gateway/practicegateway.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <random>

using namespace Elenco::Practice;
using namespace Qt::StringLiterals;

namespace {

const QString tlsFolder = QStringLiteral(ELENCO_TEST_DATA "/tls/");

} // namespace

/// HTTP as such: what clients, good and bad, may send.
class TestPracticeHttp : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Gateway> m_gateway;

    std::unique_ptr<Gateway> started(const Options &options = {})
    {
        QString why;
        auto gateway = Gateway::start(options, &why);
        if (!gateway)
            qWarning("%s", qUtf8Printable(why));
        return gateway;
    }
    QByteArray plainGet(const QByteArray &path, const QByteArray &more = {}) const
    {
        return "GET /api/partner-gateway/v1" + path + " HTTP/1.1\r\nHost: x\r\nX-Api-Key: practice-key\r\n" + more +
               "\r\n";
    }

private Q_SLOTS:
    void init()
    {
        Options options;
        options.contacts = 30;
        options.lists = 2;
        m_gateway = started(options);
        QVERIFY(m_gateway);
    }
    void cleanup() { m_gateway.reset(); }

    void keepsTheConnection()
    {
        WireClient client(m_gateway->root());
        for (int i = 0; i < 3; ++i) {
            client.send(plainGet("/contacts/1"));
            const WireAnswer answer = client.receive();
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.headers.value("connection"), "keep-alive");
        }
        QCOMPARE(m_gateway->openConnections(), 1);
        QCOMPARE(m_gateway->log().entries().back().connection, 1);
        QCOMPARE(m_gateway->log().entries().back().number, 3);
        client.send(plainGet("/contacts/1", "Connection: close\r\n"));
        QCOMPARE(client.receive().headers.value("connection"), "close");
        QVERIFY(client.waitForEnd());
        QTRY_COMPARE(m_gateway->openConnections(), 0);
    }

    void answersPipelinedRequestsInOrder()
    {
        WireClient client(m_gateway->root());
        QByteArray all;
        for (int i = 1; i <= 200; ++i)
            all += plainGet("/contacts/" + QByteArray::number(i % 30 + 1));
        client.send(all);
        for (int i = 1; i <= 200; ++i)
            QCOMPARE(client.receive().json(u"id"_s).toInt(), i % 30 + 1);
        QCOMPARE(m_gateway->log().count(), 200);
    }

    void readsRequestsInSinglePieces()
    {
        WireClient client(m_gateway->root());
        const QByteArray body = "{\"name\":\"Città\"}";
        const QByteArray request = "\r\nPOST /api/partner-gateway/v1/contacts/list HTTP/1.1\r\nHost: x\r\n"
                                   "x-api-KEY:practice-key\r\nContent-Length: " +
                                   QByteArray::number(body.size()) + "\r\n\r\n" + body;
        for (const char byte : request) {
            client.send(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        const WireAnswer answer = client.receive();
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.json(u"name"_s).toString(), u"Città"_s);
        QCOMPARE(m_gateway->log().entries().front().body, body);
    }

    void readsChunks()
    {
        WireClient client(m_gateway->root());
        client.send("POST /api/partner-gateway/v1/contacts/list HTTP/1.1\r\nHost: x\r\nX-Api-Key: practice-key\r\n"
                    "Transfer-Encoding: chunked\r\n\r\n"
                    "9;with=extension\r\n{\"name\":\"\r\n3\r\nABC\r\n2\r\n\"}\r\n0\r\nTrailer: x\r\n\r\n" +
                    plainGet("/contacts/1"));
        QCOMPARE(client.receive().json(u"name"_s).toString(), u"ABC"_s);
        QCOMPARE(client.receive().status, 200); // nothing of the chunks was left over
    }

    void waitsForContinue()
    {
        WireClient client(m_gateway->root());
        client.send("POST /api/partner-gateway/v1/contacts/list HTTP/1.1\r\nHost: x\r\nX-Api-Key: practice-key\r\n"
                    "Expect: 100-continue\r\nContent-Length: 14\r\n\r\n");
        QCOMPARE(client.receiveBytes(25), "HTTP/1.1 100 Continue\r\n\r\n");
        client.send("{\"name\":\"ABC\"}");
        QCOMPARE(client.receive().status, 201);
        client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");
        QCOMPARE(client.receive().status, 413);
    }

    void speaksOldHttp()
    {
        WireClient client(m_gateway->root());
        client.send("GET /api/partner-gateway/v1/contacts/1 HTTP/1.0\r\nX-Api-Key: practice-key\r\n\r\n");
        QCOMPARE(client.receive().status, 200);
        QVERIFY(client.waitForEnd());
        QCOMPARE(m_gateway->log().entries().front().protocol, "HTTP/1.0");
    }

    void answersHeadWithoutBody()
    {
        ApiClient api(m_gateway->root());
        const WireAnswer answer = api.call("HEAD", "/contacts");
        QCOMPARE(answer.status, 405);
        QVERIFY(answer.headers.value("content-length").toInt() > 0);
        QCOMPARE(api.get("/contacts/1").status, 200); // on the same connection: nothing followed the header
        QCOMPARE(m_gateway->log().entries().back().connection, 1);
    }

    void packsWhatIsWorthIt()
    {
        ApiClient api(m_gateway->root());
        const QByteArray plain = api.get("/contacts?limit=30").body;
        const WireAnswer packed = api.call("GET", "/contacts?limit=30", {}, "Accept-Encoding: gzip, deflate\r\n");
        QCOMPARE(packed.headers.value("content-encoding"), "gzip");
        QVERIFY(packed.body.size() < plain.size() / 3);
        // Qt's own client asks for it and takes it apart, checksum included.
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(m_gateway->root().toString() + u"/partner-gateway/v1/contacts?limit=30"_s));
        request.setRawHeader("X-Api-Key", "practice-key");
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->readAll(), plain);
        QVERIFY(m_gateway->log().entries().back().header("accept-encoding").contains("gzip"));
        const WireAnswer small = api.call("GET", "/contacts/1", {}, "Accept-Encoding: gzip\r\n");
        QVERIFY(!small.headers.contains("content-encoding"));
    }

    void refusesWhatIsNoHttp_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        const QByteArray get = "GET / HTTP/1.1\r\n", host = "Host: x\r\n";
        row("no version", "GET /\r\n\r\n", 400);
        row("words", "hello there, server\r\n\r\n", 400);
        row("TLS to a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n", 13), 400);
        row("newer version", "GET / HTTP/3.0\r\n\r\n", 505);
        row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
        row("no host", get + "\r\n", 400);
        row("two hosts", get + host + host + "\r\n", 400);
        row("folded header", get + host + "A: b\r\n c\r\n\r\n", 400);
        row("blank before colon", get + host + "A : b\r\n\r\n", 400);
        row("no colon", get + host + "A\r\n\r\n", 400);
        row("NUL in header", get + host + QByteArray("A: b\0c\r\n\r\n", 10), 400);
        row("length is a word", get + host + "Content-Length: ten\r\n\r\n", 400);
        row("negative length", get + host + "Content-Length: -1\r\n\r\n", 400);
        row("two lengths", get + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400);
        row("length and chunks", get + host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        row("other coding", get + host + "Transfer-Encoding: gzip\r\n\r\n", 501);
        row("chunk size", get + host + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400);
        row("chunk too long", get + host + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", 400);
        row("huge chunk", get + host + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n", 413);
        row("expects magic", get + host + "Expect: magic\r\n\r\n", 417);
        row("long line", "GET /" + QByteArray(40'000, 'a') + " HTTP/1.1\r\n\r\n", 414);
        row("endless line", "GET /" + QByteArray(40'000, 'a'), 414);
        row("long header", get + host + "A: " + QByteArray(40'000, 'a') + "\r\n\r\n", 431);
        row("many headers", get + host + QByteArray("A: b\r\n").repeated(200) + "\r\n", 431);
        row("body too long", get + host + "Content-Length: 10000001\r\n\r\n", 413);
    }
    void refusesWhatIsNoHttp()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        WireClient client(m_gateway->root());
        client.send(bytes);
        const WireAnswer answer = client.receive();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.value("connection"), "close");
        QCOMPARE(answer.json(u"status"_s).toInt(), status);
        QVERIFY(client.waitForEnd());
        QCOMPARE(m_gateway->log().count(), 0);
    }

    // However the bytes are split, the parser comes to the same; broken ones it refuses and never holds on to.
    void splittingChangesNothing()
    {
        const QByteArray whole = "POST /a%20b?c=d HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
                                 "PUT /e HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                 "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: u\r\n\r\nGET /f HTTP/1.0\r\n\r\n";
        std::mt19937 random(11);
        const auto parsed = [&random](const QByteArray &bytes, bool isSplit) {
            HttpParser parser({1024, 1024});
            QByteArray seen;
            for (qsizetype at = 0; at < bytes.size();) {
                const qsizetype size = isSplit ? 1 + static_cast<qsizetype>(random() % 9) : bytes.size();
                parser.feed(bytes.mid(at, size));
                at += size;
                HttpParser::Result result = parser.next();
                for (; result == HttpParser::Result::Complete; result = parser.next()) {
                    const Request request = parser.take();
                    seen +=
                        request.method + ' ' + request.path.toUtf8() + ' ' + request.query + ' ' + request.body + '\n';
                }
                if (result == HttpParser::Result::Refused)
                    return seen + QByteArray::number(parser.status());
            }
            return seen;
        };
        QCOMPARE(parsed(whole, false), "POST /a b c=d hello\nPUT /e  abc0123456789\nGET /f  \n");
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = whole;
            for (unsigned int change = random() % 4; change > 0; --change)
                bytes[static_cast<qsizetype>(random() % static_cast<unsigned int>(bytes.size()))] =
                    static_cast<char>(random());
            QCOMPARE(parsed(bytes, true), parsed(bytes, false));
        }
    }

    void saysTooLargeWhileItIsStillSent()
    {
        WireClient client(m_gateway->root());
        client.send("POST /api/partner-gateway/v1/contacts/upload HTTP/1.1\r\nHost: x\r\nX-Api-Key: practice-key\r\n"
                    "Content-Length: 30000000\r\n\r\n");
        for (int i = 0; i < 30; ++i)
            client.send(QByteArray(1'000'000, 'x'));
        QCOMPARE(client.receive().status, 413); // and not a reset connection
    }

    void losesPatienceWithSlowClients()
    {
        Options options;
        options.clientTimeout = 100;
        options.idleTimeout = 300;
        const auto gateway = started(options);
        WireClient slow(gateway->root());
        slow.send("GET /api/partner-gateway/v1/contacts HTTP/1.1\r\nHost");
        QCOMPARE(slow.receive().status, 408);
        QVERIFY(slow.waitForEnd());
        WireClient silent(gateway->root());
        QVERIFY(silent.waitForEnd());
        QTRY_COMPARE(gateway->openConnections(), 0);
    }

    void servesManyAtOnce()
    {
        std::vector<std::unique_ptr<WireClient>> clients;
        for (int i = 0; i < 60; ++i)
            clients.push_back(std::make_unique<WireClient>(m_gateway->root()));
        for (const auto &client : clients)
            client->send(plainGet("/contacts?limit=30"));
        for (const auto &client : clients)
            QCOMPARE(client->receive().json(u"content"_s).toArray().size(), 30);
        QCOMPARE(m_gateway->openConnections(), 60);
    }

    void speaksTls()
    {
        Options options;
        options.contacts = 30;
        options.certificateFile = tlsFolder + u"server.pem"_s;
        options.privateKeyFile = tlsFolder + u"server.key"_s;
        const auto gateway = started(options);
        QVERIFY(gateway);
        QCOMPARE(gateway->root().scheme(), u"https"_s);
        ApiClient api(gateway->root(), "practice-key", tlsFolder + u"ca.pem"_s);
        QCOMPARE(api.get("/contacts?limit=30").json(u"content"_s).toArray().size(), 30);
        gateway->failNext(u"GET /contacts"_s, Fault::Cut);
        QVERIFY(!api.get("/contacts?limit=30").isWhole);
        QCOMPARE(api.get("/contacts/1").status, 200);

        WireClient stranger(gateway->root()); // who trusts nobody here
        QVERIFY(!stranger.isConnected());
    }

    void refusesBadCertificates()
    {
        Options options;
        options.certificateFile = tlsFolder + u"server.key"_s;
        options.privateKeyFile = tlsFolder + u"server.key"_s;
        QString why;
        QVERIFY(!Gateway::start(options, &why));
        QVERIFY2(why.contains(u"holds no certificate"_s), qPrintable(why));
        options.certificateFile = tlsFolder + u"server.pem"_s;
        options.privateKeyFile = tlsFolder + u"missing.key"_s;
        QVERIFY(!Gateway::start(options, &why));
        QVERIFY2(why.contains(u"can't be read"_s), qPrintable(why));
    }
};

QTEST_GUILESS_MAIN(TestPracticeHttp)
#include "tst_practice_http.moc"
