// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

namespace Elenco {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("can't read %s", qPrintable(path));
    return file.readAll();
}

// The length of the first whole request, or -1 while it is not all there. Only Content-Length is known here.
qsizetype requestLength(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return -1;
    qsizetype length = head + 4;
    for (const QByteArray &line : bytes.left(head).split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            length += line.mid(15).trimmed().toLongLong();
    }
    return bytes.size() >= length ? length : -1;
}

} // namespace

ScriptedServer::ScriptedServer(const QString &certificateFile, const QString &keyFile)
{
    if (!certificateFile.isEmpty()) {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls.setLocalCertificate(QSslCertificate(contentOf(certificateFile), QSsl::Pem));
        const QByteArray key = contentOf(keyFile);
        const bool elliptic = key.contains("BEGIN EC");
        QSslKey privateKey(key, elliptic ? QSsl::Ec : QSsl::Rsa);
        if (privateKey.isNull())
            privateKey = QSslKey(key, QSsl::Ec);
        m_tls.setPrivateKey(privateKey);
        m_tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    if (!listen(QHostAddress::LocalHost))
        qFatal("can't listen");
}

QUrl ScriptedServer::root() const
{
    const QString scheme = m_tls.localCertificate().isNull() ? QStringLiteral("http") : QStringLiteral("https");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2/api").arg(scheme).arg(serverPort()));
}

QByteArray ScriptedServer::answer(int status, const QByteArray &body, const QByteArray &type, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Text\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QIODevice::readyRead, this, [this, socket] { readMore(socket); });
    connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
        m_received.erase(socket);
        socket->deleteLater();
    });
    if (!m_tls.localCertificate().isNull()) {
        socket->setSslConfiguration(m_tls);
        socket->startServerEncryption();
    }
}

void ScriptedServer::readMore(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    for (qsizetype length = requestLength(received); length > 0; length = requestLength(received)) {
        m_requests.append(received.left(length));
        received.remove(0, length);
        reply(socket);
        if (m_received.find(socket) == m_received.end())
            return; // the reply ended the connection
    }
}

void ScriptedServer::reply(QTcpSocket *socket)
{
    if (m_script.empty()) {
        ++m_unscripted;
        return;
    }
    const Reply next = std::move(m_script.front());
    m_script.pop_front();
    sendPieces(socket, next, 0);
}

void ScriptedServer::sendPieces(QTcpSocket *socket, const Reply &reply, qsizetype at)
{
    const qsizetype size = reply.pieceSize > 0 ? reply.pieceSize : reply.bytes.size();
    socket->write(reply.bytes.mid(at, size));
    if (at + size < reply.bytes.size()) {
        QTimer::singleShot(reply.pieceMs, socket, [=, this] { sendPieces(socket, reply, at + size); });
        return;
    }
    if (reply.then == Then::Close) {
        socket->disconnectFromHost();
    } else if (reply.then == Then::Abort) {
        // A socket that goes while bytes are unread is reset by the system; there is nothing gentler to wait for.
        socket->flush();
        socket->abort();
    }
}

} // namespace Elenco
