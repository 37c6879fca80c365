// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <unordered_map>

namespace Elenco {

/// A server that answers with the bytes it was told to, whatever HTTP says, and counts what reaches it. On 127.0.0.1,
/// by the event loop of the thread that made it.
class ScriptedServer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Then { KeepOpen, Close, Abort };
    struct Reply {
        QByteArray bytes;
        Then then = Then::KeepOpen;
        int pieceSize = 0; ///< 0: all at once
        int pieceMs = 0;   ///< between two pieces
    };

    /// Plain, or TLS with a certificate and key in PEM files.
    explicit ScriptedServer(const QString &certificateFile = {}, const QString &keyFile = {});

    QUrl root() const; ///< http(s)://127.0.0.1:PORT/api
    /// The next request without a reply of its own gets this. A request without a script is answered by nothing, for
    /// ever, and counted.
    void script(Reply reply) { m_script.push_back(std::move(reply)); }
    void script(const QByteArray &bytes, Then then = Then::KeepOpen) { script(Reply{bytes, then, 0, 0}); }

    /// The requests that came whole, head and body, in their order.
    const QList<QByteArray> &requests() const { return m_requests; }
    int connections() const { return m_connections; }
    int unscripted() const { return m_unscripted; }

    /// An answer with Content-Length.
    static QByteArray answer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                             const QByteArray &headers = {});

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void readMore(QTcpSocket *socket);
    void reply(QTcpSocket *socket);
    void sendPieces(QTcpSocket *socket, const Reply &reply, qsizetype at);

    QSslConfiguration m_tls;
    std::deque<Reply> m_script;
    std::unordered_map<QTcpSocket *, QByteArray> m_received;
    QList<QByteArray> m_requests;
    int m_connections = 0;
    int m_unscripted = 0;
};

} // namespace Elenco
