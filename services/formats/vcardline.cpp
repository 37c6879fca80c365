// SPDX-License-Identifier: Apache-2.0
#include "formats/vcardline.h"

#include "core/asciitext.h"
#include "formats/vcardvalue.h"

#include <algorithm>

namespace Elenco {

std::string escapedValue(std::string_view text)
{
    constexpr auto isPlain = [](char c) { return c != '\\' && c != ',' && c != ';' && c != '\r' && c != '\n'; };
    if (std::all_of(text.begin(), text.end(), isPlain))
        return std::string(text);
    std::string out;
    out.reserve(text.size() + 8);
    for (size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '\\':
        case ',':
        case ';':
            out += '\\';
            out += text[i];
            break;
        case '\r':
            if (i + 1 < text.size() && text[i + 1] == '\n')
                break;
            [[fallthrough]];
        case '\n': out += "\\n"; break;
        default: out += text[i]; break;
        }
    }
    return out;
}

std::string parameterValue(std::string_view text)
{
    std::string out;
    bool quoted = false;
    for (const char c : text) {
        switch (c) {
        case '^': out += "^^"; break;
        case '"': out += "^'"; break;
        case '\r': break;
        case '\n': out += "^n"; break;
        case ',':
        case ';':
        case ':':
        case ' ':
        case '\t': quoted = true; [[fallthrough]];
        default: out += c; break;
        }
    }
    if (quoted)
        out.insert(0, 1, '"').push_back('"');
    return out;
}

std::string contentLine(Card &card, const CardProperty &property, std::string_view fallbackEncoding)
{
    std::string line;
    if (!property.group.empty())
        line.append(property.group).append(".");
    line.append(property.name);
    std::string_view previous;
    for (const CardParameter &parameter : card.parametersOf(property)) {
        const bool bare = parameter.name.empty();
        if (bare || equalsIgnoringCase(parameter.name, "ENCODING")) {
            constexpr std::string_view encodings[] = {"QUOTED-PRINTABLE", "8BIT", "7BIT", "BASE64", "B"};
            bool encoding = !bare;
            for (const std::string_view word : encodings)
                encoding |= equalsIgnoringCase(parameter.value, word);
            if (encoding)
                continue;
        }
        if (equalsIgnoringCase(parameter.name, "CHARSET") || parameter.value.empty())
            continue;
        const std::string_view name = bare ? std::string_view("TYPE") : parameter.name;
        if (equalsIgnoringCase(name, previous))
            line += ',';
        else
            line.append(";").append(name).append("=");
        line += parameterValue(parameter.value);
        previous = name;
    }
    if (property.base64)
        line += ";ENCODING=b";
    line += ':';
    if (property.base64) {
        for (const char c : property.value) {
            const bool digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
            if (digit || c == '+' || c == '/' || c == '=')
                line += c; // RFC 4648: anything else is damage or line folding
        }
        return line;
    }
    CardValueDecoder decoder(card, fallbackEncoding);
    const std::string_view text = decoder.text(property);
    for (auto from = text.begin(); from != text.end();) {
        const auto end = std::find_if(from, text.end(), [](char c) { return c == '\r' || c == '\n'; });
        line.append(from, end);
        if (end != text.end() && *end == '\n')
            line += "\\n";
        from = end == text.end() ? end : end + 1;
    }
    return line;
}

} // namespace Elenco
