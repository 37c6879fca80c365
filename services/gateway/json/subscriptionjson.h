// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/records/subscription.h"

#include <QByteArray>

namespace Elenco {

/// {planLimit,extraLimit,totalLimit,used,remaining} (R) or {used,total} (U20); used and a total are required.
Result<Quota> quotaFromJson(const QByteArray &body);
Result<Subscription> subscriptionFromJson(const QByteArray &body);
/// {credit} or {amount,currency}, or a bare number.
Result<Credit> creditFromJson(const QByteArray &body);

} // namespace Elenco
