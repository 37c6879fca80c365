// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/networkexchange.h"

#include "gateway/http/networkfailure.h"

#include <QPointer>

namespace Elenco {

NetworkExchange::NetworkExchange(HttpRequest request, const TransportOptions &options,
                                 std::function<void(HttpAnswer)> done)
    : m_request(std::move(request)), m_options(options), m_done(std::move(done))
{
    for (QTimer *limit : {&m_phaseLimit, &m_wholeLimit}) {
        limit->setSingleShot(true);
        connect(limit, &QTimer::timeout, this, [this] { fail({ErrorKind::TimedOut, {}, {}}); });
    }
}

NetworkExchange::~NetworkExchange()
{
    if (!m_reply)
        return;
    if (m_body)
        m_body->setReadCallback({});
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void NetworkExchange::watch(QNetworkReply *reply, OneShotBody *body)
{
    m_reply = reply;
    m_body = body;
    m_wholeLimit.start(int(m_options.wholeWithin));
    // An empty body leaves no trace when it goes out (Qt 6.4 does not even say requestSent): such a write counts as
    // gone from the beginning.
    m_mayHaveArrived = m_request.isWrite && m_request.body.isEmpty();
    enter(m_mayHaveArrived ? Phase::Waiting : Phase::Connecting);
    if (body) {
        body->setReadCallback([this] {
            m_mayHaveArrived = true;
            enter(m_body->isFullyRead() ? Phase::Waiting : Phase::Sending);
        });
    }
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        if (!m_body || m_body->isFullyRead()) {
            m_mayHaveArrived = true;
            enter(Phase::Waiting);
        }
    });
    connect(reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        if (sent > 0)
            enter(sent < m_request.body.size() ? Phase::Sending : Phase::Waiting);
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] { enter(Phase::Receiving); });
    connect(reply, &QIODevice::readyRead, this, &NetworkExchange::takePiece);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(reply, &QNetworkReply::finished, this, &NetworkExchange::finish);
}

void NetworkExchange::refuse(Error error)
{
    m_answer.failure = std::move(error);
    m_answer.mayHaveArrived = false;
    QMetaObject::invokeMethod(this, &NetworkExchange::deliver, Qt::QueuedConnection);
}

void NetworkExchange::enter(Phase phase)
{
    qint64 limit = 0;
    switch (phase) {
    case Phase::Connecting: limit = m_options.connectWithin; break;
    case Phase::Sending: limit = m_options.sendIdle; break;
    case Phase::Waiting:
        limit = m_request.firstByteWithin > 0 ? m_request.firstByteWithin : m_options.firstByteWithin;
        break;
    case Phase::Receiving: limit = m_options.receiveIdle; break;
    }
    m_phaseLimit.start(int(limit));
}

void NetworkExchange::takePiece()
{
    enter(Phase::Receiving);
    collectHead();
    const QByteArray piece = m_reply->readAll();
    m_answer.bytesReceived += piece.size();
    if (m_answer.bytesReceived > m_request.answerLimit)
        return fail({ErrorKind::TooLarge, {}, {}});
    if (!m_request.sink || m_answer.status < 200 || m_answer.status > 299)
        m_answer.body += piece;
    else if (!piece.isEmpty()) {
        // Whoever takes the piece may stop the request, and end this exchange.
        const auto sink = m_request.sink;
        const QPointer<NetworkExchange> self(this);
        if (!sink(piece) && self)
            fail({ErrorKind::WriteFailed, {}, {}});
    }
}

void NetworkExchange::collectHead()
{
    if (m_answer.status != 0)
        return;
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const QNetworkReply::RawHeaderPair &header : m_reply->rawHeaderPairs())
        m_answer.headers.append({header.first, header.second});
}

void NetworkExchange::fail(Error error)
{
    m_answer.failure = std::move(error);
    m_answer.mayHaveArrived = m_mayHaveArrived;
    m_reply->disconnect(this);
    m_reply->abort();
    deliver();
}

void NetworkExchange::finish()
{
    const QPointer<NetworkExchange> self(this);
    if (m_reply->bytesAvailable() > 0)
        takePiece();
    if (!self || !m_done)
        return; // the last piece was too much
    collectHead();
    const QNetworkReply::NetworkError error = m_reply->error();
    // Qt calls a status of 400 and more an error too, and a redirect that would need the body again; whether the answer
    // is whole shows elsewhere.
    const bool redirect = m_answer.status >= 300 && m_answer.status < 400;
    const bool statusOnly = (m_answer.status >= 400 || redirect) && error >= QNetworkReply::ContentAccessDenied &&
                            (redirect || error != QNetworkReply::ContentReSendError) &&
                            error != QNetworkReply::ProtocolFailure;
    if (error != QNetworkReply::NoError && !statusOnly) {
        m_answer.failure = networkError(error, m_reply->errorString(), m_tlsErrors, hasNetwork());
        if (neverLeft(error) && m_answer.status == 0)
            m_mayHaveArrived = false;
    }
    m_answer.mayHaveArrived = m_mayHaveArrived || m_answer.status != 0;
    deliver();
}

void NetworkExchange::deliver()
{
    m_phaseLimit.stop();
    m_wholeLimit.stop();
    // The callback may destroy this exchange.
    if (const auto done = std::exchange(m_done, {}))
        done(std::move(m_answer));
}

} // namespace Elenco
