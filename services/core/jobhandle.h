// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "core/result.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace Elenco {

/// How a job's result met who asked for it: they have it, they let go of the job, or they had it stopped and forgotten.
enum class JobEnd { Heard, LetGo, Stopped };

/// Who looks on at a job beside the one who asked for it; called on the context's thread.
template <typename T>
struct JobWatch {
    std::function<void(Progress)> progressed;
    /// Once, just before the asker's callback.
    std::function<void(const Result<T> &, JobEnd)> ended;
};

/// A job under way, as a Task and a Command hold it: it ends with exactly one Result, delivered through the event loop
/// on the thread of its context, never from inside the call that started it. The end of the context drops the
/// callbacks. Everything here is called on the context's thread.
template <typename T>
class JobHandle
{
public:
    void onProgress(std::function<void(Progress)> callback) { m_state->onProgress = std::move(callback); }
    /// `callback` gets the one Result. Called at most once; not at all after cancel() or when the context is gone.
    void then(std::function<void(Result<T>)> callback)
    {
        m_state->onFinished = std::move(callback);
        if (m_state->early)
            post(m_state, [state = m_state] { state->deliver(std::move(*state->early)); });
    }

    bool isRunning() const { return m_state && !m_state->delivered; }
    /// Asks the job to stop and forgets it: no callback comes any more.
    void cancel()
    {
        requestStop();
        letGo();
    }
    /// Asks the job to stop, but still delivers its Result (an Error of kind Cancelled, or the value if it came first).
    void requestStop()
    {
        if (m_state)
            m_state->stop.request_stop();
    }

protected:
    // An answer that nobody waits for any more may be thrown away together with the application's event queue; the
    // queue takes no further events then, and the relay has none left in it.
    static void release(QObject *relay)
    {
        if (QCoreApplication::closingDown())
            delete relay;
        else
            relay->deleteLater();
    }

    struct State {
        // Lives on the context's thread as long as the job does, so that a worker may post to it at any time;
        // the context itself may go at any moment and is looked at on its own thread only.
        std::shared_ptr<QObject> relay{new QObject, release};
        QPointer<QObject> context;
        std::stop_source stop;
        std::function<void(Progress)> onProgress;
        std::function<void(Result<T>)> onFinished;
        JobWatch<T> watch;
        std::optional<Result<T>> early;
        bool isLetGo = false;
        bool delivered = false;

        void report(Progress progress)
        {
            if (watch.progressed)
                watch.progressed(progress);
            if (context && onProgress && !stop.stop_requested())
                onProgress(progress);
        }

        void deliver(Result<T> result)
        {
            const bool isHeard = context && !isLetGo;
            if (const auto ended = std::exchange(watch.ended, {}))
                ended(result, isHeard ? JobEnd::Heard : stop.stop_requested() ? JobEnd::Stopped : JobEnd::LetGo);
            if (!isHeard)
                return;
            if (!onFinished) {
                early.emplace(std::move(result));
                return;
            }
            Q_ASSERT(!delivered);
            delivered = true;
            // The callback may destroy this job's handle; it is moved out so that it outlives that.
            const auto callback = std::exchange(onFinished, {});
            onProgress = {};
            callback(std::move(result));
        }
    };

    JobHandle() = default;
    explicit JobHandle(QObject *context) : m_state(std::make_shared<State>()) { m_state->context = context; }
    JobHandle(JobHandle &&) noexcept = default;
    JobHandle &operator=(JobHandle &&) noexcept = default;
    ~JobHandle() = default;

    /// No callback comes any more; the job goes on.
    void letGo()
    {
        if (!m_state)
            return;
        m_state->isLetGo = true;
        m_state->onProgress = {};
        m_state->onFinished = {};
        m_state.reset();
    }

    template <typename Work>
    void run(QThreadPool &pool, Work work)
    {
        pool.start([state = m_state, work = std::move(work)]() mutable {
            QElapsedTimer sinceReport;
            JobControl control(state->stop.get_token(), [&](Progress progress) {
                // A frame's worth: the window can't show more, and the queue of the context must not flood.
                if (sinceReport.isValid() && sinceReport.elapsed() < 33 && progress.done != progress.total)
                    return;
                sinceReport.start();
                post(state, [state, progress] { state->report(progress); });
            });
            auto result = std::make_shared<Result<T>>(work(control));
            post(state, [state, result] { state->deliver(std::move(*result)); });
        });
    }

    template <typename Function>
    static void post(const std::shared_ptr<State> &state, Function function)
    {
        QMetaObject::invokeMethod(state->relay.get(), std::move(function), Qt::QueuedConnection);
    }

    std::shared_ptr<State> m_state;
};

} // namespace Elenco
