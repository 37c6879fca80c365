// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/exchange.h"

#include "tests/gateway/contactquery.h"
#include "tests/gateway/download.h"
#include "tests/gateway/faultanswers.h"
#include "tests/gateway/meanwhile.h"
#include "tests/gateway/router.h"

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

// Faults of the line, or in between: the request never gets to the state.
bool isUnapplied(Fault fault)
{
    return fault == Fault::Drop || fault == Fault::Reset || fault == Fault::Hang;
}

} // namespace

Exchange::Exchange(const Options &options, State &state)
    : m_options(options),
      m_state(state),
      m_log(options.logLimit, options.logBodies),
      m_faults(options.seed, options.faults),
      m_limit(options.plan)
{
    m_clock.start();
    setServer({});
}

void Exchange::setServer(const QString &server)
{
    m_service = std::make_unique<Service>(m_options, m_state, m_log, server);
}

qint64 Exchange::now() const
{
    return m_options.monotonic ? m_options.monotonic() : m_clock.elapsed();
}

bool Exchange::isKnown(const Request &request) const
{
    if (request.hasHeader("x-api-key"))
        return request.header("x-api-key") == m_options.key && !m_options.key.isEmpty();
    const QByteArray basic = request.header("authorization");
    if (m_options.user.isEmpty() || !basic.toLower().startsWith("basic "))
        return false;
    const QString expected = m_options.user + u':' + m_options.password;
    return QByteArray::fromBase64(basic.mid(6).trimmed()) == expected.toUtf8();
}

std::optional<Answer> Exchange::turnedAway(const Request &request)
{
    const auto refused = [this](const Refusal &refusal) { return answerOf(refusal, m_service->manner); };
    if (!isKnown(request))
        return refused({401, "authentication", u"Invalid or missing API key"_s});
    if (const int seconds = m_limit.take(now())) {
        Answer answer = refused(
            {429, "", u"More than %1 requests a minute, or too many at once."_s.arg(m_limit.perMinute()), seconds});
        answer.headers.append({"Retry-After", QByteArray::number(seconds)});
        return answer;
    }
    return std::nullopt;
}

Answer Exchange::apply(const Request &request, Fault fault)
{
    Call call{request, Query(request.query), {}, fault};
    call.query.remove(m_options.ignoredParameters);
    if (fault == Fault::IgnoredFilters) {
        for (const QString &name : call.query.names()) {
            if (!pagingParameters().contains(name))
                call.query.remove(name);
        }
    }
    return Router::carryOut(*m_service, call);
}

Delivery Exchange::handle(Request request, bool keepsAlive, int connection)
{
    request.number = ++m_lastNumber;
    request.connection = connection;
    request.arrived = now();
    Router::name(&request);
    m_log.arrived(request);
    if (m_hook)
        m_hook(request);

    Fault fault = m_faults.faultFor(request);
    if (!canStrike(fault, *m_service, request))
        fault = Fault::None;
    int applied = 0;
    Answer answer;
    if (isUnapplied(fault)) {
        // nothing is answered
    } else if (auto instead = answerInstead(fault, *m_service, m_faults.rates().retryAfter, redirectTarget())) {
        answer = std::move(*instead);
    } else if (isDownload(request)) {
        answer = download(*m_service, request);
        applied = answer.isSuccess();
    } else {
        std::optional<Answer> away = turnedAway(request);
        if (!away)
            happenMeanwhile(fault, *m_service, &request);
        const int copies = fault == Fault::Duplicate && !away ? 2 : 1;
        for (int copy = 0; copy < copies; ++copy) {
            answer = away ? std::move(*away) : apply(request, fault);
            applied += answer.isSuccess();
        }
        if (m_limit.perMinute() > 0) {
            answer.headers.append({"X-RateLimit-Limit", QByteArray::number(m_limit.perMinute())});
            answer.headers.append({"X-RateLimit-Remaining", QByteArray::number(m_limit.remaining())});
        }
        answer = spoiled(fault, *m_service, answer);
    }
    const bool isAnswered = !isUnapplied(fault) && fault != Fault::Lost && fault != Fault::ResetApplied;
    m_log.ended(request.number, isAnswered ? answer.status : 0, fault, applied);

    AnswerForm form;
    form.hasBody = request.method != "HEAD";
    form.isCompressed = request.header("accept-encoding").toLower().contains("gzip");
    form.isChunked = m_service->manner.isChunked && request.protocol == "HTTP/1.1";
    form.closes = !keepsAlive;
    return delivery(answer, fault, form);
}

Delivery Exchange::delivery(const Answer &answer, Fault fault, const AnswerForm &form) const
{
    const FaultRates &rates = m_faults.rates();
    Delivery delivery;
    delivery.then = form.closes ? Delivery::Then::Close : Delivery::Then::KeepOpen;
    switch (fault) {
    case Fault::Drop:
    case Fault::Lost: delivery.then = Delivery::Then::Close; return delivery;
    case Fault::Reset:
    case Fault::ResetApplied: delivery.then = Delivery::Then::Reset; return delivery;
    case Fault::Hang: delivery.then = Delivery::Then::Hang; return delivery;
    default: break; // the many that are answered
    }
    delivery.bytes = httpBytes(answer, form);
    if (fault == Fault::Cut) {
        // In the middle of the body, so that a complete header promises more than comes; of the header without one.
        const qsizetype header = delivery.bytes.indexOf("\r\n\r\n") + 4;
        const qsizetype body = delivery.bytes.size() - header;
        delivery.bytes.truncate(body > 1 ? header + body / 2 : header / 2);
        delivery.then = Delivery::Then::Close;
    } else if (fault == Fault::Delay) {
        delivery.delayMs = rates.delayMs;
    } else if (fault == Fault::Drip) {
        delivery.pieceBytes = rates.dripBytes;
        delivery.pieceMs = rates.dripMs;
    } else if (fault == Fault::AnsweredTwice) {
        delivery.bytes += delivery.bytes;
    }
    return delivery;
}

QByteArray Exchange::refusal(int status) const
{
    AnswerForm form;
    form.closes = true;
    const bool isLarge = status == 413;
    const QString text =
        isLarge ? u"File size exceeds maximum allowed (10 MB)"_s : QString::fromLatin1(reasonOf(status));
    return httpBytes(answerOf({status, isLarge ? "file" : "request", text}, m_service->manner), form);
}

QString Exchange::redirectTarget() const
{
    if (!m_options.redirectTo.isEmpty())
        return m_options.redirectTo;
    QString elsewhere = m_service->server + u"/elsewhere"_s;
    return elsewhere.replace(u"127.0.0.1"_s, u"localhost"_s);
}

bool Exchange::isDownload(const Request &request) const
{
    return request.path.startsWith(downloadPrefix);
}

} // namespace Elenco::Practice
