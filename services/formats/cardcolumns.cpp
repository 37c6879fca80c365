// SPDX-License-Identifier: Apache-2.0
#include "formats/cardcolumns.h"

#include "core/asciitext.h"
#include "core/values/fillers.h"
#include "formats/carddates.h"
#include "formats/keptlines.h"
#include "formats/vcardline.h"
#include "formats/vcardvalue.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

namespace Elenco {

namespace {

constexpr size_t LongestPlainValue = 200;
constexpr size_t MostExtensions = 60;
constexpr int FaxRank = 5;

bool hasPrefix(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size() && equalsIgnoringCase(text.substr(0, prefix.size()), prefix);
}

/// tel:+39-02-1234;ext=5 and mailto:a@b.it name the value in a URI (RFC 3966, RFC 6068).
std::string_view withoutScheme(std::string_view text, std::string_view scheme)
{
    text = stripped(text);
    if (!hasPrefix(text, scheme))
        return text;
    text.remove_prefix(scheme.size());
    return text.substr(0, text.find_first_of(";?"));
}

std::string_view joined(const std::vector<std::string_view> &values, size_t from, std::string_view separator,
                        TextArena &arena)
{
    if (from >= values.size())
        return {};
    if (from + 1 == values.size())
        return stripped(values[from]);
    std::string text;
    for (size_t i = from; i < values.size(); ++i) {
        const std::string_view value = stripped(values[i]);
        if (value.empty())
            continue;
        if (!text.empty())
            text += separator;
        text += value;
    }
    return arena.add(text);
}

/// Lower is better: people are written to on their mobile, nobody on a fax.
int rankOf(const Card &card, const CardValue &value)
{
    bool mobile = false;
    bool preferred = false;
    bool pager = false;
    bool fax = false;
    for (const std::string_view type : card.typesOf(value)) {
        mobile |= equalsIgnoringCase(type, "CELL") || equalsIgnoringCase(type, "MOBILE") ||
                  equalsIgnoringCase(type, "IPHONE");
        preferred |= equalsIgnoringCase(type, "PREF");
        pager |= equalsIgnoringCase(type, "PAGER");
        fax |= hasPrefix(type, "FAX") || (type.size() > 3 && equalsIgnoringCase(type.substr(type.size() - 3), "FAX"));
    }
    if (fax)
        return FaxRank;
    if (pager)
        return 4;
    return mobile ? (preferred ? 0 : 1) : preferred ? 2 : 3;
}

std::string_view omittedYear(const Card &card)
{
    for (const CardProperty &property : card.properties) {
        if (property.id != CardPropertyId::Bday)
            continue;
        for (const CardParameter &parameter : card.parametersOf(property)) {
            if (equalsIgnoringCase(parameter.name, "X-APPLE-OMIT-YEAR"))
                return parameter.value;
        }
        break;
    }
    return YearOfNobody;
}

/// With a mark between them that no name has, and behind a lone one: commas are the names' own here.
std::string_view joinedCategories(Card &card)
{
    std::string all;
    for (std::string_view list : card.categories) {
        while (!list.empty()) { // some programs have semicolons between them
            const size_t end = std::min(list.find(';'), list.size());
            const std::string_view category = stripped(list.substr(0, end));
            list = end < list.size() ? list.substr(end + 1) : std::string_view();
            if (category.empty())
                continue;
            all.append(all.empty() ? "" : " ::: ").append(category);
        }
    }
    return all.empty() ? std::string_view() : card.arena.add(all);
}

// Apple and Google escape the colon, which 3.0 and 4.0 do not know.
std::string_view withPlainColons(std::string_view text, TextArena &arena)
{
    if (text.find("\\:") == std::string_view::npos)
        return text;
    std::string plain(text);
    for (size_t at = 0; (at = plain.find("\\:", at)) != std::string::npos; ++at)
        plain.erase(at, 1);
    return arena.add(plain);
}

} // namespace

Column CardColumns::slotColumn(int slot)
{
    const auto column = [](const char *label, const char *key) {
        return Column{QCoreApplication::translate("Column", label), QLatin1String(key)};
    };
    const auto numbered = [](const char *label, const char *key, int index) {
        const QString name = QCoreApplication::translate("Column", label);
        return index == 0 ? Column{name, QLatin1String(key)}
                          : Column{name + QLatin1Char(' ') + QString::number(index + 1),
                                   QLatin1String(key) + QLatin1Char('.') + QString::number(index + 1)};
    };
    if (slot >= Tel && slot < Tel + MostOfAKind)
        return numbered(QT_TRANSLATE_NOOP("Column", "Phone"), "TEL", slot - Tel);
    if (slot >= Email && slot < Email + MostOfAKind)
        return numbered(QT_TRANSLATE_NOOP("Column", "E-mail"), "EMAIL", slot - Email);
    switch (slot) {
    case Prefix: return column(QT_TRANSLATE_NOOP("Column", "Prefix"), "N.prefix");
    case Given: return column(QT_TRANSLATE_NOOP("Column", "First name"), "N.given");
    case Additional: return column(QT_TRANSLATE_NOOP("Column", "Middle name"), "N.additional");
    case Family: return column(QT_TRANSLATE_NOOP("Column", "Last name"), "N.family");
    case Suffix: return column(QT_TRANSLATE_NOOP("Column", "Suffix"), "N.suffix");
    case FullName: return column(QT_TRANSLATE_NOOP("Column", "Full name"), "FN");
    case Nickname: return column(QT_TRANSLATE_NOOP("Column", "Nickname"), "NICKNAME");
    case Fax: return column(QT_TRANSLATE_NOOP("Column", "Fax"), "TEL.fax");
    case Organisation: return column(QT_TRANSLATE_NOOP("Column", "Company"), "ORG");
    case Unit: return column(QT_TRANSLATE_NOOP("Column", "Department"), "ORG.unit");
    case Title: return column(QT_TRANSLATE_NOOP("Column", "Job title"), "TITLE");
    case Street: return column(QT_TRANSLATE_NOOP("Column", "Street"), "ADR.street");
    case City: return column(QT_TRANSLATE_NOOP("Column", "City"), "ADR.city");
    case Region: return column(QT_TRANSLATE_NOOP("Column", "Region"), "ADR.region");
    case PostalCode: return column(QT_TRANSLATE_NOOP("Column", "Postal code"), "ADR.postal");
    case Country: return column(QT_TRANSLATE_NOOP("Column", "Country"), "ADR.country");
    case Birthday: return column(QT_TRANSLATE_NOOP("Column", "Birthday"), "BDAY");
    case Url: return column(QT_TRANSLATE_NOOP("Column", "Website"), "URL");
    case Note: return column(QT_TRANSLATE_NOOP("Column", "Note"), "NOTE");
    case Categories: return column(QT_TRANSLATE_NOOP("Column", "Categories"), "CATEGORIES");
    case Gender: return column(QT_TRANSLATE_NOOP("Column", "Gender"), "GENDER");
    }
    return {};
}

void CardColumns::fillSlots(Card &card, Slots &slots)
{
    const auto first = [](const std::vector<std::string_view> &values) {
        return values.empty() ? std::string_view() : stripped(values.front());
    };
    slots[Family] = stripped(card.n[0]);
    slots[Given] = stripped(card.n[1]);
    slots[Additional] = stripped(card.n[2]);
    slots[Prefix] = stripped(card.n[3]);
    slots[Suffix] = stripped(card.n[4]);
    slots[FullName] = stripped(card.fn);
    slots[Nickname] = joined(card.nickname, 0, ", ", card.arena);
    const auto numbered = [&](const std::vector<CardValue> &values, int slot, std::string_view scheme) {
        m_ranked.clear();
        for (size_t i = 0; i < values.size(); ++i)
            m_ranked.emplace_back(rankOf(card, values[i]), i);
        std::sort(m_ranked.begin(), m_ranked.end());
        int used = 0;
        std::string rest;
        for (const auto &[rank, index] : m_ranked) {
            const std::string_view text = withoutScheme(values[index].text, scheme);
            if (text.empty())
                continue;
            // Nobody is written to on a fax; where there is nothing else, it is better than nobody.
            if (rank == FaxRank && (used > 0 || !card.email.empty()) && slots[Fax].empty()) {
                slots[Fax] = text;
                continue;
            }
            if (used < MostOfAKind)
                slots[static_cast<size_t>(slot + used++)] = text;
            else
                rest.append(", ").append(text);
        }
        if (!rest.empty()) {
            std::string_view &last = slots[static_cast<size_t>(slot + MostOfAKind - 1)];
            last = card.arena.add(std::string(last) + rest);
        }
    };
    numbered(card.tel, Tel, "tel:");
    numbered(card.email, Email, "mailto:");
    slots[Organisation] = first(card.org);
    slots[Unit] = joined(card.org, 1, ", ", card.arena);
    slots[Title] = first(card.title);
    m_address = card.adr.size();
    for (size_t i = card.adr.size(); i-- > 0;) {
        const auto types = card.typesOf(card.adr[i]);
        const bool preferred = std::any_of(types.begin(), types.end(),
                                           [](std::string_view type) { return equalsIgnoringCase(type, "PREF"); });
        const auto &parts = card.adr[i].parts;
        const bool filled =
            std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return !part.empty(); });
        const bool taken = m_address < card.adr.size();
        if (filled && (!taken || preferred || i == 0))
            m_address = i;
        if (preferred && filled)
            break;
    }
    if (m_address < card.adr.size()) {
        const auto &parts = card.adr[m_address].parts;
        const bool plain = parts[0].empty() && parts[1].empty();
        slots[Street] = plain ? stripped(parts[2]) : joined({parts[2], parts[1], parts[0]}, 0, ", ", card.arena);
        slots[City] = stripped(parts[3]);
        slots[Region] = stripped(parts[4]);
        slots[PostalCode] = stripped(parts[5]);
        slots[Country] = stripped(parts[6]);
    }
    slots[Birthday] = withoutYear(isoDate(card.bday, card.arena), omittedYear(card), card.arena);
    slots[Url] = first(card.url);
    slots[Url] = withPlainColons(slots[Url], card.arena);
    slots[Note] = withPlainColons(joined(card.note, 0, "\n", card.arena), card.arena);
    slots[Categories] = joinedCategories(card);
    slots[Gender] = stripped(card.gender.substr(0, card.gender.find(';')));
}

