// SPDX-License-Identifier: Apache-2.0
#include "formats/vcardlexer.h"

#include "core/asciitext.h"
#include "formats/textencoding.h"
#include "formats/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace Elenco {

namespace {

/// Letters, digits, '-', '_' and '/': one look each, they are most of what a head consists of.
constexpr std::array<bool, 256> nameCharacters = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool isNameCharacter(char c)
{
    return nameCharacters[static_cast<unsigned char>(c)];
}

/// RFC 4648 section 4.
bool isBase64Character(char c)
{
    return (isNameCharacter(c) && c != '-' && c != '_') || c == '+' || c == '=';
}

/// Where the value begins: the first colon outside quotes, else (a quote is never closed) the first at all.
size_t headEnd(std::string_view line)
{
    const size_t first = line.find(':');
    if (first == std::string_view::npos || line.substr(0, first).find('"') == std::string_view::npos)
        return first;
    bool quoted = false;
    for (size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ':' && !quoted)
            return i;
    }
    return first;
}

bool isEndOfCard(std::string_view line)
{
    return line.size() >= 9 && equalsIgnoringCase(strippedLine(line), "END:VCARD");
}

} // namespace

LineScanner::Next LineScanner::next(std::string_view &line)
{
    if (m_position >= m_bytes.size())
        return m_atEnd ? Next::End : Next::NeedMore;
    const char *start = m_bytes.data() + m_position;
    if (!m_lineFeedKnown || m_lineFeed < m_position) {
        // Looked for once and kept: a file with lone CRs would be searched to its end for every line.
        const void *found = std::memchr(start, '\n', m_bytes.size() - m_position);
        m_lineFeed = found ? static_cast<size_t>(static_cast<const char *>(found) - m_bytes.data()) : m_bytes.size();
        m_lineFeedKnown = true;
    }
    const void *carriageReturn = std::memchr(start, '\r', m_lineFeed - m_position);
    const size_t end =
        carriageReturn ? static_cast<size_t>(static_cast<const char *>(carriageReturn) - m_bytes.data()) : m_lineFeed;
    if (end == m_bytes.size()) {
        if (!m_atEnd)
            return Next::NeedMore;
        line = m_bytes.substr(m_position);
        m_position = end;
        m_cut = true;
        return Next::Line;
    }
    size_t after = end + 1;
    if (m_bytes[end] == '\r') {
        // Two more bytes decide between CR, CRLF and CR CR LF.
        if (!m_atEnd && end + 2 >= m_bytes.size())
            return Next::NeedMore;
        const std::string_view rest = m_bytes.substr(end);
        if (rest.starts_with("\r\r\n"))
            after = end + 3;
        else if (rest.starts_with("\r\n"))
            after = end + 2;
    }
    line = m_bytes.substr(m_position, end - m_position);
    m_position = after;
    m_cut = false;
    return Next::Line;
}

int LineScanner::peek() const
{
    if (m_position < m_bytes.size())
        return static_cast<unsigned char>(m_bytes[m_position]);
    return m_atEnd ? -1 : -2;
}

LineScanner::Next VCardLexer::readLine(std::string_view &line)
{
    const auto next = m_lines.next(line);
    if (next == LineScanner::Next::Line)
        ++m_line;
    return next;
}

/// Appends the folded lines that follow. False if more bytes are needed.
bool VCardLexer::unfold(std::string_view &line)
{
    m_joined.clear();
    while (true) {
        const int c = m_lines.peek();
        if (c == -2)
            return false;
        if (c != ' ' && c != '\t')
            break;
        std::string_view more;
        if (readLine(more) == LineScanner::Next::NeedMore)
            return false;
        if (m_joined.empty())
            m_joined.assign(line);
        m_joined.append(more.substr(1));
    }
    if (!m_joined.empty())
        line = m_card.arena.add(m_joined);
    return true;
}

bool VCardLexer::joinSoftBreaks(std::string_view &value)
{
    if (value.empty() || value.back() != '=')
        return true;
    m_joined.assign(value);
    while (!m_joined.empty() && m_joined.back() == '=') {
        m_joined.pop_back();
        std::string_view more;
        const size_t before = m_lines.position();
        switch (readLine(more)) {
        case LineScanner::Next::NeedMore: return false;
        case LineScanner::Next::End: value = m_card.arena.add(m_joined); return true;
        case LineScanner::Next::Line: break;
        }
        if (isEndOfCard(more)) {
            m_lines.setPosition(before);
            --m_line;
            break;
        }
        m_joined.append(more);
        while (!m_joined.empty() && (m_joined.back() == ' ' || m_joined.back() == '\t'))
            m_joined.pop_back(); // RFC 2045 section 6.7 (3): blanks at the end of a line are transport padding
        if (strippedLine(more).empty())
            break;
    }
    value = m_card.arena.add(m_joined);
    return true;
}

/// Base64 that goes on without indentation (some phones); it ends at a blank line or at anything else than base64.
bool VCardLexer::joinBase64(std::string_view &value)
{
    m_joined.clear();
    while (true) {
        const size_t before = m_lines.position();
        std::string_view more;
        const auto next = readLine(more);
        if (next == LineScanner::Next::NeedMore)
            return false;
        if (next == LineScanner::Next::End)
            break;
        const std::string_view text = strippedLine(more);
        if (text.empty())
            break;
        if (!std::all_of(text.begin(), text.end(), isBase64Character)) {
            m_lines.setPosition(before);
            --m_line;
            break;
        }
        if (m_joined.empty())
            m_joined.assign(value);
        m_joined.append(text);
    }
    if (!m_joined.empty())
        value = m_card.arena.add(m_joined);
    return true;
}

