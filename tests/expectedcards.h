// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/vcard.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

/// Cards as the corpus expects them: one spelling for values that say the same.
namespace Elenco {

inline QString plain(QString text)
{
    return text.normalized(QString::NormalizationForm_C)
        .replace(QLatin1String("\r\n"), QLatin1String("\n"))
        .replace(u'\r', u'\n')
        .trimmed();
}

inline QString plain(std::string_view text)
{
    return plain(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

inline QString withoutScheme(const QString &text)
{
    return text.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive) ? text.mid(4) : text;
}

/// Commas that part values inside a component: blanks around them do not count.
inline QString component(const QString &text)
{
    QStringList pieces;
    for (const QString &piece : plain(text).split(u',')) {
        if (!piece.trimmed().isEmpty())
            pieces.append(piece.trimmed());
    }
    return pieces.join(u',');
}

inline QJsonArray padded(QStringList parts, qsizetype size)
{
    parts = parts.mid(0, size);
    while (parts.size() < size)
        parts.append(QString());
    return QJsonArray::fromStringList(parts);
}

inline QJsonArray sorted(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &value : array) {
        texts.append(value.isArray() ? QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact))
                                     : value.toString());
    }
    texts.sort();
    return QJsonArray::fromStringList(texts);
}

inline QJsonArray components(const QJsonArray &values, qsizetype size)
{
    QStringList parts;
    for (const QJsonValue &value : values)
        parts.append(component(value.toString()));
    return padded(parts, size);
}

inline QJsonObject fieldsOf(const Card &card)
{
    QJsonObject fields;
    fields[QLatin1String("fn")] = plain(card.fn);
    QStringList n;
    for (const std::string_view part : card.n)
        n.append(component(plain(part)));
    fields[QLatin1String("n")] = padded(n, 5);
    QStringList org;
    for (const std::string_view part : card.org)
        org.append(plain(part));
    while (!org.isEmpty() && org.last().isEmpty())
        org.removeLast();
    fields[QLatin1String("org")] = QJsonArray::fromStringList(org);
    QJsonArray addresses;
    for (const CardAddress &address : card.adr) {
        QStringList parts;
        for (const std::string_view part : address.parts)
            parts.append(component(plain(part)));
        if (std::any_of(parts.begin(), parts.end(), [](const QString &part) { return !part.isEmpty(); }))
            addresses.append(padded(parts, 7));
    }
    fields[QLatin1String("adr")] = sorted(addresses);
    const auto list = [&](const char *name, const std::vector<std::string_view> &values) {
        QJsonArray texts;
        for (const std::string_view value : values) {
            if (!plain(value).isEmpty())
                texts.append(plain(value));
        }
        fields[QLatin1String(name)] = sorted(texts);
    };
    list("note", card.note);
    list("title", card.title);
    list("url", card.url);
    std::vector<std::string> numbers;
    for (const CardValue &value : card.tel)
        numbers.push_back(withoutScheme(plain(value.text)).toStdString());
    list("tel", {numbers.begin(), numbers.end()});
    std::vector<std::string_view> emails;
    for (const CardValue &value : card.email)
        emails.push_back(value.text);
    list("email", emails);
    return fields;
}

inline QJsonValue expectedField(const QString &name, const QJsonValue &value)
{
    if (name == QLatin1String("fn"))
        return plain(value.toString());
    if (name == QLatin1String("n"))
        return components(value.toArray(), 5);
    if (name == QLatin1String("adr")) {
        QJsonArray addresses;
        for (const QJsonValue &address : value.toArray())
            addresses.append(components(address.toArray(), 7));
        return sorted(addresses);
    }
    return name == QLatin1String("org") ? value : QJsonValue(sorted(value.toArray()));
}

} // namespace Elenco
