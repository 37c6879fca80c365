// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/records/canonical.h"
#include "syncmerges.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Elenco {

/// The fields of these records.
inline const std::array<std::string, 6> &keys()
{
    static const std::array<std::string, 6> all{"city", "email", "firstName", "gender", "custom:note", "custom:spent"};
    return all;
}

/// A base, two sides and notes by chance: unchanged, retyped in another form, changed, cleared, changed alike.
struct Triple {
    std::optional<SyncRecord> base;
    SyncRecord local;
    SyncRecord remote;
    Authorship mine;

    explicit Triple(quint32 seed) : m_random(seed)
    {
        const bool knowsTags = chance(60);
        SyncRecord common;
        for (const std::string &key : keys()) {
            if (chance(70))
                common.set(key, typed(key, 'b'));
        }
        common.extra = chance(30) ? R"({"x":1})" : "";
        local = remote = common;
        local.extra.clear();
        for (const std::string &key : keys()) {
            change(local, key, 'l');
            change(remote, key, 'r');
            if (chance(15))
                remote.set(key, local.value(key)); // both the same
            if (chance(30) && !common.value(key).text.empty())
                mine.emplace(key, ConfirmedValue{common.value(key), chance(50) ? remote.value(key) : typed(key, 'o')});
        }
        if (chance(30))
            remote.extra = R"({"x":2})";
        local.tags = tags();
        if (knowsTags) {
            common.tags = chance(80) ? std::optional(tags()) : std::nullopt;
            remote.tags = tags();
        }
        if (chance(80))
            base = common;
    }

    const SyncRecord *basePointer() const { return base ? &*base : nullptr; }
    QByteArray words() const
    {
        return "base " + (base ? printed(*base) : "none") + "\nlocal " + printed(local) + "\nremote " +
               printed(remote) + "\nmine " + printed(mine);
    }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    // Every value is written once, so that it can be found again.
    SyncValue typed(const std::string &key, char who)
    {
        ++m_count;
        if (key == "email")
            return {SyncKind::Text, who + std::to_string(m_count) + "@Example.IT"};
        if (key == "custom:spent")
            return {chance(70) ? SyncKind::Number : SyncKind::Text,
                    std::to_string(who) + std::to_string(m_count) + ".50"};
        return {SyncKind::Text, who + std::to_string(m_count)};
    }
    void change(SyncRecord &record, const std::string &key, char who)
    {
        if (chance(35)) {
            record.set(key, typed(key, who));
        } else if (chance(15)) {
            record.set(key, {});
        } else if (chance(20) && !record.value(key).text.empty()) {
            SyncValue value = record.value(key);
            if (value.kind == SyncKind::Number)
                value.text += '0';
            else if (key != "custom:spent")
                value.text += ' ';
            record.set(key, value);
        }
    }
    std::set<std::string> tags()
    {
        std::set<std::string> some;
        for (const char *tag : {"a", "b", "c", "d"}) {
            if (chance(40))
                some.insert(tag);
        }
        return some;
    }

    QRandomGenerator m_random;
    int m_count = 0;
};

inline bool names(const std::vector<std::string> &list, const std::string &key)
{
    return std::find(list.begin(), list.end(), key) != list.end();
}

inline const FieldConflict *conflictOf(const MergeResult &result, const std::string &key)
{
    const auto found = std::find_if(result.conflicts.begin(), result.conflicts.end(),
                                    [&](const FieldConflict &one) { return one.key == key; });
    return found == result.conflicts.end() ? nullptr : &*found;
}

inline bool isReplaced(const MergeResult &result, const std::string &key, const SyncValue &value)
{
    return std::any_of(result.replaced.begin(), result.replaced.end(),
                       [&](const ReplacedValue &one) { return one.key == key && same(key, one.ours, value); });
}

} // namespace Elenco
