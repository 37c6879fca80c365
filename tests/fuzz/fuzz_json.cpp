// SPDX-License-Identifier: Apache-2.0
// Any bytes are read as an answer of the gateway. What is JSON is walked to its last value, written again member by
// member, and reads as the same.
#include "gateway/json/json.h"
#include "gateway/json/jsonwriter.h"

#include <cstdint>
#include <cstdlib>

using namespace Elenco;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

// Qt leaves out a byte order mark at the beginning of a text; a name is read as every other text is.
QString nameOf(JsonCursor &member)
{
    return QString::fromUtf8(member.key());
}

void copy(JsonValue value, JsonWriter &writer)
{
    switch (value.type()) {
    case JsonValue::Type::Missing: require(false); break;
    case JsonValue::Type::Null: writer.null(); break;
    case JsonValue::Type::Boolean: writer.boolean(value.raw() == "true"); break;
    case JsonValue::Type::Number:
        require(isJsonNumber(value.raw()));
        writer.raw(value.raw());
        break;
    case JsonValue::Type::Text: writer.text(value.text()); break;
    case JsonValue::Type::Array:
        writer.beginArray();
        for (JsonCursor element(value); element; element.next())
            copy(element.value(), writer);
        writer.endArray();
        break;
    case JsonValue::Type::Object:
        writer.beginObject();
        for (JsonCursor member(value); member; member.next()) {
            writer.key(nameOf(member));
            copy(member.value(), writer);
        }
        writer.endObject();
        break;
    }
}

// Objects may name a member twice: both are walked, and the last one is found by its name.
void requireSame(JsonValue one, JsonValue other)
{
    require(one.type() == other.type());
    if (one.type() == JsonValue::Type::Text)
        require(one.text() == other.text());
    else if (!one.isArray() && !one.isObject())
        require(one.raw() == other.raw());
    JsonCursor left(one), right(other);
    for (; left && right; left.next(), right.next()) {
        if (one.isObject()) {
            require(nameOf(left) == nameOf(right));
            require(!one[left.key()].isNothing() || one[left.key()].type() == JsonValue::Type::Null);
        }
        requireSame(left.value(), right.value());
    }
    require(!left && !right);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const std::optional<JsonDocument> document = JsonDocument::parse(bytes);
    if (!document)
        return 0;
    JsonWriter writer;
    copy(document->root(), writer);
    const std::optional<JsonDocument> again = JsonDocument::parse(writer.json());
    require(again.has_value());
    requireSame(document->root(), again->root());
    return 0;
}
