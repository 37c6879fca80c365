// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace Elenco::Practice {

RateLimit::RateLimit(Plan plan)
{
    switch (plan) {
    case Plan::Production:
        m_perMinute = 1000;
        m_perSecond = 50;
        break;
    case Plan::Trial:
        m_perMinute = 100;
        m_perSecond = 10;
        break;
    case Plan::Unlimited: break;
    }
    m_minute = m_perMinute;
    m_second = m_perSecond;
}

int RateLimit::take(qint64 nowMs)
{
    if (m_perMinute == 0)
        return 0;
    const double seconds = static_cast<double>(nowMs - m_last) / 1000.0;
    m_last = nowMs;
    m_minute = std::min<double>(m_perMinute, m_minute + seconds * m_perMinute / 60.0);
    m_second = std::min<double>(m_perSecond, m_second + seconds * m_perSecond);
    if (m_minute >= 1 && m_second >= 1) {
        m_minute -= 1;
        m_second -= 1;
        return 0;
    }
    const double wait = std::max((1 - m_minute) * 60.0 / m_perMinute, (1 - m_second) / m_perSecond);
    return std::max(1, static_cast<int>(std::ceil(wait)));
}

} // namespace Elenco::Practice
