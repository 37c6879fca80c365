// SPDX-License-Identifier: Apache-2.0
#include "formats/cardgroups.h"

#include "core/textfold.h"

#include <algorithm>

namespace Elenco {

namespace {

bool isNamed(const CardProperty &property, std::string_view name, std::string_view apple)
{
    return equalsIgnoringCase(property.name, name) || equalsIgnoringCase(property.name, apple);
}

/// "urn:uuid:03a0e51f-…" and "03A0E51F-…" name the same card.
std::string memberKey(std::string_view uri)
{
    std::string key = foldText(uri);
    if (key.starts_with("mailto:"))
        return key;
    for (const std::string_view scheme : {"urn:uuid:", "urn:uid:", "uid:"}) {
        if (key.starts_with(scheme))
            key.erase(0, scheme.size());
    }
    return "uid:" + key;
}

} // namespace

bool CardGroups::isGroup(const Card &card)
{
    return std::any_of(card.properties.begin(), card.properties.end(), [](const CardProperty &property) {
        return property.id == CardPropertyId::Other && isNamed(property, "KIND", "X-ADDRESSBOOKSERVER-KIND") &&
               equalsIgnoringCase(property.value, "group");
    });
}

bool CardGroups::see(Card &card)
{
    if (!isGroup(card))
        return false;
    const std::string name(card.fn.empty() ? card.n[0] : card.fn);
    for (const CardProperty &property : card.properties) {
        if (!name.empty() && isNamed(property, "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"))
            m_names[memberKey(property.value)].push_back(name);
    }
    return true;
}

void CardGroups::addTo(Card &card) const
{
    if (m_names.empty())
        return;
    const auto add = [&](const std::string &key) {
        const auto found = m_names.find(key);
        if (found == m_names.end())
            return;
        for (const std::string &name : found->second) {
            if (std::find(card.categories.begin(), card.categories.end(), name) == card.categories.end())
                card.categories.push_back(card.arena.add(name));
        }
    };
    for (const CardProperty &property : card.properties) {
        if (equalsIgnoringCase(property.name, "UID"))
            add(memberKey(property.value));
    }
    for (const CardValue &email : card.email)
        add(memberKey("mailto:" + std::string(email.text)));
}

} // namespace Elenco
