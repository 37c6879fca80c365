// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <utility>

namespace Elenco {

/// What one thread reads while another still works on what it has got; one value waits between them.
template <typename T>
class ReadAhead
{
public:
    /// `read(put)` runs from its beginning to its end on a thread of its own: a connection that it makes ends with it.
    /// `put(value)` waits until there is room; false: nobody wants more.
    template <typename Read>
    explicit ReadAhead(Read read)
        : m_reading(std::async(std::launch::async, [this, read = std::move(read)]() mutable {
              const AtEnd end{*this};
              read([this](T value) { return put(std::move(value)); });
          }))
    {
    }
    ~ReadAhead()
    {
        end();
        if (m_reading.valid())
            m_reading.wait();
    }
    ReadAhead(const ReadAhead &) = delete;

    /// None: that was all. Throws what `read` threw.
    std::optional<T> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting || m_isAtEnd; });
        std::optional<T> value = std::exchange(m_waiting, std::nullopt);
        lock.unlock();
        m_changed.notify_all();
        if (!value && m_reading.valid())
            m_reading.get();
        return value;
    }

private:
    struct AtEnd {
        ReadAhead &ahead;
        ~AtEnd() { ahead.end(); }
    };

    bool put(T value)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_waiting || m_isAtEnd; });
        if (m_isAtEnd)
            return false;
        m_waiting = std::move(value);
        lock.unlock();
        m_changed.notify_all();
        return true;
    }
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isAtEnd = true;
        }
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<T> m_waiting;
    bool m_isAtEnd = false;
    std::future<void> m_reading; ///< the last member: it begins when all others are there
};

} // namespace Elenco
