// SPDX-License-Identifier: Apache-2.0
#include "sync/run/lognames.h"

#include "store/database/workspace.h"
#include "store/journal/changednames.h"

#include <algorithm>

namespace Elenco {

namespace {

constexpr int mostNames = 3;
constexpr int mostWaiting = 1000; // of each kind, to see that one of the first few waits no more

std::optional<SyncEvent> eventOf(OutboxEntry::Kind kind)
{
    switch (kind) {
    case OutboxEntry::Kind::NewContact:
    case OutboxEntry::Kind::ChangedContact: return SyncEvent::ContactsSent;
    case OutboxEntry::Kind::DeletedContact: return SyncEvent::ContactsDeleted;
    case OutboxEntry::Kind::NewList:
    case OutboxEntry::Kind::ChangedList:
    case OutboxEntry::Kind::DeletedList: return SyncEvent::ListsSent;
    case OutboxEntry::Kind::Joining:
    case OutboxEntry::Kind::Leaving: return SyncEvent::MembersSent;
    case OutboxEntry::Kind::NewContacts: return {}; // of a file, which has no one name
    }
    Q_UNREACHABLE();
}

bool isSame(const OutboxEntry &a, const OutboxEntry &b)
{
    return a.kind == b.kind && a.contact == b.contact && a.list == b.list;
}

} // namespace

Result<QList<OutboxEntry>> LogNames::waiting(Workspace &workspace)
{
    return outbox(workspace, mostNames);
}

LogNames::LogNames(Workspace &workspace, const QList<OutboxEntry> &before, ChangeSetId received,
                   const QStringList &arrivals)
{
    for (const QString &name : arrivals)
        add(SyncEvent::ContactsReceived, name);
    if (!before.isEmpty()) {
        const Result<QList<OutboxEntry>> after = outbox(workspace, mostWaiting);
        for (const OutboxEntry &entry : before) {
            const bool waits = !after || std::any_of(after->begin(), after->end(), [&entry](const OutboxEntry &other) {
                return isSame(entry, other);
            });
            if (const std::optional<SyncEvent> event = eventOf(entry.kind); event && !waits)
                add(*event, entry.name);
        }
    }
    if (!received.isValid())
        return;
    if (const Result<ChangedNames> names = changedNames(workspace, received, mostNames)) {
        for (const QString &name : names->contacts)
            add(SyncEvent::ContactsReceived, name);
        for (const QString &name : names->removed)
            add(SyncEvent::ContactsTrashed, name);
        for (const QString &name : names->lists)
            add(SyncEvent::ListsReceived, name);
    }
}

QString LogNames::of(SyncEvent event, qint64 count) const
{
    const QStringList names = m_names.value(event);
    if (names.isEmpty() || names.size() > count) // hidden values that were read are in the change set, and not counted
        return {};
    return names.join(QStringLiteral(", ")) + (count > names.size() ? QStringLiteral(", …") : QString());
}

void LogNames::add(SyncEvent event, const QString &name)
{
    QStringList &names = m_names[event];
    if (names.size() < mostNames && !name.isEmpty() && !names.contains(name))
        names += name;
}

} // namespace Elenco
