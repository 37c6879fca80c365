// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/remotecontact.h"
#include "sync/records/syncrecord.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace Elenco {

// Records in a few words, both ways: "firstName=Anna; *spent:n=6800.50; tags=vip|milano; extra={"x":1}". A custom field
// has a star, and its kind behind it unless it is a text: n(umber), d(ate), b(oolean), j(son).

inline constexpr std::string_view kindLetters = "tndbj";

inline SyncRecord record(const QByteArray &words)
{
    SyncRecord record;
    for (const QByteArray &word : words.split(';')) {
        const QByteArray pair = word.startsWith(' ') ? word.mid(1) : word;
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0)
            continue;
        const QByteArray name = pair.left(equals);
        const QByteArray value = pair.mid(equals + 1);
        if (name == "tags") {
            record.tags.emplace();
            for (const QByteArray &tag : value.split('|')) {
                if (!tag.isEmpty())
                    record.tags->insert(tag.toStdString());
            }
        } else if (name == "extra") {
            record.extra = value.toStdString();
        } else {
            const QByteArrayList parts = name.split(':');
            const auto kind = parts.size() > 1 ? static_cast<SyncKind>(kindLetters.find(parts[1][0])) : SyncKind::Text;
            const bool isCustom = parts[0].startsWith('*');
            const std::string key = parts[0].mid(isCustom ? 1 : 0).toStdString();
            record.set(isCustom ? customFieldKey(key) : key, {kind, value.toStdString()});
        }
    }
    return record;
}

inline QByteArray printed(const std::string &key, const SyncValue &value)
{
    QByteArray name = QByteArray::fromStdString(key);
    if (const auto custom = customFieldName(key))
        name = '*' + QByteArray(custom->data(), qsizetype(custom->size()));
    if (value.kind != SyncKind::Text)
        name += QByteArray(":") + kindLetters[static_cast<size_t>(value.kind)];
    return name + '=' + QByteArray::fromStdString(value.text);
}

inline QByteArray printed(const SyncRecord &record)
{
    QByteArrayList words;
    for (const auto &[key, value] : record.fields)
        words.append(printed(key, value));
    if (record.tags) {
        QByteArrayList tags;
        for (const std::string &tag : *record.tags)
            tags.append(QByteArray::fromStdString(tag));
        words.append("tags=" + tags.join('|'));
    }
    if (!record.extra.empty())
        words.append("extra=" + QByteArray::fromStdString(record.extra));
    return words.join("; ");
}

inline QByteArray printed(const std::vector<std::string> &keys)
{
    QByteArrayList words;
    for (const std::string &key : keys)
        words.append(QByteArray::fromStdString(key).replace("custom:", "*"));
    return words.join(' ');
}

/// A change as the gateway gets it: "firstName=Anna city= *spent:Number=6800.50 extra={…}".
inline QByteArray printed(const ContactChange &change)
{
    QByteArrayList words;
    const auto add = [&words](const char *name, const std::optional<QString> &value) {
        if (value)
            words.append(name + QByteArray("=") + value->toUtf8());
    };
    add("firstName", change.firstName);
    add("lastName", change.lastName);
    add("phoneNumber", change.phoneNumber);
    add("email", change.email);
    add("gender", change.gender);
    add("city", change.city);
    add("province", change.province);
    add("region", change.region);
    static constexpr const char *kinds[] = {"", ":n", ":b", ":null", ":j"};
    for (const RemoteValue &value : change.customFields.value_or(QList<RemoteValue>()))
        words.append('*' + value.name.toUtf8() + kinds[static_cast<int>(value.kind)] + '=' + value.text.toUtf8());
    if (change.customFields && change.customFields->isEmpty())
        words.append("no custom fields");
    if (!change.extra.isEmpty())
        words.append("extra=" + change.extra);
    return words.join("; ");
}

} // namespace Elenco
