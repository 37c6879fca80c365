// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/listener.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

Listener::Listener(const Connection::Settings &settings, Handler handler, Connection::Refuser refuser)
    : m_settings(settings),
      m_handler(std::move(handler)),
      m_refuser(std::move(refuser)),
      m_server(std::make_unique<QTcpServer>())
{
}

Listener::~Listener()
{
    close();
}

QString Listener::secure(const QString &certificateFile, const QString &privateKeyFile)
{
    if (!QSslSocket::supportsSsl())
        return u"This Qt has no TLS."_s;
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificateFile, QSsl::Pem);
    if (chain.isEmpty())
        return u"%1 holds no certificate."_s.arg(QDir::toNativeSeparators(certificateFile));
    QFile file(privateKeyFile);
    if (!file.open(QIODevice::ReadOnly))
        return u"%1 can't be read: %2."_s.arg(QDir::toNativeSeparators(privateKeyFile), file.errorString());
    const QByteArray pem = file.readAll();
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    if (key.isNull())
        return u"%1 holds no RSA or EC private key."_s.arg(QDir::toNativeSeparators(privateKeyFile));
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls->setLocalCertificateChain(chain);
    m_tls->setPrivateKey(key);
    m_tls->setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    return {};
}

bool Listener::listen(quint16 port)
{
    if (m_tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*m_tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    m_server->setListenBacklogSize(128);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &Listener::accept);
    if (!m_server->listen(QHostAddress::LocalHost, port))
        return false;
    m_port = m_server->serverPort();
    return true;
}

void Listener::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        const int number = ++m_lastConnection;
        auto *connection = new Connection(
            socket, m_settings,
            [this, number](Request request, bool keepsAlive) {
                return m_handler(std::move(request), keepsAlive, number);
            },
            m_refuser);
        connection->setParent(this);
        m_connections.append(connection);
        connect(connection, &Connection::ended, this, [this, connection] {
            if (m_connections.removeOne(connection))
                connection->deleteLater();
        });
    }
}

void Listener::close()
{
    m_server->close();
    for (Connection *connection : std::exchange(m_connections, {})) {
        connection->abandon();
        connection->deleteLater(); // it may be asking its handler just now
    }
}

} // namespace Elenco::Practice
