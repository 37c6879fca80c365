// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/apiclient.h"
#include "tests/gateway/practicegateway.h"

#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Elenco::Practice;
using namespace Qt::StringLiterals;

namespace {

// Sends bytes to 127.0.0.1 and says how the connection ends: 0 in order, else the system's number of the error. By
// plain sockets: Qt's make no difference between a closed connection and a reset one. -1: something came back.
int endOf(quint16 port, const QByteArray &bytes)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(port);
    address.sin_addr.s_addr = qToBigEndian<quint32>(INADDR_LOOPBACK);
    int result = -1;
    if (connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        send(socket, bytes.constData(), static_cast<size_t>(bytes.size()), 0) == bytes.size()) {
        static_cast<void>(QTest::qWaitFor(
            [socket, &result] {
                char byte = 0;
                const ssize_t size = recv(socket, &byte, 1, MSG_DONTWAIT);
                if (size < 0 && errno == EAGAIN)
                    return false;
                result = size == 0 ? 0 : size < 0 ? errno : -1;
                return true;
            },
            10'000));
    }
    close(socket);
    return result;
}

} // namespace

/// Every fault does what its name says, and no more.
class TestPracticeFaults : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<ApiClient> m_api;

    WireAnswer create()
    {
        return m_api->post("/contacts", {{u"firstName"_s, u"New"_s}, {u"phoneNumber"_s, u"+393999999999"_s}});
    }
    bool isCreated() { return m_gateway->state().contactOfNumber(u"+393999999999"_s).has_value(); }
    const LoggedRequest &last() { return m_gateway->log().entries().back(); }
    int total(const QByteArray &query) { return m_api->get("/contacts?" + query).json(u"totalElements"_s).toInt(); }

private Q_SLOTS:
    void init()
    {
        Options options;
        options.contacts = 40;
        options.lists = 2;
        m_api.reset();
        m_gateway = Gateway::start(options);
        QVERIFY(m_gateway);
        m_api = std::make_unique<ApiClient>(m_gateway->root());
    }

