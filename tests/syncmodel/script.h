// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace Elenco::Model {

template <typename T>
struct ScriptValue {
    std::optional<T> value;
    void return_value(T result) { value = std::move(result); }
    T take() { return std::move(*value); }
};
template <>
struct ScriptValue<void> {
    void return_void() {}
    void take() {}
};

/// A course of requests that can be left lying at any of them: whoever runs it decides when the next answer comes, and
/// destroying it is a killed process. Starts when it is resumed or awaited.
template <typename T>
class [[nodiscard]] Script
{
public:
    struct promise_type : ScriptValue<T> {
        std::coroutine_handle<> parent = std::noop_coroutine();
        std::exception_ptr failure;

        struct Final {
            bool await_ready() noexcept { return false; }
            std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) noexcept
            {
                return self.promise().parent;
            }
            void await_resume() noexcept {}
        };
        Script get_return_object() { return Script(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        Final final_suspend() noexcept { return {}; }
        void unhandled_exception() { failure = std::current_exception(); }
    };

    Script(Script &&other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    Script &operator=(Script &&) = delete;
    ~Script()
    {
        if (m_handle)
            m_handle.destroy();
    }

    void start() { m_handle.resume(); }
    bool isDone() const { return m_handle.done(); }
    /// The value of a finished script, or what it threw.
    T result()
    {
        if (m_handle.promise().failure)
            std::rethrow_exception(m_handle.promise().failure);
        return m_handle.promise().take();
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> parent) noexcept
    {
        m_handle.promise().parent = parent;
        return m_handle;
    }
    T await_resume() { return result(); }

private:
    explicit Script(std::coroutine_handle<promise_type> handle) : m_handle(handle) {}

    std::coroutine_handle<promise_type> m_handle;
};

} // namespace Elenco::Model
