// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/directline.h"

namespace Elenco {

namespace {

Practice::Request requestOf(const HttpRequest &asked)
{
    Practice::Request request;
    request.method = asked.verb;
    request.path = asked.url.path(QUrl::FullyDecoded);
    request.query = asked.url.query(QUrl::FullyEncoded).toUtf8();
    request.protocol = "HTTP/1.0"; // so that answers are not cut into chunks
    for (const HttpHeader &header : asked.headers) {
        if (header.name.toLower() != "accept-encoding")
            request.headers.append({header.name.toLower(), header.value});
    }
    request.body = asked.body;
    return request;
}

HttpAnswer failed(ErrorKind kind)
{
    HttpAnswer answer;
    answer.failure = Error{kind, {}, {}};
    return answer;
}

HttpAnswer answerOf(const Practice::Delivery &delivery)
{
    if (delivery.then == Practice::Delivery::Then::Hang)
        return failed(ErrorKind::TimedOut);
    const qsizetype end = delivery.bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return failed(ErrorKind::ConnectionLost);
    HttpAnswer answer;
    const QList<QByteArray> lines = delivery.bytes.first(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype length = answer.header("Content-Length").toLongLong();
    answer.body = delivery.bytes.sliced(end + 4).first(std::min(length, delivery.bytes.size() - end - 4));
    answer.bytesReceived = answer.body.size();
    if (answer.body.size() < length)
        answer.failure = Error{ErrorKind::ConnectionLost, {}, {}};
    return answer;
}

} // namespace

class DirectLine::Held : public QObject, public HttpExchange
{
public:
    Held(DirectLine &line, HttpRequest asked, std::function<void(HttpAnswer)> finished)
        : request(std::move(asked)), done(std::move(finished)), m_line(line)
    {
        m_line.m_held = this;
    }
    ~Held() override
    {
        if (m_line.m_held == this)
            m_line.m_held = nullptr;
    }

    bool mayHaveArrived() const override { return true; }

    const HttpRequest request;
    HttpAnswer answer;
    std::function<void(HttpAnswer)> done;

private:
    DirectLine &m_line;
};

std::unique_ptr<HttpExchange> DirectLine::send(HttpRequest request, std::function<void(HttpAnswer)> done)
{
    if (m_held)
        qFatal("two requests at once: what follows would not be the same again");
    return std::make_unique<Held>(*this, std::move(request), std::move(done));
}

const HttpRequest *DirectLine::held() const
{
    return m_held ? &m_held->request : nullptr;
}

void DirectLine::carryOut(Practice::Fault fault)
{
    if (fault != Practice::Fault::None)
        m_exchange.faults().script({}, fault, 0, 1);
    m_held->answer = answerOf(m_exchange.handle(requestOf(m_held->request), true, 1));
    m_exchange.faults().clearScripts();
}

void DirectLine::deliver()
{
    Held *held = std::exchange(m_held, nullptr);
    QMetaObject::invokeMethod(
        held,
        [held] {
            const auto done = std::exchange(held->done, {});
            done(std::move(held->answer));
        },
        Qt::QueuedConnection);
}

} // namespace Elenco
