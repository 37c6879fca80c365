// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/jsonparser.h"

#include "core/asciitext.h"

namespace Elenco {

namespace {

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The length of the number at the beginning of `text`; 0 when there is none.
size_t numberLength(std::string_view text)
{
    size_t at = 0;
    const auto digits = [&] {
        const size_t first = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at - first;
    };
    if (at < text.size() && text[at] == '-')
        ++at;
    const size_t integer = at;
    if (const size_t count = digits(); count == 0 || (count > 1 && text[integer] == '0'))
        return 0;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0)
            return 0;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (digits() == 0)
            return 0;
    }
    return at;
}

} // namespace

bool isJsonNumber(std::string_view text)
{
    return !text.empty() && numberLength(text) == text.size();
}

JsonParser::JsonParser(JsonDocument &document)
    : m_document(document), m_text(document.m_text.constData()), m_size(quint32(document.m_text.size()))
{
}

bool JsonParser::run()
{
    if (std::string_view(m_text, m_size).starts_with("\xef\xbb\xbf"))
        m_at = 3;
    // Some twelve bytes a node is what pages of contacts have.
    m_document.m_nodes.reserve(m_size / 12 + 8);
    if (!value(0))
        return false;
    skipBlanks();
    return m_at == m_size;
}

bool JsonParser::value(int depth)
{
    skipBlanks();
    if (m_at == m_size || depth > deepest || m_document.m_nodes.size() > mostNodes)
        return false;
    switch (m_text[m_at]) {
    case '{': return object(begin(JsonValue::Type::Object), depth);
    case '[': return array(begin(JsonValue::Type::Array), depth);
    case '"': return string();
    case 't': return word("true", JsonValue::Type::Boolean);
    case 'f': return word("false", JsonValue::Type::Boolean);
    case 'n': return word("null", JsonValue::Type::Null);
    default: return number();
    }
}

bool JsonParser::object(quint32 node, int depth)
{
    ++m_at;
    skipBlanks();
    if (!take('}')) {
        do {
            skipBlanks();
            if (m_at == m_size || m_text[m_at] != '"' || !string())
                return false;
            skipBlanks();
            if (!take(':') || !value(depth + 1))
                return false;
            skipBlanks();
        } while (take(','));
        if (!take('}'))
            return false;
    }
    close(node);
    return true;
}

bool JsonParser::array(quint32 node, int depth)
{
    ++m_at;
    skipBlanks();
    if (!take(']')) {
        do {
            if (!value(depth + 1))
                return false;
            skipBlanks();
        } while (take(','));
        if (!take(']'))
            return false;
    }
    close(node);
    return true;
}

bool JsonParser::string()
{
    const quint32 node = begin(JsonValue::Type::Text);
    bool escaped = false;
    for (++m_at; m_at < m_size; ++m_at) {
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            m_document.m_nodes[node].escaped = escaped;
            close(node);
            return true;
        }
        if (uchar(c) < 0x20)
            return false;
        if (c != '\\')
            continue;
        escaped = true;
        if (++m_at == m_size)
            return false;
        if (m_text[m_at] == 'u') {
            for (int i = 0; i < 4; ++i) {
                if (++m_at == m_size || !isHexDigit(m_text[m_at]))
                    return false;
            }
        } else if (std::string_view("\"\\/bfnrt").find(m_text[m_at]) == std::string_view::npos) {
            return false;
        }
    }
    return false;
}

bool JsonParser::number()
{
    const size_t length = numberLength({m_text + m_at, size_t(m_size - m_at)});
    if (length == 0)
        return false;
    const quint32 node = begin(JsonValue::Type::Number);
    m_at += quint32(length);
    close(node);
    return true;
}

bool JsonParser::word(std::string_view text, JsonValue::Type type)
{
    if (!std::string_view(m_text + m_at, m_size - m_at).starts_with(text))
        return false;
    const quint32 node = begin(type);
    m_at += quint32(text.size());
    close(node);
    return true;
}

void JsonParser::skipBlanks()
{
    while (m_at < m_size &&
           (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
        ++m_at;
}

bool JsonParser::take(char c)
{
    if (m_at == m_size || m_text[m_at] != c)
        return false;
    ++m_at;
    return true;
}

quint32 JsonParser::begin(JsonValue::Type type)
{
    m_document.m_nodes.push_back({m_at, m_at, 0, type, false});
    return quint32(m_document.m_nodes.size() - 1);
}

void JsonParser::close(quint32 node)
{
    m_document.m_nodes[node].end = m_at;
    m_document.m_nodes[node].after = quint32(m_document.m_nodes.size());
}

} // namespace Elenco
