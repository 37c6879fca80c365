// SPDX-License-Identifier: Apache-2.0
#include "sync/records/seenrecord.h"

#include "gateway/json/json.h"
#include "gateway/json/jsonwriter.h"
#include "sync/records/canonical.h"
#include "sync/records/contactmapping.h"

#include <algorithm>
#include <array>
#include <bit>

namespace Elenco {

namespace {

struct NamedKey {
    std::string_view key; ///< as in fieldTable()
    RemoteKey shown;
};
constexpr std::array namedKeys{
    NamedKey{"firstName", RemoteKey::FirstName}, NamedKey{"lastName", RemoteKey::LastName},
    NamedKey{"phoneNumber", RemoteKey::PhoneNumber}, NamedKey{"email", RemoteKey::Email},
    NamedKey{"gender", RemoteKey::Gender}, NamedKey{"city", RemoteKey::City},
    NamedKey{"province", RemoteKey::Province}, NamedKey{"region", RemoteKey::Region},
    NamedKey{"tags", RemoteKey::Tags},
};
constexpr std::string_view extraPrefix = "extra:";

bool isName(std::string_view key)
{
    return key == "firstName" || key == "lastName";
}

std::string_view shownAs(std::string_view key)
{
    return customFieldName(key) ? "customFields" : key;
}

bool isListed(const AccountFields &fields, std::string_view key)
{
    return fields.listed.contains(shownAs(key));
}

// Only their names matter here.
std::vector<std::string> extraNames(std::string_view extra)
{
    std::vector<std::string> names;
    const auto document = JsonDocument::parse(QByteArray(extra.data(), static_cast<qsizetype>(extra.size())));
    if (!document || !document->root().isObject())
        return names;
    for (JsonCursor member(document->root()); member; member.next())
        names.emplace_back(member.key());
    return names;
}

// The members of `object` for which `takes` says yes, and those of `other` that it lacks.
std::string members(std::string_view object, std::string_view other, const std::function<bool(std::string_view)> &takes)
{
    JsonWriter json;
    json.beginObject();
    std::set<std::string, std::less<>> names;
    for (const std::string_view text : {object, other}) {
        const auto document = JsonDocument::parse(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        if (!document || !document->root().isObject())
            continue;
        std::set<std::string, std::less<>> here;
        for (JsonCursor member(document->root()); member; member.next()) {
            const std::string name(member.key());
            if (names.contains(name) || !takes(name))
                continue;
            here.insert(name);
            const std::string_view raw = member.value().raw();
            json.key(QString::fromStdString(name)).raw(QByteArrayView(raw.data(), static_cast<qsizetype>(raw.size())));
        }
        names.merge(here);
    }
    json.endObject();
    return names.empty() ? std::string() : json.json().toStdString();
}

// One text as people read it: the parts of a name with a blank between them.
std::string joinedName(const SyncRecord &record)
{
    const std::string first = canonicalText(record.value("firstName").text);
    const std::string last = canonicalText(record.value("lastName").text);
    return first.empty() ? last : last.empty() ? first : first + ' ' + last;
}

} // namespace

SeenRecord SeenRecord::of(const RemoteContact &contact, SeenIn in, std::shared_ptr<const AccountFields> fields)
{
    SeenRecord seen;
    seen.id = contact.id;
    seen.record = recordOf(contact, false);
    seen.shown = contact.shown;
    if (!contact.tags.isEmpty())
        seen.shown.insert(RemoteKey::Tags);
    seen.in = in;
    seen.isValid = contact.isValid;
    seen.fullName = contact.fullName.value_or(QString()).toStdString();
    seen.fields = std::move(fields);
    return seen;
}

bool SeenRecord::namesKey(std::string_view key) const
{
    if (customFieldName(key))
        return shown.contains(RemoteKey::CustomFields);
    for (const NamedKey &named : namedKeys) {
        if (named.key == key)
            return shown.contains(named.shown) || (isName(key) && shown.contains(RemoteKey::FullName) &&
                                                   !shown.contains(RemoteKey::FirstName) &&
                                                   !shown.contains(RemoteKey::LastName));
    }
    return true; // nothing that answers could leave out
}

AccountFields::Keys SeenRecord::lackingKeys(const SyncRecord &known) const
{
    AccountFields::Keys keys;
    if (in != SeenIn::AnswerById)
        return keys;
    const auto look = [&](std::string_view key, std::string_view shownAs) {
        if (!namesKey(key) && fields->byId.contains(shownAs) && !alive.contains(shownAs))
            keys.emplace(shownAs);
    };
    for (const auto &[key, value] : known.fields)
        look(key, shownAs(key));
    if (known.tags && !known.tags->empty())
        look("tags", "tags");
    return keys;
}

bool SeenRecord::speaksOf(std::string_view key) const
{
    const SyncRecord &spoken = m_spoken ? *m_spoken : record;
    const bool isLeftOut = in == SeenIn::AnswerById && alive.contains(shownAs(key));
    // What an answer to a write has shown as it was sent is kept, whatever it looked like before.
    const bool mayBeDropped = fields->notKept.contains(key) || (fields->doubted.contains(key) && !fields->echoed.contains(key));
    return (namesKey(key) || isLeftOut) && !(mayBeDropped && isNothing(key, spoken.value(key)));
}

SeenRecord SeenRecord::completedBy(const SyncRecord &known) const
{
    SeenRecord whole = namedAs(known);
    whole.m_spoken = std::make_shared<SyncRecord>(record);
    for (const auto &[key, value] : known.fields) {
        if (speaksOf(key))
            continue;
        whole.record.set(key, value);
        // It is there for others, and was there for this one.
        const bool isOthers = in == SeenIn::Listing ? isListed(*fields, key) : fields->byId.contains(shownAs(key));
        whole.isUnsure = whole.isUnsure || (in != SeenIn::AnswerToWrite && !namesKey(key) && isOthers);
    }
    if (!record.tags && speaksOf("tags") && in == SeenIn::AnswerById) {
        whole.record.tags.emplace();
    } else if (!record.tags) {
        whole.record.tags = known.tags;
        whole.isUnsure = whole.isUnsure || (in == SeenIn::Listing && known.tags && !known.tags->empty() &&
                                            isListed(*fields, "tags"));
    }
    if (in != SeenIn::AnswerById && !known.extra.empty())
        whole.record.extra = members(record.extra, known.extra, [](std::string_view) { return true; });
    return whole;
}

SeenRecord SeenRecord::namedAs(const SyncRecord &known) const
{
    SeenRecord named = *this;
    const bool isOneName = namesKey("firstName") && !shown.contains(RemoteKey::FirstName) &&
                           !shown.contains(RemoteKey::LastName) && !fullName.empty();
    if (!isOneName)
        return named;
    const std::string whole = canonicalText(fullName);
    const std::string first = canonicalText(known.value("firstName").text);
    const std::string last = canonicalText(known.value("lastName").text);
    if (joinedName(known) == whole) {
        for (const char *key : {"firstName", "lastName"})
            named.record.set(key, known.value(key));
    } else if (!first.empty() && whole.starts_with(first + ' ')) { // where it is parted is known; what follows is new
        named.record.set("firstName", known.value("firstName"));
        named.record.set("lastName", {SyncKind::Text, whole.substr(first.size() + 1)});
    } else if (!last.empty() && whole.ends_with(' ' + last)) {
        named.record.set("firstName", {SyncKind::Text, whole.substr(0, whole.size() - last.size() - 1)});
        named.record.set("lastName", known.value("lastName"));
    }
    return named;
}

AccountFields::Keys SeenRecord::valuedKeys() const
{
    AccountFields::Keys keys;
    for (const auto &[key, value] : record.fields)
        keys.emplace(shownAs(key));
    if (record.tags && !record.tags->empty())
        keys.emplace("tags");
    return keys;
}

std::string SeenRecord::wholeName() const
{
    return joinedName(record);
}

SyncRecord SeenRecord::spokenPart(const SyncRecord &of) const
{
    SyncRecord part = of;
    std::erase_if(part.fields, [this](const auto &field) { return !speaksOf(field.first); });
    return part;
}

qint64 SeenRecord::fingerprint() const
{
    SyncRecord listed = m_spoken ? *m_spoken : record;
    if (in != SeenIn::Listing && !fields->listed.empty()) {
        for (const auto &[key, value] : record.fields) {
            if (!namesKey(key))
                listed.set(key, value);
        }
        std::erase_if(listed.fields, [this](const auto &field) { return !isListed(*fields, field.first); });
        if (!isListed(*fields, "tags"))
            listed.tags.reset();
        else if (!listed.tags)
            listed.tags = record.tags;
        if (!record.extra.empty())
            listed.extra = members(record.extra, {}, [this](std::string_view name) {
                return fields->listed.contains(std::string(extraPrefix).append(name));
            });
    }
    // A contact without tags must not look changed by another one that shows some.
    if (listed.tags && listed.tags->empty())
        listed.tags.reset();
    const bool isRefused = isValid == false && (in == SeenIn::Listing || fields->listed.contains("valid"));
    const uint64_t print = Elenco::fingerprint(listed);
    return std::bit_cast<qint64>(isRefused ? ~print : print);
}

bool hasNewMembers(const AccountFields &before, const SyncRecord &record)
{
    const std::vector<std::string> names = before.byId.empty() ? std::vector<std::string>() : extraNames(record.extra);
    return std::any_of(names.begin(), names.end(), [&before](const std::string &name) {
        const std::string key = std::string(extraPrefix).append(name);
        return !before.byId.contains(key) && !before.listed.contains(key);
    });
}

std::optional<AccountFields> withShown(const AccountFields &before, const RemoteContact &contact,
                                       const SyncRecord &record, SeenIn in)
{
    if (in == SeenIn::AnswerToWrite)
        return std::nullopt;
    std::optional<AccountFields> news; // nearly always none, and there are a million rows
    const auto keys = in == SeenIn::Listing ? &AccountFields::listed : &AccountFields::byId;
    const auto note = [&](std::string_view key) {
        if (!(before.*keys).contains(key))
            ((news ? *news : news.emplace(before)).*keys).emplace(key);
    };
    const auto noteValue = [&](std::string_view key) {
        if (!before.shown.contains(key))
            (news ? *news : news.emplace(before)).noteShown(key);
    };
    for (const NamedKey &named : namedKeys) {
        if (contact.shown.contains(named.shown))
            note(named.key);
    }
    if (contact.shown.contains(RemoteKey::FullName)) {
        note("firstName");
        note("lastName");
    }
    if (contact.shown.contains(RemoteKey::CustomFields))
        note("customFields");
    if (contact.isValid)
        note("valid");
    for (const std::string &name : extraNames(record.extra))
        note(std::string(extraPrefix).append(name));
    for (const auto &[key, value] : record.fields)
        noteValue(key);
    if (record.tags && !record.tags->empty())
        noteValue("tags");
    return news;
}

void noteAnswered(AccountFields &fields, const SyncRecord &sent, const SeenRecord &answer)
{
    for (const auto &[key, value] : sent.fields) {
        const SyncValue &there = answer.record.value(key);
        if (!isNothing(key, there))
            fields.echoed.insert(key);
        else if (answer.namesKey(key) && !fields.echoed.contains(key))
            fields.noteMissing(key);
    }
}

void noteLacking(AccountFields &fields, const SyncRecord &known, const SeenRecord &byId)
{
    for (const auto &[key, value] : known.fields) {
        // What was echoed and is named may have been cleared by somebody.
        const bool isNamed = byId.namesKey(key);
        if (isNothing(key, byId.record.value(key)) && !(isNamed && fields.echoed.contains(key)))
            fields.noteMissing(key);
    }
}

} // namespace Elenco
