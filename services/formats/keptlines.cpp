// SPDX-License-Identifier: Apache-2.0
#include "formats/keptlines.h"

#include "core/asciitext.h"
#include "core/textfold.h"
#include "formats/carddates.h"
#include "formats/vcardlexer.h"
#include "formats/vcardvalue.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace Elenco {

namespace {

// Letters and figures alone, folded: what a reading may set otherwise (blanks, commas) makes no other text of it. A text
// of signs alone is these.
std::string essence(std::string_view text)
{
    std::string folded = foldText(text);
    std::erase_if(folded, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x80 && !isDigit(c) && !(c >= 'a' && c <= 'z');
    });
    return folded.empty() ? std::string(stripped(text)) : folded;
}

/// A kept line, read again.
class KeptLine
{
public:
    explicit KeptLine(std::string_view line) : m_line(line)
    {
        m_isRead = VCardLexer(m_line, true, 1, m_card).next(m_property) == VCardLexer::Next::Property;
    }

    bool isRead() const { return m_isRead; }
    const CardProperty &property() const { return m_property; }
    std::string_view value() const { return m_property.value; }
    std::string whole() const { return std::string(m_line); }
    std::string head() const { return std::string(m_line.substr(0, m_line.size() - m_property.value.size() - 1)); }
    std::string text() { return std::string(CardValueDecoder(m_card, "utf-8").unescaped(m_property.value)); }

    std::vector<std::string> components()
    {
        std::vector<std::string_view> parts;
        CardValueDecoder(m_card, "utf-8").components(m_property.value, parts);
        return {parts.begin(), parts.end()};
    }
    std::vector<std::string> list()
    {
        std::vector<std::string_view> parts;
        CardValueDecoder(m_card, "utf-8").list(m_property.value, parts);
        return {parts.begin(), parts.end()};
    }
    std::vector<std::string> types() const
    {
        std::vector<std::string> types;
        for (const CardParameter &parameter : m_card.parametersOf(m_property)) {
            if (equalsIgnoringCase(parameter.name, "TYPE"))
                types.emplace_back(parameter.value);
        }
        return types;
    }

private:
    std::string_view m_line;
    Card m_card;
    CardProperty m_property;
    bool m_isRead = false;
};

std::string joined(const std::vector<std::string> &values, size_t from, std::string_view separator)
{
    std::string text;
    for (size_t i = from; i < values.size(); ++i) {
        if (!values[i].empty())
            text.append(text.empty() ? "" : separator).append(values[i]);
    }
    return text;
}

// The figures before a pause or an extension; what is dialled abroad first is no part of them.
std::string figures(std::string_view number)
{
    std::string digits;
    for (char c : number.substr(0, number.find_first_of(",;pPwWxX#"))) {
        if (isDigit(c))
            digits += c;
    }
    return digits.substr(digits.starts_with("00") ? 2 : 0);
}

bool isSameNumber(std::string_view a, std::string_view b)
{
    constexpr size_t fewest = 6, enough = 7; // a zero within a country may stand before the last ones
    const std::string left = figures(a), right = figures(b);
    const size_t shorter = std::min(left.size(), right.size());
    if (shorter < fewest)
        return a == b;
    const size_t last = std::min(shorter, enough);
    return left.compare(left.size() - last, last, right, right.size() - last, last) == 0;
}

void restorePhone(CardText &card, KeptLine &line)
{
    const std::string typed = line.text();
    const bool isUri = typed.starts_with("tel:");
    const std::string number = isUri ? typed.substr(4) : typed;
    for (TypedText &tel : card.tel) {
        if (!tel.head.empty() || !isSameNumber(tel.text, number))
            continue;
        tel.head = line.head();
        tel.types = line.types();
        // Blanks in a number that is whole are nobody's; how it is dialled at home, and what is dialled after it, are
        // not to be lost.
        std::string whole = number;
        std::erase(whole, ' ');
        const bool isWhole = whole == tel.text;
        tel.raw = !isWhole ? std::string(line.value()) : isUri ? "tel:" + tel.text : std::string();
        return;
    }
    // The same number once more ("WORK" and "CELL"): one number to us, two lines of the card.
    if (std::any_of(card.tel.begin(), card.tel.end(),
                    [&](const TypedText &tel) { return isSameNumber(tel.text, number); }))
        card.asCame["TEL"].push_back(line.whole());
}

