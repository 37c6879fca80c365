// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/gateway/http/transport.h"
#include "tests/gateway/exchange.h"

#include <QObject>

#include <memory>

namespace Elenco {

/// The practice gateway without a wire: answers are made by it as for a socket, faults included, and read from its
/// bytes. A request waits here until it is let through, so what happens between two requests is decided by whoever
/// holds this; no time passes, and a course of requests is the same again when it is repeated.
class DirectLine : public Transport
{
public:
    explicit DirectLine(Practice::Exchange &exchange) : m_exchange(exchange) {}

    std::unique_ptr<HttpExchange> send(HttpRequest request, std::function<void(HttpAnswer)> done) override;

    /// The request that waits; null: none does.
    const HttpRequest *held() const;
    /// The gateway acts on the request that waits, under `fault`; the answer stays on its way.
    void carryOut(Practice::Fault fault);
    /// The answer arrives, by the event loop.
    void deliver();

private:
    class Held;

    Practice::Exchange &m_exchange;
    Held *m_held = nullptr;
};

} // namespace Elenco
