// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/client.h"
#include "tests/support/awaited.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedtransport.h"

#include <QCoreApplication>

namespace Elenco {

/// An account whose first deletion is behind it, so that the next is one request.
inline Capabilities oneThatDeletes()
{
    Capabilities known;
    known.deletesOnlyNamed = Known::Yes;
    known.envelope = PageEnvelope::Content;
    return known;
}

/// A client on a scripted network and a clock that is moved by hand. Its key is "canary-key".
class ClientBench
{
public:
    class Log : public RequestLog
    {
    public:
        void append(const RequestLine &line) override { lines.append(line.text()); }
        QStringList lines;
    };

    explicit ClientBench(bool debug = false, const Capabilities &capabilities = oneThatDeletes())
        : transport(std::make_shared<ScriptedTransport>()),
          clock(std::make_shared<ManualClock>()),
          log(std::make_shared<Log>()),
          client({QUrl(QStringLiteral("https://api.example/api")), Authentication::ApiKey, {}, Plan::Production, false},
                 std::move(*Credential::fromText(QStringLiteral("canary-key"), Authentication::ApiKey)), capabilities,
                 {transport, clock, [] { return 0.5; }, log, debug})
    {
    }

    /// Runs the event loop, and moves the clock from alarm to alarm, until the Task has ended.
    template <typename T>
    Result<T> result(Task<T> task)
    {
        std::optional<Result<T>> result;
        task.then([&](Result<T> ended) { result.emplace(std::move(ended)); });
        const qint64 begin = clock->milliseconds();
        for (int turns = 0; !result && turns < 1000; ++turns) {
            for (int i = 0; i < 5; ++i) // an answer comes through the event loop, and so does the Task's end
                QCoreApplication::sendPostedEvents();
            if (!result)
                clock->advanceToNext();
        }
        if (!result)
            qFatal("the task did not end");
        waited = clock->milliseconds() - begin;
        return std::move(*result);
    }
    template <typename T>
    std::optional<ErrorKind> ending(Task<T> task)
    {
        return kindOf(result(std::move(task)));
    }
    qsizetype sent() const { return transport->requests().size(); }

    std::shared_ptr<ScriptedTransport> transport;
    std::shared_ptr<ManualClock> clock;
    std::shared_ptr<Log> log;
    Client client;
    qint64 waited = 0; ///< by the last task, in ms of the clock
};

} // namespace Elenco
