// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobhandle.h"

namespace Elenco {

template <typename T>
class TaskPromise;

/// A question under way: destroying (or overwriting) the Task cancels the job and drops its callbacks; so does the end
/// of the context. A change that must happen whatever becomes of who asked is a Command.
template <typename T>
class Task : public JobHandle<T>
{
public:
    Task() = default;
    Task(Task &&) noexcept = default;
    Task &operator=(Task &&other) noexcept
    {
        if (this != &other) {
            this->cancel();
            JobHandle<T>::operator=(std::move(other));
        }
        return *this;
    }
    ~Task() { this->cancel(); }

    /// Runs `work` on a thread of `pool`; `context` must live on the calling thread.
    template <typename Work>
    static Task start(QThreadPool &pool, QObject *context, Work work)
    {
        Task task(context);
        task.run(pool, std::move(work));
        return task;
    }

    /// A Task that ends with `result` at the next turn of the event loop.
    static Task finished(QObject *context, Result<T> result)
    {
        Task task(context);
        auto shared = std::make_shared<Result<T>>(std::move(result));
        Task::post(task.m_state, [state = task.m_state, shared] { state->deliver(std::move(*shared)); });
        return task;
    }

private:
    friend class TaskPromise<T>;
    using typename JobHandle<T>::State;

    explicit Task(QObject *context) : JobHandle<T>(context) {}
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
        Task<T>::post(m_state, [state = m_state, progress] { state->report(progress); });
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
