// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Elenco {

/// Further numbers and addresses of a person are phone2, phone3, … and email2, … up to this one.
inline constexpr int numberedFields = 9;

/// "phone" for "phone2" to "phone9", "email" likewise; empty for every other name.
inline QString seriesOf(const QString &name)
{
    for (const char *series : {"phone", "email"}) {
        const bool isOne = name.size() == 6 && name.startsWith(QLatin1String(series)) &&
                           name.back() >= QLatin1Char('2') && name.back() <= QLatin1Char('9');
        if (isOne)
            return QLatin1String(series);
    }
    return {};
}

} // namespace Elenco
