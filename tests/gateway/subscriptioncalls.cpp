// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/subscriptioncalls.h"

#include "tests/gateway/jsonwriter.h"

#include <algorithm>

namespace Elenco::Practice {

Answer readSubscription(Service &service, const Call &)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const QDateTime start(QDate(today.year(), today.month(), 1), QTime(0, 0), Qt::UTC);
    JsonWriter json;
    json.beginObject().key("plan").value(planName(service.options.plan).toUpper());
    json.key("status").value(std::string_view("ACTIVE"));
    json.key("periodStart").value(timeText(service.manner, start.toMSecsSinceEpoch()));
    json.key("periodEnd").value(timeText(service.manner, start.addMonths(1).toMSecsSinceEpoch())).endObject();
    return {200, json.bytes(), "application/json", {}};
}

Answer readQuota(Service &service, const Call &)
{
    const qint64 used = service.state.contacts().count(), total = service.options.quota;
    JsonWriter json;
    json.beginObject();
    if (service.manner.shortQuota) {
        json.key("used").value(used).key("total").value(total);
    } else {
        // A fifth was bought on top of what the plan has.
        json.key("planLimit").value(total - total / 5).key("extraLimit").value(total / 5);
        json.key("totalLimit").value(total).key("used").value(used);
        json.key("remaining").value(std::max<qint64>(total - used, 0));
    }
    json.endObject();
    return {200, json.bytes(), "application/json", {}};
}

Answer readCredit(Service &service, const Call &)
{
    // Every confirmed campaign has cost something.
    double credit = 250;
    for (const Campaign &campaign : service.state.campaigns().all())
        credit -= campaign.wasConfirmed ? 50 : 0;
    JsonWriter json;
    json.beginObject().key("credit").value(credit).key("currency").value(std::string_view("EUR")).endObject();
    return {200, json.bytes(), "application/json", {}};
}

} // namespace Elenco::Practice
