// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

#include <QtGlobal>

#include <map>

namespace Elenco {

/// A clock that a test moves by hand. Alarms come from inside advance(), each at its own time, in their order.
class ManualClock : public Clock
{
public:
    qint64 milliseconds() const override { return m_now; }
    std::unique_ptr<Alarm> after(qint64 delay, std::function<void()> callback) override;

    /// Moves on, and calls what comes due on the way, what that adds included.
    void advance(qint64 milliseconds);
    /// Moves to the next alarm; false when there is none.
    bool advanceToNext();
    qsizetype pending() const { return qsizetype(m_alarms.size()); }

private:
    class Handle;

    qint64 m_now = 1'000'000;
    quint64 m_last = 0;
    std::map<std::pair<qint64, quint64>, std::function<void()>> m_alarms; ///< by time, then as they were set
};

} // namespace Elenco
