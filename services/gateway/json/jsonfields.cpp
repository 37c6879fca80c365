// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/jsonfields.h"

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

std::optional<QString> scalarText(JsonValue value)
{
    switch (value.type()) {
    case JsonValue::Type::Text: return value.text();
    case JsonValue::Type::Number: return QString::fromUtf8(value.raw());
    default: return std::nullopt;
    }
}

// 17 and "17", and 17.0 as some serialisers write it.
std::optional<qint64> wholeNumber(JsonValue value)
{
    QString text = scalarText(value).value_or(QString());
    if (value.type() == JsonValue::Type::Number && text.endsWith(".0"_L1))
        text.chop(2);
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

RemoteId idOf(JsonValue value)
{
    if (value.isObject())
        value = value["id"];
    return {scalarText(value).value_or(QString())};
}

} // namespace

void Misfit::at(std::string_view key)
{
    if (!m_found)
        m_place = QString::fromUtf8(key);
    m_found = true;
}

void Misfit::within(const QString &outer)
{
    m_place = m_place.isEmpty() ? outer : outer + u'.' + m_place;
}

Error Misfit::error() const
{
    return {ErrorKind::UnreadableAnswer, {}, m_place};
}

void readField(JsonValue value, std::string_view key, std::optional<QString> &target, Misfit &misfit)
{
    if (value.isNothing())
        return;
    if (auto text = scalarText(value))
        target = std::move(text);
    else
        misfit.at(key);
}

void readField(JsonValue value, std::string_view key, QString &target, Misfit &misfit)
{
    if (value.isNothing())
        return;
    if (auto text = scalarText(value))
        target = std::move(*text);
    else
        misfit.at(key);
}

void readField(JsonValue value, std::string_view key, std::optional<bool> &target, Misfit &misfit)
{
    if (value.isNothing())
        return;
    const std::string_view raw = value.raw();
    if (raw == "true" || raw == "\"true\"" || raw == "1")
        target = true;
    else if (raw == "false" || raw == "\"false\"" || raw == "0")
        target = false;
    else
        misfit.at(key);
}

void readField(JsonValue value, std::string_view key, std::optional<qint64> &target, Misfit &misfit)
{
    if (value.isNothing())
        return;
    if (const auto number = wholeNumber(value))
        target = number;
    else
        misfit.at(key);
}

void readField(JsonValue value, std::string_view key, RemoteId &target, Misfit &misfit)
{
    if (value.isNothing())
        return;
    target.value = scalarText(value).value_or(QString());
    if (!target.isValid())
        misfit.at(key);
}

void readField(JsonValue value, std::string_view key, QStringList &target, Misfit &misfit)
{
    if (value.isNothing())
        return;
    if (!value.isArray())
        return misfit.at(key);
    for (JsonCursor element(value); element; element.next()) {
        if (auto text = scalarText(element.value()))
            target.append(std::move(*text));
        else
            return misfit.at(key);
    }
}

void readField(JsonValue value, std::string_view key, QList<RemoteId> &target, Misfit &misfit)
{
    if (value.isNothing())
        return;
    // One id may stand alone: U7 writes contactListId.
    if (!value.isArray()) {
        RemoteId id;
        readField(value, key, id, misfit);
        if (id.isValid())
            target.append(id);
        return;
    }
    for (JsonCursor element(value); element; element.next()) {
        const RemoteId id = idOf(element.value());
        if (!id.isValid())
            return misfit.at(key);
        target.append(id);
    }
}

void ExtraMembers::add(std::string_view key, JsonValue value)
{
    JsonWriter name;
    name.text(QString::fromUtf8(key));
    m_json += m_json.isEmpty() ? '{' : ',';
    m_json += name.json() + ':';
    m_json.append(value.raw().data(), qsizetype(value.raw().size()));
}

QByteArray ExtraMembers::json() const
{
    return m_json.isEmpty() ? QByteArray() : m_json + '}';
}

JsonValue payload(JsonValue root)
{
    if (root.isObject() && root["status"].text() == "success"_L1) {
        if (const JsonValue data = root["data"]; !data.isNothing())
            return data;
    }
    return root;
}

} // namespace Elenco
