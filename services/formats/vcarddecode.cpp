// SPDX-License-Identifier: Apache-2.0
// The part of VCardReader that makes values of content lines.
#include "formats/textencoding.h"
#include "formats/utf8.h"
#include "formats/vcardreader.h"
#include "formats/vcardvalue.h"

namespace Elenco {

namespace {

CardVersion versionOf(std::string_view value)
{
    while (!value.empty() && value.front() == ' ')
        value.remove_prefix(1);
    if (value.starts_with("2.1"))
        return CardVersion::V21;
    if (value.starts_with("3"))
        return CardVersion::V30;
    if (value.starts_with("4"))
        return CardVersion::V40;
    return CardVersion::Unknown;
}

/// Bare values of 2.1 that are no TYPE (TEL;CELL is one, NOTE;QUOTED-PRINTABLE is not).
bool isBareEncoding(std::string_view value)
{
    constexpr std::string_view words[] = {"QUOTED-PRINTABLE", "BASE64", "7BIT", "8BIT", "B", "URL"};
    for (const std::string_view word : words) {
        if (equalsIgnoringCase(value, word))
            return true;
    }
    return false;
}

bool isTypeWord(std::string_view value)
{
    constexpr std::string_view words[] = {"home", "work", "cell", "voice", "fax",  "pager",    "pref",
                                          "text", "msg",  "main", "video", "isdn", "internet", "other"};
    for (const std::string_view word : words) {
        if (equalsIgnoringCase(value, word))
            return true;
    }
    return false;
}

std::string_view nextPiece(std::string_view &rest)
{
    const size_t comma = rest.find(',');
    const std::string_view piece = rest.substr(0, comma);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    return piece;
}

/// A quoted TYPE="work,fax" is a list in 4.0; before that it is one value, unless each piece is a known type.
bool isTypeList(std::string_view value, CardVersion version)
{
    if (value.find(',') == std::string_view::npos)
        return false;
    if (version == CardVersion::V40)
        return true;
    while (!value.empty()) {
        if (!isTypeWord(nextPiece(value)))
            return false;
    }
    return true;
}

template <typename Value>
void addTypes(Card &card, const CardProperty &property, Value &value)
{
    value.firstType = static_cast<std::uint32_t>(card.types.size());
    for (const CardParameter &parameter : card.parametersOf(property)) {
        if (equalsIgnoringCase(parameter.name, "PREF")) { // 4.0 has it apart (RFC 6350 section 5.3)
            card.types.push_back("pref");
            continue;
        }
        if (parameter.name.empty() ? isBareEncoding(parameter.value) : !equalsIgnoringCase(parameter.name, "TYPE"))
            continue;
        if (parameter.value.empty())
            continue;
        if (isTypeList(parameter.value, card.version)) {
            for (std::string_view rest = parameter.value; !rest.empty();)
                card.types.push_back(nextPiece(rest));
        } else {
            card.types.push_back(parameter.value);
        }
    }
    value.typeCount = static_cast<std::uint32_t>(card.types.size()) - value.firstType;
}

/// A charset that another line of the card names: writers that set it on one property mean all of them.
std::string cardCharset(const Card &card, const std::string &fallback)
{
    bool needed = false;
    std::string found;
    for (const CardProperty &property : card.properties) {
        if (!property.charset.empty() && found.empty()) {
            const std::string name = encodingName(property.charset);
            if (name != "utf-8")
                found = name;
        } else if (!needed && property.charset.empty() && !property.quotedPrintable && !isAscii(property.value)) {
            needed = !isUtf8(property.value);
        }
    }
    return needed && !found.empty() ? found : fallback;
}

} // namespace

void VCardReader::decode(Card &card)
{
    for (const CardProperty &property : card.properties) {
        if (property.id == CardPropertyId::Version) {
            card.version = versionOf(property.value);
            break;
        }
    }
    bool anyCharset = false;
    for (const CardProperty &property : card.properties)
        anyCharset |= !property.charset.empty();
    const std::string fallback =
        anyCharset ? cardCharset(card, m_options.fallbackEncoding) : m_options.fallbackEncoding;
    CardValueDecoder decoder(card, fallback);
    bool haveName = false;
    for (size_t i = 0; i < card.properties.size(); ++i) {
        const CardProperty &property = card.properties[i];
        const auto whole = [&] { return decoder.unescaped(decoder.text(property)); };
        switch (property.id) {
        case CardPropertyId::Fn:
            if (card.fn.empty())
                card.fn = whole();
            break;
        case CardPropertyId::N:
            if (!haveName)
                decoder.components(decoder.text(property), std::span(card.n));
            haveName = true;
            break;
        case CardPropertyId::Tel:
        case CardPropertyId::Email: {
            CardValue value;
            value.text = whole();
            addTypes(card, property, value);
            (property.id == CardPropertyId::Tel ? card.tel : card.email).push_back(value);
            break;
        }
        case CardPropertyId::Adr: {
            CardAddress address;
            decoder.components(decoder.text(property), std::span(address.parts));
            addTypes(card, property, address);
            card.adr.push_back(address);
            break;
        }
        case CardPropertyId::Org:
            if (card.org.empty())
                decoder.components(decoder.text(property), card.org);
            break;
        case CardPropertyId::Note: card.note.push_back(whole()); break;
        case CardPropertyId::Title: card.title.push_back(whole()); break;
        case CardPropertyId::Url: card.url.push_back(whole()); break;
        case CardPropertyId::Nickname: decoder.list(decoder.text(property), card.nickname); break;
        case CardPropertyId::Categories: decoder.list(decoder.text(property), card.categories); break;
        case CardPropertyId::Bday:
            if (card.bday.empty())
                card.bday = whole();
            break;
        case CardPropertyId::Gender:
            if (card.gender.empty())
                card.gender = whole();
            break;
        case CardPropertyId::Other:
        case CardPropertyId::Version:
        case CardPropertyId::Begin:
        case CardPropertyId::End:
        case CardPropertyId::Agent: break;
        }
    }
}

} // namespace Elenco
