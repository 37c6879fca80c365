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

template <typename T>
class TaskPromise;

/// A job under way: ends with exactly one Result, delivered through the event loop on the thread of its context,
/// never from inside the call that started it. Destroying (or overwriting) the Task cancels the job and drops its
/// callbacks; so does the end of the context. Everything here is called on the context's thread.
template <typename T>
class Task
{
public:
    Task() = default;
    Task(Task &&) noexcept = default;
    Task &operator=(Task &&other) noexcept
    {
        cancel();
        m_state = std::move(other.m_state);
        return *this;
    }
    ~Task() { cancel(); }

    /// Runs `work` on a thread of `pool`; `context` must live on the calling thread.
    template <typename Work>
    static Task start(QThreadPool &pool, QObject *context, Work work)
    {
        Task task(context);
        pool.start([state = task.m_state, work = std::move(work)]() mutable {
            QElapsedTimer sinceReport;
            JobControl control(state->stop.get_token(), [&](Progress progress) {
                // A frame's worth: the window can't show more, and the queue of the context must not flood.
                if (sinceReport.isValid() && sinceReport.elapsed() < 33 && progress.done != progress.total)
                    return;
                sinceReport.start();
                post(state, [state, progress] {
                    if (state->context && state->onProgress && !state->stop.stop_requested())
                        state->onProgress(progress);
                });
            });
            auto result = std::make_shared<Result<T>>(work(control));
            post(state, [state, result] { state->deliver(std::move(*result)); });
        });
        return task;
    }

    /// A Task that ends with `result` at the next turn of the event loop.
    static Task finished(QObject *context, Result<T> result)
    {
        Task task(context);
        auto shared = std::make_shared<Result<T>>(std::move(result));
        post(task.m_state, [state = task.m_state, shared] { state->deliver(std::move(*shared)); });
        return task;
    }

    Task &onProgress(std::function<void(Progress)> callback)
    {
        m_state->onProgress = std::move(callback);
        return *this;
    }
    /// `callback` gets the one Result. Called at most once; not at all after cancel() or when the context is gone.
    Task &then(std::function<void(Result<T>)> callback)
    {
        m_state->onFinished = std::move(callback);
        if (m_state->early)
            post(m_state, [state = m_state] { state->deliver(std::move(*state->early)); });
        return *this;
    }

    bool isRunning() const { return m_state && !m_state->delivered; }
    /// Asks the job to stop and forgets it: no callback comes any more.
    void cancel()
    {
        if (!m_state)
            return;
        m_state->stop.request_stop();
        m_state->onProgress = {};
        m_state->onFinished = {};
        m_state.reset();
    }
    /// Asks the job to stop, but still delivers its Result (an Error of kind Cancelled, or the value if it came first).
    void requestStop()
    {
        if (m_state)
            m_state->stop.request_stop();
    }

private:
    friend class TaskPromise<T>;

    explicit Task(QObject *context) : m_state(std::make_shared<State>()) { m_state->context = context; }

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
        std::optional<Result<T>> early;
        bool delivered = false;

        void deliver(Result<T> result)
        {
            if (!context)
                return;
            if (!onFinished) {
                early.emplace(std::move(result));
                return;
            }
            Q_ASSERT(!delivered);
            delivered = true;
            // The callback may destroy this task; it is moved out so that it outlives that.
            const auto callback = std::exchange(onFinished, {});
            onProgress = {};
            callback(std::move(result));
        }
    };

    template <typename Function>
    static void post(const std::shared_ptr<State> &state, Function function)
    {
        QMetaObject::invokeMethod(state->relay.get(), std::move(function), Qt::QueuedConnection);
    }

    std::shared_ptr<State> m_state;
};

/// The other end of a Task whose work is done by an event loop (a network reply, a timer) and not on a thread pool:
/// makes the Task, ends it once, and is told when nobody wants it any more. Used on the context's thread only. If it is
/// destroyed before finish(), the Task ends as Cancelled, so that no Task waits for ever.
template <typename T>
class TaskPromise
{
public:
    /// The end of `context` asks the job to stop, as destroying the Task does.
    explicit TaskPromise(QObject *context) : m_state(std::make_shared<typename Task<T>::State>())
    {
        m_state->context = context;
        QObject::connect(context, &QObject::destroyed, m_state->relay.get(), [state = std::weak_ptr(m_state)] {
            if (const auto alive = state.lock())
                alive->stop.request_stop();
        });
    }
    TaskPromise(TaskPromise &&) noexcept = default;
    TaskPromise &operator=(TaskPromise &&) = delete;
    ~TaskPromise()
    {
        m_onStop.reset();
        if (m_state && !m_finished)
            finish(Error{ErrorKind::Cancelled, {}, {}});
    }

    /// The Task; to be called once.
    Task<T> task()
    {
        Q_ASSERT(!m_taken);
        m_taken = true;
        Task<T> task;
        task.m_state = m_state;
        return task;
    }

    /// `callback` is called once, when the Task is cancelled, destroyed or asked to stop, or its context ends; at once
    /// if that is so already. It runs inside that call, must not throw, and may destroy this promise.
    void onStop(std::function<void()> callback)
    {
        m_onStop = std::make_unique<StopCallback>(m_state->stop.get_token(), std::move(callback));
    }
    bool isStopRequested() const { return m_state->stop.stop_requested(); }

    void report(Progress progress)
    {
        Task<T>::post(m_state, [state = m_state, progress] {
            if (state->context && state->onProgress && !state->stop.stop_requested())
                state->onProgress(progress);
        });
    }

    /// Ends the Task at the next turn of the event loop; never from inside this call. Called at most once.
    void finish(Result<T> result)
    {
        Q_ASSERT(!m_finished);
        m_finished = true;
        m_onStop.reset();
        auto shared = std::make_shared<Result<T>>(std::move(result));
        Task<T>::post(m_state, [state = m_state, shared] { state->deliver(std::move(*shared)); });
    }

private:
    using StopCallback = std::stop_callback<std::function<void()>>;

    std::shared_ptr<typename Task<T>::State> m_state;
    std::unique_ptr<StopCallback> m_onStop;
    bool m_finished = false;
    bool m_taken = false;
};

} // namespace Elenco
