// SPDX-License-Identifier: Apache-2.0
#include "sync/bulk/uploadcards.h"

#include "core/asciitext.h"
#include "formats/vcardwriter.h"
#include "sync/records/canonical.h"

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

constexpr std::array<std::string_view, 6> carriedKeys{"firstName", "lastName", "phoneNumber",
                                                      "email",     "city",     "province"};

QString nameOf(const SyncRecord &record)
{
    const std::string name = record.value("firstName").text + ' ' + record.value("lastName").text;
    return QString::fromStdString(name).simplified();
}

CardText textOf(const SyncRecord &card)
{
    CardText text;
    text.n[0] = card.value("lastName").text;
    text.n[1] = card.value("firstName").text;
    text.fn = nameOf(card).toStdString();
    text.tel.push_back({card.value("phoneNumber").text, {"cell"}});
    if (const std::string &email = card.value("email").text; !email.empty())
        text.email.push_back({email, {}});
    AddressText address;
    address.parts[3] = card.value("city").text;
    address.parts[4] = card.value("province").text.empty() ? card.value("region").text : card.value("province").text;
    if (!address.parts[3].empty() || !address.parts[4].empty())
        text.adr.push_back(std::move(address));
    return text;
}

} // namespace

QStringList UploadCards::sayableTags(const SyncRecord &record)
{
    QStringList tags;
    for (const std::string &tag : record.tags.value_or(std::set<std::string>())) {
        if (!tag.empty() && !hasControlCharacters(tag) && tag.find(',') == std::string::npos && canonicalText(tag) == tag)
            tags.append(QString::fromStdString(tag));
    }
    return tags;
}

SyncRecord UploadCards::cardOf(const SyncRecord &record)
{
    SyncRecord card;
    for (const std::string_view key : carriedKeys)
        card.set(key, record.value(key));
    if (isNothing("province", record.value("province"))) // one place of an address has either
        card.set("region", record.value("region"));
    card.tags.emplace();
    for (const QString &tag : sayableTags(record))
        card.tags->insert(tag.toStdString());
    return card;
}

bool UploadCards::canCarry(const SyncRecord &record)
{
    // A card without a name is named after its number.
    return !nameOf(record).isEmpty() &&
           std::all_of(record.fields.begin(), record.fields.end(), [](const auto &field) {
               return std::find(carriedKeys.begin(), carriedKeys.end(), field.first) == carriedKeys.end() ||
                      !hasControlCharacters(field.second.text);
           });
}

std::string UploadCards::carriageKey(std::string_view key)
{
    return std::string("card:").append(key);
}

bool UploadCards::add(ContactId id, const SyncRecord &card)
{
    std::string text;
    writeCard(text, textOf(card), CardVersion::V30);
    if (!m_cards.empty() && m_content.size() + static_cast<qint64>(text.size()) > mostBytes)
        return false;
    const qint64 lines = std::count(text.begin(), text.end(), '\n');
    m_cards.push_back({id, nameOf(card), m_lines + 1, m_lines + lines});
    m_lines += lines;
    m_content.append(text.data(), static_cast<qsizetype>(text.size()));
    return true;
}

// Nobody says whether a line is one of the file or a card's place in it.
ContactId UploadCards::rowOf(const ImportOutcome::RowError &error) const
{
    const QString name = error.name.simplified();
    const auto isNamed = [&name](const Card &card) { return name.isEmpty() || card.name == name; };
    if (error.line) {
        const auto spanning = std::find_if(m_cards.begin(), m_cards.end(), [&](const Card &card) {
            return card.firstLine <= *error.line && *error.line <= card.lastLine;
        });
        if (spanning != m_cards.end() && isNamed(*spanning))
            return spanning->id;
        if (*error.line >= 1 && *error.line <= rows()) {
            const Card &nth = m_cards[static_cast<size_t>(*error.line - 1)];
            if (!name.isEmpty() && isNamed(nth))
                return nth.id;
        }
    }
    if (name.isEmpty() || std::count_if(m_cards.begin(), m_cards.end(), isNamed) != 1)
        return {};
    return std::find_if(m_cards.begin(), m_cards.end(), isNamed)->id;
}

} // namespace Elenco
