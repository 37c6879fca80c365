// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>

namespace Elenco {

/// A call that is due; destroying it means that it does not come.
class Alarm
{
public:
    virtual ~Alarm() = default;

protected:
    Alarm() = default;
    Q_DISABLE_COPY_MOVE(Alarm)
};

/// Time that only runs forward. Whatever waits is given one, so that a test can move it by hand; the wall clock is for
/// showing and never for deciding (sync.md section 2.7).
class Clock
{
public:
    virtual ~Clock() = default;

    /// Milliseconds since some moment that stays the same while the program runs.
    virtual qint64 milliseconds() const = 0;
    /// Calls `callback` once, through the event loop of the calling thread, not before `delay` milliseconds
    /// (at most 24 days) are over.
    virtual std::unique_ptr<Alarm> after(qint64 delay, std::function<void()> callback) = 0;
};

/// The machine's monotonic clock.
class SystemClock : public Clock
{
public:
    qint64 milliseconds() const override;
    std::unique_ptr<Alarm> after(qint64 delay, std::function<void()> callback) override;
};

} // namespace Elenco
