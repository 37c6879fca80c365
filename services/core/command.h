// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobhandle.h"

namespace Elenco {

/// A change that was handed over: it runs to its end whatever becomes of who asked for it. Destroying (or overwriting)
/// the Command, and the end of the context, only silence its callbacks; cancel() and requestStop() alone stop it.
/// A question, which ends with who asked it, is a Task.
template <typename T>
class Command : public JobHandle<T>
{
public:
    Command() = default;
    Command(Command &&) noexcept = default;
    Command &operator=(Command &&other) noexcept
    {
        if (this != &other) {
            this->letGo();
            JobHandle<T>::operator=(std::move(other));
        }
        return *this;
    }
    ~Command() { this->letGo(); }

    /// Runs `work` on a thread of `pool`; `context` must live on the calling thread. `watch` looks on to the end, also
    /// when the context is gone; an application without an event loop any more tells nobody.
    template <typename Work>
    static Command start(QThreadPool &pool, QObject *context, JobWatch<T> watch, Work work)
    {
        Command command(context);
        command.m_state->watch = std::move(watch);
        command.run(pool, std::move(work));
        return command;
    }

private:
    explicit Command(QObject *context) : JobHandle<T>(context) {}
};

} // namespace Elenco
