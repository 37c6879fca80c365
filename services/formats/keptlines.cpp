// SPDX-License-Identifier: Apache-2.0
#include "formats/keptlines.h"

#include "core/textfold.h"
#include "formats/carddates.h"
#include "formats/vcardlexer.h"
#include "formats/vcardvalue.h"

#include <algorithm>
#include <set>

namespace Elenco {

namespace {

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return equalsIgnoringCase(text, word); });
}

// A parameter that our own writing gives again, or that is of the old notation alone.
bool isPlainParameter(CardPropertyId id, const CardParameter &parameter)
{
    if (isOneOf(parameter.name, {"CHARSET", "ENCODING"}) || parameter.value.empty())
        return true;
    if (isOneOf(parameter.value, {"QUOTED-PRINTABLE", "8BIT", "7BIT"}) && parameter.name.empty())
        return true;
    const bool isType = parameter.name.empty() || equalsIgnoringCase(parameter.name, "TYPE");
    return isType && ((id == CardPropertyId::Tel && isOneOf(parameter.value, {"CELL", "VOICE"})) ||
                      (id == CardPropertyId::Email && isOneOf(parameter.value, {"INTERNET"})));
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
        if (c >= '0' && c <= '9')
            digits += c;
    }
    return digits.substr(digits.starts_with("00") ? 2 : 0);
}

bool isSameNumber(std::string_view a, std::string_view b)
{
    constexpr size_t fewest = 6;
    const std::string left = figures(a), right = figures(b);
    if (left.size() < fewest || right.size() < fewest)
        return a == b;
    return left.size() > right.size() ? left.ends_with(right) : right.ends_with(left);
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
        // What is dialled after the number is no part of it, and is not to be lost.
        const bool dialsOn = number.find_first_of(",;pPwWxX#") != std::string::npos;
        tel.raw = dialsOn ? std::string(line.value()) : isUri ? "tel:" + tel.text : std::string();
        return;
    }
}

void restoreEmail(CardText &card, KeptLine &line)
{
    const std::string typed = foldText(line.text());
    for (TypedText &email : card.email) {
        if (email.head.empty() && typed.find(foldText(email.text)) != std::string::npos) {
            email.head = line.head();
            email.types = line.types();
            return;
        }
    }
}

void restoreAddress(CardText &card, KeptLine &line)
{
    std::vector<std::string> parts = line.components();
    parts.resize(7);
    for (AddressText &address : card.adr) {
        const bool isSame = address.head.empty() &&
                            address.parts[2] == joined({parts[2], parts[1], parts[0]}, 0, ", ") &&
                            std::equal(parts.begin() + 3, parts.end(), address.parts.begin() + 3);
        if (!isSame)
            continue;
        std::copy(parts.begin(), parts.end(), address.parts.begin());
        address.head = line.head();
        address.types = line.types();
        return;
    }
}

// It is hers as long as each of her names is in it.
void restoreFormattedName(CardText &card, KeptLine &line)
{
    const std::string name = line.text(), folded = foldText(name);
    const std::string &family = card.n[0], &given = card.n[1];
    const bool isOfPerson = !(family.empty() && given.empty()) && folded.find(foldText(family)) != std::string::npos &&
                            folded.find(foldText(given)) != std::string::npos;
    const bool isOfCompany =
        family.empty() && given.empty() && !card.org.empty() && folded == foldText(card.org.front());
    if (isOfPerson || isOfCompany) {
        card.fn = name;
        card.heads["FN"] = line.head();
    }
}

void restoreCompany(CardText &card, KeptLine &line)
{
    const std::vector<std::string> parts = line.components();
    const std::string company = card.org.empty() ? std::string() : card.org.front();
    if (parts.empty() || parts.front() != company || joined(parts, 1, ", ") != joined(card.org, 1, ", "))
        return;
    card.org = parts;
    card.heads["ORG"] = line.head();
}

void restoreText(std::vector<std::string> &texts, const char *name, CardText &card, KeptLine &line)
{
    if (!texts.empty() && texts.front() == line.text() && !card.heads.contains(name))
        card.heads[name] = line.head();
}

