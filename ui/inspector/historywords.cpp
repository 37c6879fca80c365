// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/historywords.h"

#include "core/packing.h"
#include "models/contacts/contactcolumns.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Context "HistoryWords".
class HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)
};

using Naming = std::function<QString(const QString &)>;

QStringList membersOf(const ContactState &state, std::string_view key)
{
    QStringList members;
    for (std::string_view member : unpacked(stateValue(state, key)))
        members += QString::fromUtf8(member);
    return members;
}

void addMembers(QStringList &lines, const ContactHistoryEntry &entry, std::string_view key, const QString &added,
                const QString &removed, const Naming &name)
{
    const QStringList before = membersOf(entry.before, key), after = membersOf(entry.after, key);
    for (const QString &member : after) {
        if (!before.contains(member))
            lines += added.arg(name(member));
    }
    for (const QString &member : before) {
        if (!after.contains(member))
            lines += removed.arg(name(member));
    }
}

void addValue(QStringList &lines, const QString &label, const QString &before, const QString &after)
{
    if (before != after)
        lines += valueChangeText(label, before, after);
}

QStringList changes(const ContactHistoryEntry &entry, const Naming &listName)
{
    QStringList lines;
    for (const FieldInfo &info : fieldTable())
        addValue(lines, fieldLabel(info.field), QString::fromUtf8(stateValue(entry.before, info.key)),
                 QString::fromUtf8(stateValue(entry.after, info.key)));
    ContactState both = entry.before;
    both.insert(entry.after.begin(), entry.after.end());
    for (const auto &[key, value] : both) {
        const CustomKey custom = parseCustomKey(key);
        if (custom.name.empty())
            continue;
        const auto text = [&](const ContactState &state) {
            return displayText(
                {QString::fromUtf8(custom.name), custom.kind, QString::fromUtf8(stateValue(state, key))});
        };
        addValue(lines, customFieldLabel(QString::fromUtf8(custom.name)), text(entry.before), text(entry.after));
    }
    addMembers(lines, entry, "tags", HistoryWords::tr("Tagged %1"), HistoryWords::tr("Tag %1 removed"),
               [](const QString &tag) { return tag; });
    addMembers(lines, entry, "lists", HistoryWords::tr("Added to %1"), HistoryWords::tr("Removed from %1"), listName);
    return lines;
}

} // namespace

QString valueChangeText(const QString &label, const QString &before, const QString &after)
{
    if (before.isEmpty())
        return HistoryWords::tr("%1 set to %2").arg(label, after);
    if (after.isEmpty())
        return HistoryWords::tr("%1 “%2” removed").arg(label, before);
    return HistoryWords::tr("%1 changed %2 → %3").arg(label, before, after);
}

QStringList historyLines(const ContactHistoryEntry &entry, const std::function<QString(ListId)> &listName)
{
    const QString when = u" · "_s + whenText(entry.changeSet.when);
    if (entry.importRow > 0)
        return {HistoryWords::tr("Imported from %1, row %2").arg(entry.changeSet.subject, numberText(entry.importRow)) + when};
    if (entry.before.empty() && entry.changeSet.kind == ChangeKind::Import)
        return {HistoryWords::tr("Imported from %1").arg(entry.changeSet.subject) + when};
    QStringList lines = changes(entry, [&](const QString &id) {
        const QString name = listName(ListId(id.toLongLong()));
        return name.isEmpty() ? HistoryWords::tr("a deleted list") : name;
    });
    if (lines.isEmpty())
        lines += changeText(entry.changeSet);
    const QString origin = entry.changeSet.kind == ChangeKind::Undo ? HistoryWords::tr(" (undo)")
                           : entry.changeSet.kind == ChangeKind::Import
                               ? HistoryWords::tr(" (import of %1)").arg(entry.changeSet.subject)
                               : QString();
    for (QString &line : lines)
        line += origin + when;
    return lines;
}

} // namespace Elenco
