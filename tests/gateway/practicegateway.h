// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/options.h"
#include "tests/gateway/request.h"
#include "tests/gateway/requestlog.h"
#include "tests/gateway/state.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace Elenco::Practice {

/// The partner's gateway, played on 127.0.0.1: what gateway.md describes, with a state of its own, limits, and
/// faults on demand. It serves on the thread that made it, by its event loop; all of it is used from that thread.
class Gateway : public QObject
{
public:
    /// Null, and a sentence in `why`, when the state, the certificate or the port is refused.
    static std::unique_ptr<Gateway> start(const Options &options, QString *why = nullptr);
    ~Gateway() override;

    QUrl root() const; ///< http(s)://127.0.0.1:PORT/api
    quint16 port() const;
    const Options &options() const;

    State &state(); ///< what is really there; also how other desks edit
    RequestLog &log();

    /// The next `times` requests that match get `fault`. Scripts are looked at in the order they were given.
    void failNext(const CallPattern &call, Fault fault, int times = 1);
    /// The n-th (1, 2, …) request from now on that matches gets `fault`.
    void failNth(const CallPattern &call, int n, Fault fault);
    /// Scripts that have not struck yet; tests may demand 0.
    qsizetype pendingScripts() const;
    void clearScripts();
    /// The seeded faults from now on; the sequence of draws goes on.
    void setFaults(const FaultRates &rates);
    /// Called with each request before it is looked at, in the order of their numbers; may edit state(), add scripts,
    /// and set faults, must not delete the gateway.
    void beforeRequest(std::function<void(const Request &)> hook);

    /// Refuses connections and closes those there are; requests under way are not answered.
    void stop();
    /// Back on the same port with the same state. False: the port was taken meanwhile.
    bool resume();
    int openConnections() const;

    /// Ids as this dialect shows them to clients ("17", "cnt_017", "list-vip-3"), and back; 0 when it is none.
    QString contactIdText(qint64 id) const;
    QString listIdText(qint64 id);
    qint64 contactIdOf(const QString &text) const;
    qint64 listIdOf(const QString &text);

private:
    class Server;
    explicit Gateway(std::unique_ptr<Server> server);

    std::unique_ptr<Server> m_server;
};

} // namespace Elenco::Practice
