// SPDX-License-Identifier: Apache-2.0
#include "sync/records/contactmapping.h"

#include "core/packing.h"
#include "formats/keptlines.h"
#include "gateway/json/json.h"
#include "sync/records/canonical.h"

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

struct WrittenField {
    std::string_view key; ///< as in fieldTable()
    RemoteKey name;
    std::optional<QString> RemoteContact::*shown;
    std::optional<QString> ContactChange::*written;
};
constexpr std::array writtenFields{
    WrittenField{"firstName", RemoteKey::FirstName, &RemoteContact::firstName, &ContactChange::firstName},
    WrittenField{"lastName", RemoteKey::LastName, &RemoteContact::lastName, &ContactChange::lastName},
    WrittenField{"phoneNumber", RemoteKey::PhoneNumber, &RemoteContact::phoneNumber, &ContactChange::phoneNumber},
    WrittenField{"email", RemoteKey::Email, &RemoteContact::email, &ContactChange::email},
    WrittenField{"gender", RemoteKey::Gender, &RemoteContact::gender, &ContactChange::gender},
    WrittenField{"city", RemoteKey::City, &RemoteContact::city, &ContactChange::city},
    WrittenField{"province", RemoteKey::Province, &RemoteContact::province, &ContactChange::province},
    WrittenField{"region", RemoteKey::Region, &RemoteContact::region, &ContactChange::region},
};
static_assert(writtenFields.size() == fieldCount);

SyncKind kindHere(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Text: return SyncKind::Text;
    case ValueKind::Number: return SyncKind::Number;
    case ValueKind::Date: return SyncKind::Date;
    case ValueKind::Bool: return SyncKind::Boolean;
    }
    Q_UNREACHABLE();
}

// JSON has no place of its own here: a text that can be read, and sent back as JSON while it is some.
ValueKind kindInRow(SyncKind kind)
{
    switch (kind) {
    case SyncKind::Number: return ValueKind::Number;
    case SyncKind::Date: return ValueKind::Date;
    case SyncKind::Boolean: return ValueKind::Bool;
    case SyncKind::Text:
    case SyncKind::Json: return ValueKind::Text;
    }
    Q_UNREACHABLE();
}

std::optional<SyncKind> kindThere(RemoteValue::Kind kind)
{
    switch (kind) {
    case RemoteValue::Kind::Text: return SyncKind::Text;
    case RemoteValue::Kind::Number: return SyncKind::Number;
    case RemoteValue::Kind::Boolean: return SyncKind::Boolean;
    case RemoteValue::Kind::Json: return SyncKind::Json;
    case RemoteValue::Kind::Null: return std::nullopt;
    }
    Q_UNREACHABLE();
}

bool canBe(RemoteValue::Kind kind, const SyncValue &value)
{
    switch (kind) {
    case RemoteValue::Kind::Text: return true;
    case RemoteValue::Kind::Number: return isJsonNumber(value.text);
    case RemoteValue::Kind::Boolean: return value.text == "true" || value.text == "false";
    case RemoteValue::Kind::Json: return canonicalJson(value.text).has_value();
    case RemoteValue::Kind::Null: return false;
    }
    Q_UNREACHABLE();
}

RemoteValue::Kind ownKind(SyncKind kind)
{
    switch (kind) {
    case SyncKind::Text:
    case SyncKind::Date: return RemoteValue::Kind::Text;
    case SyncKind::Number: return RemoteValue::Kind::Number;
    case SyncKind::Boolean: return RemoteValue::Kind::Boolean;
    case SyncKind::Json: return RemoteValue::Kind::Json;
    }
    Q_UNREACHABLE();
}

// The kind that it has over there, while the text can be said in it: whoever reads it there goes on reading it.
RemoteValue saidAs(std::string_view name, const SyncValue &value, std::optional<RemoteValue::Kind> there)
{
    if (value.text.empty())
        return {QString::fromUtf8(name), RemoteValue::Kind::Null, {}};
    RemoteValue::Kind kind = there && canBe(*there, value) ? *there : ownKind(value.kind);
    if (!canBe(kind, value))
        kind = RemoteValue::Kind::Text;
    return {QString::fromUtf8(name), kind, QString::fromUtf8(value.text)};
}

std::string rowText(ValueKind kind, const SyncValue &value)
{
    if (kind == ValueKind::Number || value.kind == SyncKind::Number) {
        if (const auto decimal = canonicalDecimal(value.text); decimal && value.kind == SyncKind::Number)
            return *decimal;
    }
    if (kind == ValueKind::Date) {
        if (const auto date = canonicalDate(value.text))
            return *date;
    }
    return value.text;
}

} // namespace