void restoreEmail(CardText &card, KeptLine &line)
{
    const std::string typed = foldText(line.text());
    for (TypedText &email : card.email) {
        if (email.head.empty() && typed.find(foldText(email.text)) != std::string::npos) {
            email.head = line.head();
            email.types = line.types();
            email.raw = line.value();
            return;
        }
    }
}

void restoreAddress(CardText &card, KeptLine &line)
{
    std::vector<std::string> parts = line.components();
    parts.resize(7);
    for (AddressText &address : card.adr) {
        const bool isSame =
            address.head.empty() &&
            essence(address.parts[2]) == essence(joined({parts[2], parts[1], parts[0]}, 0, ",")) &&
            std::equal(parts.begin() + 3, parts.end(), address.parts.begin() + 3,
                       [](const std::string &a, const std::string &b) { return essence(a) == essence(b); });
        if (!isSame)
            continue;
        std::copy(parts.begin(), parts.end(), address.parts.begin());
        address.head = line.head();
        address.types = line.types();
        address.raw = line.value();
        return;
    }
}

/// The lines of one card that are no TEL, EMAIL or ADR, by their name: there may be several (NOTE), and a name is hers
/// as long as the lines of her N say what is written now.
struct OtherLines {
    std::map<std::string, std::vector<KeptLine>> byName;
    std::optional<std::vector<std::string>> names; ///< N as it came, where FN says something else
};

std::string nameOf(const CardProperty &property)
{
    std::string name(property.name);
    for (char &c : name)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return name == "X-GENDER" ? "GENDER" : name;
}

// It is hers as long as each of her names is in it, or the names are those that it came with.
bool isHerName(const CardText &card, KeptLine &line, const OtherLines &lines)
{
    const std::string folded = foldText(line.text());
    const std::string family = foldText(card.n[0]), given = foldText(card.n[1]);
    if (family.empty() && given.empty())
        return !card.org.empty() && folded == foldText(card.org.front());
    if (folded.find(family) != std::string::npos && folded.find(given) != std::string::npos)
        return true;
    return lines.names && lines.names->size() > 1 && foldText(lines.names->at(0)) == family &&
           foldText(lines.names->at(1)) == given;
}

std::string joinedTexts(std::vector<KeptLine> &lines, std::string_view separator)
{
    std::vector<std::string> texts;
    for (KeptLine &line : lines)
        texts.push_back(line.text());
    return joined(texts, 0, separator);
}

std::multiset<std::string> essences(const std::vector<std::string> &texts)
{
    std::multiset<std::string> all;
    for (const std::string &text : texts)
        all.insert(essence(text));
    return all;
}

std::vector<std::string> listOf(std::vector<KeptLine> &lines)
{
    std::vector<std::string> all;
    for (KeptLine &line : lines) {
        const std::vector<std::string> values = line.list();
        all.insert(all.end(), values.begin(), values.end());
    }
    return all;
}

bool isFirstOf(const std::vector<std::string> &texts, KeptLine &line)
{
    return !texts.empty() && essence(texts.front()) == essence(line.text());
}

/// The extension that a field writes for a line of another name ("X-MESSAGING-SKYPE" for "X-MESSAGING/SKYPE").
auto extensionOf(CardText &card, const std::string &name, const std::string &text)
{
    return std::find_if(card.extensions.begin(), card.extensions.end(), [&](const auto &extension) {
        return essence(extension.first) == essence(name) && essence(extension.second) == essence(text);
    });
}

// Whether the values that a card is to be written with are those of these lines.
bool isUnedited(CardText &card, CardPropertyId id, std::vector<KeptLine> &lines, const OtherLines &others)
{
    using Id = CardPropertyId;
    KeptLine &first = lines.front();
    switch (id) {
    case Id::N: {
        std::vector<std::string> parts = first.components();
        parts.resize(std::max(parts.size(), card.n.size()));
        return std::equal(card.n.begin(), card.n.end(), parts.begin(),
                          [](const std::string &a, const std::string &b) { return essence(a) == essence(b); });
    }
    case Id::Fn: return isHerName(card, first, others);
    case Id::Org: {
        const std::vector<std::string> parts = first.components();
        return !parts.empty() && essence(joined(parts, 0, "")) == essence(joined(card.org, 0, ""));
    }
    case Id::Nickname:
        return card.nickname.size() == 1 && essence(joined(listOf(lines), 0, "")) == essence(card.nickname.front());
    case Id::Title: return isFirstOf(card.title, first);
    case Id::Url: return isFirstOf(card.url, first);
    case Id::Note: return card.note.size() == 1 && essence(joinedTexts(lines, "")) == essence(card.note.front());
    case Id::Categories: return essences(listOf(lines)) == essences(card.categories);
    case Id::Gender: return !card.gender.empty() && foldText(first.text()).starts_with(foldText(card.gender));
    case Id::Bday: {
        Card scratch;
        return !card.bday.empty() && dayOf(first.text(), first.head(), scratch.arena) == card.bday;
    }
    case Id::Other:
    case Id::Version:
    case Id::Begin:
    case Id::End:
    case Id::Tel:
    case Id::Email:
    case Id::Adr:
    case Id::Agent: return false;
    }
    return false;
}

