// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/contactjson.h"

#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/refusal.h"

#include <QRegularExpression>

namespace Elenco::Practice {

using namespace Qt::StringLiterals;

namespace {

struct TextField {
    QLatin1StringView key;
    QString Contact::*value;
};
constexpr TextField textFields[] = {
    {"firstName"_L1, &Contact::firstName},     {"lastName"_L1, &Contact::lastName},
    {"phoneNumber"_L1, &Contact::phoneNumber}, {"email"_L1, &Contact::email},
    {"gender"_L1, &Contact::gender},           {"city"_L1, &Contact::city},
    {"province"_L1, &Contact::province},       {"region"_L1, &Contact::region},
};
constexpr QLatin1StringView readOnlyKeys[] = {
    "id"_L1,
    "contactId"_L1,
    "name"_L1,
    "fullName"_L1,
    "phone"_L1,
    "tags"_L1,
    "lists"_L1,
    "valid"_L1,
    "isValid"_L1,
    "communicationSupported"_L1,
    "isTest"_L1,
    "createdAt"_L1,
    "lastContactType"_L1,
    "lastCampaignType"_L1,
    "customFields"_L1,
    "simulation"_L1,
};

QString textOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (!value.isString() && !value.isNull() && !value.isUndefined())
        throw Refusal{400, "contacts", u"%1 is not a text."_s.arg(key)};
    return value.toString().trimmed();
}

void readCustomFields(const QJsonObject &object, const Service &service, bool replaces, Contact *contact)
{
    if (!object.contains("customFields"_L1)) {
        if (replaces)
            contact->customFields = {};
        return;
    }
    const QJsonValue value = object.value("customFields"_L1);
    if (!value.isObject() && !value.isNull())
        throw Refusal{400, "contacts", u"customFields is not an object."_s};
    if (!service.options.mergingCustomFields)
        contact->customFields = {};
    const QJsonObject fields = value.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field->isObject() || field->isArray())
            throw Refusal{400, "contacts", u"customFields.%1 is not a text, number or date."_s.arg(field.key())};
        if (field->isNull())
            contact->customFields.remove(field.key());
        else
            contact->customFields[field.key()] = *field;
    }
}

bool isKnown(QStringView key)
{
    return std::any_of(std::begin(textFields), std::end(textFields), [key](auto &field) { return field.key == key; }) ||
           std::any_of(std::begin(readOnlyKeys), std::end(readOnlyKeys), [key](auto known) { return known == key; });
}

} // namespace

QString normalNumber(const QString &text, const Manner &manner)
{
    static const QRegularExpression e164(u"^\\+[1-9][0-9]{6,14}$"_s);
    QString number;
    for (const QChar c : text) {
        if (!c.isSpace() && !u".-/()"_s.contains(c))
            number += c;
    }
    if (number.startsWith("00"_L1))
        number.replace(0, 2, u"+"_s);
    else if (!number.startsWith(u'+') && manner.completesNumbers)
        number.prepend(u"+39"_s);
    return e164.match(number).hasMatch() ? number : QString();
}

void writeContact(JsonWriter &json, const Service &service, const ContactRow &row, const QList<List> *lists)
{
    const Manner &manner = service.manner;
    json.beginObject().key(manner.contactIdKey);
    service.ids.writeContact(json, row.id);
    json.key("firstName").value(row.firstName).key("lastName").value(row.lastName);
    json.key(manner.nameKey).value(row.fullName);
    json.key(manner.phoneKey).value(row.phoneNumber);
    json.key("email").value(row.email).key("gender").value(row.gender).key("city").value(row.city);
    json.key("province").value(row.province).key("region").value(row.region);
    json.key("customFields").raw(row.customFields);
    if (manner.showsTags)
        json.key("tags").raw(row.tags);
    if (lists) {
        json.key("lists").beginArray();
        for (const List &list : *lists) {
            json.beginObject().key("id");
            service.ids.writeList(json, list.id);
            json.key("name").value(list.name).endObject();
        }
        json.endArray();
    }
    json.key(manner.validKey).value(row.valid);
    json.key("communicationSupported").beginArray();
    for (const QString &channel : channelsOf(row.channels))
        json.value(channel);
    json.endArray();
    json.key("isTest").value(row.isTest);
    const auto textOrNull = [&json](const char *key, std::string_view text) {
        json.key(key);
        text.empty() ? json.null() : json.value(text);
    };
    textOrNull("lastContactType", row.lastContactType);
    textOrNull("lastCampaignType", row.lastCampaignType);
    const QByteArray created = timeText(manner, row.created);
    json.key("createdAt").value(created);
    json.members(row.extra).endObject();
}

void takeContact(const QJsonObject &object, const Service &service, bool replaces, Contact *contact)
{
    for (const TextField &field : textFields) {
        if (object.contains(field.key) || replaces)
            contact->*field.value = textOf(object, field.key);
    }
    // Where the dialect shows the number by another name, it takes it by that name too.
    const QLatin1StringView phoneKey(service.manner.phoneKey);
    if (!object.contains("phoneNumber"_L1) && object.contains(phoneKey))
        contact->phoneNumber = textOf(object, phoneKey);
    if (!contact->phoneNumber.isEmpty()) {
        const QString number = normalNumber(contact->phoneNumber, service.manner);
        if (number.isEmpty())
            throw Refusal{400, "contacts", u"phoneNumber is not in E.164 form."_s};
        contact->phoneNumber = number;
    }
    if (!contact->email.isEmpty() && contact->email.indexOf(u'@') < 1)
        throw Refusal{400, "contacts", u"email is not an address."_s};
    if (contact->phoneNumber.isEmpty() && contact->email.isEmpty())
        throw Refusal{400, "contacts", u"phoneNumber or email is required."_s};
    readCustomFields(object, service, replaces, contact);
    if (replaces)
        contact->extra = {};
    for (auto key = object.begin(); key != object.end(); ++key) {
        if (isKnown(key.key()))
            continue;
        if (key->isNull())
            contact->extra.remove(key.key());
        else
            contact->extra[key.key()] = *key;
    }
}

} // namespace Elenco::Practice
