// SPDX-License-Identifier: Apache-2.0
#include "gateway/json/accountfields.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Elenco {

namespace {

struct Row {
    const char16_t *key;
    AccountFields::Keys AccountFields::*keys;
};
constexpr std::array rows{
    Row{u"listed", &AccountFields::listed}, Row{u"byId", &AccountFields::byId},
    Row{u"shown", &AccountFields::shown},   Row{u"echoed", &AccountFields::echoed},
    Row{u"notKept", &AccountFields::notKept},
    Row{u"carried", &AccountFields::carried}, Row{u"dropped", &AccountFields::dropped},
    Row{u"doubted", &AccountFields::doubted}, Row{u"begun", &AccountFields::begun},
};

} // namespace

bool AccountFields::isHidden(std::string_view key) const
{
    return byId.contains(key) && !listed.contains(key);
}

bool AccountFields::hidesAny() const
{
    return std::any_of(byId.begin(), byId.end(), [this](const std::string &key) {
        // What we do not know is only given back, and the gateway's word on a number may come when it comes.
        return !listed.contains(key) && !key.starts_with("extra:") && key != "valid";
    });
}

bool AccountFields::mayHide() const
{
    constexpr std::array documented{"firstName", "lastName", "phoneNumber", "email",       "gender",
                                    "city",      "province", "region",      "customFields"};
    return std::any_of(documented.begin(), documented.end(), [this](const char *key) { return !listed.contains(key); });
}

void AccountFields::noteShown(std::string_view key)
{
    if (shown.contains(key))
        return;
    shown.emplace(key);
    if (const auto found = notKept.find(key); found != notKept.end()) {
        doubted.insert(*found);
        notKept.erase(found);
    }
}

void AccountFields::noteMissing(std::string_view key)
{
    if (!shown.contains(key) && !notKept.contains(key))
        notKept.emplace(key);
}

// One that came says more than one that did not: its value may have been refused for itself.
void AccountFields::noteCarried(const std::string &key, bool isThere)
{
    if (isThere) {
        carried.insert(key);
        dropped.erase(key);
    } else if (!carried.contains(key)) {
        dropped.insert(key);
    }
}

void AccountFields::write(JsonWriter &json) const
{
    json.beginObject();
    for (const Row &row : rows) {
        json.key(row.key).beginArray();
        for (const std::string &key : this->*row.keys)
            json.text(QString::fromStdString(key));
        json.endArray();
    }
    json.key(u"sampled").integer(sampled);
    json.endObject();
}

AccountFields AccountFields::read(JsonValue value)
{
    AccountFields fields;
    for (const Row &row : rows) {
        const JsonValue keys = value[QStringView(row.key).toString().toStdString()];
        if (!keys.isArray())
            continue;
        for (JsonCursor key(keys); key; key.next())
            (fields.*row.keys).insert(key.value().text().toStdString());
    }
    const std::string_view sampled = value["sampled"].raw();
    std::from_chars(sampled.data(), sampled.data() + sampled.size(), fields.sampled); // what is no number leaves it
    return fields;
}

} // namespace Elenco
