// SPDX-License-Identifier: Apache-2.0
#include "core/clock.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <limits>

namespace Elenco {

namespace {

/// One shot of a QTimer, which Qt runs on the monotonic clock.
class TimerAlarm : public Alarm
{
public:
    TimerAlarm(qint64 delay, std::function<void()> callback)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [callback = std::move(callback)] {
            // The callback may destroy this alarm, and itself with it.
            const auto call = callback;
            call();
        });
        m_timer.start(int(std::clamp<qint64>(delay, 0, std::numeric_limits<int>::max())));
    }

private:
    QTimer m_timer;
};

} // namespace

qint64 SystemClock::milliseconds() const
{
    using namespace std::chrono;
    return duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::unique_ptr<Alarm> SystemClock::after(qint64 delay, std::function<void()> callback)
{
    return std::make_unique<TimerAlarm>(delay, std::move(callback));
}

} // namespace Elenco
