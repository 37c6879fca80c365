// SPDX-License-Identifier: Apache-2.0
#include "tests/support/manualclock.h"

namespace Elenco {

class ManualClock::Handle : public Alarm
{
public:
    Handle(ManualClock &clock, std::pair<qint64, quint64> key) : m_clock(clock), m_key(key) {}
    ~Handle() override { m_clock.m_alarms.erase(m_key); }

private:
    ManualClock &m_clock;
    std::pair<qint64, quint64> m_key;
};

std::unique_ptr<Alarm> ManualClock::after(qint64 delay, std::function<void()> callback)
{
    const std::pair key{m_now + std::max<qint64>(0, delay), ++m_last};
    m_alarms.emplace(key, std::move(callback));
    return std::make_unique<Handle>(*this, key);
}

bool ManualClock::advanceToNext()
{
    if (m_alarms.empty())
        return false;
    const auto first = m_alarms.begin();
    m_now = std::max(m_now, first->first.first);
    const std::function<void()> callback = std::move(first->second);
    m_alarms.erase(first);
    callback();
    return true;
}

void ManualClock::advance(qint64 milliseconds)
{
    const qint64 until = m_now + milliseconds;
    while (!m_alarms.empty() && m_alarms.begin()->first.first <= until)
        advanceToNext();
    m_now = until;
}

} // namespace Elenco
