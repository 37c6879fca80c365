// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "gateway/http/transport.h"

namespace Elenco {

/// A transport that knows for how long nobody has answered, for whoever has to say that a gateway hangs: a request may
/// wait for minutes, with tries in between, before it fails. Carries everything as the one below does; its thread is
/// that one's, and so is its exchanges'.
class AnswerWatch : public Transport
{
public:
    AnswerWatch(std::shared_ptr<Transport> below, std::shared_ptr<Clock> clock);
    ~AnswerWatch() override;

    std::unique_ptr<HttpExchange> send(HttpRequest request, std::function<void(HttpAnswer)> done) override;

    /// Milliseconds since a request left to which, and since which, nothing was answered; tries that ended without an
    /// answer count on. 0: nobody is waited for.
    qint64 silentFor() const;

private:
    class Exchange;
    struct State;

    std::shared_ptr<Transport> m_below;
    std::shared_ptr<State> m_state; ///< shared with exchanges, which may outlive this
};

} // namespace Elenco
