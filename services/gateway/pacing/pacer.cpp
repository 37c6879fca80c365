// SPDX-License-Identifier: Apache-2.0
#include "gateway/pacing/pacer.h"

#include <algorithm>
#include <cmath>

namespace Elenco {

namespace {

constexpr double headroom = 0.9;           // what we plan to use of what was bought
constexpr double leastFactor = 1.0 / 16;   // never slower than this, however often 429 comes
constexpr double recoveryPerMinute = 0.1;  // of the plan's rate
constexpr qint64 longestBackOff = 300'000; // ms, sync.md section 2.7

} // namespace

Pacer::Pacer(std::shared_ptr<Clock> clock, std::function<double()> random, Plan plan)
    : m_clock(std::move(clock)),
      m_random(std::move(random)),
      m_planPerMinute(plan == Plan::Production ? 1000 : 100),
      m_planBurst(plan == Plan::Production ? 50 : 10),
      m_refilledAt(m_clock->milliseconds()),
      m_halvedAt(m_refilledAt - 1),
      m_pausedUntil(m_refilledAt)
{
    m_background.share = 0.5;
    m_all.tokens = depth(m_all);
    m_background.tokens = depth(m_background);
}

Pacer::~Pacer() = default;

double Pacer::rate() const
{
    return m_planPerMinute * headroom * m_factor;
}

double Pacer::perMillisecond() const
{
    return rate() / 60'000;
}

double Pacer::depth(const Bucket &bucket) const
{
    // What the bucket holds and what a second adds stay below the burst; slower plans have shorter bursts.
    const double burst = std::min(m_planBurst, m_planPerMinute / 2);
    return std::max(1.0, (burst - perMillisecond() * 1000 - 1) * bucket.share);
}

void Pacer::refill()
{
    const qint64 now = m_clock->milliseconds();
    const double elapsed = double(now - m_refilledAt);
    m_refilledAt = now;
    m_factor = std::min(1.0, m_factor + recoveryPerMinute * elapsed / 60'000);
    for (Bucket *bucket : {&m_all, &m_background}) {
        bucket->tokens += elapsed * perMillisecond() * bucket->share;
        bucket->tokens = std::min(bucket->tokens, depth(*bucket));
    }
}

Pacer::Turn Pacer::enqueue(Priority priority, bool isWrite, std::function<void()> go)
{
    const Turn turn = ++m_lastTurn;
    m_queues[size_t(priority)].push_back({turn, isWrite, std::move(go)});
    pump();
    return turn;
}

void Pacer::leave(Turn turn)
{
    if (const auto running = m_running.find(turn); running != m_running.end()) {
        --m_runningCount[running->second];
        m_running.erase(running);
    } else {
        for (auto &queue : m_queues)
            std::erase_if(queue, [turn](const Waiting &waiting) { return waiting.turn == turn; });
    }
    pump();
}

void Pacer::hear(std::optional<qint64> limit, std::optional<qint64> remaining)
{
    // Fewer than one a second is in no plan: whatever that number counts, it is not requests a minute.
    if (limit && *limit >= 60 && *limit <= 1'000'000)
        m_planPerMinute = double(*limit);
    refill();
    if (remaining && *remaining >= 0)
        m_all.tokens = std::min(m_all.tokens, double(*remaining));
}

void Pacer::throttle(qint64 sentAt, std::optional<qint64> wait)
{
    refill();
    const qint64 now = m_clock->milliseconds();
    // Requests that left together are refused together: that is one reason to go slower, not four.
    if (sentAt > m_halvedAt) {
        m_factor = std::max(leastFactor, m_factor / 2);
        m_halvedAt = now;
        ++m_throttledInARow;
    }
    double pause = 0;
    if (wait && *wait > 0)
        pause = double(*wait) * (1 + 0.1 * m_random());
    else
        pause = std::max(100.0, m_random() * std::min(double(longestBackOff), 1000 * std::pow(2, m_throttledInARow)));
    m_pausedUntil = std::max(m_pausedUntil, now + qint64(std::ceil(pause)));
    m_all.tokens = std::min(m_all.tokens, 1.0);
    pump();
}

qint64 Pacer::pauseLeft() const
{
    return std::max<qint64>(0, m_pausedUntil - m_clock->milliseconds());
}

std::optional<Pacer::Waiting> Pacer::takeNext()
{
    for (const Priority priority : {Priority::Person, Priority::Background}) {
        if (m_all.tokens < 1 || (priority == Priority::Background && m_background.tokens < 1))
            continue;
        auto &queue = m_queues[size_t(priority)];
        const auto next = std::find_if(queue.begin(), queue.end(), [this](const Waiting &waiting) {
            return m_runningCount[waiting.isWrite] < (waiting.isWrite ? mostWrites : mostReads);
        });
        if (next == queue.end())
            continue;
        m_all.tokens -= 1;
        if (priority == Priority::Background)
            m_background.tokens -= 1;
        Waiting taken = std::move(*next);
        queue.erase(next);
        return taken;
    }
    return std::nullopt;
}

qint64 Pacer::waitForToken() const
{
    // A queue that has a token waits for a place, and leave() comes by itself.
    qint64 soonest = 0;
    for (const Priority priority : {Priority::Person, Priority::Background}) {
        if (m_queues[size_t(priority)].empty())
            continue;
        double missing = std::max(0.0, 1 - m_all.tokens) / perMillisecond();
        if (priority == Priority::Background)
            missing =
                std::max(missing, std::max(0.0, 1 - m_background.tokens) / (perMillisecond() * m_background.share));
        const qint64 wait = qint64(std::ceil(missing));
        if (wait > 0)
            soonest = soonest == 0 ? wait : std::min(soonest, wait);
    }
    return soonest;
}

void Pacer::pump()
{
    // A request that leaves may end another one, which calls leave(): the loop below sees to that one as well.
    if (m_pumping)
        return;
    m_pumping = true;
    m_alarm.reset();
    refill();
    while (pauseLeft() == 0) {
        std::optional<Waiting> next = takeNext();
        if (!next)
            break;
        m_running.emplace(next->turn, next->isWrite);
        ++m_runningCount[next->isWrite];
        next->go();
    }
    m_pumping = false;
    if (m_queues[0].empty() && m_queues[1].empty())
        return;
    // Nobody has a place (leave() comes), or nobody has a token, or a 429 holds all.
    const qint64 wait = std::max(pauseLeft(), waitForToken());
    if (wait > 0)
        m_alarm = m_clock->after(wait, [this] { pump(); });
}

} // namespace Elenco
