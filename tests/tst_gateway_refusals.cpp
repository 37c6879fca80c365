// SPDX-License-Identifier: Apache-2.0
// Named from the root: the practice gateway, in a folder beside this file, has a header of the same name.
#include "services/gateway/http/refusal.h"

#include <QTest>

using namespace Elenco;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<qint64>)

namespace {

HttpAnswer answerOf(int status, const QByteArray &body, const QByteArray &type = "application/json",
                    const QList<HttpHeader> &headers = {})
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    answer.headers = headers;
    if (!type.isEmpty())
        answer.headers.append(HttpHeader{"Content-Type", type});
    return answer;
}

QString described(const Refusal &refusal)
{
    static const QStringList voices{u"gateway"_s, u"nobody"_s, u"stranger"_s};
    QString text = voices.at(int(refusal.voice));
    if (!refusal.message.isEmpty())
        text += u" message="_s + refusal.message;
    if (!refusal.code.isEmpty())
        text += u" code="_s + refusal.code;
    for (const Refusal::Field &field : refusal.fields)
        text += u" [%1: %2]"_s.arg(field.name, field.text);
    if (refusal.retryAfter)
        text += u" after=%1"_s.arg(*refusal.retryAfter);
    return text;
}

} // namespace

/// The one decoder for errors, in all their shapes (gateway.md section 1): who speaks, what is said, what it means.
class TestGatewayRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, int status, const char *type, const char *body, const char *expected) {
            QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << QString::fromUtf8(expected);
        };
        const char *json = "application/json";
        row("of the reference", 400, json, R"({"status":400,"error":"Bad Request","message":"phoneNumber is wrong"})",
            "gateway message=phoneNumber is wrong");
        row("without a message", 404, json, R"({"status":404,"error":"Not Found"})", "gateway message=Not Found");
        row("with a wait", 429, json, R"({"status":429,"error":"x","message":"slow","retryAfter":12})",
            "gateway message=slow after=12");
        row("a wait as text", 429, json, R"({"status":429,"error":"x","retryAfter":"12"})",
            "gateway message=x after=12");
        row("a wait of another type", 429, json, R"({"status":429,"error":"x","retryAfter":[12]})",
            "gateway message=x");
        row("failed fields", 400, json, R"({"status":"fail","data":{"contacts":"too many","file":"missing"}})",
            "gateway message=too many [contacts: too many] [file: missing]");
        row("a field with more than a text", 400, json, R"({"status":"fail","data":{"filter":["a","b"]}})",
            R"(gateway message=["a","b"] [filter: ["a","b"]])");
        row("failed with a text", 400, json, R"({"status":"fail","data":"no"})", "gateway message=no");
        row("failed without data", 400, json, R"({"status":"fail"})", "gateway");
        row("failed with a message", 400, json, R"({"status":"fail","data":{},"message":"no"})", "gateway message=no");
        row("error with a code", 409, json, R"({"status":"error","message":"exists","code":"DUP"})",
            "gateway message=exists code=DUP");
        row("error with a number as code", 409, json, R"({"status":"error","message":"exists","code":409})",
            "gateway message=exists code=409");
        row("no type said", 400, "", R"({"status":400,"error":"x"})", "gateway message=x");
        row("type with parameters", 400, "Application/JSON; charset=utf-8", R"({"status":400,"error":"x"})",
            "gateway message=x");
        row("problem details type", 400, "application/problem+json", R"({"status":400,"error":"x"})",
            "gateway message=x");
        row("nothing", 500, "", "", "nobody");
        row("blanks", 500, json, " \r\n", "nobody");
        row("HTML", 502, "text/html", "<html>Bad gateway</html>", "stranger");
        row("HTML that claims to be JSON", 502, json, "<html>Bad gateway</html>", "stranger");
        row("JSON that claims to be HTML", 400, "text/html", R"({"status":400,"error":"x"})", "stranger");
        row("status of another answer", 404, json, R"({"status":200,"error":"x"})", "stranger");
        row("status only", 404, json, R"({"status":404})", "stranger");
        row("JSON of somebody else", 404, json, R"({"detail":"Not Found"})", "stranger");
        row("rows", 400, json, R"([{"status":400,"error":"x"}])", "stranger");
        row("half of it", 400, json, R"({"status":400,"error":)", "stranger");
        row("words made fit for a line", 400, json, R"({"status":400,"message":"a\r\n\tb\u0007c\u202ed"})",
            "gateway message=a b c d");
    }
    void shapes()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        QCOMPARE(described(refusalFrom(answerOf(status, body, type))), expected);
    }

    void longWordsAreCut()
    {
        const QByteArray body = "{\"status\":400,\"message\":\"" + QByteArray(5000, 'x') + "\"}";
        QCOMPARE(refusalFrom(answerOf(400, body)).message.size(), 300);
    }

    void waits_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<std::optional<qint64>>("milliseconds");
        const auto row = [](const char *name, const char *body, const char *header, const char *date,
                            std::optional<qint64> milliseconds) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(header) << QByteArray(date) << milliseconds;
        };
        constexpr const char *now = "Sat, 21 Nov 2026 16:00:00 GMT";
        const char *body = R"({"status":429,"error":"x","retryAfter":12})";
        row("nothing", "", "", "", std::nullopt);
        row("body", body, "", "", 12'000);
        row("body before header", body, "99", "", 12'000);
        row("a negative body, then the header", R"({"status":429,"error":"x","retryAfter":-1})", "3", "", 3'000);
        row("seconds", "", "3", "", 3'000);
        row("blanks around", "", " 3 ", "", 3'000);
        row("no wait", "", "0", "", 0);
        row("negative", "", "-3", "", std::nullopt);
        row("a fraction", "", "1.5", "", std::nullopt);
        row("words", "", "soon", "", std::nullopt);
        row("a date", "", "Sat, 21 Nov 2026 16:01:30 GMT", now, 90'000);
        row("a date that is over", "", "Sat, 21 Nov 2026 15:59:00 GMT", now, 0);
        row("a date without the answer's own", "", "Sat, 21 Nov 2026 16:01:30 GMT", "", std::nullopt);
        row("a date of another form", "", "2026-11-21T16:01:30Z", now, std::nullopt);
        row("a year", "", "31536000", "", 24LL * 3600 * 1000);
        row("more than fits", "", "99999999999999999999", "", std::nullopt);
    }
    void waits()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, retryAfter);
        QFETCH(QByteArray, date);
        QFETCH(std::optional<qint64>, milliseconds);
        QList<HttpHeader> headers;
        if (!retryAfter.isEmpty())
            headers.append(HttpHeader{"retry-after", retryAfter});
        if (!date.isEmpty())
            headers.append(HttpHeader{"Date", date});
        const HttpAnswer answer = answerOf(429, body, "application/json", headers);
        QCOMPARE(waitAskedFor(answer, refusalFrom(answer)), milliseconds);
    }

    void kinds_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("ofTheGateway");
        QTest::addColumn<ErrorKind>("ofNobody");
        QTest::addColumn<ErrorKind>("ofAStranger");
        const auto row = [](int status, ErrorKind gateway, ErrorKind nobody, ErrorKind stranger) {
            QTest::addRow("%d", status) << status << gateway << nobody << stranger;
        };
        using enum ErrorKind;
        for (const int status : {300, 301, 302, 304, 307, 308})
            row(status, NotTheGateway, NotTheGateway, NotTheGateway);
        for (const int status : {400, 405, 410, 415, 422})
            row(status, Refused, Refused, NotTheGateway);
        row(401, KeyRefused, KeyRefused, KeyRefused);
        row(403, NotAllowed, NotAllowed, NotAllowed);
        row(404, NotFound, NotTheGateway, NotTheGateway); // only the gateway knows whom it has
        row(407, ProxyFailed, ProxyFailed, ProxyFailed);
        row(408, TimedOut, TimedOut, TimedOut);
        row(409, Conflict, Conflict, Conflict);
        row(413, TooLarge, TooLarge, TooLarge);
        row(429, RateLimited, RateLimited, RateLimited);
        for (const int status : {500, 502, 503, 504, 599})
            row(status, ServerFailed, ServerFailed, ServerFailed);
        row(511, NotTheGateway, NotTheGateway, NotTheGateway);
    }
    void kinds()
    {
        QFETCH(int, status);
        QFETCH(ErrorKind, ofTheGateway);
        QFETCH(ErrorKind, ofNobody);
        QFETCH(ErrorKind, ofAStranger);
        const auto kindOf = [status](const QByteArray &body, const QByteArray &type) {
            const HttpAnswer answer = answerOf(status, body, type);
            const Error error = errorFrom(answer, refusalFrom(answer), u"api.example"_s);
            return error.subject == u"api.example"_s ? error.kind : ErrorKind::Internal;
        };
        const QByteArray own = "{\"status\":" + QByteArray::number(status) + ",\"error\":\"x\",\"message\":\"y\"}";
        QCOMPARE(kindOf(own, "application/json"), ofTheGateway);
        QCOMPARE(kindOf({}, {}), ofNobody);
        QCOMPARE(kindOf("<html>Page</html>", "text/html"), ofAStranger);
    }

    void refusedFieldsAreNamed()
    {
        const HttpAnswer answer = answerOf(400, R"({"status":"fail","data":{"filter":"unknown","file":"x"}})");
        QCOMPARE(errorFrom(answer, refusalFrom(answer), u"api.example"_s),
                 (Error{ErrorKind::Refused, u"filter"_s, u"unknown"_s}));
    }
};

QTEST_GUILESS_MAIN(TestGatewayRefusals)
#include "tst_gateway_refusals.moc"
