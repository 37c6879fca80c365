// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/subscriptionjson.h"

#include "gateway/json/jsonfields.h"

#include <algorithm>

namespace Elenco {

namespace {

Error unreadableSubscription()
{
    return {ErrorKind::UnreadableAnswer, {}, {}};
}

} // namespace

Result<Quota> quotaFromJson(const QByteArray &body)
{
    const auto document = JsonDocument::parse(body);
    if (!document)
        return unreadableSubscription();
    const JsonValue value = payload(document->root());
    Misfit misfit;
    Quota quota;
    std::optional<qint64> total, used, remaining;
    readField(value, {"planLimit"}, quota.planLimit, misfit);
    readField(value, {"extraLimit"}, quota.extraLimit, misfit);
    readField(value, {"totalLimit", "total"}, total, misfit);
    readField(value, {"used"}, used, misfit);
    readField(value, {"remaining"}, remaining, misfit);
    if (!used)
        misfit.at("used");
    if (!total)
        misfit.at("totalLimit");
    if (misfit)
        return misfit.error();
    quota.total = *total;
    quota.used = *used;
    quota.remaining = std::max<qint64>(0, remaining.value_or(*total - *used));
    return quota;
}

Result<Subscription> subscriptionFromJson(const QByteArray &body)
{
    const auto document = JsonDocument::parse(body);
    if (!document)
        return unreadableSubscription();
    const JsonValue value = payload(document->root());
    Misfit misfit;
    Subscription subscription;
    if (!value.isObject())
        misfit.at("status");
    // A plan may be a name or an object that has one.
    if (value["plan"].isObject())
        readField(value["plan"], {"name", "id"}, subscription.plan, misfit);
    else
        readField(value, {"plan", "planName"}, subscription.plan, misfit);
    const JsonValue period = value["period"].isObject() ? value["period"] : value;
    readField(value, {"status"}, subscription.status, misfit);
    readField(period, {"start", "periodStart", "startDate"}, subscription.periodStart, misfit);
    readField(period, {"end", "periodEnd", "endDate"}, subscription.periodEnd, misfit);
    if (misfit)
        return misfit.error();
    return subscription;
}

Result<Credit> creditFromJson(const QByteArray &body)
{
    const auto document = JsonDocument::parse(body);
    if (!document)
        return unreadableSubscription();
    const JsonValue value = payload(document->root());
    Misfit misfit;
    Credit credit;
    if (value.isObject()) {
        const JsonValue inner = value["credit"].isObject() ? value["credit"] : value;
        readField(inner, {"credit", "amount", "balance", "remaining"}, credit.amount, misfit);
        readField(inner, {"currency"}, credit.currency, misfit);
    } else {
        readField(value, "credit", credit.amount, misfit);
    }
    if (credit.amount.isEmpty())
        misfit.at("credit");
    if (misfit)
        return misfit.error();
    return credit;
}

} // namespace Elenco