CardColumns::Extension *CardColumns::extensionOf(const CardProperty &property, bool add)
{
    if (property.id != CardPropertyId::Other || !hasPrefix(property.name, "X-") || hasPrefix(property.name, "X-AB") ||
        hasPrefix(property.name, "X-MS-") || property.base64 || hasPrefix(property.name, "X-PHOTO")) {
        return nullptr;
    }
    m_key.assign(property.name);
    for (char &c : m_key)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    const auto found = m_extensionIndex.find(m_key);
    if (found != m_extensionIndex.end())
        return &m_extensions[found->second];
    if (!add || m_extensions.size() >= MostExtensions)
        return nullptr;
    m_extensionIndex.emplace(m_key, m_extensions.size());
    m_extensions.push_back({std::string(property.name), true, false, 0});
    return &m_extensions.back();
}

void CardColumns::see(Card &card)
{
    Slots slots{};
    fillSlots(card, slots);
    for (size_t i = 0; i < slots.size(); ++i)
        m_filled[i] = m_filled[i] || !slots[i].empty();
    for (const CardProperty &property : card.properties) {
        Extension *extension = extensionOf(property, true);
        if (!extension)
            continue;
        extension->filled = extension->filled || !stripped(property.value).empty();
        if (property.value.size() > LongestPlainValue || property.value.find("\\n") != std::string_view::npos ||
            property.value.find("=0A") != std::string_view::npos) {
            extension->plain = false;
        }
    }
}

