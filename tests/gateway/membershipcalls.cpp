// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/membershipcalls.h"

#include "tests/gateway/documented.h"
#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/listcalls.h"
#include "tests/gateway/orders.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype batchMaximum = 1000;

struct Pairs {
    QList<qint64> lists, contacts;
    int unknownContacts = 0;
};

QJsonArray arrayOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (!value.isUndefined() && !value.isArray())
        throw Refusal{400, "contacts", u"%1 is not an array."_s.arg(key)};
    return value.toArray();
}

void demandPairKeys(const Service &service, const QJsonObject &object)
{
    if (service.manner.pairsOneList)
        return demandKeys(service, object, {u"listId"_s, u"contactIds"_s}, "list");
    QStringList known{u"listIds"_s, u"contactIds"_s};
    if (service.options.dialect == Dialect::Reference)
        known += {u"allContacts"_s, u"excludeIdsAllContacts"_s};
    demandKeys(service, object, known, "list");
}

void takeContactIds(const Service &service, const QJsonArray &contacts, Pairs *pairs)
{
    if (contacts.size() > batchMaximum)
        throw Refusal{400, "contacts", u"More than 1,000 contacts."_s};
    for (const QJsonValue &value : contacts) {
        const qint64 id = service.ids.contactOf(value);
        if (service.state.contacts().contains(id))
            pairs->contacts.append(id);
        else
            ++pairs->unknownContacts;
    }
    if (contacts.isEmpty())
        throw Refusal{400, "contacts", u"contactIds is required."_s};
}

Pairs pairsOf(Service &service, const Call &call)
{
    const QJsonObject object = objectOf(call);
    demandPairKeys(service, object);
    Pairs pairs;
    QJsonArray lists = arrayOf(object, "listIds"_L1);
    if (service.manner.pairsOneList && object.contains("listId"_L1))
        lists.append(object.value("listId"_L1));
    for (const QJsonValue &value : lists)
        pairs.lists.append(demandList(service, service.ids.listOf(value), value.toVariant().toString()).id);
    if (object.value("allContacts"_L1).toBool()) {
        service.log.danger(u"%1 was called with allContacts"_s.arg(call.request.call));
        QSet<qint64> excluded;
        for (const QJsonValue &value : arrayOf(object, "excludeIdsAllContacts"_L1))
            excluded.insert(service.ids.contactOf(value));
        for (const qint64 id : *service.state.orders().contacts({}, {ContactSort::Id, false, 0})) {
            if (!excluded.contains(id))
                pairs.contacts.append(id);
        }
    } else {
        takeContactIds(service, arrayOf(object, "contactIds"_L1), &pairs);
    }
    if (pairs.lists.isEmpty())
        throw Refusal{400, "listId",
                      service.manner.pairsOneList ? u"listId is required."_s : u"listIds is required."_s};
    return pairs;
}

Answer removed(int count)
{
    JsonWriter json;
    json.beginObject().key("removed").value(count).endObject();
    return {200, json.bytes(), "application/json", {}};
}

} // namespace

Answer addMembers(Service &service, const Call &call)
{
    const Pairs pairs = pairsOf(service, call);
    ListTable &lists = service.state.lists();
    QList<qint64> associations; // those that were created
    qint64 known = 0;
    for (const qint64 list : pairs.lists) {
        for (const qint64 contact : pairs.contacts) {
            const bool isNew = !lists.hasMember(list, contact);
            const qint64 association = lists.addMember(list, contact);
            isNew ? associations.append(association) : void(++known);
        }
    }
    const auto added = static_cast<qint64>(associations.size());
    JsonWriter json;
    switch (service.manner.added) {
    case AddedShape::Associations:
        json.beginArray();
        for (const qint64 id : associations)
            json.value(id);
        json.endArray();
        break;
    case AddedShape::Added:
        json.beginObject().key("added").value(added);
        json.key("skipped").value(known + pairs.unknownContacts).endObject();
        break;
    case AddedShape::Counts:
        json.beginObject().key("listId");
        service.ids.writeList(json, pairs.lists.first());
        json.key("addedContacts").value(added).key("duplicateContacts").value(known);
        json.key("invalidContacts").value(pairs.unknownContacts);
        json.key("totalContactsInList").value(lists.memberCount(pairs.lists.first())).endObject();
        break;
    }
    return {201, json.bytes(), "application/json", {}};
}

Answer removeMembers(Service &service, const Call &call)
{
    if (service.manner.pairsOneList && call.query.has(u"listId")) {
        demandParameters(service, call, {u"listId"_s, u"contactId"_s});
        const QString list = call.query.value(u"listId");
        const qint64 listId = demandList(service, service.ids.listOf(list), list).id;
        return removed(service.state.removeMember(listId, service.ids.contactOf(call.query.value(u"contactId"))));
    }
    if (service.manner.pairsOneList && (service.options.strict || call.request.body.isEmpty()))
        throw Refusal{400, "listId", u"listId is required."_s};
    // A proxy may have taken the body away; whether the server then complains, nobody knows.
    if (call.request.body.isEmpty())
        return removed(0);
    const Pairs pairs = pairsOf(service, call);
    int count = 0;
    for (const qint64 list : pairs.lists) {
        for (const qint64 contact : pairs.contacts)
            count += service.state.removeMember(list, contact);
    }
    return removed(count);
}

Answer removeAssociation(Service &service, const Call &call)
{
    if (!service.state.lists().removeAssociation(call.id.toLongLong()))
        throw Refusal{404, "associationId", u"There is no association %1."_s.arg(call.id)};
    return removed(1);
}

} // namespace Elenco::Practice
