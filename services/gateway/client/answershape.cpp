// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/answershape.h"

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

constexpr std::string_view own = "customFields"; ///< its keys are the account's own words

/// Several values laid over each other.
struct Shape {
    std::set<std::string> types;
    std::map<std::string, Shape> members; ///< in the order of the alphabet: shapes are compared by people
    std::unique_ptr<Shape> element;

    void add(JsonValue value, bool hidesKeys = false);
    void write(JsonWriter &json) const;
};

// "2026-04-09T11:00:00+02:00" is "0000-00-00T00:00:00+00:00": its form may be told.
bool isMoment(const QString &text)
{
    return text.size() >= 19 && text[4] == u'-' && text[7] == u'-' && text[10] == u'T' && text[13] == u':';
}

std::string typeOf(JsonValue value)
{
    switch (value.type()) {
    case JsonValue::Type::Missing:
    case JsonValue::Type::Null: return "nothing";
    case JsonValue::Type::Boolean: return "flag";
    case JsonValue::Type::Number: return "number";
    case JsonValue::Type::Array: return "array";
    case JsonValue::Type::Object: return "object";
    case JsonValue::Type::Text: break;
    }
    QString text = value.text();
    if (text.isEmpty())
        return "empty text";
    if (!isMoment(text))
        return "text";
    for (QChar &c : text)
        c = c.isDigit() ? QChar(u'0') : c;
    return "moment " + text.left(35).toStdString();
}

void Shape::add(JsonValue value, bool hidesKeys)
{
    if (value.isObject()) {
        for (JsonCursor member(value); member; member.next()) {
            const std::string key(member.key());
            members[hidesKeys ? "*" : key].add(member.value(), key == own);
        }
        if (members.empty())
            types.insert("object");
    } else if (value.isArray()) {
        if (!element)
            element = std::make_unique<Shape>();
        for (JsonCursor each(value); each; each.next())
            element->add(each.value());
    } else {
        types.insert(typeOf(value));
    }
}

void Shape::write(JsonWriter &json) const
{
    if (!members.empty()) {
        json.beginObject();
        for (const auto &[key, shape] : members) {
            json.key(QString::fromStdString(key));
            shape.write(json);
        }
        json.endObject();
        return;
    }
    if (element) {
        json.beginArray();
        if (!element->types.empty() || !element->members.empty() || element->element)
            element->write(json);
        json.endArray();
        return;
    }
    QStringList words;
    for (const std::string &type : types)
        words.append(QString::fromStdString(type));
    json.text(words.join(u'|'));
}

} // namespace

void writeShape(JsonWriter &json, JsonValue value)
{
    Shape shape;
    shape.add(value);
    shape.write(json);
}

void writePageNumbers(JsonWriter &json, JsonValue value)
{
    json.beginObject();
    for (const char *name : {"page", "number", "size", "limit", "offset", "hasMore"}) {
        const JsonValue number = value[name];
        if (number.type() != JsonValue::Type::Number && number.type() != JsonValue::Type::Boolean)
            continue;
        json.key(QString::fromLatin1(name));
        json.raw(QByteArrayView(number.raw().data(), qsizetype(number.raw().size())));
    }
    json.endObject();
}

} // namespace Elenco
