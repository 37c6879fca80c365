// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace Elenco {

/// Room for contacts (gateway.md section 5).
struct Quota {
    std::optional<qint64> planLimit;
    std::optional<qint64> extraLimit;
    qint64 total = 0;
    qint64 used = 0;
    qint64 remaining = 0; ///< as said, else total - used; never below 0

    friend bool operator==(const Quota &, const Quota &) = default;
};

/// The subscription as the gateway describes it; what it does not say is empty.
struct Subscription {
    QString plan;
    QString status;      ///< ACTIVE, CANCELED, SUSPENDED, or what was sent
    QString periodStart; ///< ISO 8601 as sent
    QString periodEnd;

    friend bool operator==(const Subscription &, const Subscription &) = default;
};

/// Money left for sends: the number as it was written, never a double.
struct Credit {
    QString amount;
    QString currency; ///< empty when not said

    friend bool operator==(const Credit &, const Credit &) = default;
};

} // namespace Elenco