SyncRecord recordOf(const ContactState &row)
{
    SyncRecord record;
    for (const FieldInfo &info : fieldTable())
        record.set(info.key, {SyncKind::Text, std::string(stateValue(row, info.key))});
    for (const auto &[key, value] : row) {
        if (const CustomKey custom = parseCustomKey(key); !custom.name.empty())
            record.set(customFieldKey(custom.name), {kindHere(custom.kind), value});
    }
    record.tags.emplace();
    for (const std::string_view tag : unpacked(stateValue(row, "tags")))
        record.tags->emplace(tag);
    std::erase_if(record.fields, [](const auto &field) { return isNothing(field.first, field.second); });
    return record;
}

SyncRecord recordOf(const RemoteContact &contact, bool showsTags)
{
    SyncRecord record;
    for (const WrittenField &field : writtenFields)
        record.set(field.key, {SyncKind::Text, (contact.*field.shown).value_or(QString()).toStdString()});
    for (const RemoteValue &value : contact.customFields) {
        // Of a name that is there twice the last one counts, as everywhere with JSON. One without a name can't be
        // shown here; it is given back all the same, see updateOf().
        if (!value.name.isEmpty()) {
            const auto kind = kindThere(value.kind);
            record.set(customFieldKey(value.name.toStdString()),
                       kind ? SyncValue{*kind, value.text.toStdString()} : SyncValue());
        }
    }
    if (showsTags || contact.shown.contains(RemoteKey::Tags) || !contact.tags.isEmpty()) {
        record.tags.emplace();
        for (const QString &tag : contact.tags)
            record.tags->insert(tag.toStdString());
    }
    record.extra = contact.extra.toStdString();
    std::erase_if(record.fields, [](const auto &field) { return isNothing(field.first, field.second); });
    return record;
}

SyncRecord inStepRecord(const ContactState &row, bool shownTags, std::string extra)
{
    SyncRecord record = recordOf(row);
    if (!shownTags)
        record.tags.reset();
    record.extra = std::move(extra);
    return record;
}

ContactState withRecord(const ContactState &row, const SyncRecord &record)
{
    const SyncRecord before = recordOf(row);
    ContactState result = row;
    const auto put = [&result](const std::string &key, std::string text) {
        if (text.empty())
            result.erase(key);
        else
            result.insert_or_assign(key, std::move(text));
    };
    for (const FieldInfo &info : fieldTable()) {
        if (!sameField(info.key, before, record))
            put(info.key, record.value(info.key).text);
    }
    if (stateValue(result, "phoneNumber") != stateValue(row, "phoneNumber")) {
        result.erase("valid");
        result.erase("lineKind");
    }
    for (const std::string_view key : keysOf(before, record)) {
        const auto name = customFieldName(key);
        if (!name || name->empty() || sameField(key, before, record))
            continue;
        const SyncValue &value = record.value(key);
        ValueKind kind = kindInRow(value.kind);
        for (const ValueKind known : {ValueKind::Text, ValueKind::Number, ValueKind::Date, ValueKind::Bool}) {
            if (row.contains(customKey(known, *name)))
                kind = known;
        }
        put(customKey(kind, *name), rowText(kind, value));
    }
    if (record.tags)
        put("tags", packSet({record.tags->begin(), record.tags->end()}));
    return result;
}

bool isOnlyHere(std::string_view key, const Capabilities &capabilities)
{
    return isOnlyHere(key, capabilities.fields, capabilities.refusedNames);
}

bool isOnlyHere(std::string_view key, const AccountFields &fields, const QStringList &refusedNames)
{
    if (fields.isOnlyHere(key))
        return true;
    if (refusedNames.isEmpty())
        return false;
    const auto name = customFieldName(key);
    const QString named = name ? QStringLiteral("contact.customFields.") + QString::fromUtf8(*name)
                               : QStringLiteral("contact.") + QString::fromUtf8(key);
    return refusedNames.contains(named) ||
           (name && refusedNames.contains(QStringLiteral("contact.customFields")));
}

std::optional<Unsaid::Why> whyUnsaid(std::string_view key, const SyncValue &value, const Capabilities &capabilities)
{
    if (key == "tags")
        return Unsaid::Why::NoCall;
    if (isOnlyHere(key, capabilities))
        return Unsaid::Why::NotKept;
    const bool empty = isNothing(key, value);
    if (key == "phoneNumber" && !empty && !isE164(canonical(key, value)))
        return Unsaid::Why::NotE164;
    // Custom fields go away by a null of their own, or by not being named.
    if (empty && !customFieldName(key) && capabilities.clearing == Clearing::Neither)
        return Unsaid::Why::TakesNoClearing;
    return std::nullopt;
}

std::vector<Unsaid> unsaidOf(const ContactState &row, const SyncRecord *shown, const Capabilities &capabilities)
{
    static const SyncRecord nobody;
    const SyncRecord local = recordOf(row);
    const SyncRecord &there = shown ? *shown : nobody;
    std::vector<Unsaid> unsaid;
    if (holdsUnknown(stateValue(row, "unknownProperties")))
        unsaid.push_back({"unknownProperties", Unsaid::Why::NoSuchField});
    if (*local.tags != there.tags.value_or(std::set<std::string>()))
        unsaid.push_back({"tags", Unsaid::Why::NoCall});
    for (const std::string_view key : keysOf(local, there)) {
        if (sameField(key, local, there))
            continue;
        if (const auto why = whyUnsaid(key, local.value(key), capabilities))
            unsaid.push_back({std::string(key), *why});
    }
    return unsaid;
}

