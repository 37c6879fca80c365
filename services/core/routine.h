// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/task.h"

#include <coroutine>
#include <exception>
#include <functional>
#include <optional>
#include <utility>

namespace Elenco {

/// A long course of steps on one thread, written from top to bottom: a coroutine that waits for Tasks and for other
/// Routines with co_await, and gives one T. Nothing runs before it is started or awaited.
///
///     Routine<Result<int>> Sync::countPages()
///     {
///         auto asking = m_client.contacts(query);
///         const Result<Page> first = co_await std::move(asking);
///         …
///         co_return pages;
///     }
///
/// The object owns the course: destroying it ends the course where it waits, and with it the Tasks and Routines it
/// waits for. It must not be destroyed by its own steps while they run (its `finished` callback may do so).
/// References among a coroutine's parameters must outlive it; give values. What is awaited is made in a statement of
/// its own: GCC 12 destroys temporaries (a lambda's captures, a text) twice where co_await stands in the same
/// expression.
template <typename T>
class [[nodiscard]] Routine
{
public:
    struct promise_type;
    using Handle = std::coroutine_handle<promise_type>;

    Routine() = default;
    Routine(Routine &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    Routine &operator=(Routine &&other) noexcept
    {
        if (this != &other) {
            stop();
            m_handle = std::exchange(other.m_handle, {});
        }
        return *this;
    }
    ~Routine() { stop(); }

    /// Runs to the first step that waits; `finished` gets the value, at once if nothing had to wait.
    void start(std::function<void(T)> finished)
    {
        m_handle.promise().finished = std::move(finished);
        m_handle.resume();
    }
    /// Started or not: there is a course that has not come to its end.
    bool isRunning() const { return m_handle && !m_handle.done(); }
    void stop()
    {
        if (m_handle)
            std::exchange(m_handle, {}).destroy();
    }

    struct promise_type {
        Routine get_return_object() { return Routine(Handle::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        auto final_suspend() noexcept
        {
            struct End {
                bool await_ready() noexcept { return false; }
                std::coroutine_handle<> await_suspend(Handle handle) noexcept
                {
                    promise_type &promise = handle.promise();
                    if (promise.continuation)
                        return promise.continuation;
                    if (const auto finished = std::exchange(promise.finished, {})) {
                        T value = std::move(*promise.value); // the callback may destroy the course
                        finished(std::move(value));
                    }
                    return std::noop_coroutine();
                }
                void await_resume() noexcept {}
            };
            return End{};
        }
        // Nothing that a course calls throws: failures are values (core/result.h).
        void unhandled_exception() noexcept { std::terminate(); }
        template <typename Value>
        void return_value(Value &&result)
        {
            value.emplace(std::forward<Value>(result));
        }

        std::optional<T> value;
        std::coroutine_handle<> continuation;
        std::function<void(T)> finished;
    };

    // For co_await in another Routine.
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> waiting) noexcept
    {
        m_handle.promise().continuation = waiting;
        return m_handle;
    }
    T await_resume() { return std::move(*m_handle.promise().value); }

private:
    explicit Routine(Handle handle) : m_handle(handle) {}

    Handle m_handle;
};

/// co_await of a Task, in a Routine on its context's thread: its Result.
template <typename T>
auto operator co_await(Task<T> &&task)
{
    class Awaiter
    {
    public:
        explicit Awaiter(Task<T> &&task) : m_task(std::move(task)) {}
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> waiting)
        {
            m_task.then([this, waiting](Result<T> result) {
                m_result.emplace(std::move(result));
                waiting.resume();
            });
        }
        Result<T> await_resume() { return std::move(*m_result); }

    private:
        Task<T> m_task;
        std::optional<Result<T>> m_result;
    };
    return Awaiter(std::move(task));
}

} // namespace Elenco