void restoreOthers(CardText &card, OtherLines &others)
{
    for (auto &[name, lines] : others.byName) {
        std::vector<std::string> whole;
        for (const KeptLine &line : lines)
            whole.push_back(line.whole());
        const CardPropertyId id = lines.front().property().id;
        if (id != CardPropertyId::Other) {
            if (isUnedited(card, id, lines, others))
                card.asCame.emplace(name, std::move(whole));
            continue;
        }
        const auto extension = extensionOf(card, name, lines.front().text());
        if (extension != card.extensions.end())
            card.asCame.emplace(extension->first, std::move(whole));
    }
}

void restore(CardText &card, KeptLine line, OtherLines &others)
{
    using Id = CardPropertyId;
    switch (line.property().id) {
    case Id::Version: card.own = line.value().starts_with("4") ? CardVersion::V40 : CardVersion::V30; break;
    case Id::Tel: restorePhone(card, line); break;
    case Id::Email: restoreEmail(card, line); break;
    case Id::Adr: restoreAddress(card, line); break;
    case Id::N: others.names = line.components(); [[fallthrough]];
    case Id::Fn:
    case Id::Org:
    case Id::Nickname:
    case Id::Title:
    case Id::Url:
    case Id::Note:
    case Id::Categories:
    case Id::Bday:
    case Id::Gender:
    case Id::Other: others.byName[nameOf(line.property())].push_back(std::move(line)); break;
    case Id::Begin:
    case Id::End:
    case Id::Agent: break;
    }
}

std::string groupOf(std::string_view head)
{
    const size_t point = head.find('.');
    return point < head.find_first_of(":;") ? foldText(head.substr(0, point)) : std::string();
}

} // namespace

void restoreKept(CardText &card)
{
    const std::string all = std::exchange(card.unknownProperties, {});
    std::vector<std::string_view> others;
    std::set<std::string> groups, held; // those that are written, those whose lines the fields hold
    OtherLines otherLines;
    for (std::string_view rest = all; !rest.empty();) {
        const size_t end = rest.find('\n');
        const std::string_view text = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (!text.starts_with(keptSign)) {
            others.push_back(text);
            continue;
        }
        held.insert(groupOf(text.substr(1)));
        if (KeptLine line(text.substr(1)); line.isRead())
            restore(card, std::move(line), otherLines);
    }
    restoreOthers(card, otherLines);
    const auto note = [&](std::string_view head) {
        if (std::string group = groupOf(head); !group.empty())
            groups.insert(std::move(group));
    };
    for (const TypedText &tel : card.tel)
        note(tel.head);
    for (const TypedText &email : card.email)
        note(email.head);
    for (const AddressText &address : card.adr)
        note(address.head);
    for (const auto &[name, lines] : card.asCame) {
        for (const std::string &line : lines)
            note(line);
    }
    const auto isLabel = [](std::string_view line) {
        const size_t point = line.find('.');
        return point < line.find_first_of(":;") && line.size() > point + 10 &&
               equalsIgnoringCase(line.substr(point + 1, 9), "X-ABLABEL");
    };
    for (std::string_view line : others) {
        if (!isLabel(line))
            note(line);
    }
    for (std::string_view line : others) {
        const std::string group = groupOf(line);
        if (isLabel(line) && held.contains(group) && !groups.contains(group))
            continue; // what it named was edited or taken away
        card.unknownProperties.append(card.unknownProperties.empty() ? "" : "\n").append(line);
    }
}

} // namespace Elenco
