// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/connection.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <memory>
#include <optional>

namespace Elenco::Practice {

/// Listens on 127.0.0.1, plainly or with TLS, and owns the connections.
class Listener : public QObject
{
public:
    /// `handle` also gets the connection's number (1, 2, …).
    using Handler = std::function<Delivery(Request, bool keepsAlive, int connection)>;

    Listener(const Connection::Settings &settings, Handler handler, Connection::Refuser refuser);
    ~Listener() override;

    /// PEM files. Not empty: a sentence about what is wrong with them.
    QString secure(const QString &certificateFile, const QString &privateKeyFile);
    bool isSecure() const { return m_tls.has_value(); }
    /// 0: any free port; the same one after close(). False: errorText() says why.
    bool listen(quint16 port);
    QString errorText() const { return m_server->errorString(); }
    quint16 port() const { return m_port; }
    /// Ends every connection too.
    void close();
    int openConnections() const { return static_cast<int>(m_connections.size()); }

private:
    void accept();

    Connection::Settings m_settings;
    Handler m_handler;
    Connection::Refuser m_refuser;
    std::unique_ptr<QTcpServer> m_server;
    std::optional<QSslConfiguration> m_tls;
    QList<Connection *> m_connections; // children of this
    int m_lastConnection = 0;
    quint16 m_port = 0;
};

} // namespace Elenco::Practice
