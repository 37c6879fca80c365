// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/listjson.h"

namespace Elenco {

namespace {

enum class ListKey { ContactCount, CreatedAt, DeletedAt, Description, Id, IsDeleted, IsTest, Name };

constexpr KeyTable<ListKey, 13> listKeys{{{
    {"contactCount", ListKey::ContactCount},
    {"contactsCount", ListKey::ContactCount},
    {"createdAt", ListKey::CreatedAt},
    {"deleted", ListKey::IsDeleted},
    {"deletedAt", ListKey::DeletedAt},
    {"description", ListKey::Description},
    {"id", ListKey::Id},
    {"isDeleted", ListKey::IsDeleted},
    {"isTest", ListKey::IsTest},
    {"listId", ListKey::Id},
    {"listName", ListKey::Name},
    {"name", ListKey::Name},
    {"test", ListKey::IsTest},
}}};
static_assert(listKeys.isSorted());

} // namespace

RemoteList listFromJson(JsonValue value, Misfit &misfit)
{
    RemoteList list;
    list.extra = readMembers(value, listKeys, [&](ListKey key, std::string_view name, JsonValue field) {
        switch (key) {
        case ListKey::ContactCount: readField(field, name, list.contactCount, misfit); break;
        case ListKey::CreatedAt: readField(field, name, list.createdAt, misfit); break;
        case ListKey::DeletedAt: list.isDeleted = list.isDeleted.value_or(false) || !field.isNothing(); break;
        case ListKey::Description: readField(field, name, list.description, misfit); break;
        case ListKey::Id: readField(field, name, list.id, misfit); break;
        case ListKey::IsDeleted: readField(field, name, list.isDeleted, misfit); break;
        case ListKey::IsTest: readField(field, name, list.isTest, misfit); break;
        case ListKey::Name: readField(field, name, list.name, misfit); break;
        }
    });
    if (!list.id.isValid())
        misfit.at("id");
    return list;
}

QByteArray listToJson(const ListChange &change)
{
    JsonWriter json;
    json.beginObject();
    if (change.name)
        json.key(u"name").text(*change.name);
    if (change.description)
        json.key(u"description").text(*change.description);
    if (change.isTest)
        json.key(u"isTest").boolean(*change.isTest);
    json.endObject();
    return json.json();
}

Result<MembershipOutcome> membershipFromJson(const QByteArray &body)
{
    MembershipOutcome outcome;
    if (body.trimmed().isEmpty())
        return outcome;
    const auto document = JsonDocument::parse(body);
    if (!document)
        return Error{ErrorKind::UnreadableAnswer, {}, {}};
    const JsonValue value = payload(document->root());
    Misfit misfit;
    if (value.isArray()) {
        readField(value, "associations", outcome.associations, misfit);
    } else if (value.isObject()) {
        readField(value, {"added", "addedContacts"}, outcome.added, misfit);
        readField(value, {"skipped", "duplicateContacts"}, outcome.skipped, misfit);
        readField(value, {"invalid", "invalidContacts"}, outcome.invalid, misfit);
        readField(value, {"removed", "removedContacts"}, outcome.removed, misfit);
        readField(value, {"totalContactsInList", "totalInList"}, outcome.totalInList, misfit);
        readField(value, {"associationIds", "associations", "ids", "content"}, outcome.associations, misfit);
    } else if (!value.isNothing()) {
        misfit.at("");
    }
    if (misfit)
        return misfit.error();
    return outcome;
}

QByteArray membershipToJson(const QList<RemoteId> &listIds, const QList<RemoteId> &contactIds)
{
    JsonWriter json;
    json.beginObject().key(u"listIds").ids(listIds).key(u"contactIds").ids(contactIds).endObject();
    return json.json();
}

} // namespace Elenco
