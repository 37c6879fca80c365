// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/contactjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

enum class ContactKey {
    Channels,
    City,
    CreatedAt,
    CustomFields,
    Email,
    FirstName,
    FullName,
    Gender,
    Id,
    IsTest,
    IsValid,
    LastCampaignType,
    LastContactType,
    LastName,
    Lists,
    Phone,
    Province,
    Region,
    Tags,
};

// Every name that a source gives to a field (gateway.md section 2), by byte.
constexpr KeyTable<ContactKey, 24> contactKeys{{{
    {"city", ContactKey::City},
    {"communicationSupported", ContactKey::Channels},
    {"contactId", ContactKey::Id},
    {"createdAt", ContactKey::CreatedAt},
    {"customFields", ContactKey::CustomFields},
    {"email", ContactKey::Email},
    {"firstName", ContactKey::FirstName},
    {"fullName", ContactKey::FullName},
    {"gender", ContactKey::Gender},
    {"id", ContactKey::Id},
    {"isTest", ContactKey::IsTest},
    {"isValid", ContactKey::IsValid},
    {"lastCampaignType", ContactKey::LastCampaignType},
    {"lastContactType", ContactKey::LastContactType},
    {"lastName", ContactKey::LastName},
    {"lists", ContactKey::Lists},
    {"name", ContactKey::FullName},
    {"phone", ContactKey::Phone},
    {"phoneNumber", ContactKey::Phone},
    {"province", ContactKey::Province},
    {"region", ContactKey::Region},
    {"tags", ContactKey::Tags},
    {"test", ContactKey::IsTest},
    {"valid", ContactKey::IsValid},
}}};
static_assert(contactKeys.isSorted());

/// The fields that can be written, in the order they are.
struct WritableField {
    const char16_t *key;
    std::optional<QString> ContactChange::*change;
    std::optional<QString> RemoteContact::*contact;
};
constexpr std::array writable{
    WritableField{u"firstName", &ContactChange::firstName, &RemoteContact::firstName},
    WritableField{u"lastName", &ContactChange::lastName, &RemoteContact::lastName},
    WritableField{u"phoneNumber", &ContactChange::phoneNumber, &RemoteContact::phoneNumber},
    WritableField{u"email", &ContactChange::email, &RemoteContact::email},
    WritableField{u"gender", &ContactChange::gender, &RemoteContact::gender},
    WritableField{u"city", &ContactChange::city, &RemoteContact::city},
    WritableField{u"province", &ContactChange::province, &RemoteContact::province},
    WritableField{u"region", &ContactChange::region, &RemoteContact::region},
};

std::optional<RemoteKey> spokenBy(ContactKey key)
{
    switch (key) {
    case ContactKey::City: return RemoteKey::City;
    case ContactKey::CustomFields: return RemoteKey::CustomFields;
    case ContactKey::Email: return RemoteKey::Email;
    case ContactKey::FirstName: return RemoteKey::FirstName;
    case ContactKey::FullName: return RemoteKey::FullName;
    case ContactKey::Gender: return RemoteKey::Gender;
    case ContactKey::LastName: return RemoteKey::LastName;
    case ContactKey::Phone: return RemoteKey::PhoneNumber;
    case ContactKey::Province: return RemoteKey::Province;
    case ContactKey::Region: return RemoteKey::Region;
    case ContactKey::Tags: return RemoteKey::Tags;
    case ContactKey::Channels:
    case ContactKey::CreatedAt:
    case ContactKey::Id:
    case ContactKey::IsTest:
    case ContactKey::IsValid:
    case ContactKey::LastCampaignType:
    case ContactKey::LastContactType:
    case ContactKey::Lists: return std::nullopt;
    }
    Q_UNREACHABLE();
}

