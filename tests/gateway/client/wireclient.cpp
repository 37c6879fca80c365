// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/client/wireclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

namespace Elenco::Practice {

namespace {

constexpr int patience = 10'000; // ms

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
        static_cast<void>(QTest::qWaitFor(
            [&] { return secured->isEncrypted() || secured->error() != QAbstractSocket::UnknownSocketError; },
            patience));
        return;
    }
    static_cast<void>(QTest::qWaitFor(
        [&] { return isConnected() || m_socket->state() == QAbstractSocket::UnconnectedState; }, patience));
}

void WireClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

WireAnswer WireClient::receive(bool isHead)
{
    WireAnswer answer;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            m_received += m_socket->readAll();
            return hasWhole(&answer, isHead) || !isConnected();
        },
        patience));
    return answer;
}

QByteArray WireClient::receiveBytes(qsizetype size)
{
    static_cast<void>(QTest::qWaitFor(
        [&] {
            m_received += m_socket->readAll();
            return m_received.size() >= size || !isConnected();
        },
        patience));
    const QByteArray bytes = m_received.left(size);
    m_received.remove(0, size);
    return bytes;
}

bool WireClient::waitForEnd(int ms)
{
    return QTest::qWaitFor(
        [&] {
            m_received += m_socket->readAll();
            return !isConnected();
        },
        ms);
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