void restoreDay(CardText &card, KeptLine &line)
{
    Card scratch;
    if (!card.bday.empty() && dayOf(line.text(), line.head(), scratch.arena) == card.bday) {
        card.heads["BDAY"] = line.head();
        card.rawDay = line.value();
    }
}

void restore(CardText &card, KeptLine &line)
{
    using Id = CardPropertyId;
    switch (line.property().id) {
    case Id::Version: card.own = line.value().starts_with("4") ? CardVersion::V40 : CardVersion::V30; break;
    case Id::Tel: restorePhone(card, line); break;
    case Id::Email: restoreEmail(card, line); break;
    case Id::Adr: restoreAddress(card, line); break;
    case Id::Fn: restoreFormattedName(card, line); break;
    case Id::Org: restoreCompany(card, line); break;
    case Id::Nickname: {
        const std::vector<std::string> names = line.list();
        if (card.nickname.size() == 1 && joined(names, 0, ", ") == card.nickname.front()) {
            card.nickname = names;
            card.heads["NICKNAME"] = line.head();
        }
        break;
    }
    case Id::Title: restoreText(card.title, "TITLE", card, line); break;
    case Id::Url: restoreText(card.url, "URL", card, line); break;
    case Id::Note: restoreText(card.note, "NOTE", card, line); break;
    case Id::Bday: restoreDay(card, line); break;
    case Id::Gender:
        if (!card.gender.empty() && line.text().starts_with(card.gender))
            card.gender = line.text();
        break;
    case Id::Other:
    case Id::Begin:
    case Id::End:
    case Id::N:
    case Id::Categories:
    case Id::Agent: break;
    }
}

std::string groupOf(std::string_view head)
{
    const size_t point = head.find('.');
    return point < head.find_first_of(":;") ? foldText(head.substr(0, point)) : std::string();
}

} // namespace

bool saysMore(const Card &card, const CardProperty &property)
{
    using Id = CardPropertyId;
    const auto parameters = card.parametersOf(property);
    const bool hasHead = !property.group.empty() ||
                         std::any_of(parameters.begin(), parameters.end(), [&](const CardParameter &parameter) {
                             return !isPlainParameter(property.id, parameter);
                         });
    switch (property.id) {
    case Id::Version: return card.version == CardVersion::V40;
    case Id::Tel: return hasHead || property.value.find_first_of(",;pPwW#") != std::string_view::npos;
    case Id::Fn: {
        std::string name;
        for (const size_t part : {3u, 1u, 2u, 0u, 4u}) {
            if (!card.n[part].empty())
                name.append(name.empty() ? "" : " ").append(card.n[part]);
        }
        return hasHead || card.fn != name;
    }
    case Id::Org: return hasHead || card.org.size() > 2;
    case Id::Nickname: return hasHead || card.nickname.size() > 1;
    case Id::Bday: return hasHead || card.bday.size() > 10;
    case Id::Gender: return card.gender.find(';') != std::string_view::npos;
    case Id::Adr:
    case Id::Email:
    case Id::Title:
    case Id::Url: return hasHead;
    case Id::Note: return hasHead && card.note.size() == 1;
    case Id::Other:
    case Id::Begin:
    case Id::End:
    case Id::N:
    case Id::Categories:
    case Id::Agent: return false;
    }
    return false;
}

void restoreKept(CardText &card)
{
    const std::string all = std::exchange(card.unknownProperties, {});
    std::vector<std::string_view> others;
    for (std::string_view rest = all; !rest.empty();) {
        const size_t end = rest.find('\n');
        const std::string_view text = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (!text.starts_with(keptSign)) {
            others.push_back(text);
            continue;
        }
        if (KeptLine line(text.substr(1)); line.isRead())
            restore(card, line);
    }
    std::set<std::string> groups;
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
    for (const auto &[name, head] : card.heads)
        note(head);
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
        if (isLabel(line) && !groups.contains(groupOf(line)))
            continue;
        card.unknownProperties.append(card.unknownProperties.empty() ? "" : "\n").append(line);
    }
}

} // namespace Elenco