RemoteValue::Kind kindOf(JsonValue::Type type)
{
    switch (type) {
    case JsonValue::Type::Text: return RemoteValue::Kind::Text;
    case JsonValue::Type::Number: return RemoteValue::Kind::Number;
    case JsonValue::Type::Boolean: return RemoteValue::Kind::Boolean;
    case JsonValue::Type::Null:
    case JsonValue::Type::Missing: return RemoteValue::Kind::Null;
    case JsonValue::Type::Array:
    case JsonValue::Type::Object: return RemoteValue::Kind::Json;
    }
    Q_UNREACHABLE();
}

void readCustomFields(JsonValue value, QList<RemoteValue> &fields, Misfit &misfit)
{
    if (value.isNothing())
        return;
    if (!value.isObject())
        return misfit.at("customFields");
    for (JsonCursor member(value); member; member.next()) {
        const JsonValue inner = member.value();
        RemoteValue field{QString::fromUtf8(member.key()), kindOf(inner.type()), {}};
        if (field.kind == RemoteValue::Kind::Text)
            field.text = inner.text();
        else if (field.kind != RemoteValue::Kind::Null)
            field.text = QString::fromUtf8(inner.raw());
        fields.append(std::move(field));
    }
}

void readLists(JsonValue value, QList<RemoteListName> &lists, Misfit &misfit)
{
    if (value.isNothing())
        return;
    if (!value.isArray())
        return misfit.at("lists");
    for (JsonCursor element(value); element; element.next()) {
        RemoteListName list;
        const JsonValue one = element.value();
        readField(one.isObject() ? one["id"] : one, "lists", list.id, misfit);
        if (one.isObject())
            readField(one["name"], "lists", list.name, misfit);
        if (!list.id.isValid())
            misfit.at("lists");
        lists.append(std::move(list));
    }
}

bool writeValue(JsonWriter &json, const RemoteValue &field)
{
    switch (field.kind) {
    case RemoteValue::Kind::Text: json.text(field.text); return true;
    case RemoteValue::Kind::Null: json.null(); return true;
    case RemoteValue::Kind::Boolean: json.boolean(field.text == "true"_L1); return true;
    case RemoteValue::Kind::Number: {
        const QByteArray number = field.text.toUtf8();
        json.raw(number);
        return isJsonNumber({number.constData(), size_t(number.size())});
    }
    case RemoteValue::Kind::Json: {
        const QByteArray raw = field.text.toUtf8();
        json.raw(raw);
        return JsonDocument::parse(raw).has_value();
    }
    }
    Q_UNREACHABLE();
}

Error unwritable(const QString &name)
{
    return {ErrorKind::InvalidInput, name, QCoreApplication::translate("Error", "its value can't be written as JSON")};
}

} // namespace

RemoteContact contactFromJson(JsonValue value, Misfit &misfit)
{
    RemoteContact contact;
    contact.shown = {};
    contact.extra = readMembers(value, contactKeys, [&](ContactKey key, std::string_view name, JsonValue field) {
        if (const auto spoken = spokenBy(key))
            contact.shown.insert(*spoken);
        switch (key) {
        case ContactKey::Channels: readField(field, name, contact.channels, misfit); break;
        case ContactKey::City: readField(field, name, contact.city, misfit); break;
        case ContactKey::CreatedAt: readField(field, name, contact.createdAt, misfit); break;
        case ContactKey::CustomFields: readCustomFields(field, contact.customFields, misfit); break;
        case ContactKey::Email: readField(field, name, contact.email, misfit); break;
        case ContactKey::FirstName: readField(field, name, contact.firstName, misfit); break;
        case ContactKey::FullName: readField(field, name, contact.fullName, misfit); break;
        case ContactKey::Gender: readField(field, name, contact.gender, misfit); break;
        case ContactKey::Id: readField(field, name, contact.id, misfit); break;
        case ContactKey::IsTest: readField(field, name, contact.isTest, misfit); break;
        case ContactKey::IsValid: readField(field, name, contact.isValid, misfit); break;
        case ContactKey::LastCampaignType: readField(field, name, contact.lastCampaignType, misfit); break;
        case ContactKey::LastContactType: readField(field, name, contact.lastContactType, misfit); break;
        case ContactKey::LastName: readField(field, name, contact.lastName, misfit); break;
        case ContactKey::Lists: readLists(field, contact.lists, misfit); break;
        case ContactKey::Phone: readField(field, name, contact.phoneNumber, misfit); break;
        case ContactKey::Province: readField(field, name, contact.province, misfit); break;
        case ContactKey::Region: readField(field, name, contact.region, misfit); break;
        case ContactKey::Tags: readField(field, name, contact.tags, misfit); break;
        }
    });
    if (!contact.id.isValid())
        misfit.at("id");
    return contact;
}

