// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/meanwhile.h"

#include "tests/gateway/multipart.h"
#include "tests/gateway/orders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

bool isPage(const Request &request)
{
    static const QStringList pages{u"GET /contacts"_s, u"GET /contacts/list"_s, u"GET /contacts/list/{id}/contacts"_s,
                                   u"GET /campaigns"_s, u"GET /exports"_s};
    return pages.contains(request.call);
}

QString segment(const Request &request, int index)
{
    return request.apiPath.section(u'/', index, index);
}

qint64 contactOf(const Service &service, const Request &request)
{
    if (request.call.endsWith(" /contacts/{id}"_L1))
        return service.ids.contactOf(segment(request, 2));
    if (request.call == u"DELETE /contacts")
        return service.ids.contactOf(request.parameter(u"ids").section(u',', 0, 0));
    if (request.call.endsWith(" /contacts/list/contacts"_L1)) {
        if (const QString named = request.parameter(u"contactId"); !named.isEmpty())
            return service.ids.contactOf(named);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        return service.ids.contactOf(body.value("contactIds"_L1).toArray().at(0));
    }
    const auto all = service.state.orders().contacts({}, {ContactSort::Id, false, 0});
    if (!isPage(request) || !request.call.startsWith("GET /contacts"_L1) || all->empty())
        return 0;
    if (request.call == u"GET /contacts/list/{id}/contacts") {
        const QList<qint64> members = service.state.members(service.ids.listOf(segment(request, 3)));
        return members.isEmpty() ? 0 : members.first();
    }
    return all->front();
}

qint64 listOf(const Service &service, const Request &request)
{
    if (request.call.contains(" /contacts/list/{id}"_L1))
        return service.ids.listOf(segment(request, 3));
    if (request.call == u"DELETE /contacts/list")
        return service.ids.listOf(request.parameter(u"ids").section(u',', 0, 0));
    if (request.call.startsWith("POST /contacts/upload"_L1))
        return service.ids.listOf(Multipart::of(request).text("listId"));
    if (request.call == u"GET /contacts")
        return service.ids.listOf(request.parameter(u"listIds").section(u',', 0, 0));
    if (const QString named = request.parameter(u"listId"); !named.isEmpty())
        return service.ids.listOf(named);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (body.contains("listId"_L1))
        return service.ids.listOf(body.value("listId"_L1));
    return service.ids.listOf(body.value("listIds"_L1).toArray().at(0));
}

} // namespace

bool canStrike(Fault fault, const Service &service, const Request &request)
{
    switch (fault) {
    case Fault::ShiftedPage:
    case Fault::ShortPage:
    case Fault::EmptyList:
    case Fault::IgnoredFilters: return isPage(request);
    case Fault::ContactDeleted: return service.state.contacts().contains(contactOf(service, request));
    case Fault::ListDeleted: return service.state.list(listOf(service, request)).has_value();
    case Fault::BodyDropped: return !request.body.isEmpty();
    default: return true;
    }
}

void happenMeanwhile(Fault fault, Service &service, Request *request)
{
    if (fault == Fault::ContactDeleted)
        service.state.removeContacts({contactOf(service, *request)});
    else if (fault == Fault::ListDeleted)
        service.state.removeList(listOf(service, *request));
    else if (fault == Fault::BodyDropped)
        request->body.clear();
}

} // namespace Elenco::Practice
