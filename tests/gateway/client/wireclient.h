// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace Elenco::Practice {

/// An answer as it came over the wire.
struct WireAnswer {
    int status = 0; ///< 0: none came, or not a whole one
    bool isWhole = false;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;                       ///< unchunked, as sent otherwise
    QJsonValue json() const;
    QJsonValue json(const QString &key) const; ///< of an object
};

/// A client for tests of the gateway: bytes by hand over one connection, TLS if the root says so. It waits by the
/// event loop, which the gateway under test shares.
class WireClient
{
public:
    explicit WireClient(const QUrl &root, const QString &caFile = {});

    void send(const QByteArray &bytes);
    /// The next answer; `status` 0 when the connection ends before one, or nothing comes for ten seconds.
    WireAnswer receive(bool isHead = false);
    /// Takes up to `size` bytes of whatever comes, until there are that many or the connection ends.
    QByteArray receiveBytes(qsizetype size);
    bool waitForEnd(int ms = 10'000);
    bool isConnected() const { return m_socket->state() == QAbstractSocket::ConnectedState; }
    const QTcpSocket &socket() const { return *m_socket; }
    const QUrl &root() const { return m_root; }
    void close() { m_socket->abort(); }

private:
    bool hasWhole(WireAnswer *answer, bool isHead);
    bool unchunk(QByteArray bytes, WireAnswer *answer, qsizetype *used) const;

    QUrl m_root;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
};

} // namespace Elenco::Practice