Result<QByteArray> contactToJson(const ContactChange &change, bool clearByNull)
{
    JsonWriter json;
    json.beginObject();
    for (const WritableField &field : writable) {
        const std::optional<QString> &value = change.*field.change;
        if (!value)
            continue;
        json.key(field.key);
        if (value->isEmpty() && clearByNull)
            json.null();
        else
            json.text(*value);
    }
    if (change.customFields) {
        json.key(u"customFields").beginObject();
        for (const RemoteValue &field : *change.customFields) {
            json.key(field.name);
            if (!writeValue(json, field))
                return unwritable(field.name);
        }
        json.endObject();
    }
    if (change.tags) {
        json.key(u"tags").beginArray();
        for (const QString &tag : *change.tags)
            json.text(tag);
        json.endArray();
    }
    if (!change.extra.isEmpty()) {
        const auto document = JsonDocument::parse(change.extra);
        if (!document || !document->root().isObject())
            return unwritable(u"extra"_s);
        for (JsonCursor member(document->root()); member; member.next()) {
            // Never a second way to write a field, nor a word of the gateway's own in a body.
            if (contactKeys.find(member.key()))
                return unwritable(QString::fromUtf8(member.key()));
            json.key(QString::fromUtf8(member.key()))
                .raw(QByteArrayView(member.value().raw().data(), qsizetype(member.value().raw().size())));
        }
    }
    json.endObject();
    return json.json();
}

QStringList fieldsNotTaken(const ContactChange &change, const RemoteContact &contact)
{
    QStringList keys;
    for (const WritableField &field : writable) {
        const std::optional<QString> &sent = change.*field.change;
        // Absent, null and "" are the same nothing.
        if (sent && (contact.*field.contact).value_or(QString()) != *sent)
            keys.append(QStringView(field.key).toString());
    }
    for (const RemoteValue &sent : change.customFields.value_or(QList<RemoteValue>())) {
        const auto shown = std::find_if(contact.customFields.begin(), contact.customFields.end(),
                                        [&](const RemoteValue &value) { return value.name == sent.name; });
        const bool gone = shown == contact.customFields.end() || shown->kind == RemoteValue::Kind::Null;
        if (sent.kind == RemoteValue::Kind::Null ? !gone : gone || !(*shown == sent))
            keys.append("customFields."_L1 + sent.name);
    }
    return keys;
}

QStringList clearedFields(const ContactChange &change)
{
    QStringList keys;
    for (const WritableField &field : writable) {
        if ((change.*field.change) && (change.*field.change)->isEmpty())
            keys.append(QStringView(field.key).toString());
    }
    return keys;
}

ContactChange clearingOf(const ContactChange &change, const QStringList &keys)
{
    ContactChange clearing;
    for (const WritableField &field : writable) {
        const std::optional<QString> &value = change.*field.change;
        if (value && value->isEmpty() && keys.contains(QStringView(field.key)))
            clearing.*field.change = QString();
    }
    return clearing;
}

bool showsOtherFields(const ContactChange &change, const RemoteContact &contact, const QStringList &refusedNames)
{
    return std::any_of(writable.begin(), writable.end(), [&](const WritableField &field) {
        return !(change.*field.change) && !(contact.*field.contact).value_or(QString()).isEmpty() &&
               !refusedNames.contains(u"contact."_s + QStringView(field.key).toString());
    });
}

} // namespace Elenco
