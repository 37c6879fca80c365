// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/contactcalls.h"

#include "tests/gateway/contactjson.h"
#include "tests/gateway/contactquery.h"
#include "tests/gateway/documented.h"
#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/orders.h"
#include "tests/gateway/paging.h"

#include <algorithm>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

Answer oneContact(const Service &service, qint64 id, int status)
{
    QList<List> lists;
    if (((service.manner.shown | service.manner.further) & ContactKey::Lists) != 0) {
        for (const qint64 listId : service.state.lists().listsHolding({id})) {
            if (const std::optional<List> list = service.state.list(listId))
                lists.append(*list);
        }
    }
    JsonWriter json;
    service.state.contacts().look(
        id, [&](const ContactRow &row) { writeContact(json, service, row, Showing::ById, lists); });
    return {status, json.bytes(), "application/json", {}};
}

Refusal noSuchContact(const Call &call)
{
    return {404, "contactId", u"Contact not found: %1"_s.arg(call.id)};
}

int duplicateStatus(const Service &service)
{
    switch (service.options.duplicateNumbers) {
    case DuplicateNumbers::AsDialect: return service.manner.duplicateStatus;
    case DuplicateNumbers::Refused400: return 400;
    case DuplicateNumbers::Refused409: return 409;
    case DuplicateNumbers::SecondCopy: return 0;
    }
    return 0;
}

// Nobody else (but `id`) may have the number.
void demandFreeNumber(const Service &service, const QString &number, qint64 id)
{
    const int status = duplicateStatus(service);
    if (status == 0 || number.isEmpty())
        return;
    const std::optional<Contact> other = service.state.contactOfNumber(number);
    if (other && other->id != id)
        throw Refusal{status, "contacts", u"The number %1 exists already."_s.arg(number)};
}

} // namespace

Refusal quotaExceeded(const Service &service)
{
    return {409, "contacts",
            u"Contact quota exceeded. Current: %1/%2. Upgrade your plan to import more contacts."_s
                .arg(service.state.contacts().count())
                .arg(service.options.quota)};
}

void demandRoom(const Service &service, qint64 count)
{
    if (service.state.contacts().count() + count > service.options.quota)
        throw quotaExceeded(service);
}

Answer contactsPage(Service &service, const Call &call, qint64 listId)
{
    demandParameters(
        service, call,
        documentedParameters(service.options.dialect, listId != 0 ? Question::Members : Question::Contacts));
    ContactFilter filter = contactFilterOf(service, call, listId != 0);
    if (listId != 0)
        filter.inLists = {listId};
    const Envelope envelope = listId != 0 ? service.manner.members : service.manner.contacts;
    const PageRequest page = PageRequest::of(service, call, envelope);
    const Orders::Ids ids = service.state.orders().contacts(filter, contactOrderOf(service, call));
    const auto row = [&](JsonWriter &json, qint64 index) {
        service.state.contacts().look((*ids)[static_cast<size_t>(index)], [&](const ContactRow &contact) {
            writeContact(json, service, contact, Showing::InPage);
        });
    };
    return {200,
            pageBytes(service, call, envelope, page, static_cast<qint64>(ids->size()), row, listId),
            "application/json",
            {}};
}

Answer pageOfContacts(Service &service, const Call &call)
{
    return contactsPage(service, call, 0);
}

Answer createContact(Service &service, const Call &call)
{
    Contact contact;
    contact.communicationSupported = QStringList{u"SMS"_s};
    takeContact(objectOf(call), service, true, &contact);
    demandFreeNumber(service, contact.phoneNumber, 0);
    demandRoom(service, 1);
    return oneContact(service, service.state.addContact(contact), 201);
}

Answer readContact(Service &service, const Call &call)
{
    const qint64 id = service.ids.contactOf(call.id);
    if (!service.state.contacts().contains(id))
        throw noSuchContact(call);
    return oneContact(service, id, 200);
}

Answer changeContact(Service &service, const Call &call)
{
    std::optional<Contact> contact = service.state.contact(service.ids.contactOf(call.id));
    if (!contact)
        throw noSuchContact(call);
    takeContact(objectOf(call), service, service.options.replacingPut, &*contact);
    demandFreeNumber(service, contact->phoneNumber, contact->id);
    service.state.changeContact(*contact);
    return oneContact(service, contact->id, 200);
}

Answer deleteContact(Service &service, const Call &call)
{
    const qint64 id = service.ids.contactOf(call.id);
    if (!service.manner.deletesByPath)
        throw Refusal{405, "method", u"This path knows no DELETE."_s};
    if (!service.state.contacts().contains(id))
        throw noSuchContact(call);
    service.state.removeContacts({id});
    JsonWriter json;
    json.beginObject().key("deleted").value(1).endObject();
    return {200, json.bytes(), "application/json", {}};
}

Answer deleteContacts(Service &service, const Call &call)
{
    if (service.options.strict && service.manner.deletesByPath)
        throw Refusal{405, "method", u"This path knows no DELETE."_s};
    demandParameters(service, call, {u"ids"_s});
    const QList<qint64> named = contactIdsIn(service, call, u"ids");
    QList<qint64> ids = named;
    if (named.isEmpty()) {
        // What the reference says it does: nobody named is everybody, and notIds are those that stay.
        for (const qint64 id : *service.state.orders().contacts({}, {ContactSort::Id, false, 0}))
            ids.append(id);
    }
    const QList<qint64> kept = contactIdsIn(service, call, u"notIds");
    ids.removeIf([&kept](qint64 id) { return kept.contains(id); });
    const qint64 removed = service.state.removeContacts(ids);
    if (named.isEmpty() || !kept.isEmpty()) {
        service.log.danger(
            u"DELETE /contacts %1 deleted %2 contacts"_s.arg(kept.isEmpty() ? u"without ids"_s : u"with notIds"_s)
                .arg(removed));
    }
    if (!service.manner.answersDeletes)
        return {};
    JsonWriter json;
    json.beginObject().key("deleted").value(removed).endObject();
    return {200, json.bytes(), "application/json", {}};
}

} // namespace Elenco::Practice
