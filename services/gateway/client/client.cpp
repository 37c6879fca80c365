// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/client.h"

#include "gateway/client/clientstate.h"
#include "gateway/client/describer.h"
#include "gateway/client/prober.h"
#include "gateway/json/subscriptionjson.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Elenco {

ClientSurroundings ClientSurroundings::system(const TransportOptions &options)
{
    ClientSurroundings surroundings;
    surroundings.transport = networkTransport(options);
    surroundings.clock = std::make_shared<SystemClock>();
    surroundings.random = [] { return QRandomGenerator::global()->generateDouble(); };
    return surroundings;
}

Client::Client(Account account, Credential credential, Capabilities capabilities, ClientSurroundings surroundings,
               QObject *parent)
    : QObject(parent),
      m_state(std::make_unique<ClientState>(this, std::move(account), std::move(credential), std::move(capabilities),
                                            std::move(surroundings)))
{
}

Client::~Client() = default;

const Account &Client::account() const
{
    return m_state->account();
}

bool Client::isHanging() const
{
    return m_state->channel.isHanging();
}

const Capabilities &Client::capabilities() const
{
    return m_state->capabilities;
}

void Client::noteFields(const AccountFields &fields)
{
    m_state->learn([&fields](Capabilities &known) { known.fields = fields; });
}

Task<void> Client::testConnection()
{
    auto flow = m_state->begin<void>();
    auto task = flow->task();
    Request quota = readRequest(subscriptionPath(u"/contacts"), Priority::Person);
    quota.mostTries = 1;
    flow->step<Quota>(
        quota, [](const HttpAnswer &answer) { return quotaFromJson(answer.body); },
        [flow = flow.get(), this](const Result<Quota> &result) {
            if (result)
                return flow->finish({});
            // A plan may lack that page: contacts are what every account has.
            const ErrorKind kind = result.error().kind;
            const bool missing = kind == ErrorKind::NotFound || kind == ErrorKind::NotAllowed ||
                                 kind == ErrorKind::Refused || kind == ErrorKind::NotTheGateway ||
                                 kind == ErrorKind::UnreadableAnswer;
            if (!missing)
                return flow->finish(result.error());
            Request contacts = readRequest(gatewayPath(u"/contacts"), Priority::Person);
            contacts.mostTries = 1;
            flow->step<void>(
                contacts,
                [](const HttpAnswer &answer) -> Result<void> {
                    const auto document = JsonDocument::parse(answer.body);
                    Misfit misfit;
                    if (document)
                        envelopeOf(document->root(), {"content", "contacts"}, misfit);
                    else
                        misfit.at("");
                    return misfit ? Result<void>(misfit.error()) : Result<void>();
                },
                [flow](Result<void> second) { flow->finish(std::move(second)); });
        });
    return task;
}

namespace {

// Called by a callback of the promise that goes, so nothing that the callback holds may be used after it.
void leave(std::vector<std::shared_ptr<TaskPromise<Capabilities>>> &all, Task<Capabilities> &probe, const void *which)
{
    std::erase_if(all, [which](const auto &each) { return each.get() == which; });
    if (all.empty())
        probe.cancel();
}

} // namespace

Task<Capabilities> Client::probe()
{
    auto waiting = std::make_shared<TaskPromise<Capabilities>>(this);
    Task<Capabilities> task = waiting->task();
    waiting->onStop([all = &m_probeWaiting, probe = &m_probe, which = waiting.get()] { leave(*all, *probe, which); });
    m_probeWaiting.push_back(std::move(waiting));
    if (m_probe.isRunning()) // who comes now gets what is under way
        return task;
    m_probe = Prober::start(*m_state);
    m_probe.then([this](const Result<Capabilities> &found) {
        for (const auto &each : std::exchange(m_probeWaiting, {}))
            each->finish(found);
    });
    return task;
}

Task<QByteArray> Client::describe()
{
    return Describer::start(*m_state);
}

Task<Quota> Client::contactQuota(Priority priority)
{
    return m_state->run<Quota>(readRequest(subscriptionPath(u"/contacts"), priority),
                               [](const HttpAnswer &answer) { return quotaFromJson(answer.body); });
}

Task<Subscription> Client::subscription(Priority priority)
{
    return m_state->run<Subscription>(readRequest(subscriptionPath(), priority),
                                      [](const HttpAnswer &answer) { return subscriptionFromJson(answer.body); });
}

Task<Credit> Client::credit(Priority priority)
{
    return m_state->run<Credit>(readRequest(subscriptionPath(u"/credit"), priority),
                                [](const HttpAnswer &answer) { return creditFromJson(answer.body); });
}

} // namespace Elenco
