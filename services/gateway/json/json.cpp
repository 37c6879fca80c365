// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/json.h"

#include "gateway/json/jsonparser.h"

#include <QUtf8StringView>

#include <limits>

namespace Elenco {

namespace {

char16_t hex4(std::string_view digits)
{
    char16_t value = 0;
    for (const char c : digits.substr(0, 4)) {
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = char16_t(value << 4 | digit);
    }
    return value;
}

// A text may begin with U+FEFF: in JSON it is a sign like any other (RFC 8259 section 8.1 speaks of the document's
// beginning), and QString::fromUtf8() takes it for a byte order mark.
QString decoded(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    const QString rest = QString::fromUtf8(text.data(), qsizetype(text.size()));
    return text.starts_with(mark) ? QChar(QChar::ByteOrderMark) + rest : rest;
}

QString unescaped(std::string_view text)
{
    QString result;
    result.reserve(qsizetype(text.size()));
    while (!text.empty()) {
        const size_t backslash = text.find('\\');
        result += decoded(text.substr(0, backslash));
        if (backslash == std::string_view::npos)
            break;
        const char kind = text[backslash + 1];
        text.remove_prefix(backslash + 2);
        switch (kind) {
        case 'b': result += u'\b'; break;
        case 'f': result += u'\f'; break;
        case 'n': result += u'\n'; break;
        case 'r': result += u'\r'; break;
        case 't': result += u'\t'; break;
        case 'u': {
            const QChar unit(hex4(text));
            text.remove_prefix(4);
            if (unit.isHighSurrogate() && text.starts_with("\\u") && QChar(hex4(text.substr(2))).isLowSurrogate()) {
                result += unit;
                result += QChar(hex4(text.substr(2)));
                text.remove_prefix(6);
            } else {
                result += unit.isSurrogate() ? QChar(QChar::ReplacementCharacter) : unit;
            }
            break;
        }
        default: result += QLatin1Char(kind); break;
        }
    }
    return result;
}

} // namespace

JsonValue::Type JsonValue::type() const
{
    return m_document ? m_document->m_nodes[m_node].type : Type::Missing;
}

std::string_view JsonValue::raw() const
{
    return m_document ? m_document->raw(m_document->m_nodes[m_node]) : std::string_view();
}

QString JsonValue::text() const
{
    if (type() != Type::Text)
        return {};
    std::string_view inner = raw();
    inner = inner.substr(1, inner.size() - 2);
    return m_document->m_nodes[m_node].escaped ? unescaped(inner) : decoded(inner);
}

JsonValue JsonValue::operator[](std::string_view key) const
{
    JsonValue found;
    if (isObject()) {
        for (JsonCursor member(*this); member; member.next()) {
            if (member.key() == key)
                found = member.value();
        }
    }
    return found;
}

JsonCursor::JsonCursor(JsonValue container) : m_document(container.m_document), m_object(container.isObject())
{
    if (m_object || container.isArray()) {
        m_node = container.m_node + 1;
        m_end = m_document->m_nodes[container.m_node].after;
    }
}

void JsonCursor::next()
{
    m_node = m_document->m_nodes[m_object ? m_node + 1 : m_node].after;
}

std::string_view JsonCursor::key()
{
    const JsonDocument::Node &node = m_document->m_nodes[m_node];
    if (node.escaped) {
        m_unescaped = JsonValue(m_document, m_node).text().toUtf8();
        return {m_unescaped.constData(), size_t(m_unescaped.size())};
    }
    const std::string_view quoted = m_document->raw(node);
    return quoted.substr(1, quoted.size() - 2);
}

JsonValue JsonCursor::value() const
{
    return {m_document, m_object ? m_node + 1 : m_node};
}

std::optional<JsonDocument> JsonDocument::parse(const QByteArray &text)
{
    if (text.size() >= std::numeric_limits<quint32>::max() || !QUtf8StringView(text).isValidUtf8())
        return std::nullopt;
    std::optional<JsonDocument> document(std::in_place);
    document->m_text = text;
    if (!JsonParser(*document).run())
        return std::nullopt;
    return document;
}

} // namespace Elenco
