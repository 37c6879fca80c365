// SPDX-License-Identifier: Apache-2.0
#include "tests/sync/seedshrinker.h"

#include <algorithm>

namespace Elenco {

SeedScript shrunk(SeedScript script, const std::function<bool(const SeedScript &)> &fails, int most)
{
    for (qsizetype size = std::max<qsizetype>(1, script.steps.size() / 2); size >= 1 && most > 0;) {
        bool isShorter = false;
        for (qsizetype first = 0; first < script.steps.size() && most > 0;) {
            SeedScript shorter = script;
            shorter.steps.remove(first, std::min(size, script.steps.size() - first));
            --most;
            if (fails(shorter)) {
                script = std::move(shorter);
                isShorter = true;
            } else {
                first += size;
            }
        }
        if (!isShorter || size > 1)
            size /= 2;
    }
    for (SeedStep &step : script.steps) {
        if (step.fault == Practice::Fault::None || --most <= 0)
            continue;
        const Practice::Fault fault = std::exchange(step.fault, Practice::Fault::None);
        if (!fails(script))
            step.fault = fault;
    }
    return script;
}

} // namespace Elenco
