// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/connection.h"

#include <QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace Elenco::Practice {

namespace {

// Read or written at a time; a client that sends without reading is left waiting beyond it.
constexpr qint64 bufferBytes = 1024 * 1024;
constexpr int drainPause = 200; // ms without a byte
constexpr qint64 drainBytes = 256 * 1024 * 1024;

} // namespace

Connection::Connection(QTcpSocket *socket, const Settings &settings, Handler handler, Refuser refuser)
    : m_socket(socket),
      m_settings(settings),
      m_handler(std::move(handler)),
      m_refuser(std::move(refuser)),
      m_parser(settings.limits)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(bufferBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    m_pieceTimer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Connection::timedOut);
    connect(&m_pieceTimer, &QTimer::timeout, this, &Connection::writePiece);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::written);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::ended);
    waitFor(m_settings.idleTimeout);
    // Bytes may have come before anybody listened.
    QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

Connection::~Connection()
{
    abandon();
}

void Connection::abandon()
{
    m_timer.stop();
    m_pieceTimer.stop();
    m_socket->disconnect(this);
    m_socket->abort();
}

void Connection::waitFor(int ms)
{
    m_timer.start(ms);
}

void Connection::read()
{
    if (m_isDraining)
        return drain();
    if (m_isBusy || !m_socket->isOpen())
        return;
    m_parser.feed(m_socket->readAll());
    process();
}

void Connection::process()
{
    switch (m_parser.next()) {
    case HttpParser::Result::NeedsMore:
        // The rest of what was pipelined may still lie in the socket.
        waitFor(m_parser.isInside() ? m_settings.clientTimeout : m_settings.idleTimeout);
        if (m_socket->bytesAvailable() > 0)
            QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
        return;
    case HttpParser::Result::WantsToSend: m_socket->write("HTTP/1.1 100 Continue\r\n\r\n"); return process();
    case HttpParser::Result::Complete: {
        m_isBusy = true;
        m_timer.stop();
        Request request = m_parser.take();
        deliver(m_handler(std::move(request), m_parser.keepsAlive()));
        return;
    }
    case HttpParser::Result::Refused:
        m_isDraining = true;
        m_socket->write(m_refuser(m_parser.status()));
        waitFor(drainPause);
        return drain();
    }
}

void Connection::drain()
{
    // Closing a socket with unread bytes resets it, and the client would never see why it was refused.
    m_drained += m_socket->readAll().size();
    if (m_drained > drainBytes)
        return timedOut();
    waitFor(drainPause);
}

void Connection::deliver(Delivery delivery)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return; // given up meanwhile, perhaps by the handler
    m_delivery = std::move(delivery);
    if (m_delivery.delayMs > 0)
        m_pieceTimer.start(m_delivery.delayMs);
    else
        writePiece();
}

void Connection::writePiece()
{
    const qsizetype size = m_delivery.pieceBytes > 0 ? m_delivery.pieceBytes : m_delivery.bytes.size();
    m_socket->write(m_delivery.bytes.left(size));
    m_delivery.bytes.remove(0, size);
    if (m_delivery.bytes.isEmpty())
        return finish();
    m_socket->flush();
    m_pieceTimer.start(m_delivery.pieceMs);
}

void Connection::finish()
{
    switch (m_delivery.then) {
    case Delivery::Then::Close:
        waitFor(m_settings.clientTimeout); // for a client that does not read
        m_socket->disconnectFromHost();
        return;
    case Delivery::Then::Reset: return resetByPeer();
    case Delivery::Then::Hang: return;
    case Delivery::Then::KeepOpen: break;
    }
    if (m_socket->bytesToWrite() > bufferBytes) {
        waitFor(m_settings.clientTimeout);
        return; // written() goes on
    }
    m_isBusy = false;
    waitFor(m_settings.idleTimeout);
    // Not from here: a long row of pipelined requests must not become a deep stack.
    QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

void Connection::written()
{
    const bool isWaiting = m_isBusy && m_delivery.bytes.isEmpty() && !m_pieceTimer.isActive();
    if (isWaiting && m_delivery.then == Delivery::Then::KeepOpen)
        finish();
    else if (isWaiting && m_timer.isActive())
        waitFor(m_settings.clientTimeout);
}

void Connection::timedOut()
{
    if (!m_isDraining && !m_isBusy && m_parser.isInside()) {
        m_isDraining = true;
        m_socket->write(m_refuser(408));
        waitFor(drainPause);
        return;
    }
    if (m_isBusy || m_socket->state() != QAbstractSocket::ConnectedState)
        m_socket->abort(); // it takes nothing
    else
        m_socket->disconnectFromHost();
}

void Connection::resetByPeer()
{
    // Lingering for no time makes close() send a reset instead of a goodbye.
    linger none{};
    none.l_onoff = 1;
    none.l_linger = 0;
#ifdef Q_OS_WIN
    setsockopt(static_cast<SOCKET>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&none), sizeof none);
#else
    setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
#endif
    m_socket->abort();
}

} // namespace Elenco::Practice
