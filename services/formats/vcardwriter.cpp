// SPDX-License-Identifier: Apache-2.0
#include "formats/vcardwriter.h"

#include "core/asciitext.h"
#include "formats/vcardlexer.h"
#include "formats/vcardline.h"
#include "formats/vcardvalue.h"

#include <algorithm>
#include <utility>

namespace Elenco {

namespace {

constexpr size_t LongestLine = 75; // octets, without the line end

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// What no line may hold (RFC 6350 section 3.3: VALUE-CHAR) is left out.
bool isForbidden(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

void appendFolded(std::string &out, std::string_view line)
{
    std::string clean;
    if (std::any_of(line.begin(), line.end(), isForbidden)) {
        std::copy_if(line.begin(), line.end(), std::back_inserter(clean), [](char c) { return !isForbidden(c); });
        line = clean;
    }
    size_t room = LongestLine;
    while (line.size() > room) {
        size_t end = room;
        while (end > room - 3 && continuesCharacter(line[end]))
            --end;
        out.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        room = LongestLine - 1; // the blank counts
    }
    out.append(line).append("\r\n");
}

std::string typeParameters(const std::vector<std::string> &types, CardVersion version)
{
    std::string text;
    bool preferred = false;
    for (const std::string &type : types) {
        if (type.empty())
            continue;
        if (version == CardVersion::V40 && equalsIgnoringCase(type, "pref")) {
            preferred = true; // 4.0 has it apart (RFC 6350 section 5.3)
            continue;
        }
        text += text.empty() ? ";TYPE=" : ",";
        text += parameterValue(type);
    }
    return preferred ? text + ";PREF=1" : text;
}

template <typename Texts>
std::string joined(const Texts &texts, char separator)
{
    std::string all;
    bool first = true;
    for (const std::string &text : texts) {
        if (!first)
            all += separator;
        first = false;
        all += escapedValue(text);
    }
    return all;
}

/// A URI is no text: its commas and semicolons are its own (RFC 6350 section 4.2).
std::string escapedUri(std::string_view uri)
{
    std::string out;
    for (const char c : uri) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

std::string formattedName(const CardText &card)
{
    if (!card.fn.empty())
        return card.fn;
    std::string name;
    for (const size_t part : {3u, 1u, 2u, 0u, 4u}) {
        if (card.n[part].empty())
            continue;
        if (!name.empty())
            name += ' ';
        name += card.n[part];
    }
    if (name.empty() && !card.org.empty())
        name = card.org.front();
    if (name.empty() && !card.email.empty())
        name = card.email.front().text;
    if (name.empty() && !card.tel.empty())
        name = card.tel.front().text;
    return name;
}

std::string withoutHyphens(std::string text)
{
    std::erase(text, '-');
    return text;
}

bool isIsoDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    return std::count_if(text.begin(), text.end(), isDigit) == 8;
}

/// 4.0 knows no ENCODING=b: binary data is a data URI there (RFC 6350 section 6.2.4).
std::string withDataUri(const Card &card, const CardProperty &property)
{
    std::string head;
    if (!property.group.empty())
        head.append(property.group).append(".");
    head.append(property.name);
    std::string media = "application/octet-stream";
    for (const CardParameter &parameter : card.parametersOf(property)) {
        if (equalsIgnoringCase(parameter.name, "ENCODING") || equalsIgnoringCase(parameter.name, "VALUE"))
            continue;
        if (equalsIgnoringCase(parameter.name, "TYPE")) {
            std::string kind(parameter.value);
            std::transform(kind.begin(), kind.end(), kind.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            media = kind.find('/') == std::string::npos ? "image/" + kind : kind;
            continue;
        }
        head.append(";").append(parameter.name).append("=").append(parameterValue(parameter.value));
    }
    return head + ":data:" + media + ";base64," + std::string(property.value);
}

std::string_view nextLine(std::string_view &lines)
{
    const size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
    return line;
}

/// An N that was kept for the parts that CardText has no place for: they go behind the name's own, as there is one N in
/// a card.
std::string_view keptNameParts(std::string_view lines)
{
    while (!lines.empty()) {
        const std::string_view line = nextLine(lines);
        Card card;
        CardProperty property;
        if (VCardLexer(line, true, 1, card).next(property) == VCardLexer::Next::Property &&
            property.id == CardPropertyId::N && !furtherNameParts(property.value).empty()) {
            return line.substr(line.size() - furtherNameParts(property.value).size());
        }
    }
    return {};
}

void appendUnknown(std::string &out, std::string_view lines, std::string_view nameParts, CardVersion version)
{
    while (!lines.empty()) {
        const std::string_view line = nextLine(lines);
        if (!nameParts.empty() && line.data() + line.size() == nameParts.data() + nameParts.size())
            continue; // it went into N
        Card card;
        CardProperty property;
        VCardLexer lexer(line, true, 1, card);
        // A line that would end or restart the card, or is none, must not get out.
        if (lexer.next(property) != VCardLexer::Next::Property || property.id == CardPropertyId::Begin ||
            property.id == CardPropertyId::End || property.id == CardPropertyId::Version) {
            continue;
        }
        appendFolded(out,
                     version == CardVersion::V40 && property.base64 ? withDataUri(card, property) : std::string(line));
    }
}

// The name of a line with what stands before its colon: as it came, where it came in this version.
template <typename Value>
std::string headOf(std::string_view name, const Value &value, const CardText &card, CardVersion version)
{
    if (!value.head.empty() && version == card.own)
        return value.head;
    const size_t point = value.head.find('.');
    const std::string group =
        point < value.head.find_first_of(":;") ? value.head.substr(0, point + 1) : std::string(); // labels go by it
    return group + std::string(name) + typeParameters(value.types, version);
}

} // namespace

void writeCard(std::string &out, const CardText &card, CardVersion wanted)
{
    const CardVersion version = wanted == CardVersion::Unknown ? card.own : wanted;
    const bool v4 = version == CardVersion::V40, isOwn = version == card.own;
    // Instead of what follows: the lines that it came in.
    const auto asCame = [&](std::string_view name) {
        const auto kept = isOwn ? card.asCame.find(name) : card.asCame.end();
        if (kept == card.asCame.end())
            return false;
        for (const std::string &whole : kept->second)
            appendFolded(out, whole);
        return true;
    };
    const auto line = [&](std::string_view name, const std::string &value) {
        if (!asCame(name) && !value.empty())
            appendFolded(out, std::string(name) + ":" + value);
    };
    const auto lines = [&](std::string_view name, const std::vector<std::string> &values) {
        if (asCame(name))
            return;
        for (const std::string &value : values)
            appendFolded(out, std::string(name) + ":" + escapedValue(value));
    };
    out += "BEGIN:VCARD\r\n";
    out += v4 ? "VERSION:4.0\r\n" : "VERSION:3.0\r\n";
    const std::string_view nameParts = keptNameParts(card.unknownProperties);
    if (!asCame("N"))
        appendFolded(out, "N:" + joined(card.n, ';').append(nameParts));
    line("FN", escapedValue(formattedName(card)));
    line("NICKNAME", joined(card.nickname, ','));
    for (const TypedText &tel : card.tel)
        appendFolded(out, headOf("TEL", tel, card, version) + ":" +
                              (isOwn && !tel.raw.empty() ? tel.raw : escapedValue(tel.text)));
    asCame("TEL");
    for (const TypedText &email : card.email)
        appendFolded(out, headOf("EMAIL", email, card, version) + ":" +
                              (isOwn && !email.raw.empty() ? email.raw : escapedValue(email.text)));
    line("ORG", joined(card.org, ';'));
    lines("TITLE", card.title);
    for (const AddressText &address : card.adr)
        appendFolded(out, headOf("ADR", address, card, version) + ":" +
                              (isOwn && !address.raw.empty() ? address.raw : joined(address.parts, ';')));
    std::string bday = card.bday;
    if (v4 && (isIsoDate(bday) || (bday.size() == 7 && bday.starts_with("--"))))
        bday = bday.starts_with("--") ? "--" + bday.substr(2, 2) + bday.substr(5)
                                      : withoutHyphens(bday); // RFC 6350 section 4.3.1 has the basic form for dates
    line("BDAY", escapedValue(bday));
    if (!asCame("URL")) {
        for (const std::string &url : card.url)
            appendFolded(out, "URL:" + escapedUri(url));
    }
    lines("NOTE", card.note);
    line("CATEGORIES", joined(card.categories, ','));
    if (!asCame("GENDER"))
        line(v4 ? "GENDER" : "X-GENDER", escapedValue(card.gender));
    for (const auto &[name, value] : card.extensions)
        line(name, escapedValue(value));
    appendUnknown(out, card.unknownProperties, nameParts, version);
    out += "END:VCARD\r\n";
}

CardText cardText(Card &card, std::string_view fallbackEncoding)
{
    using Id = CardPropertyId;
    CardText text;
    const auto copy = [](const std::vector<std::string_view> &from) {
        return std::vector<std::string>(from.begin(), from.end());
    };
    const auto typed = [&](const std::vector<CardValue> &values) {
        std::vector<TypedText> all;
        for (const CardValue &value : values) {
            const auto types = card.typesOf(value);
            all.push_back({std::string(value.text), {types.begin(), types.end()}});
        }
        return all;
    };
    std::copy(card.n.begin(), card.n.end(), text.n.begin());
    text.fn = card.fn;
    text.tel = typed(card.tel);
    text.email = typed(card.email);
    text.org = copy(card.org);
    for (const CardAddress &address : card.adr) {
        AddressText &to = text.adr.emplace_back();
        std::copy(address.parts.begin(), address.parts.end(), to.parts.begin());
        const auto types = card.typesOf(address);
        to.types.assign(types.begin(), types.end());
    }
    text.note = copy(card.note);
    text.title = copy(card.title);
    text.url = copy(card.url);
    text.nickname = copy(card.nickname);
    text.categories = copy(card.categories);
    text.bday = card.bday;
    text.gender = card.gender;
    bool named = false;
    for (const CardProperty &property : card.properties) {
        const bool name = property.id == Id::N && !std::exchange(named, true) &&
                          !furtherNameParts(CardValueDecoder(card, fallbackEncoding).text(property)).empty();
        if ((property.id != Id::Other && property.id != Id::Agent && !name) || property.value.empty())
            continue;
        if (!text.unknownProperties.empty())
            text.unknownProperties += '\n';
        text.unknownProperties += contentLine(card, property, fallbackEncoding);
    }
    return text;
}

} // namespace Elenco