bool isE164(std::string_view number)
{
    return number.size() >= 8 && number.size() <= 16 && number[0] == '+' && number[1] != '0' &&
           number.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string lookUpKeyOf(const SyncRecord &record)
{
    const std::string number = numberOf(record);
    if (isE164(number))
        return number;
    const std::string address = number.empty() ? canonical("email", record.value("email")) : std::string();
    const size_t at = address.find('@');
    return at != std::string::npos && at > 0 && at + 1 < address.size() ? address : std::string();
}

bool isAddress(std::string_view lookUpKey)
{
    return lookUpKey.find('@') != std::string_view::npos;
}

ContactChange creationOf(const SyncRecord &record)
{
    ContactChange change;
    for (const WrittenField &field : writtenFields) {
        if (const SyncValue &value = record.value(field.key); !value.text.empty())
            change.*field.written = QString::fromUtf8(value.text);
    }
    if (const std::string number = numberOf(record); isE164(number))
        change.phoneNumber = QString::fromUtf8(number);
    else
        change.phoneNumber.reset();
    for (const auto &[key, value] : record.fields) {
        if (const auto name = customFieldName(key)) {
            if (!change.customFields)
                change.customFields.emplace();
            change.customFields->append(saidAs(*name, value, std::nullopt));
        }
    }
    return change;
}

UpdateForm updateForm(const Capabilities &capabilities)
{
    return capabilities.partialUpdate == Known::Yes ? UpdateForm::OnlyChanged : UpdateForm::Whole;
}

ContactChange updateOf(const RemoteContact &fresh, const SyncRecord &record, const std::vector<std::string> &keys,
                       UpdateForm form, const SyncRecord *known)
{
    static const SyncRecord nothing;
    const SyncRecord &silent = known ? *known : nothing;
    const auto changes = [&keys, &record](std::string_view key) {
        const bool canBeSaid =
            key != "phoneNumber" || isNothing(key, record.value(key)) || isE164(canonical(key, record.value(key)));
        return canBeSaid && std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    ContactChange change;
    for (const WrittenField &field : writtenFields) {
        if (changes(field.key))
            change.*field.written =
                QString::fromUtf8(field.key == "phoneNumber" ? canonical(field.key, record.value(field.key))
                                                             : record.value(field.key).text);
        else if (form == UpdateForm::Whole && fresh.shown.contains(field.name))
            change.*field.written = fresh.*field.shown;
        else if (form == UpdateForm::Whole && !isNothing(field.key, silent.value(field.key)))
            change.*field.written = QString::fromUtf8(silent.value(field.key).text);
    }
    const bool customChanges =
        std::any_of(keys.begin(), keys.end(), [](const std::string &key) { return customFieldName(key).has_value(); });
    QList<RemoteValue> custom = fresh.customFields;
    if (!fresh.shown.contains(RemoteKey::CustomFields)) {
        for (const auto &[key, value] : silent.fields) {
            if (const auto name = customFieldName(key))
                custom.append(saidAs(*name, value, std::nullopt));
        }
    }
    if (customChanges || (form == UpdateForm::Whole && !custom.isEmpty())) {
        QList<RemoteValue> &values = change.customFields.emplace(custom);
        for (const std::string &key : keys) {
            const auto name = customFieldName(key);
            if (!name)
                continue;
            const auto isIt = [wanted = QString::fromUtf8(*name)](const RemoteValue &value) {
                return value.name == wanted;
            };
            const auto there = std::find_if(values.rbegin(), values.rend(), isIt);
            const RemoteValue said =
                saidAs(*name, record.value(key), there == values.rend() ? std::nullopt : std::optional(there->kind));
            if (there == values.rend()) {
                values.append(said);
            } else {
                *there = said;
                // A second one of that name would be the older value.
                const qsizetype kept = values.size() - 1 - std::distance(values.rbegin(), there);
                for (qsizetype i = kept - 1; i >= 0; --i) {
                    if (isIt(values[i]))
                        values.removeAt(i);
                }
            }
        }
    }
    if (fresh.fullName)
        change.readName = {*fresh.fullName, fresh.firstName.value_or(QString()), fresh.lastName.value_or(QString())};
    if (form == UpdateForm::Whole) {
        change.extra = fresh.extra;
        if (!fresh.tags.isEmpty())
            change.tags = fresh.tags;
    }
    return change;
}

SyncRecord overlaid(const SyncRecord &fresh, const SyncRecord &record, const std::vector<std::string> &keys)
{
    SyncRecord result = fresh;
    for (const std::string &key : keys) {
        if (key != "tags" && key != "extra")
            result.set(key, record.value(key));
    }
    return result;
}

} // namespace Elenco
