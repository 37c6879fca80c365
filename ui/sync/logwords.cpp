// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/logwords.h"

#include "core/error.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Context "SyncWords".
class LogWords
{
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

// "3 contacts sent (Giulia Rossi, Marco Bianchi, Sara Verdi)".
QString named(const QString &text, const SyncLogEntry &entry)
{
    return entry.subject.isEmpty() ? text : u"%1 (%2)"_s.arg(text, entry.subject);
}

QString listCount(qint64 count)
{
    return count == 1 ? LogWords::tr("1 list") : LogWords::tr("%1 lists").arg(numberText(count));
}

QString membershipCount(qint64 count)
{
    return count == 1 ? LogWords::tr("1 membership") : LogWords::tr("%1 memberships").arg(numberText(count));
}

} // namespace

bool isStoppedByHand(const SyncLogEntry &entry)
{
    return entry.event == SyncEvent::Interrupted && entry.detail == Error{ErrorKind::Cancelled, {}, {}}.text();
}

QString logText(const SyncLogEntry &entry)
{
    const QString count = numberText(entry.count), contacts = contactCount(entry.count);
    switch (entry.event) {
    case SyncEvent::Started: return LogWords::tr("Sync began");
    case SyncEvent::Finished:
        return entry.count == 0   ? LogWords::tr("Compared: nothing to do")
               : entry.count == 1 ? LogWords::tr("Done: 1 change went or came")
                                  : LogWords::tr("Done: %1 changes went or came").arg(count);
    case SyncEvent::Interrupted:
        if (!isStoppedByHand(entry))
            return LogWords::tr("Stopped: %1").arg(entry.detail);
        return entry.count == 0   ? LogWords::tr("Stopped by hand")
               : entry.count == 1 ? LogWords::tr("Stopped by hand: 1 change went or came")
                                  : LogWords::tr("Stopped by hand: %1 changes went or came").arg(count);
    case SyncEvent::ContactsSent: return named(LogWords::tr("%1 sent").arg(contacts), entry);
    case SyncEvent::ContactsDeleted: return named(LogWords::tr("%1 deleted on the gateway").arg(contacts), entry);
    case SyncEvent::ContactsReceived: return named(LogWords::tr("%1 received").arg(contacts), entry);
    case SyncEvent::ContactsTrashed:
        return named(LogWords::tr("%1 gone on the gateway, and in the trash here").arg(contacts), entry);
    case SyncEvent::ListsSent: return named(LogWords::tr("%1 sent", "lists").arg(listCount(entry.count)), entry);
    case SyncEvent::ListsReceived: return named(LogWords::tr("%1 received", "lists").arg(listCount(entry.count)), entry);
    case SyncEvent::MembersSent: return named(LogWords::tr("%1 sent", "lists").arg(membershipCount(entry.count)), entry);
    case SyncEvent::MembersReceived: return LogWords::tr("%1 received", "lists").arg(membershipCount(entry.count));
    case SyncEvent::RowBlocked:
        return entry.subject.isEmpty()
                   ? LogWords::tr("%1 refused by the gateway").arg(contacts)
                   : LogWords::tr("%1 refused by the gateway").arg(entry.subject) + QStringLiteral(": ") + entry.detail;
    case SyncEvent::Conflict:
        return entry.subject.isEmpty() ? LogWords::tr("%1 conflicts").arg(count)
                                       : entry.subject + QStringLiteral(": ") + entry.detail;
    case SyncEvent::QuotaFull: return LogWords::tr("No room in the subscription for %1").arg(contacts);
    case SyncEvent::Asked: return LogWords::tr("%1 gone on the gateway: waits for your decision").arg(contacts);
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