VCardLexer::Next VCardLexer::next(CardProperty &property)
{
    std::string_view line;
    do {
        switch (readLine(line)) {
        case LineScanner::Next::NeedMore: return Next::NeedMore;
        case LineScanner::Next::End: return Next::End;
        case LineScanner::Next::Line: break;
        }
    } while (line.empty() || strippedLine(line).empty() || line.front() == '#');
    const qint64 number = m_line - 1;
    const int following = m_lines.peek();
    if (following == ' ' || following == '\t' || following == -2) {
        // Quoted-printable is not folded by blanks: its next line may begin with one.
        const bool soft = following != -2 && line.back() == '=' && isQuotedPrintable(line);
        if (!soft && !unfold(line))
            return Next::NeedMore;
    }
    property = {};
    property.line = number;
    const size_t colon = headEnd(line);
    if (colon == std::string_view::npos || !splitHead(line.substr(0, colon), property)) {
        property.value = line;
        return Next::Malformed;
    }
    property.value = line.substr(colon + 1);
    if (property.quotedPrintable && !joinSoftBreaks(property.value))
        return Next::NeedMore;
    if (property.base64 && !joinBase64(property.value))
        return Next::NeedMore;
    return Next::Property;
}

bool VCardLexer::isQuotedPrintable(std::string_view line)
{
    const size_t colon = headEnd(line);
    const size_t parameters = m_card.parameters.size();
    CardProperty property;
    const bool split = colon != std::string_view::npos && splitHead(line.substr(0, colon), property);
    m_card.parameters.resize(parameters);
    return split && property.quotedPrintable;
}

bool VCardLexer::splitHead(std::string_view head, CardProperty &property)
{
    size_t end = 0;
    while (end < head.size() && head[end] != ';')
        ++end;
    std::string_view name = strippedLine(head.substr(0, end));
    if (const size_t dot = name.rfind('.'); dot != std::string_view::npos) {
        property.group = name.substr(0, dot);
        name = name.substr(dot + 1);
    }
    if (name.empty())
        return false;
    for (const char c : name) {
        if (!isNameCharacter(c))
            return false;
    }
    for (const char c : property.group) {
        if (!isNameCharacter(c) && c != '.')
            return false;
    }
    property.name = name;
    property.id = cardPropertyId(name);
    property.firstParameter = static_cast<std::uint32_t>(m_card.parameters.size());
    while (end < head.size()) {
        const size_t start = ++end;
        bool quoted = false;
        for (; end < head.size() && (quoted || head[end] != ';'); ++end)
            quoted ^= head[end] == '"';
        if (end > start)
            addParameter(head.substr(start, end - start), property);
    }
    property.parameterCount = static_cast<std::uint32_t>(m_card.parameters.size()) - property.firstParameter;
    return true;
}

void VCardLexer::addParameter(std::string_view text, CardProperty &property)
{
    const size_t equals = text.find('=');
    std::string_view name = equals == std::string_view::npos ? std::string_view() : strippedLine(text.substr(0, equals));
    if (!std::all_of(name.begin(), name.end(), isNameCharacter)) {
        // Damage. Its value is kept, under a name that may be written.
        std::string mended(name);
        std::replace_if(mended.begin(), mended.end(), [](char c) { return !isNameCharacter(c); }, '-');
        name = m_card.arena.add(mended);
    }
    std::string_view rest = equals == std::string_view::npos ? text : text.substr(equals + 1);
    const auto decoded = [&](std::string_view value) {
        value = strippedLine(value);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        if (!isUtf8(value))
            value = m_card.arena.add(toUtf8(value, "windows-1252"));
        if (value.find('^') == std::string_view::npos)
            return value;
        char *to = m_card.arena.reserve(value.size());
        size_t length = 0;
        for (size_t i = 0; i < value.size(); ++i) {
            const char following = i + 1 < value.size() ? value[i + 1] : '\0';
            const bool escape = value[i] == '^' && (following == 'n' || following == '^' || following == '\'');
            to[length++] = !escape ? value[i] : following == 'n' ? '\n' : following == '\'' ? '"' : '^';
            i += escape;
        }
        return m_card.arena.commit(length);
    };
    size_t start = 0;
    bool quoted = false;
    for (size_t i = 0; i <= rest.size(); ++i) {
        if (i < rest.size() && (quoted || rest[i] != ',')) {
            quoted ^= rest[i] == '"';
            continue;
        }
        m_card.parameters.push_back({name, decoded(rest.substr(start, i - start))});
        start = i + 1;
    }
    const std::string_view value = m_card.parameters.back().value;
    if (name.empty() || equalsIgnoringCase(name, "ENCODING")) {
        if (equalsIgnoringCase(value, "QUOTED-PRINTABLE"))
            property.quotedPrintable = true;
        else if (equalsIgnoringCase(value, "BASE64") || (!name.empty() && equalsIgnoringCase(value, "B")))
            property.base64 = true;
    } else if (equalsIgnoringCase(name, "CHARSET")) {
        property.charset = value;
    }
}

} // namespace Elenco
