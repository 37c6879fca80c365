// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/answerwatch.h"

#include <utility>

namespace Elenco {

struct AnswerWatch::State {
    std::shared_ptr<Clock> clock;
    int underWay = 0;
    qint64 since = -1; ///< the first of those that nobody has answered left; -1: nobody is waited for
};

class AnswerWatch::Exchange : public HttpExchange
{
public:
    Exchange(std::shared_ptr<State> state, std::shared_ptr<bool> isOver, std::unique_ptr<HttpExchange> below)
        : m_state(std::move(state)), m_isOver(std::move(isOver)), m_below(std::move(below))
    {
        ++m_state->underWay;
    }
    ~Exchange() override
    {
        if (--m_state->underWay == 0 && !*m_isOver)
            m_state->since = -1; // broken off: nobody is waited for
    }

    bool mayHaveArrived() const override { return m_below->mayHaveArrived(); }

private:
    std::shared_ptr<State> m_state;
    std::shared_ptr<bool> m_isOver;
    std::unique_ptr<HttpExchange> m_below;
};

AnswerWatch::AnswerWatch(std::shared_ptr<Transport> below, std::shared_ptr<Clock> clock)
    : m_below(std::move(below)), m_state(std::make_shared<State>())
{
    m_state->clock = std::move(clock);
}

AnswerWatch::~AnswerWatch() = default;

std::unique_ptr<HttpExchange> AnswerWatch::send(HttpRequest request, std::function<void(HttpAnswer)> done)
{
    if (m_state->since < 0)
        m_state->since = m_state->clock->milliseconds();
    auto isOver = std::make_shared<bool>(false);
    auto heard = [state = m_state, isOver, done = std::move(done)](HttpAnswer answer) {
        *isOver = true;
        if (!answer.failure) // of several under way one was answered: the others wait from now on
            state->since = state->underWay > 1 ? state->clock->milliseconds() : -1;
        const auto tell = done; // which may destroy the exchange, and this with it
        tell(std::move(answer));
    };
    return std::make_unique<Exchange>(m_state, isOver, m_below->send(std::move(request), std::move(heard)));
}

qint64 AnswerWatch::silentFor() const
{
    return m_state->since < 0 ? 0 : m_state->clock->milliseconds() - m_state->since;
}

} // namespace Elenco
