// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/faultplan.h"

#include "tests/gateway/request.h"

namespace Elenco::Practice {

void FaultPlan::script(const CallPattern &call, Fault fault, int skip, int times)
{
    if (times > 0)
        m_scripts.append({call, fault, skip, times});
}

Fault FaultPlan::scripted(const Request &request)
{
    Fault fault = Fault::None;
    bool isFound = false;
    for (Script &script : m_scripts) {
        if (!script.call.matches(request))
            continue;
        if (script.skip > 0) {
            --script.skip;
        } else if (!isFound) {
            fault = script.fault;
            isFound = true;
            --script.times;
        }
    }
    m_scripts.removeIf([](const Script &script) { return script.times == 0; });
    return fault;
}

Fault FaultPlan::faultFor(const Request &request)
{
    const double drawn = m_random() / 4294967296.0; // not std's distributions: they differ between libraries
    if (const Fault fault = scripted(request); fault != Fault::None)
        return fault;
    double reached = 0;
    for (const FaultRates::Rate &rate : m_rates.rates) {
        if (!rate.call.matches(request))
            continue;
        reached += rate.rate;
        if (drawn < reached)
            return rate.fault;
    }
    return Fault::None;
}

} // namespace Elenco::Practice
