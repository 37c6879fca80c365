// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace Elenco {

/// What a value is on the side that it was read from. Stored with shadows: add at the end only.
enum class SyncKind {
    Text,
    Number, ///< over there a JSON number, here a field of numbers
    Date,   ///< only here: over there dates are texts
    Boolean,
    Json, ///< only over there: an array or object
};

/// One value of a record, exactly as its side has it (UTF-8): what it means is compared (sync/records/canonical.h),
/// what was written is given back. A text of nothing is no value.
struct SyncValue {
    SyncKind kind = SyncKind::Text;
    std::string text;

    friend bool operator==(const SyncValue &, const SyncValue &) = default;
};

/// A contact as sync sees it, from either side: a row of the store, an answer of the gateway, a shadow, and what was
/// sent are all made of this, so that any two of them can be compared and merged.
///
/// Neither Contact nor RemoteContact would do: the one forgets how a number was written and what it does not know, the
/// other has a member a field and no place for the next one. A ContactState names the kind of a custom field in its
/// key, so a field that is a number here and a text there would be two fields. And what is computed over there
/// (validity, channels, counts) has no place here, so it can never be a difference (sync.md section 2.6).
struct SyncRecord {
    /// The standard fields under their keys of fieldTable() and custom fields under customFieldKey(). Only what has a
    /// value: nothing, null and "" are the same (sync.md section 2.6).
    std::map<std::string, SyncValue, std::less<>> fields;
    /// nullopt: this side does not show tags, which says nothing about them.
    std::optional<std::set<std::string>> tags;
    /// The members that we do not know, one raw JSON object; empty when there are none. A row of ours has none.
    std::string extra;

    /// The value of a field; a text of nothing when there is none.
    const SyncValue &value(std::string_view key) const;
    /// A value of nothing takes the field away.
    void set(std::string_view key, SyncValue value);

    friend bool operator==(const SyncRecord &, const SyncRecord &) = default;
};

std::string customFieldKey(std::string_view name);
/// The name of a custom field; nullopt for the key of a standard field.
std::optional<std::string_view> customFieldName(std::string_view key);

/// All keys of both, in order.
std::set<std::string_view> keysOf(const SyncRecord &a, const SyncRecord &b);

/// For storing as a shadow, and as what was sent. Exact.
std::string packRecord(const SyncRecord &record);
/// nullopt when the blob is none of packRecord()'s.
std::optional<SyncRecord> unpackRecord(std::string_view blob);

} // namespace Elenco
