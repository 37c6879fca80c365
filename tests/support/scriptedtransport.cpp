// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedtransport.h"

#include <QMetaObject>
#include <QObject>

namespace Elenco {

class ScriptedTransport::Exchange : public QObject, public HttpExchange
{
public:
    Exchange(ScriptedTransport &transport, std::function<void(HttpAnswer)> done)
        : m_transport(transport), m_done(std::move(done))
    {
        ++m_transport.m_underWay;
    }
    ~Exchange() override { --m_transport.m_underWay; }

    void deliver(const HttpAnswer &answer)
    {
        QMetaObject::invokeMethod(
            this,
            [this, answer] {
                const auto done = std::exchange(m_done, {});
                done(answer);
            },
            Qt::QueuedConnection);
    }

    bool mayHaveArrived() const override { return true; }

private:
    ScriptedTransport &m_transport;
    std::function<void(HttpAnswer)> m_done;
};

HttpAnswer ScriptedTransport::answer(int status, const QByteArray &body, QList<HttpHeader> headers)
{
    HttpAnswer answer;
    answer.status = status;
    answer.headers = std::move(headers);
    if (!body.isEmpty() && answer.header("Content-Type").isEmpty())
        answer.headers.append(HttpHeader{"Content-Type", "application/json"});
    answer.body = body;
    answer.bytesReceived = body.size();
    return answer;
}

void ScriptedTransport::script(int status, const QByteArray &body, QList<HttpHeader> headers)
{
    script(answer(status, body, std::move(headers)));
}

void ScriptedTransport::scriptFailure(ErrorKind kind, bool mayHaveArrived)
{
    HttpAnswer answer;
    answer.failure = Error{kind, {}, {}};
    answer.mayHaveArrived = mayHaveArrived;
    script(std::move(answer));
}

std::unique_ptr<HttpExchange> ScriptedTransport::send(HttpRequest request, std::function<void(HttpAnswer)> done)
{
    auto exchange = std::make_unique<Exchange>(*this, std::move(done));
    m_requests.append(request);
    if (m_held)
        return exchange;
    if (!m_script.empty()) {
        exchange->deliver(m_script.front());
        m_script.pop_front();
    } else if (m_answering) {
        exchange->deliver(m_answering(request));
    } else {
        qFatal("no answer was scripted for %s", request.url.toEncoded().constData());
    }
    return exchange;
}

} // namespace Elenco
