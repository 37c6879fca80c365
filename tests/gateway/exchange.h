// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"
#include "tests/gateway/delivery.h"
#include "tests/gateway/faultplan.h"
#include "tests/gateway/ratelimit.h"

#include <QElapsedTimer>

#include <functional>

namespace Elenco::Practice {

/// From a request to what is written for it: log, hook, fault, key, rate, call, fault again.
class Exchange
{
public:
    Exchange(const Options &options, State &state);

    /// Where it is reached: "http://127.0.0.1:PORT". Known once the listener is.
    void setServer(const QString &server);
    Delivery handle(Request request, bool keepsAlive, int connection);
    /// Bytes for a request that HTTP itself refused.
    QByteArray refusal(int status) const;

    const Service &service() const { return *m_service; }
    RequestLog &log() { return m_log; }
    FaultPlan &faults() { return m_faults; }
    void setHook(std::function<void(const Request &)> hook) { m_hook = std::move(hook); }

private:
    qint64 now() const;
    bool isDownload(const Request &request) const;
    /// None: the key and the rate are in order.
    std::optional<Answer> turnedAway(const Request &request);
    bool isKnown(const Request &request) const;
    Answer apply(const Request &request, Fault fault);
    Delivery delivery(const Answer &answer, Fault fault, const AnswerForm &form) const;
    QString redirectTarget() const;

    const Options &m_options;
    State &m_state;
    RequestLog m_log;
    FaultPlan m_faults;
    RateLimit m_limit;
    std::unique_ptr<Service> m_service;
    std::function<void(const Request &)> m_hook;
    QElapsedTimer m_clock;
    qint64 m_lastNumber = 0;
};

} // namespace Elenco::Practice
