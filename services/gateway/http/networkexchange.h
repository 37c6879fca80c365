// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/http/oneshotbody.h"
#include "gateway/http/transport.h"

#include <QNetworkReply>
#include <QSslError>
#include <QTimer>

namespace Elenco {

/// One request under way: watches its phases, each with its own limit, and gathers the answer.
class NetworkExchange : public QObject, public HttpExchange
{
    Q_OBJECT

public:
    /// Without a reply, `refused` is delivered: the request could not be made.
    NetworkExchange(HttpRequest request, const TransportOptions &options, std::function<void(HttpAnswer)> done);
    ~NetworkExchange() override;

    /// Takes the reply; `body` belongs to it, and is null for a read.
    void watch(QNetworkReply *reply, OneShotBody *body);
    /// Ends at the next turn of the event loop, nothing sent.
    void refuse(Error error);

    bool mayHaveArrived() const override { return m_mayHaveArrived; }

private:
    enum class Phase { Connecting, Sending, Waiting, Receiving };

    void enter(Phase phase);
    void takePiece();
    void collectHead();
    void fail(Error error);
    void finish();
    void deliver();

    HttpRequest m_request;
    TransportOptions m_options;
    std::function<void(HttpAnswer)> m_done;
    HttpAnswer m_answer;
    QNetworkReply *m_reply = nullptr;
    OneShotBody *m_body = nullptr;
    QList<QSslError> m_tlsErrors;
    bool m_mayHaveArrived = false;
    QTimer m_phaseLimit;
    QTimer m_wholeLimit;
};

} // namespace Elenco
