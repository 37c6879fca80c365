// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/options.h"

namespace Elenco::Practice {

/// What a plan lets through: so many in a minute, and no more than a burst in a second. One for a key.
class RateLimit
{
public:
    explicit RateLimit(Plan plan);

    /// 0: the request may pass, and is counted. Otherwise the seconds after which it may be tried again.
    int take(qint64 nowMs);
    /// Requests a minute; 0: no limit.
    int perMinute() const { return m_perMinute; }
    /// Of them that are left now.
    int remaining() const { return static_cast<int>(m_minute); }

private:
    int m_perMinute = 0, m_perSecond = 0;
    double m_minute = 0, m_second = 0; ///< tokens left
    qint64 m_last = 0;
};

} // namespace Elenco::Practice
