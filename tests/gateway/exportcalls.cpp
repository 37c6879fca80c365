// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/exportcalls.h"

#include "tests/gateway/download.h"
#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/listcalls.h"
#include "tests/gateway/paging.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view exportStatusWords[] = {"PENDING", "COMPLETED", "EXPIRED", "FAILED"};

// What can't be guessed from another export's address.
QString tokenOf(const Service &service, const Export &order)
{
    const QByteArray text = service.options.key + QByteArray::number(order.id) + '/' +
                            QByteArray::number(order.created) + '/' + QByteArray::number(order.expires);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

// As it is now: what is ready expires by itself.
Export current(Service &service, Export order)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (order.status == ExportStatus::Pending && order.polls >= service.options.exportPolls) {
        order.status = ExportStatus::Completed;
        order.expires = now + 1000LL * service.options.exportLifetimeSeconds;
        order.token = tokenOf(service, order);
        service.state.exports().change(order);
    } else if (order.status == ExportStatus::Completed && order.expires <= now) {
        order.status = ExportStatus::Expired;
        service.state.exports().change(order);
    }
    return order;
}

Export demandExport(Service &service, const Call &call)
{
    const std::optional<Export> order = service.state.exports().order(call.id.toLongLong());
    if (!order)
        throw Refusal{404, "exportId", u"There is no export %1."_s.arg(call.id)};
    return current(service, *order);
}

void writeExport(JsonWriter &json, const Service &service, const Export &order)
{
    json.beginObject().key("id").value(order.id);
    json.key("fileName").value(u"contacts-%1.csv"_s.arg(order.id));
    json.key("status").value(exportStatusWords[static_cast<size_t>(order.status)]);
    if (service.manner.showsAvailability)
        json.key("isAvailableForDownload").value(order.status == ExportStatus::Completed);
    json.key("createdAt").value(timeText(service.manner, order.created));
    json.key("expiresAt");
    if (order.expires > 0)
        json.value(timeText(service.manner, order.expires));
    else
        json.null();
    json.endObject();
}

Answer ordered(const Service &service, qint64 id)
{
    if (*service.manner.exportIdKey == '\0')
        return {202, {}, {}, {}};
    JsonWriter json;
    json.beginObject().key(service.manner.exportIdKey).value(id).endObject();
    return {202, json.bytes(), "application/json", {}};
}

} // namespace

Answer orderExport(Service &service, const Call &call)
{
    const QJsonObject object = call.request.body.trimmed().isEmpty() ? QJsonObject() : objectOf(call);
    Export order;
    for (const QJsonValue &value : object.value("listIds"_L1).toArray())
        order.listIds.append(demandList(service, service.ids.listOf(value), value.toVariant().toString()).id);
    for (const QJsonValue &value : object.value("contactIds"_L1).toArray())
        order.contactIds.append(service.ids.contactOf(value));
    order.created = QDateTime::currentMSecsSinceEpoch();
    return ordered(service, service.state.exports().add(order));
}

Answer pageOfExports(Service &service, const Call &call)
{
    QList<Export> orders = service.state.exports().all();
    for (Export &order : orders) {
        if (order.status == ExportStatus::Pending) {
            ++order.polls;
            service.state.exports().change(order);
        }
        order = current(service, order);
    }
    std::reverse(orders.begin(), orders.end()); // the newest first
    const PageRequest page = PageRequest::of(service, call, service.manner.others);
    const auto row = [&](JsonWriter &json, qint64 index) { writeExport(json, service, orders[index]); };
    return {200, pageBytes(service, call, service.manner.others, page, orders.size(), row), "application/json", {}};
}

Answer exportAddress(Service &service, const Call &call)
{
    const Export order = demandExport(service, call);
    if (order.status == ExportStatus::Pending)
        throw Refusal{404, "exportId", u"The export is not ready yet."_s};
    if (order.status != ExportStatus::Completed)
        throw Refusal{410, "exportId", u"The export can no longer be had."_s};
    const QString url = service.server + downloadPrefix + order.token;
    JsonWriter json;
    switch (service.manner.dialect) {
    case Dialect::Reference: json.beginObject().key("url").value(url).endObject(); break;
    case Dialect::Uc007:
        json.beginObject().key("id").value(order.id).key("downloadUrl").value(url);
        json.key("expiresAt").value(timeText(service.manner, order.expires)).endObject();
        break;
    case Dialect::Uc020: json.value(url); break;
    case Dialect::Uc023:
        json.beginObject().key("status").value(std::string_view("success")).key("data").beginObject();
        json.key("link").value(url).endObject().endObject();
        break;
    }
    return {200, json.bytes(), "application/json", {}};
}

Answer orderExportAgain(Service &service, const Call &call)
{
    Export order = demandExport(service, call);
    order.status = ExportStatus::Pending;
    order.polls = 0;
    order.token.clear();
    order.expires = 0;
    service.state.exports().change(order);
    return ordered(service, order.id);
}

} // namespace Elenco::Practice
