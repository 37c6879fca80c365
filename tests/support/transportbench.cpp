// SPDX-License-Identifier: Apache-2.0
#include "tests/support/transportbench.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Elenco {

QString tlsFile(const char *name)
{
    return QStringLiteral(ELENCO_TEST_TLS "/") + QLatin1String(name);
}

TransportOptions trusting()
{
    TransportOptions options;
    QFile authority(tlsFile("ca.pem"));
    if (authority.open(QIODevice::ReadOnly))
        options.extraCertificates = authority.readAll();
    return options;
}

HttpRequest request(const ScriptedServer &server, const QByteArray &verb, const QByteArray &body)
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

} // namespace Elenco
