// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/practicegateway.h"

#include "tests/gateway/exchange.h"
#include "tests/gateway/listener.h"
#include "tests/gateway/orders.h"
#include "tests/gateway/seed.h"

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

class Gateway::Server
{
public:
    Server(const Options &given, std::unique_ptr<State> opened)
        : options(given),
          state(std::move(opened)),
          exchange(options, *state),
          listener(
              {{options.headerLimit, options.bodyLimit}, options.clientTimeout, options.idleTimeout},
              [this](Request request, bool keepsAlive, int connection) {
                  return exchange.handle(std::move(request), keepsAlive, connection);
              },
              [this](int status) { return exchange.refusal(status); })
    {
    }

    QString address() const
    {
        return u"%1://127.0.0.1:%2"_s.arg(listener.isSecure() ? u"https"_s : u"http"_s).arg(listener.port());
    }

    const Options options;
    const std::unique_ptr<State> state;
    Exchange exchange;
    Listener listener;
};

std::unique_ptr<Gateway> Gateway::start(const Options &options, QString *why)
{
    const auto refused = [why](const QString &sentence) {
        if (why)
            *why = sentence;
        return std::unique_ptr<Gateway>();
    };
    std::unique_ptr<State> state = State::open(options.stateFile, why);
    if (!state)
        return nullptr;
    if (state->isNew()) {
        const QString wrong = seedState(*state, options);
        if (!wrong.isEmpty())
            return refused(wrong);
    }
    // So that the first pages come as quickly as the later ones.
    state->orders().contacts({}, {ContactSort::Id, false, 0});
    state->orders().contacts({}, {ContactSort::FullName, false, 0});
    auto server = std::make_unique<Server>(options, std::move(state));
    if (!options.certificateFile.isEmpty() || !options.privateKeyFile.isEmpty()) {
        const QString wrong = server->listener.secure(options.certificateFile, options.privateKeyFile);
        if (!wrong.isEmpty())
            return refused(wrong);
    }
    if (!server->listener.listen(options.port))
        return refused(u"Port %1 of 127.0.0.1: %2."_s.arg(options.port).arg(server->listener.errorText()));
    server->exchange.setServer(server->address());
    return std::unique_ptr<Gateway>(new Gateway(std::move(server)));
}

Gateway::Gateway(std::unique_ptr<Server> server) : m_server(std::move(server))
{
}

Gateway::~Gateway() = default;

QUrl Gateway::root() const
{
    return QUrl(m_server->address() + u"/api"_s);
}

quint16 Gateway::port() const
{
    return m_server->listener.port();
}

const Options &Gateway::options() const
{
    return m_server->options;
}

State &Gateway::state()
{
    return *m_server->state;
}

RequestLog &Gateway::log()
{
    return m_server->exchange.log();
}

void Gateway::failNext(const CallPattern &call, Fault fault, int times)
{
    m_server->exchange.faults().script(call, fault, 0, times);
}

void Gateway::failNth(const CallPattern &call, int n, Fault fault)
{
    m_server->exchange.faults().script(call, fault, n - 1, 1);
}

qsizetype Gateway::pendingScripts() const
{
    return m_server->exchange.faults().pendingScripts();
}

void Gateway::clearScripts()
{
    m_server->exchange.faults().clearScripts();
}

void Gateway::setFaults(const FaultRates &rates)
{
    m_server->exchange.faults().setRates(rates);
}

void Gateway::beforeRequest(std::function<void(const Request &)> hook)
{
    m_server->exchange.setHook(std::move(hook));
}

void Gateway::stop()
{
    m_server->listener.close();
}

bool Gateway::resume()
{
    return m_server->listener.listen(m_server->listener.port());
}

int Gateway::openConnections() const
{
    return m_server->listener.openConnections();
}

QString Gateway::contactIdText(qint64 id) const
{
    return m_server->exchange.service().ids.contactText(id);
}

QString Gateway::listIdText(qint64 id)
{
    return m_server->exchange.service().ids.listText(id);
}

qint64 Gateway::contactIdOf(const QString &text) const
{
    return m_server->exchange.service().ids.contactOf(text);
}

qint64 Gateway::listIdOf(const QString &text)
{
    return m_server->exchange.service().ids.listOf(text);
}

} // namespace Elenco::Practice
