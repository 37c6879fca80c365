// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/task.h"
#include "gateway/client/channel.h"

#include <memory>

namespace Elenco {

/// A Task made of one or more requests, each sent when the one before has ended. Stopping the Task stops the request
/// that is under way, whose Result is then the last. Held by what it waits for.
template <typename T>
class Flow : public std::enable_shared_from_this<Flow<T>>
{
public:
    template <typename U>
    using Decode = std::function<Result<U>(const HttpAnswer &)>;
    template <typename U>
    using Next = std::function<void(Result<U>)>;

    /// `context` owns the channel.
    static std::shared_ptr<Flow> begin(QObject *context, Channel &channel)
    {
        std::shared_ptr<Flow> flow(new Flow(context, channel));
        flow->m_promise.onStop([flow = flow.get()] {
            // stop() ends the request, and with it perhaps this flow.
            flow->m_channel.stop(flow->m_ticket);
        });
        return flow;
    }

    Task<T> task() { return m_promise.task(); }

    /// `next` is called once, through the event loop or from inside the stopping of the Task.
    template <typename U>
    void step(Request request, Decode<U> decode, Next<U> next)
    {
        auto value = std::make_shared<std::optional<Result<U>>>();
        m_ticket = m_channel.send(
            std::move(request),
            [value, decode = std::move(decode)](const HttpAnswer &answer) -> std::optional<Error> {
                *value = decode(answer);
                return (*value)->has_value() ? std::nullopt : std::optional((*value)->error());
            },
            [self = this->shared_from_this(), value, next = std::move(next)](std::optional<Error> error) {
                if (error)
                    return next(std::move(*error));
                // No answer had to be read where "gone" means done; only such calls have no value.
                if constexpr (std::is_void_v<U>)
                    next({});
                else
                    next(std::move(**value));
            });
    }

    void finish(Result<T> result) { m_promise.finish(std::move(result)); }

private:
    Flow(QObject *context, Channel &channel) : m_promise(context), m_channel(channel) {}

    TaskPromise<T> m_promise;
    Channel &m_channel;
    Channel::Ticket m_ticket = 0;
};

} // namespace Elenco
