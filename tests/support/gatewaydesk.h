// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/client.h"
#include "tests/gateway/practicegateway.h"

#include <random>

namespace Elenco {

/// A practice gateway in this process, and a client for it that wastes no time: its waits are a thousandth of what they
/// say, its chances are seeded.
class GatewayDesk
{
public:
    explicit GatewayDesk(const Practice::Options &options = {}, quint32 seed = 1,
                         const TransportOptions &transport = transportOptions());

    Practice::Gateway &gateway() { return *m_gateway; }
    Practice::State &state() { return m_gateway->state(); }
    Practice::RequestLog &log() { return m_gateway->log(); }
    Client &client() { return *m_client; }
    /// How many requests were answered with 400.
    int refusals();

    /// A second client of the same gateway, with what differs.
    std::unique_ptr<Client> otherClient(const QString &key, const TransportOptions &options);
    ClientSurroundings surroundings(const TransportOptions &options);
    static TransportOptions transportOptions();

    RemoteId contactId(qint64 id) const { return {m_gateway->contactIdText(id)}; }
    RemoteId listId(qint64 id) { return {m_gateway->listIdText(id)}; }

private:
    std::unique_ptr<Practice::Gateway> m_gateway;
    std::mt19937 m_random;
    std::unique_ptr<Client> m_client;
};

} // namespace Elenco
