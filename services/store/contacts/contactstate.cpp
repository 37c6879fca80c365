// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contactstate.h"

#include "core/packing.h"

#include <algorithm>
#include <set>

namespace Elenco {

namespace {

constexpr std::string_view customPrefix = "custom:";

std::set<std::string_view> members(std::string_view packed)
{
    const auto list = unpacked(packed);
    return {list.begin(), list.end()};
}

std::string mergedSet(std::string_view current, std::string_view from, std::string_view to)
{
    const auto before = members(from), after = members(to);
    std::vector<std::string> result;
    for (std::string_view member : unpacked(current)) {
        if (!before.contains(member) || after.contains(member))
            result.emplace_back(member);
    }
    for (std::string_view member : after) {
        if (!before.contains(member))
            result.emplace_back(member);
    }
    return packSet(std::move(result));
}

} // namespace

StateDifference difference(const ContactState &from, const ContactState &to)
{
    StateDifference result;
    const auto compare = [&](const std::string &key) {
        const std::string_view before = stateValue(from, key), after = stateValue(to, key);
        if (before != after) {
            result.before.emplace(key, before);
            result.after.emplace(key, after);
        }
    };
    for (const auto &[key, value] : from)
        compare(key);
    for (const auto &[key, value] : to) {
        if (!from.contains(key))
            compare(key);
    }
    return result;
}

ContactState merged(const ContactState &state, const ContactState &from, const ContactState &to)
{
    ContactState result = state;
    for (const auto &[key, target] : to) {
        const std::string_view current = stateValue(state, key), expected = stateValue(from, key);
        if (key == "tags" || key == "lists")
            result[key] = mergedSet(current, expected, target);
        else if (current == expected)
            result[key] = target;
    }
    // The number and what is known of it belong together: a number that stays keeps its own kind and validity.
    if (stateValue(result, "phoneNumber") == stateValue(state, "phoneNumber")) {
        for (std::string_view key : {"valid", "lineKind"})
            result[std::string(key)] = stateValue(state, key);
    }
    std::erase_if(result, [](const auto &entry) { return entry.second.empty(); });
    return result;
}

ContactState syncedPart(const ContactState &state)
{
    ContactState part;
    for (const auto &[key, value] : state) {
        const bool isField =
            std::ranges::any_of(fieldTable(), [&key](const FieldInfo &info) { return key == info.key; });
        if (isField || key == "tags" || !parseCustomKey(key).name.empty())
            part.emplace(key, value);
    }
    return part;
}

std::string packSet(std::vector<std::string> members)
{
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::string blob;
    for (const std::string &member : members)
        appendPacked(blob, member);
    return blob;
}

std::string customKey(ValueKind kind, std::string_view name)
{
    return std::string(customPrefix) + static_cast<char>('0' + static_cast<int>(kind)) + ':' + std::string(name);
}

CustomKey parseCustomKey(std::string_view key)
{
    if (!key.starts_with(customPrefix) || key.size() < customPrefix.size() + 2)
        return {ValueKind::Text, {}};
    return {static_cast<ValueKind>(key[customPrefix.size()] - '0'), key.substr(customPrefix.size() + 2)};
}

std::string_view stateValue(const ContactState &state, std::string_view key)
{
    const auto found = state.find(key);
    return found == state.end() ? std::string_view() : std::string_view(found->second);
}

ContactState toState(const Contact &contact)
{
    ContactState state;
    const auto set = [&](std::string key, std::string value) {
        if (!value.empty())
            state.emplace(std::move(key), std::move(value));
    };
    for (const FieldInfo &info : fieldTable())
        set(info.key, (contact.*info.member).toStdString());
    if (contact.valid)
        set("valid", "1");
    if (contact.lineKind != LineKind::Unknown)
        set("lineKind", std::to_string(static_cast<int>(contact.lineKind)));
    set("remoteId", contact.remoteId.value.toStdString());
    set("unknownProperties", contact.unknownProperties.toStdString());
    for (const CustomValue &value : contact.customFields)
        set(customKey(value.kind, value.name.toStdString()), value.text.toStdString());
    std::vector<std::string> tags;
    for (const QString &tag : contact.tags)
        tags.push_back(tag.toStdString());
    set("tags", packSet(std::move(tags)));
    return state;
}

Contact toContact(ContactId id, const ContactState &state)
{
    Contact contact;
    contact.id = id;
    for (const FieldInfo &info : fieldTable())
        contact.*info.member = QString::fromUtf8(stateValue(state, info.key));
    contact.valid = stateValue(state, "valid") == "1";
    contact.lineKind = static_cast<LineKind>(std::atoi(std::string(stateValue(state, "lineKind")).c_str()));
    contact.remoteId = {QString::fromUtf8(stateValue(state, "remoteId"))};
    contact.unknownProperties = QString::fromUtf8(stateValue(state, "unknownProperties"));
    for (const auto &[key, value] : state) {
        if (const CustomKey custom = parseCustomKey(key); !custom.name.empty())
            contact.customFields.append({QString::fromUtf8(custom.name), custom.kind, QString::fromUtf8(value)});
    }
    for (std::string_view tag : unpacked(stateValue(state, "tags")))
        contact.tags.append(QString::fromUtf8(tag));
    return contact;
}

} // namespace Elenco