    void faultsOfAnswers_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isApplied");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](Fault fault, int status, bool isApplied, const char *type) {
            QTest::newRow(qPrintable(faultName(fault))) << fault << status << isApplied << QByteArray(type);
        };
        const char *json = "application/json", *html = "text/html; charset=utf-8";
        row(Fault::None, 201, true, json);
        row(Fault::Throttle, 429, false, json);
        row(Fault::Unauthorised, 401, false, json);
        row(Fault::Forbidden, 403, false, json);
        row(Fault::Error, 500, false, json);
        row(Fault::ErrorApplied, 500, true, json);
        row(Fault::RequestTimeout, 408, false, json);
        row(Fault::BadGateway, 502, false, json);
        row(Fault::Unavailable, 503, false, "");
        row(Fault::GatewayTimeout, 504, true, html);
        row(Fault::HtmlError, 502, false, html);
        row(Fault::HtmlOk, 200, false, html);
        row(Fault::HtmlNotFound, 404, false, html);
        row(Fault::Redirect, 307, false, "");
        row(Fault::WrongType, 201, true, "text/html");
        row(Fault::EmptyBody, 201, true, "");
        row(Fault::WrongJson, 201, true, json);
        row(Fault::Delay, 201, true, json);
        row(Fault::Drip, 201, true, json);
        row(Fault::BodyDropped, 400, false, json);
    }
    void faultsOfAnswers()
    {
        QFETCH(Fault, fault);
        QFETCH(int, status);
        QFETCH(bool, isApplied);
        QFETCH(QByteArray, type);
        if (fault != Fault::None)
            m_gateway->failNext(u"POST /contacts"_s, fault);
        const WireAnswer answer = create();
        QVERIFY(answer.isWhole);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.value("content-type"), type);
        QCOMPARE(isCreated(), isApplied);
        QCOMPARE(last().fault, fault);
        QCOMPARE(last().status, status);
        QCOMPARE(last().applied, isApplied ? 1 : 0);
        QCOMPARE(m_gateway->pendingScripts(), 0);
        if (fault == Fault::Throttle) {
            QCOMPARE(answer.json(u"retryAfter"_s).toInt(), 1);
            QCOMPARE(answer.headers.value("retry-after"), "1");
        }
        if (fault == Fault::Redirect)
            QVERIFY(answer.headers.value("location").startsWith("http://localhost:"));
        if (fault == Fault::EmptyBody)
            QVERIFY(answer.body.isEmpty());
        if (fault == Fault::WrongJson)
            QVERIFY(answer.json(u"id"_s).isArray() && answer.json(u"firstName"_s).isObject());
        QCOMPARE(m_api->get("/contacts/1").status, 200); // the next request is as ever
    }

    void faultsOfTheLine_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<bool>("isApplied");
        QTest::addColumn<bool>("isReset");
        QTest::newRow("drop") << Fault::Drop << false << false;
        QTest::newRow("lost") << Fault::Lost << true << false;
        QTest::newRow("reset") << Fault::Reset << false << true;
        QTest::newRow("reset-applied") << Fault::ResetApplied << true << true;
    }
    void faultsOfTheLine()
    {
        QFETCH(Fault, fault);
        QFETCH(bool, isApplied);
        QFETCH(bool, isReset);
        m_gateway->failNext(u"POST /contacts"_s, fault);
        const int end =
            endOf(m_gateway->port(), m_api->request("POST", "/contacts", "{\"phoneNumber\":\"+393999999999\"}"));
        QCOMPARE(end, isReset ? ECONNRESET : 0);
        QCOMPARE(isCreated(), isApplied);
        QCOMPARE(last().status, 0);
        QCOMPARE(last().applied, isApplied ? 1 : 0);
    }

    void cutLeavesHalfAnAnswer()
    {
        m_gateway->failNext(u"GET /contacts"_s, Fault::Cut);
        const WireAnswer half = m_api->get("/contacts?limit=40");
        QVERIFY(!half.isWhole);
        QCOMPARE(half.status, 200);
        const auto promised = half.headers.value("content-length").toLongLong();
        QCOMPARE(half.body.size(), promised / 2);
        m_gateway->failNext(u"DELETE /contacts"_s, Fault::Cut);
        QCOMPARE(m_api->remove("/contacts?ids=1").status, 0); // no body: the header is cut
        QVERIFY(!m_gateway->state().contact(1));
        Options options;
        options.dialect = Dialect::Uc020; // chunked
        options.contacts = 40;
        const auto other = Gateway::start(options);
        ApiClient api(other->root());
        other->failNext(u"GET /contacts"_s, Fault::Cut);
        const WireAnswer chunked = api.get("/contacts?limit=40");
        QCOMPARE(chunked.headers.value("transfer-encoding"), "chunked");
        QVERIFY(!chunked.isWhole);
    }

    void hangingRequestsEndWithTheClient()
    {
        m_gateway->failNext(u"POST /contacts"_s, Fault::Hang);
        WireClient wire(m_gateway->root());
        wire.send(m_api->request("POST", "/contacts", "{\"phoneNumber\":\"+393999999999\"}"));
        QTRY_COMPARE(m_gateway->log().count(), 1);
        QVERIFY(!wire.waitForEnd(100));
        wire.close();
        QTRY_COMPARE(m_gateway->openConnections(), 0);
        QVERIFY(!isCreated());
    }

    void slowAnswersComeWhole()
    {
        FaultRates faults;
        faults.delayMs = 80;
        faults.dripBytes = 100;
        faults.dripMs = 2;
        m_gateway->setFaults(faults);
        const QByteArray expected = m_api->get("/contacts?limit=5").body;
        QElapsedTimer timer;
        timer.start();
        m_gateway->failNext(u"*"_s, Fault::Delay);
        QCOMPARE(m_api->get("/contacts?limit=5").body, expected);
        QVERIFY(timer.elapsed() >= 80);
        timer.restart();
        m_gateway->failNext(u"*"_s, Fault::Drip);
        QCOMPARE(m_api->get("/contacts?limit=5").body, expected);
        QVERIFY(timer.elapsed() >= expected.size() / 100 * 2);
    }

    void copies()
    {
        m_gateway->failNext(u"POST /contacts"_s, Fault::Duplicate);
        QCOMPARE(create().status, 400); // the answer to the second copy
        QVERIFY(isCreated());
        QCOMPARE(last().applied, 1);
        m_gateway->failNext(u"POST /contacts/list"_s, Fault::Duplicate);
        QCOMPARE(m_api->post("/contacts/list", {{u"name"_s, u"Twice"_s}}).status, 201);
        QCOMPARE(last().applied, 2);
        QCOMPARE(m_gateway->state().allLists().size(), 4);
        m_gateway->failNext(u"GET /contacts/{id}"_s, Fault::AnsweredTwice);
        QCOMPARE(m_api->get("/contacts/2").status, 200);
        QCOMPARE(m_api->wire().receive().json(u"id"_s).toInt(), 2);
    }

    void pagesGoWrong()
    {
        const auto firstId = [](const WireAnswer &answer) {
            return answer.json(u"content"_s).toArray().first().toObject()[u"id"_s].toInt();
        };
        QList<int> firsts;
        for (int i = 0; i < 2; ++i) {
            m_gateway->failNext(u"GET /contacts"_s, Fault::ShiftedPage);
            firsts.append(firstId(m_api->get("/contacts?sortBy=id&page=2&limit=10")));
        }
        std::sort(firsts.begin(), firsts.end());
        QCOMPARE(firsts, (QList<int>{20, 22}));
        m_gateway->failNext(u"GET /contacts"_s, Fault::ShortPage);
        const WireAnswer half = m_api->get("/contacts?limit=10");
        QCOMPARE(half.json(u"content"_s).toArray().size(), 5);
        QCOMPARE(half.json(u"totalElements"_s).toInt(), 40);
        m_gateway->failNext(u"GET /contacts"_s, Fault::EmptyList);
        const WireAnswer empty = m_api->get("/contacts?limit=10");
        QCOMPARE(empty.json(u"content"_s).toArray().size(), 0);
        QCOMPARE(empty.json(u"totalElements"_s).toInt(), 0);
        QCOMPARE(total("gender=F&listIds=1") < 40, true);
        m_gateway->failNext(u"GET /contacts"_s, Fault::IgnoredFilters);
        QCOMPARE(total("gender=F&listIds=1"), 40);
        m_gateway->failNext(u"*"_s, Fault::ShortPage);
        QCOMPARE(m_api->get("/contacts/1").status, 200); // no page: the fault has nothing to do
        QCOMPARE(last().fault, Fault::None);
    }

    void othersDeleteMeanwhile()
    {
        m_gateway->failNext(u"PUT /contacts/{id}"_s, Fault::ContactDeleted);
        QCOMPARE(m_api->put("/contacts/7", {{u"city"_s, u"Rho"_s}}).status, 404);
        QVERIFY(!m_gateway->state().contact(7));
        m_gateway->failNext(u"GET /contacts"_s, Fault::ContactDeleted);
        QCOMPARE(total("sortBy=id"), 38);
        m_gateway->failNext(u"POST /contacts/list/contacts"_s, Fault::ListDeleted);
        const QJsonObject pair{{u"listIds"_s, QJsonArray{1}}, {u"contactIds"_s, QJsonArray{3}}};
        QCOMPARE(m_api->post("/contacts/list/contacts", pair).status, 404);
        QCOMPARE(m_gateway->state().allLists().size(), 1);
        m_gateway->failNext(u"GET /contacts/list/{id}/contacts"_s, Fault::ListDeleted);
        QCOMPARE(m_api->get("/contacts/list/2/contacts").status, 404);
        m_gateway->failNext(u"DELETE /contacts/list/contacts"_s, Fault::BodyDropped);
        QCOMPARE(m_api->remove("/contacts/list/contacts", pair).json(u"removed"_s).toInt(), 0);
        QCOMPARE(m_api->get("/contacts?limit=1").status, 200);
    }

    void scriptsStrikeTheNth()
    {
        m_gateway->failNth(u"GET /contacts/{id}"_s, 3, Fault::Error);
        m_gateway->failNext(u"GET /contacts/2"_s, Fault::BadGateway, 2);
        QList<int> statuses;
        for (const char *path : {"/contacts/1", "/contacts/2", "/contacts/list/1", "/contacts/1", "/contacts/2",
                                 "/contacts/2", "/contacts/1"})
            statuses.append(m_api->get(path).status);
        QCOMPARE(statuses, (QList<int>{200, 502, 200, 500, 502, 200, 200}));
        m_gateway->failNext(u"*"_s, Fault::Error, 5);
        QCOMPARE(m_gateway->pendingScripts(), 1);
        m_gateway->clearScripts();
        QCOMPARE(m_api->get("/contacts/1").status, 200);
    }

    void patternsMean_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << u"*"_s << 5;
        QTest::newRow("method") << u"GET *"_s << 4;
        QTest::newRow("call") << u"GET /contacts/{id}"_s << 1;
        QTest::newRow("star") << u"GET /contacts/*"_s << 1;
        QTest::newRow("lower case") << u"get  /contacts"_s << 1;
        QTest::newRow("one path") << u"* /contacts/17"_s << 1;
        QTest::newRow("lists") << u"GET /contacts/list"_s << 1;
        QTest::newRow("subscription") << u"GET /subscription"_s << 1;
        QTest::newRow("no such") << u"PUT /contacts"_s << 0;
    }
    void patternsMean()
    {
        QFETCH(QString, pattern);
        QFETCH(int, count);
        for (const char *path : {"/contacts/17", "/contacts?limit=1", "/contacts/list", "/subscription"})
            m_api->get(path);
        m_api->post("/contacts/list", {{u"name"_s, u"x"_s}});
        QCOMPARE(m_gateway->log().count(pattern), count);
        QCOMPARE(m_gateway->log().matching(pattern).size(), count);
    }

    void sameSeedSameFaults()
    {
        const auto run = [](quint32 seed) {
            Options options;
            options.contacts = 10;
            options.seed = seed;
            QString why;
            options.faults =
                *FaultRates::parse(u"drop=0.1,lost=0.1,error=0.1,cut=0.1,GET /contacts/list:html=0.5"_s, &why);
            const auto gateway = Gateway::start(options);
            ApiClient api(gateway->root());
            QStringList faults;
            for (int i = 0; i < 60; ++i) {
                api.get(i % 2 ? "/contacts/1" : "/contacts/list");
                faults.append(faultName(gateway->log().entries().back().fault));
            }
            return faults;
        };
        const QStringList first = run(7);
        QCOMPARE(run(7), first);
        QVERIFY(run(8) != first);
        QVERIFY(first.count(u"html"_s) > 8); // of 30
        QVERIFY(first.count(u"none"_s) > 15);
        QVERIFY(first.contains(u"lost"_s) && first.contains(u"drop"_s));
    }

    void specsAreRead_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("complaint"); // empty: it is right
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("issue") << u"drop=0.03,lost=0.05,error=0.03,reset=0.02,throttle=0.05,html=0.01,cut=0.01"_s
                               << QString();
        QTest::newRow("call") << u"POST /contacts:lost=1"_s << QString();
        QTest::newRow("settings") << u"delay=0.5,delay-ms=20,drip-bytes=7,drip-ms=1,retry-after=3"_s << QString();
        QTest::newRow("unknown") << u"explode=0.1"_s << u"explode is no fault."_s;
        QTest::newRow("no number") << u"drop=often"_s << u"drop=often is not NAME=NUMBER."_s;
        QTest::newRow("no rate") << u"drop"_s << u"drop is not NAME=NUMBER."_s;
        QTest::newRow("too much") << u"drop=1.5"_s << u"drop=1.5: a rate is at most 1."_s;
        QTest::newRow("together") << u"drop=0.6,lost=0.6"_s << u"The rates add up to more than 1."_s;
        QTest::newRow("pieces") << u"drip-bytes=0"_s << u"drip-bytes is at least 1."_s;
    }
    void specsAreRead()
    {
        QFETCH(QString, spec);
        QFETCH(QString, complaint);
        QString why;
        QCOMPARE(FaultRates::parse(spec, &why).has_value(), complaint.isEmpty());
        QCOMPARE(why, complaint);
    }

    void everyFaultHasAName()
    {
        for (const Fault fault : allFaults())
            QCOMPARE(faultOfName(faultName(fault)), fault);
        QVERIFY(!faultOfName(u"none"));
    }

    void otherDesksWorkBetweenRequests()
    {
        m_gateway->beforeRequest([this](const Request &request) {
            if (request.call == u"PUT /contacts/{id}")
                m_gateway->state().removeContacts({5});
            if (request.number == 3)
                m_gateway->stop(); // in the middle of a request
        });
        QCOMPARE(m_api->get("/contacts/5").status, 200);
        QCOMPARE(m_api->put("/contacts/5", {{u"city"_s, u"Rho"_s}}).status, 404);
        QCOMPARE(m_api->get("/contacts/1").status, 0);
        WireClient refused(m_gateway->root());
        QVERIFY(!refused.isConnected());
        QVERIFY(m_gateway->resume());
        QCOMPARE(m_api->get("/contacts/1").status, 200);
        QCOMPARE(m_gateway->state().allContacts().size(), 39);
    }
};

QTEST_GUILESS_MAIN(TestPracticeFaults)
#include "tst_practice_faults.moc"
