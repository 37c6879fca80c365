// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/contactkeys.h"

#include "gateway/json/contactjson.h"

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

struct TextKey {
    QLatin1StringView key;
    std::optional<QString> ContactChange::*value;
};
constexpr std::array textKeys{
    TextKey{"firstName"_L1, &ContactChange::firstName},     TextKey{"lastName"_L1, &ContactChange::lastName},
    TextKey{"phoneNumber"_L1, &ContactChange::phoneNumber}, TextKey{"email"_L1, &ContactChange::email},
    TextKey{"gender"_L1, &ContactChange::gender},           TextKey{"city"_L1, &ContactChange::city},
    TextKey{"province"_L1, &ContactChange::province},       TextKey{"region"_L1, &ContactChange::region},
};
constexpr auto customPrefix = "customFields."_L1;

template <typename Keeps>
ContactChange filtered(const ContactChange &change, Keeps keeps)
{
    ContactChange left = change;
    for (const TextKey &text : textKeys) {
        if (!keeps(QString(text.key)))
            left.*text.value = std::nullopt;
    }
    if (!keeps(u"customFields"_s))
        left.customFields = std::nullopt;
    else if (left.customFields)
        left.customFields->removeIf([&keeps](const RemoteValue &field) { return !keeps(customPrefix + field.name); });
    if (change.customFields && !change.customFields->isEmpty() && left.customFields && left.customFields->isEmpty())
        left.customFields = std::nullopt;
    if (!keeps(u"tags"_s))
        left.tags = std::nullopt;
    if (const auto document = JsonDocument::parse(change.extra); document && !change.extra.isEmpty()) {
        ExtraMembers members;
        for (JsonCursor member(document->root()); member; member.next()) {
            if (keeps(QString::fromUtf8(member.key())))
                members.add(member.key(), member.value());
        }
        left.extra = members.json();
    }
    return left;
}

} // namespace

QStringList keysOf(const ContactChange &change)
{
    QStringList keys;
    for (const TextKey &text : textKeys) {
        if (change.*text.value)
            keys.append(text.key);
    }
    if (change.customFields) {
        keys.append(u"customFields"_s);
        for (const RemoteValue &field : *change.customFields)
            keys.append(customPrefix + field.name);
    }
    if (change.tags)
        keys.append(u"tags"_s);
    if (const auto document = JsonDocument::parse(change.extra); document && !change.extra.isEmpty()) {
        for (JsonCursor member(document->root()); member; member.next())
            keys.append(QString::fromUtf8(member.key()));
    }
    return keys;
}

ContactChange without(const ContactChange &change, const QStringList &keys)
{
    return filtered(change, [&keys](const QString &key) { return !keys.contains(key); });
}

ContactChange only(const ContactChange &change, const QStringList &keys)
{
    return filtered(change, [&keys](const QString &key) {
        return keys.contains(key) || (key.startsWith(customPrefix) && keys.contains("customFields"_L1));
    });
}

Result<QByteArray> contactBody(const ContactChange &change, bool clearByNull, const std::optional<QString> &wholeName)
{
    if (!wholeName)
        return contactToJson(change, clearByNull);
    Result<QByteArray> rest = contactToJson(without(change, {u"firstName"_s, u"lastName"_s}), clearByNull);
    if (!rest)
        return rest;
    JsonWriter name;
    name.beginObject().key(u"name").text(*wholeName).endObject();
    QByteArray body = name.json();
    if (rest->size() > 2) {
        body.chop(1);
        body += ',' + rest->mid(1);
    }
    return body;
}

} // namespace Elenco
