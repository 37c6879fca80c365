// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/wireclient.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTestEventLoop>

#include <functional>

namespace Elenco::Practice {

namespace {

constexpr int patience = 10'000; // ms

// Until `isDone`, looked at whenever the socket has something to say. QTest::qWaitFor() would sleep 10 ms each time.
bool waitUntil(QTcpSocket &socket, int ms, const std::function<bool()> &isDone)
{
    QTestEventLoop loop;
    for (const auto signal : {&QTcpSocket::connected, &QTcpSocket::disconnected})
        QObject::connect(&socket, signal, &loop, &QTestEventLoop::exitLoop);
    QObject::connect(&socket, &QTcpSocket::readyRead, &loop, &QTestEventLoop::exitLoop);
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &loop, &QTestEventLoop::exitLoop);
    if (auto *secured = qobject_cast<QSslSocket *>(&socket))
        QObject::connect(secured, &QSslSocket::encrypted, &loop, &QTestEventLoop::exitLoop);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) {
        if (isDone())
            return true;
        loop.enterLoopMSecs(static_cast<int>(ms - timer.elapsed()));
    }
    return false;
}

} // namespace

QJsonValue WireAnswer::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QJsonValue WireAnswer::json(const QString &key) const
{
    return json().toObject().value(key);
}

WireClient::WireClient(const QUrl &root, const QString &caFile) : m_root(root)
{
    const auto port = static_cast<quint16>(root.port());
    if (root.scheme() != u"https") {
        m_socket = std::make_unique<QTcpSocket>();
        m_socket->connectToHost(root.host(), port);
    } else {
        auto socket = std::make_unique<QSslSocket>();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(caFile));
        socket->setSslConfiguration(configuration);
        socket->connectToHostEncrypted(root.host(), port);
        QSslSocket *secured = socket.get();
        m_socket = std::move(socket);
        waitUntil(*m_socket, patience,
                  [&] { return secured->isEncrypted() || secured->error() != QAbstractSocket::UnknownSocketError; });
        return;
    }
    waitUntil(*m_socket, patience,
              [&] { return isConnected() || m_socket->state() == QAbstractSocket::UnconnectedState; });
}

void WireClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

WireAnswer WireClient::receive(bool isHead)
{
    WireAnswer answer;
    waitUntil(*m_socket, patience, [&] {
        m_received += m_socket->readAll();
        return hasWhole(&answer, isHead) || !isConnected();
    });
    return answer;
}

QByteArray WireClient::receiveBytes(qsizetype size)
{
    waitUntil(*m_socket, patience, [&] {
        m_received += m_socket->readAll();
        return m_received.size() >= size || !isConnected();
    });
    const QByteArray bytes = m_received.left(size);
    m_received.remove(0, size);
    return bytes;
}

bool WireClient::waitForEnd(int ms)
{
    return waitUntil(*m_socket, ms, [&] {
        m_received += m_socket->readAll();
        return !isConnected();
    });
}

bool WireClient::hasWhole(WireAnswer *answer, bool isHead)
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    *answer = {};
    const QList<QByteArray> lines = m_received.left(end).replace("\r\n", "\n").split('\n');
    answer->status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer->headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
    }
    qsizetype used = end + 4;
    const QByteArray rest = m_received.mid(used);
    const qsizetype length = answer->headers.value("content-length").toLongLong();
    if (isHead) {
        answer->isWhole = true;
    } else if (answer->headers.value("transfer-encoding") == "chunked") {
        answer->isWhole = unchunk(rest, answer, &used);
    } else {
        answer->isWhole = rest.size() >= length;
        answer->body = rest.left(length);
        used += length;
    }
    if (answer->isWhole)
        m_received.remove(0, used);
    return answer->isWhole;
}

bool WireClient::unchunk(QByteArray bytes, WireAnswer *answer, qsizetype *used) const
{
    while (true) {
        const qsizetype line = bytes.indexOf("\r\n");
        if (line < 0)
            return false;
        const qsizetype size = bytes.left(line).toLongLong(nullptr, 16);
        answer->body += bytes.mid(line + 2, size);
        if (bytes.size() < line + 2 + size + 2)
            return false;
        bytes.remove(0, line + 2 + size + 2);
        *used += line + 2 + size + 2;
        if (size == 0)
            return true;
    }
}

} // namespace Elenco::Practice
