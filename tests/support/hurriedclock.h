// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"

namespace Elenco {

/// The machine's clock, a thousand times as fast: what waits a second waits a millisecond.
class HurriedClock : public Clock
{
public:
    static constexpr qint64 hurry = 1000;

    qint64 milliseconds() const override { return m_clock.milliseconds() * hurry; }
    std::unique_ptr<Alarm> after(qint64 delay, std::function<void()> callback) override
    {
        return m_clock.after((delay + hurry - 1) / hurry, std::move(callback));
    }

private:
    SystemClock m_clock;
};

} // namespace Elenco
