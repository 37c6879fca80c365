// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"
#include "core/result.h"
#include "gateway/json/json.h"
#include "gateway/json/jsonwriter.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Elenco {

/// Where an answer is not what the contract says: the first place is kept, as a path ("contacts[3].id"). Those who read
/// go on, and who asked for the value throws it away.
class Misfit
{
public:
    explicit operator bool() const { return m_found; }
    void at(std::string_view key);
    /// What was found inside a value belongs to a place of it.
    void within(const QString &outer);
    Error error() const; ///< UnreadableAnswer, the place in `detail`

private:
    bool m_found = false;
    QString m_place;
};

// Readers of one field. Absent and null leave the target as it is; a value that can't be meant is a misfit. Numbers are
// taken for texts (exactly as written) and texts of digits for counts, since the sources disagree about them.
void readField(JsonValue value, std::string_view key, std::optional<QString> &target, Misfit &misfit);
void readField(JsonValue value, std::string_view key, QString &target, Misfit &misfit);
void readField(JsonValue value, std::string_view key, std::optional<bool> &target, Misfit &misfit);
void readField(JsonValue value, std::string_view key, std::optional<qint64> &target, Misfit &misfit);
void readField(JsonValue value, std::string_view key, RemoteId &target, Misfit &misfit);
void readField(JsonValue value, std::string_view key, QStringList &target, Misfit &misfit);
void readField(JsonValue value, std::string_view key, QList<RemoteId> &target, Misfit &misfit);

/// Looks a field up by several names, the first that is there.
template <typename Target>
void readField(JsonValue object, std::initializer_list<std::string_view> keys, Target &target, Misfit &misfit)
{
    for (const std::string_view key : keys) {
        if (const JsonValue value = object[key]; !value.isNothing()) {
            readField(value, key, target, misfit);
            return;
        }
    }
}

/// The keys of a type, sorted, each with what it means; a key that is not among them is unknown.
template <typename Meaning, size_t Count>
struct KeyTable {
    struct Row {
        std::string_view key;
        Meaning meaning;
    };
    std::array<Row, Count> rows;

    /// nullptr for an unknown key.
    const Meaning *find(std::string_view key) const
    {
        const auto row = std::lower_bound(rows.begin(), rows.end(), key,
                                          [](const Row &row, std::string_view key) { return row.key < key; });
        return row != rows.end() && row->key == key ? &row->meaning : nullptr;
    }
    constexpr bool isSorted() const
    {
        return std::is_sorted(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.key < b.key; });
    }
};

/// Collects unknown members as one raw JSON object.
class ExtraMembers
{
public:
    void add(std::string_view key, JsonValue value);
    QByteArray json() const; ///< empty when there were none

private:
    QByteArray m_json;
};

/// Hands each member of an object whose key is in the table to `read(meaning, key, value)`, and gives the others as one
/// raw JSON object, empty when there are none. What is no object has no members.
template <typename Meaning, size_t Count, typename Read>
QByteArray readMembers(JsonValue object, const KeyTable<Meaning, Count> &keys, Read read)
{
    ExtraMembers extra;
    for (JsonCursor member(object); object.isObject() && member; member.next()) {
        const std::string_view key = member.key();
        if (const Meaning *meaning = keys.find(key))
            read(*meaning, key, member.value());
        else
            extra.add(key, member.value());
    }
    return extra.json();
}

/// What an answer carries: `data` of {"status":"success","data":…}, else all of it.
JsonValue payload(JsonValue root);

} // namespace Elenco
