// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <functional>
#include <stop_token>
#include <utility>

namespace Elenco {

/// How far a job is. `total` 0 means "not known yet"; the unit (rows, bytes) is the job's own.
struct Progress {
    qint64 done = 0;
    qint64 total = 0;

    friend bool operator==(const Progress &, const Progress &) = default;
};

/// What a long function gets from its caller: the wish to stop, and somewhere to say how far it is.
/// Used from the thread the job runs on; the callback is called on that thread.
class JobControl
{
public:
    JobControl() = default;
    explicit JobControl(std::stop_token stop, std::function<void(Progress)> report = {})
        : m_stop(std::move(stop)), m_report(std::move(report))
    {
    }

    bool isCancelled() const { return m_stop.stop_requested(); }
    void report(Progress progress) const
    {
        if (m_report)
            m_report(progress);
    }

    /// For a part of the job that counts by itself: the same wish to stop, its progress as `map` sees it.
    /// Must not outlive this object.
    template <typename Map>
    JobControl scaled(Map map) const
    {
        return JobControl(m_stop, [this, map](Progress progress) { report(map(progress)); });
    }

private:
    std::stop_token m_stop;
    std::function<void(Progress)> m_report;
};

} // namespace Elenco
