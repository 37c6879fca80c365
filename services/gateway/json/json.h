// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace Elenco {

class JsonDocument;

/// A place in a JsonDocument, which must outlive it. Why not QJsonDocument: numbers stay as they were written, unknown
/// values can be given back byte for byte, and a page of 1,000 contacts makes no tree.
class JsonValue
{
public:
    enum class Type : quint8 { Missing, Null, Boolean, Number, Text, Array, Object };

    JsonValue() = default;

    Type type() const;
    bool isObject() const { return type() == Type::Object; }
    bool isArray() const { return type() == Type::Array; }
    /// Absent, or null: the gateway means the same by both.
    bool isNothing() const { return type() == Type::Missing || type() == Type::Null; }
    /// The bytes as they were sent: `"a\u00e8"`, `6800.50`, `{"a": 1}`.
    std::string_view raw() const;
    /// The text of a Text, unescaped. A lone surrogate becomes U+FFFD.
    QString text() const;
    /// The value of the last member of that name; Missing if there is none or this is no object.
    JsonValue operator[](std::string_view key) const;

    /// Over an object: key() and value(); over an array: value() only. `for (JsonCursor c(v); c; c.next())`
    friend class JsonCursor;

private:
    friend class JsonDocument;
    JsonValue(const JsonDocument *document, quint32 node) : m_document(document), m_node(node) {}

    const JsonDocument *m_document = nullptr;
    quint32 m_node = 0;
};

/// Walks the members of an object or the elements of an array, in their order; over nothing else.
class JsonCursor
{
public:
    explicit JsonCursor(JsonValue container);

    explicit operator bool() const { return m_node < m_end; }
    void next();
    /// Of a member; valid as long as the document, for a key with escapes until the next call.
    std::string_view key();
    JsonValue value() const;

private:
    const JsonDocument *m_document = nullptr;
    quint32 m_node = 0;
    quint32 m_end = 0;
    bool m_object = false;
    QByteArray m_unescaped;
};

/// JSON text (RFC 8259), read strictly in one pass: UTF-8 (a BOM is passed over), at most 64 levels deep
/// and 4,000,000 values long.
class JsonDocument
{
public:
    /// nullopt when it is not JSON to its last byte.
    static std::optional<JsonDocument> parse(const QByteArray &text);

    JsonValue root() const { return {this, 0}; }

private:
    friend class JsonValue;
    friend class JsonCursor;
    friend class JsonParser;

    struct Node {
        quint32 begin; ///< of the raw bytes
        quint32 end;
        quint32 after; ///< the node after this one and all that is in it
        JsonValue::Type type;
        bool escaped;
    };
    std::string_view raw(const Node &node) const
    {
        return {m_text.constData() + node.begin, size_t(node.end - node.begin)};
    }

    QByteArray m_text;
    std::vector<Node> m_nodes; ///< depth first; a member is its key's node and then its value's
};

/// True if the text is a JSON number and nothing else.
bool isJsonNumber(std::string_view text);

} // namespace Elenco