void CardColumns::settle()
{
    m_columns.clear();
    m_slotOfColumn.clear();
    for (int slot = 0; slot < SlotCount; ++slot) {
        if (!m_filled[static_cast<size_t>(slot)])
            continue;
        m_columns.append(slotColumn(slot));
        m_slotOfColumn.push_back(slot);
    }
    for (const auto &[key, index] : m_extensionIndex)
        m_extensions[index].column = 0;
    for (Extension &extension : m_extensions) {
        if (!extension.plain || !extension.filled)
            continue;
        QString label = QString::fromStdString(extension.name.substr(2)).replace(QLatin1Char('-'), QLatin1Char(' '));
        if (label == label.toUpper())
            label = label.left(1) + label.mid(1).toLower();
        extension.column = static_cast<size_t>(m_columns.size());
        m_columns.append({label, QString::fromStdString(extension.name).toUpper()});
        m_slotOfColumn.push_back(-1);
    }
}

void CardColumns::flatten(Card &card, std::string_view fallbackEncoding, std::vector<std::string_view> &cells)
{
    Slots slots{};
    fillSlots(card, slots);
    cells.assign(static_cast<size_t>(m_columns.size()), {});
    for (size_t i = 0; i < cells.size(); ++i) {
        if (m_slotOfColumn[i] >= 0)
            cells[i] = slots[static_cast<size_t>(m_slotOfColumn[i])];
    }
    m_usedExtensions.clear();
    CardValueDecoder decoder(card, fallbackEncoding);
    for (size_t i = 0; i < card.properties.size(); ++i) {
        const Extension *extension = extensionOf(card.properties[i], false);
        if (!extension || !extension->plain || !extension->filled || !cells[extension->column].empty())
            continue;
        cells[extension->column] = stripped(decoder.unescaped(decoder.text(card.properties[i])));
        m_usedExtensions.push_back(i);
    }
}

