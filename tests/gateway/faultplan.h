// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/faultrates.h"

#include <random>

namespace Elenco::Practice {

/// Which request gets which fault: scripts first, then the rates. One number is drawn for every request, whether it
/// is used or not, so the same seed gives the same faults for the same sequence of requests.
class FaultPlan
{
public:
    FaultPlan(quint32 seed, const FaultRates &rates) : m_random(seed), m_rates(rates) {}

    void setRates(const FaultRates &rates) { m_rates = rates; }
    const FaultRates &rates() const { return m_rates; }
    /// After `skip` requests that match, the next `times` of them.
    void script(const CallPattern &call, Fault fault, int skip, int times);
    qsizetype pendingScripts() const { return m_scripts.size(); }
    void clearScripts() { m_scripts.clear(); }

    Fault faultFor(const Request &request);

private:
    struct Script {
        CallPattern call;
        Fault fault;
        int skip, times;
    };
    Fault scripted(const Request &request);

    std::mt19937 m_random;
    FaultRates m_rates;
    QList<Script> m_scripts;
};

} // namespace Elenco::Practice
