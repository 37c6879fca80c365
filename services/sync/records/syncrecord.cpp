// SPDX-License-Identifier: Apache-2.0
#include "sync/records/syncrecord.h"

#include "core/packing.h"

namespace Elenco {

namespace {

constexpr std::string_view customPrefix = "custom:";
// The first text of a blob: how the rest is to be read.
constexpr std::string_view packing = "1";

} // namespace

const SyncValue &SyncRecord::value(std::string_view key) const
{
    static const SyncValue nothing;
    const auto found = fields.find(key);
    return found == fields.end() ? nothing : found->second;
}

void SyncRecord::set(std::string_view key, SyncValue value)
{
    if (!value.text.empty()) {
        fields.insert_or_assign(std::string(key), std::move(value));
        return;
    }
    if (const auto found = fields.find(key); found != fields.end())
        fields.erase(found);
}

std::string customFieldKey(std::string_view name)
{
    return std::string(customPrefix).append(name);
}

std::optional<std::string_view> customFieldName(std::string_view key)
{
    if (!key.starts_with(customPrefix))
        return std::nullopt;
    return key.substr(customPrefix.size());
}

std::set<std::string_view> keysOf(const SyncRecord &a, const SyncRecord &b)
{
    std::set<std::string_view> keys;
    for (const SyncRecord *record : {&a, &b}) {
        for (const auto &[key, value] : record->fields)
            keys.insert(key);
    }
    return keys;
}

std::string packRecord(const SyncRecord &record)
{
    std::string blob;
    appendPacked(blob, packing);
    appendPacked(blob, record.extra);
    appendPacked(blob, std::to_string(record.fields.size()));
    for (const auto &[key, value] : record.fields) {
        appendPacked(blob, key);
        appendPacked(blob, std::string(1, static_cast<char>('0' + static_cast<int>(value.kind))));
        appendPacked(blob, value.text);
    }
    if (record.tags) {
        appendPacked(blob, "tags");
        for (const std::string &tag : *record.tags)
            appendPacked(blob, tag);
    }
    return blob;
}

std::optional<SyncRecord> unpackRecord(std::string_view blob)
{
    const std::vector<std::string_view> texts = unpacked(blob);
    std::string again;
    for (std::string_view text : texts)
        appendPacked(again, text);
    if (again != blob || texts.size() < 3 || texts[0] != packing)
        return std::nullopt;
    SyncRecord record;
    record.extra = texts[1];
    size_t at = 3;
    while (at + 2 < texts.size() && std::to_string(record.fields.size()) != texts[2]) {
        const std::string_view kind = texts[at + 1];
        if (kind.size() != 1 || kind[0] < '0' || kind[0] > '0' + static_cast<int>(SyncKind::Json))
            return std::nullopt;
        if (!record.fields
                 .try_emplace(std::string(texts[at]),
                              SyncValue{static_cast<SyncKind>(kind[0] - '0'), std::string(texts[at + 2])})
                 .second)
            return std::nullopt;
        at += 3;
    }
    if (std::to_string(record.fields.size()) != texts[2])
        return std::nullopt;
    if (at == texts.size())
        return record;
    if (texts[at] != "tags")
        return std::nullopt;
    record.tags.emplace();
    for (++at; at < texts.size(); ++at)
        record.tags->emplace(texts[at]);
    return record;
}

} // namespace Elenco
