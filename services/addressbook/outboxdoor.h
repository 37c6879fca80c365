// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/door.h"
#include "store/sync/conflicts.h"
#include "store/sync/contactroom.h"
#include "store/sync/mergestory.h"
#include "store/sync/outbox.h"
#include "store/sync/pullruns.h"
#include "store/sync/remoteview.h"
#include "store/sync/trash.h"

#include <memory>

namespace Elenco {

class Clock;
class OpenedReading;
class SyncScheduler;

/// What stands between the address book and the gateway: what waits, what came of it, what a person has to decide; and
/// the syncs themselves.
class OutboxDoor : public Door
{
    Q_OBJECT

public:
    using Door::Door;

    Task<UnsentCounts> unsentCounts(QObject *context);
    Task<QList<OutboxEntry>> entries(QObject *context, int limit);
    Command<ChangeSetId> discard(QObject *context, const OutboxEntry &entry, const NumberJudge &judge);
    Task<QHash<ImportId, ImportDelivery>> importDeliveries(QObject *context);
    /// How many more contacts the account takes, as far as it has said (store/sync/contactroom.h).
    Task<std::optional<ContactRoom>> contactRoom(QObject *context);
    Task<QList<SyncLogEntry>> log(QObject *context, int limit);
    /// What the gateway has of a contact, as it was read last.
    Task<RemoteView> remoteView(QObject *context, ContactId id);

    Task<QList<Conflict>> conflicts(QObject *context, int limit);
    Command<ChangeSetId> resolve(QObject *context, const QList<Decision> &decisions, const NumberJudge &judge);
    Task<MergeStory> mergeStory(QObject *context, ContactId id);
    Task<QList<ReplacedEntry>> replacedValues(QObject *context, int limit);
    Command<void> dismissReplaced(QObject *context, qint64 id);
    Command<void> dismissReplacedUpTo(QObject *context, qint64 id);

    /// What is to become of contacts that the gateway no longer has; the next sync heeds it (store/sync/pullruns.h).
    Command<void> answerMissing(QObject *context, MissingAnswer answer);
    /// The contacts that somebody deleted on the gateway, the newest first.
    Task<QList<TrashedContact>> trashed(QObject *context, int limit);
    Command<ChangeSetId> restoreTrashed(QObject *context, const std::vector<ContactId> &ids);

    /// Runs the syncs of this address book, heeds its edits and announces what it writes. Ends before this door.
    std::unique_ptr<SyncScheduler> makeScheduler(Clock &clock, const NumberJudge &judge);
    /// Reads contacts as they are opened, beside `scheduler`, and announces what is new.
    std::unique_ptr<OpenedReading> makeOpenedReading(SyncScheduler &scheduler, Clock &clock, const NumberJudge &judge);
};

} // namespace Elenco