std::string CardColumns::unknownProperties(Card &card, std::string_view fallbackEncoding) const
{
    using Id = CardPropertyId;
    std::string unknown;
    size_t addresses = 0;
    std::array<int, 32> seen{};
    CardValueDecoder decoder(card, fallbackEncoding);
    for (size_t i = 0; i < card.properties.size(); ++i) {
        const CardProperty &property = card.properties[i];
        const bool first = seen[static_cast<size_t>(property.id)]++ == 0;
        bool held = false;
        switch (property.id) {
        case Id::Begin:
        case Id::End: continue;
        case Id::Tel: held = !meansNoPhone(decoder.unescaped(decoder.text(property))); break; // a filler fills no field
        case Id::Version:
        case Id::Email:
        case Id::Nickname:
        case Id::Note:
        case Id::Categories: held = true; break;
        case Id::N: held = first && furtherNameParts(decoder.text(property)).empty(); break;
        case Id::Fn:
        case Id::Org:
        case Id::Title:
        case Id::Url:
        case Id::Bday:
        case Id::Gender: held = first; break;
        case Id::Adr: held = addresses++ == m_address; break;
        case Id::Agent: break;
        case Id::Other:
            held = std::find(m_usedExtensions.begin(), m_usedExtensions.end(), i) != m_usedExtensions.end();
            break;
        }
        if (stripped(property.value).empty())
            continue;
        const std::string line = contentLine(card, property, fallbackEncoding);
        const bool isKept = held && saysMore(card, property, line);
        if (held && !isKept)
            continue;
        if (!unknown.empty())
            unknown += '\n';
        if (isKept)
            unknown += keptSign;
        unknown += line;
    }
    return unknown;
}

} // namespace Elenco
