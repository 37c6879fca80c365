// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/faultrates.h"

#include <QStringList>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

FaultRates &FaultRates::with(Fault fault, double rate, const CallPattern &call)
{
    rates.append({call, fault, rate});
    return *this;
}

std::optional<FaultRates> FaultRates::parse(const QString &spec, QString *why)
{
    const auto refused = [why](const QString &sentence) -> std::optional<FaultRates> {
        if (why)
            *why = sentence;
        return std::nullopt;
    };
    FaultRates faults;
    const std::pair<QStringView, int *> numbers[] = {{u"delay-ms", &faults.delayMs},
                                                     {u"drip-bytes", &faults.dripBytes},
                                                     {u"drip-ms", &faults.dripMs},
                                                     {u"retry-after", &faults.retryAfter}};
    double everywhere = 0;
    for (const QString &part : spec.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.lastIndexOf(u'=');
        const qsizetype colon = part.lastIndexOf(u':', equals);
        const QString name = part.mid(colon + 1, equals - colon - 1).trimmed();
        bool isNumber = false;
        const double value = part.mid(equals + 1).toDouble(&isNumber);
        if (equals < 0 || !isNumber || value < 0)
            return refused(u"%1 is not NAME=NUMBER."_s.arg(part));
        bool isSetting = false;
        for (const auto &[known, number] : numbers) {
            if (known == name && colon < 0) {
                *number = static_cast<int>(std::min(value, 1e9));
                isSetting = true;
            }
        }
        if (isSetting)
            continue;
        const std::optional<Fault> fault = faultOfName(name);
        if (!fault)
            return refused(u"%1 is no fault."_s.arg(name));
        if (value > 1)
            return refused(u"%1: a rate is at most 1."_s.arg(part));
        if (colon < 0)
            everywhere += value;
        faults.with(*fault, value, colon < 0 ? CallPattern() : CallPattern(part.left(colon)));
    }
    if (everywhere > 1 + 1e-9)
        return refused(u"The rates add up to more than 1."_s);
    if (faults.dripBytes < 1)
        return refused(u"drip-bytes is at least 1."_s);
    return faults;
}

} // namespace Elenco::Practice
