// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/sync/syncrow.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

namespace Elenco {

class Workspace;

/// What is not over there yet. Nothing is in step while any of these is not 0.
struct UnsentCounts {
    qint64 created = 0; ///< contacts
    qint64 changed = 0;
    qint64 deleted = 0;
    qint64 lists = 0;       ///< new, changed, deleted
    qint64 memberships = 0; ///< of contacts and lists that are over there; others follow from their creation
    qint64 blocked = 0;     ///< of all these: refused
    qint64 waiting = 0;     ///< of the contacts above: no room over there
    qint64 drafts = 0;      ///< contacts that can't be sent (store/contacts/sendable.h); not counted as waiting
    qint64 conflicts = 0;   ///< choices to be made
    qint64 known = 0;       ///< contacts that are over there as well
    qint64 retryIn = -1;    ///< ms until the first of those that were refused is sent again by itself; -1: none is

    qint64 total() const { return created + changed + deleted + lists + memberships; }
    friend bool operator==(const UnsentCounts &, const UnsentCounts &) = default;
};
/// Any thread.
Result<UnsentCounts> unsentCounts(Workspace &workspace);

/// One line of the outbox.
struct OutboxEntry {
    enum class Kind {
        NewContact,
        NewContacts, ///< `count` of one import, `name` its file
        ChangedContact,
        DeletedContact,
        NewList,
        ChangedList,
        DeletedList,
        Joining, ///< `count` contacts are to join the list `name`
        Leaving,
    };
    Kind kind = Kind::ChangedContact;
    ContactId contact;
    ListId list;
    ImportId import;
    QString name;
    qint64 count = 1;
    StateDifference fields; ///< of a changed contact or list: as it was when last in step, and now
    SendState send = SendState::Idle;
    SendTrouble trouble = SendTrouble::None;
    QString detail; ///< the gateway's words

    /// A change, or a deletion, that was taken back after it had left without an answer: here all is as it was, over
    /// there it may not be, and the next sync looks.
    bool isTakenBack() const { return (kind == Kind::ChangedContact || kind == Kind::ChangedList) && fields.isEmpty(); }
};
/// The first `limit` lines of each kind: troubles first, then in the order in which they are sent. Any thread.
Result<QList<OutboxEntry>> outbox(Workspace &workspace, int limit);

/// Takes back what the line says, as it was shown, as a change set that can be undone; id 0 when there was nothing left
/// of it. A contact or list that is new is removed, one that was deleted comes back. What has left already and was not
/// answered is undone over there as well, by the next sync. Writer thread.
Result<ChangeSetId> discardUnsent(Workspace &workspace, const OutboxEntry &entry, const NumberJudge &judge);

/// What became at the gateway of the contacts that an import made and that are still here: the end of its ledger.
struct ImportDelivery {
    qint64 contacts = 0;
    qint64 there = 0;   ///< on the gateway
    qint64 refused = 0; ///< by the gateway
    qint64 drafts = 0;  ///< not to be sent: no valid number
    friend bool operator==(const ImportDelivery &, const ImportDelivery &) = default;
};
/// Of each import that made contacts; empty in a workspace without an account. Any thread.
Result<QHash<ImportId, ImportDelivery>> importDeliveries(Workspace &workspace);

/// A line of the sync log. Stored: add at the end only.
enum class SyncEvent {
    Started,
    Finished,    ///< `count` changes went out and came in
    Interrupted, ///< `detail` says by what
    ContactsSent,
    ContactsDeleted,
    ContactsReceived,
    ContactsTrashed,
    ListsSent,
    ListsReceived,
    MembersSent,
    MembersReceived,
    RowBlocked, ///< `subject` is whom, `detail` the gateway's words
    Conflict,
    QuotaFull,
    Asked, ///< it waits for an answer about `count` contacts that are gone over there
};
struct SyncLogEntry {
    QDateTime when; ///< UTC
    SyncEvent event = SyncEvent::Started;
    QString subject;
    qint64 count = 0;
    QString detail;
};
/// Writer thread. Older lines than the last 10,000 go.
Result<void> appendSyncLog(Workspace &workspace, SyncEvent event, const QString &subject, qint64 count,
                           const QString &detail);
/// The newest first. Any thread.
Result<QList<SyncLogEntry>> syncLog(Workspace &workspace, int limit);

/// Small facts that sync keeps by name: when it last had read everything, what it asked. Empty when there is none.
Result<QString> syncFact(Workspace &workspace, const QString &key);
/// Writer thread.
Result<void> setSyncFact(Workspace &workspace, const QString &key, const QString &value);

} // namespace Elenco
