// SPDX-License-Identifier: Apache-2.0
#include "formats/vcardvalue.h"

#include "core/asciitext.h"
#include "formats/textencoding.h"
#include "formats/utf8.h"

#include <cstring>

namespace Elenco {

namespace {

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// UTF-8 with a broken place (a value that was cut): the rest of it must not turn into signs.
bool mostlyUtf8(std::string_view text)
{
    int valid = 0;
    int broken = 0;
    while (!text.empty()) {
        const Utf8Sequence sequence = utf8Sequence(text);
        if (sequence.state != Utf8Sequence::State::Valid)
            ++broken;
        else if (sequence.length > 1)
            ++valid;
        text.remove_prefix(sequence.length);
    }
    return valid > broken;
}

/// The next `separator` that no backslash takes its meaning from.
size_t nextBare(std::string_view text, size_t from, char separator)
{
    for (size_t i = from; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == separator)
            return i;
    }
    return text.size();
}

} // namespace

std::string_view furtherNameParts(std::string_view name)
{
    size_t at = 0;
    for (int part = 0; part < 5; ++part) {
        at = nextBare(name, at, ';') + 1;
        if (at > name.size())
            return {};
    }
    const std::string_view further = name.substr(at - 1);
    return further.find_first_not_of("; \t") == std::string_view::npos ? std::string_view() : further;
}

std::string_view CardValueDecoder::quotedPrintable(std::string_view text)
{
    if (text.find('=') == std::string_view::npos)
        return text;
    char *to = m_card.arena.reserve(text.size());
    size_t length = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '=' && i + 2 < text.size()) {
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high >= 0 && low >= 0) {
                to[length++] = static_cast<char>(high << 4 | low);
                i += 2;
                continue;
            }
        }
        to[length++] = text[i];
    }
    // Line ends inside become \n once; what the writer's system calls a line end is not part of the note.
    size_t kept = 0;
    for (size_t i = 0; i < length; ++i) {
        if (to[i] == '\r') {
            to[kept++] = '\n';
            i += i + 1 < length && to[i + 1] == '\n';
        } else {
            to[kept++] = to[i];
        }
    }
    return m_card.arena.commit(kept);
}

std::string_view CardValueDecoder::text(const CardProperty &property)
{
    const std::string_view bytes = property.quotedPrintable ? quotedPrintable(property.value) : property.value;
    if (isAscii(bytes))
        return bytes;
    if (!property.charset.empty()) {
        const std::string name = encodingName(property.charset);
        if (!name.empty() && name != "utf-8")
            return m_card.arena.add(toUtf8(bytes, name));
    }
    if (isUtf8(bytes))
        return bytes;
    return m_card.arena.add(toUtf8(bytes, mostlyUtf8(bytes) ? std::string_view("utf-8") : m_fallback));
}

std::string_view CardValueDecoder::unescaped(std::string_view text)
{
    const size_t first = text.find('\\');
    if (first == std::string_view::npos)
        return text;
    char *to = m_card.arena.reserve(text.size());
    std::memcpy(to, text.data(), first);
    size_t length = first;
    for (size_t i = first; i < text.size(); ++i) {
        const char following = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] != '\\') {
            to[length++] = text[i];
            continue;
        }
        switch (following) {
        case 'n':
        case 'N':
            to[length++] = '\n';
            ++i;
            break;
        case '\\':
        case ',':
        case ';':
            to[length++] = following;
            ++i;
            break;
        case ':':
            if (m_card.version == CardVersion::V21) {
                to[length++] = following;
                ++i;
                break;
            }
            [[fallthrough]];
        default: to[length++] = '\\'; break;
        }
    }
    return m_card.arena.commit(length);
}

void CardValueDecoder::components(std::string_view text, std::span<std::string_view> parts)
{
    size_t from = 0;
    for (size_t part = 0; part < parts.size() && from <= text.size(); ++part) {
        const size_t end = nextBare(text, from, ';');
        parts[part] = unescaped(text.substr(from, end - from));
        from = end + 1;
    }
}

void CardValueDecoder::components(std::string_view text, std::vector<std::string_view> &parts)
{
    for (size_t from = 0; from <= text.size();) {
        const size_t end = nextBare(text, from, ';');
        parts.push_back(unescaped(text.substr(from, end - from)));
        from = end + 1;
    }
}

void CardValueDecoder::list(std::string_view text, std::vector<std::string_view> &values)
{
    for (size_t from = 0; from <= text.size();) {
        const size_t end = nextBare(text, from, ',');
        std::string_view value = unescaped(text.substr(from, end - from));
        while (!value.empty() && value.front() == ' ')
            value.remove_prefix(1);
        while (!value.empty() && value.back() == ' ')
            value.remove_suffix(1);
        if (!value.empty())
            values.push_back(value);
        from = end + 1;
    }
}

} // namespace Elenco
