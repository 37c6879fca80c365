// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/delivery.h"
#include "tests/gateway/httpparser.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace Elenco::Practice {

/// One client's connection: reads requests, has them answered one after the other, in order, and writes the answers,
/// well or badly, as each Delivery says.
class Connection : public QObject
{
    Q_OBJECT

public:
    struct Settings {
        HttpLimits limits;
        int clientTimeout = 30'000; ///< ms without a byte in the middle of a request or of an answer
        int idleTimeout = 60'000;   ///< ms of silence between requests
    };
    /// Says what to do with a request; `keepsAlive` is what the client wants.
    using Handler = std::function<Delivery(Request, bool keepsAlive)>;
    /// Words a refusal of HTTP itself (a header too long, …).
    using Refuser = std::function<QByteArray(int status)>;

    /// Takes the socket.
    Connection(QTcpSocket *socket, const Settings &settings, Handler handler, Refuser refuser);
    ~Connection() override;

    /// Ends it at once; may be called from within the handler. ended() is not emitted.
    void abandon();

Q_SIGNALS:
    void ended();

private:
    void read();
    void process();
    void deliver(Delivery delivery);
    void writePiece();
    void finish();
    void written();
    void drain();
    void timedOut();
    void waitFor(int ms);
    void resetByPeer();

    QTcpSocket *m_socket;
    Settings m_settings;
    Handler m_handler;
    Refuser m_refuser;
    HttpParser m_parser;
    Delivery m_delivery; ///< what is left of it
    QTimer m_timer;      ///< patience
    QTimer m_pieceTimer;
    bool m_isBusy = false;     ///< a request is being answered
    bool m_isDraining = false; ///< refused; what still comes is thrown away until the client stops
    qint64 m_drained = 0;
};

} // namespace Elenco::Practice
