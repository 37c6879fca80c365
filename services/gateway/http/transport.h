// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace Elenco {

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

/// One request, ready to go out.
struct HttpRequest {
    QByteArray verb;
    QUrl url;
    QList<HttpHeader> headers;
    QByteArray body;
    bool isWrite = false;       ///< goes out exactly once, or ends with an error that says it may have
    qint64 answerLimit = 0;     ///< bytes of the answer's body, unpacked; more is an error
    qint64 firstByteWithin = 0; ///< ms from the request's last byte to the answer's first; 0: the transport's own
    /// Where the body goes, piece by piece, instead of into HttpAnswer::body; false stops with WriteFailed.
    std::function<bool(QByteArrayView)> sink;
};

/// What came back: a status and all of its body, or a failure.
struct HttpAnswer {
    int status = 0; ///< 0: no answer
    QList<HttpHeader> headers;
    QByteArray body; ///< unpacked
    qint64 bytesReceived = 0;

    /// What cut it short; nullopt: complete.
    std::optional<Error> failure;
    /// False when it is certain that the gateway can't have acted on the request: it never left.
    bool mayHaveArrived = true;

    /// The first header of that name, without regard to case; empty when there is none.
    QByteArray header(QByteArrayView name) const;
};

/// A request under way; destroying it breaks the request off and silences it.
class HttpExchange
{
public:
    virtual ~HttpExchange() = default;

    /// False as long as it is certain that the gateway can't have acted on the request.
    virtual bool mayHaveArrived() const = 0;

protected:
    HttpExchange() = default;
    Q_DISABLE_COPY_MOVE(HttpExchange)
};

/// Carries requests; knows nothing of what they mean. Used on one thread, which has an event loop.
class Transport
{
public:
    virtual ~Transport() = default;

    /// `done` is called once, through the event loop; it may destroy the exchange.
    virtual std::unique_ptr<HttpExchange> send(HttpRequest request, std::function<void(HttpAnswer)> done) = 0;
};

/// How the real one behaves; times in milliseconds on the monotonic clock.
struct TransportOptions {
    qint64 connectWithin = 15'000;   ///< name, connection, encryption
    qint64 sendIdle = 30'000;        ///< between two pieces of a body going out
    qint64 firstByteWithin = 60'000; ///< of the answer, after the request's last byte
    qint64 receiveIdle = 30'000;     ///< between two pieces of the answer
    qint64 wholeWithin = 600'000;    ///< all of it: against an answer that drips for ever
    QByteArray extraCertificates;    ///< PEM: authorities to trust besides the system's (a company's own)
    bool systemProxy = true;
};

/// The network (QNetworkAccessManager): pooled connections kept alive, answers packed, HTTP/1.1, no redirect followed,
/// no cookie, no cache, certificates verified with TLS 1.2 or newer, plain http on the loopback only, the system's
/// proxy. Certificates that can't be read are not trusted: connections that need them fail as TlsUntrusted.
std::shared_ptr<Transport> networkTransport(const TransportOptions &options = {});

} // namespace Elenco
