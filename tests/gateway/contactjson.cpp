// SPDX-License-Identifier: Apache-2.0
#include "tests/gateway/contactjson.h"

#include "tests/gateway/documented.h"
#include "tests/gateway/jsonwriter.h"
#include "tests/gateway/refusal.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

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

QStringList textsOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (!value.isArray() && !value.isNull())
        throw Refusal{400, "contacts", u"%1 is not an array."_s.arg(key)};
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts.append(text.toString());
    return texts;
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

void keepOld(const QJsonObject &before, const QString &key, QJsonObject *object)
{
    if (before.contains(key))
        object->insert(key, before.value(key));
    else
        object->remove(key);
}

bool isKnown(QStringView key)
{
    return std::any_of(std::begin(textFields), std::end(textFields), [key](auto &field) { return field.key == key; }) ||
           std::any_of(std::begin(readOnlyKeys), std::end(readOnlyKeys), [key](auto known) { return known == key; });
}

void writeRest(JsonWriter &json, const ContactRow &row)
{
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
}

} // namespace

void dropFields(const Service &service, const Contact &before, Contact *contact)
{
    for (const QString &key : service.options.droppedFields) {
        const auto *const field = std::find_if(std::begin(textFields), std::end(textFields),
                                               [&key](const TextField &known) { return known.key == key; });
        if (field != std::end(textFields))
            contact->*field->value = before.*field->value;
        else if (key == u"tags")
            contact->tags = before.tags;
        else if (key == u"customFields")
            contact->customFields = before.customFields;
        else if (key.startsWith("customFields."_L1))
            keepOld(before.customFields, key.mid(13), &contact->customFields);
        else
            keepOld(before.extra, key, &contact->extra);
    }
}

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

void writeContact(JsonWriter &json, const Service &service, const ContactRow &row, Showing showing,
                  const QList<List> &lists)
{
    const Manner &manner = service.manner;
    const bool isListed = showing == Showing::InPage;
    const quint32 always = isListed ? manner.listed : manner.shown;
    const quint32 filled = isListed && !manner.listsFurther ? 0 : manner.further;
    const auto shows = [=](quint32 key, bool holdsSomething) {
        return (always & key) != 0 || (holdsSomething && (filled & key) != 0);
    };
    const auto text = [&](quint32 bit, const char *key, std::string_view value) {
        if (shows(bit, !value.empty()))
            json.key(key).value(value);
    };
    json.beginObject().key(manner.contactIdKey);
    service.ids.writeContact(json, row.id);
    text(ContactKey::FirstName, "firstName", row.firstName);
    text(ContactKey::LastName, "lastName", row.lastName);
    text(ContactKey::Name, manner.nameKey, row.fullName);
    text(ContactKey::Phone, "phoneNumber", row.phoneNumber);
    text(ContactKey::Email, "email", row.email);
    text(ContactKey::Gender, "gender", row.gender);
    text(ContactKey::City, "city", row.city);
    text(ContactKey::Province, "province", row.province);
    text(ContactKey::Region, "region", row.region);
    if (shows(ContactKey::CustomFields, row.customFields != "{}"))
        json.key("customFields").raw(row.customFields);
    if (shows(ContactKey::Tags, row.tags != "[]"))
        json.key("tags").raw(row.tags);
    if (shows(ContactKey::Lists, !lists.isEmpty())) {
        json.key("lists").beginArray();
        for (const List &list : lists) {
            json.beginObject().key("id");
            service.ids.writeList(json, list.id);
            json.key("name").value(list.name).endObject();
        }
        json.endArray();
    }
    if (shows(ContactKey::Valid, true))
        json.key(manner.validKey).value(row.valid);
    if (shows(ContactKey::Rest, false))
        writeRest(json, row);
    if (shows(ContactKey::Created, true))
        json.key("createdAt").value(timeText(manner, row.created));
    if (shows(ContactKey::Extra, true))
        json.members(row.extra);
    json.endObject();
}

void takeContact(const QJsonObject &object, const Service &service, bool replaces, Contact *contact)
{
    const QStringList documented = documentedContactKeys(service.options.dialect);
    demandKeys(service, object, documented, "contacts");
    // What may not be named can't be replaced either.
    const auto isReplaced = [&](const QString &key) {
        return replaces && (!service.options.strict || documented.contains(key));
    };
    const Contact before = *contact;
    for (const TextField &field : textFields) {
        if (object.contains(field.key) || isReplaced(field.key))
            contact->*field.value = textOf(object, field.key);
    }
    // The whole name is one: nobody knows which part of it is the last name.
    if (const QLatin1StringView name(service.manner.nameKey);
        service.manner.hasWholeName &&
        (object.contains(name) || (service.options.strict && isReplaced(QString(name))))) {
        contact->firstName = textOf(object, name);
        contact->lastName.clear();
    }
    if (!contact->phoneNumber.isEmpty()) {
        const QString number = normalNumber(contact->phoneNumber, service.manner);
        if (number.isEmpty())
            throw Refusal{400, "contacts", u"Invalid phone number format"_s};
        contact->phoneNumber = number;
    }
    if (!contact->email.isEmpty() && contact->email.indexOf(u'@') < 1)
        throw Refusal{400, "contacts", u"Invalid e-mail address"_s};
    if (contact->phoneNumber.isEmpty() && contact->email.isEmpty())
        throw Refusal{400, "contacts", u"phoneNumber or email is required."_s};
    readCustomFields(object, service, isReplaced(u"customFields"_s), contact);
    if (object.contains("tags"_L1) && (service.manner.shown & ContactKey::Tags) != 0)
        contact->tags = textsOf(object, "tags"_L1);
    else if (isReplaced(u"tags"_s) && (service.manner.shown & ContactKey::Tags) != 0)
        contact->tags.clear();
    if (replaces && !service.options.strict)
        contact->extra = {};
    for (auto key = object.begin(); key != object.end(); ++key) {
        if (isKnown(key.key()))
            continue;
        if (key->isNull())
            contact->extra.remove(key.key());
        else
            contact->extra[key.key()] = *key;
    }
    dropFields(service, before, contact);
}

} // namespace Elenco::Practice
