// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/http/transport.h"

#include <QList>

#include <deque>

namespace Elenco {

/// A network of one's own: keeps the requests, answers through the event loop with what was scripted or with what a
/// function makes of the request. A request without either is a failure of the test.
class ScriptedTransport : public Transport
{
public:
    using Answering = std::function<HttpAnswer(const HttpRequest &)>;

    std::unique_ptr<HttpExchange> send(HttpRequest request, std::function<void(HttpAnswer)> done) override;

    void script(HttpAnswer answer) { m_script.push_back(std::move(answer)); }
    void script(int status, const QByteArray &body, QList<HttpHeader> headers = {});
    /// A connection that ends so.
    void scriptFailure(ErrorKind kind, bool mayHaveArrived);
    /// For all that is not scripted.
    void answerBy(Answering answering) { m_answering = std::move(answering); }
    /// Answers wait until released.
    void hold(bool held) { m_held = held; }

    const QList<HttpRequest> &requests() const { return m_requests; }
    int underWay() const { return m_underWay; }

    static HttpAnswer answer(int status, const QByteArray &body, QList<HttpHeader> headers = {});

private:
    class Exchange;

    std::deque<HttpAnswer> m_script;
    Answering m_answering;
    QList<HttpRequest> m_requests;
    int m_underWay = 0;
    bool m_held = false;
};

} // namespace Elenco
