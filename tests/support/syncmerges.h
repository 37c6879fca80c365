// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/plan/adoption.h"
#include "syncrecords.h"

namespace Elenco {

inline QByteArray word(FieldConflict::Kind kind)
{
    static constexpr const char *words[] = {"both", "not taken", "number taken"};
    return words[static_cast<int>(kind)];
}

inline QByteArray word(ReplacedValue::How how)
{
    static constexpr const char *words[] = {"others", "reverted", "normalised"};
    return words[static_cast<int>(how)];
}

/// Notes in words: "city=Bari<Roma; *note=x<": the value of ours, and the one before it.
inline Authorship notes(const QByteArray &words)
{
    Authorship mine;
    for (const QByteArray &note : words.split(';')) {
        const QByteArrayList values = note.trimmed().split('<');
        for (const auto &[key, value] : record(values.first()).fields) {
            const QByteArray name = note.trimmed().split('=').first();
            const SyncRecord before = record(name + '=' + values.value(1));
            mine.emplace(key, ConfirmedValue{value, before.value(key)});
        }
    }
    return mine;
}

inline QByteArray printed(const Authorship &mine)
{
    QByteArrayList words;
    for (const auto &[key, note] : mine)
        words.append(printed(key, note.value) + '<' + QByteArray::fromStdString(note.before.text));
    return words.join("; ");
}

inline QByteArray printed(const FieldConflict &conflict)
{
    const auto text = [](const SyncValue &value) { return QByteArray::fromStdString(value.text); };
    return word(conflict.kind) + ' ' + printed(std::vector{conflict.key}) + ": " + text(conflict.base) + " -> " +
           text(conflict.local) + " | " + text(conflict.remote);
}

/// A merge's result in lines, each only where there is something to say: the record, "send", "take", conflicts,
/// replaced values, "mine".
inline QByteArray printed(const MergeResult &result)
{
    QByteArrayList lines{printed(result.record)};
    if (!result.toSend.empty())
        lines.append("send " + printed(result.toSend));
    if (!result.taken.empty())
        lines.append("take " + printed(result.taken));
    for (const FieldConflict &conflict : result.conflicts)
        lines.append(printed(conflict));
    for (const ReplacedValue &value : result.replaced) {
        lines.append(word(value.how) + ' ' + printed(std::vector{value.key}) + ": " +
                     QByteArray::fromStdString(value.ours.text) + " -> " + QByteArray::fromStdString(value.now.text));
    }
    if (!result.mine.empty())
        lines.append("mine " + printed(result.mine));
    return lines.join('\n');
}

} // namespace Elenco
