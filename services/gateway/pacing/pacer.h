// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "gateway/pacing/priority.h"
#include "gateway/records/account.h"

#include <QtGlobal>

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace Elenco {

/// Says when each request of an account may leave. A token bucket small enough for every reading of the plan
/// (gateway.md section 1: so many a minute, bursts of so many a second): filled at nine tenths of the rate, as deep as
/// leaves a second's filling below the burst. Background work has a bucket of half that besides. At most four reads and
/// two writes are under way; a person's go first. A 429 stops everything for as long as was asked, halves the rate, and
/// the rate comes back by a tenth of the plan's a minute (other desks share the key).
class Pacer
{
public:
    using Turn = quint64;

    Pacer(std::shared_ptr<Clock> clock, std::function<double()> random, Plan plan);
    ~Pacer();

    /// `go` is called once, now or later, when the request may leave; the turn then holds its place until leave().
    Turn enqueue(Priority priority, bool isWrite, std::function<void()> go);
    /// The request has ended, or is not wanted any more.
    void leave(Turn turn);

    /// The headers X-RateLimit-Limit (a minute) and X-RateLimit-Remaining.
    void hear(std::optional<qint64> limit, std::optional<qint64> remaining);
    /// A 429 came to a request that left at `sentAt`, asking for `wait` ms; nullopt: exponential, with full jitter.
    void throttle(qint64 sentAt, std::optional<qint64> wait);
    /// Any other answer came.
    void succeed() { m_throttledInARow = 0; }

    /// Milliseconds until a request may leave again after a 429; 0: now.
    qint64 pauseLeft() const;
    /// Requests a minute at present.
    double rate() const;

    static constexpr int mostReads = 4;
    static constexpr int mostWrites = 2;

private:
    struct Waiting {
        Turn turn;
        bool isWrite;
        std::function<void()> go;
    };
    struct Bucket {
        double tokens = 0;
        double share = 1; ///< of the account's pace
    };

    void refill();
    double perMillisecond() const;
    double depth(const Bucket &bucket) const;
    std::optional<Waiting> takeNext();
    qint64 waitForToken() const;
    void pump();

    std::shared_ptr<Clock> m_clock;
    std::function<double()> m_random;
    double m_planPerMinute;
    double m_planBurst;
    double m_factor = 1;
    Bucket m_all;
    Bucket m_background;
    qint64 m_refilledAt;
    qint64 m_halvedAt;
    qint64 m_pausedUntil;
    int m_throttledInARow = 0;

    std::array<std::deque<Waiting>, 2> m_queues; ///< by Priority
    std::unordered_map<Turn, bool> m_running;    ///< turn -> is a write
    std::array<int, 2> m_runningCount{};         ///< reads, writes
    Turn m_lastTurn = 0;
    bool m_pumping = false;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Elenco
