// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/sync/syncrow.h"

#include <functional>

namespace Elenco {

class Workspace;

/// Which rows wait to be sent.
enum class Unsent {
    Deletion,
    Creation, ///< with a number that can be looked up (E.164); others are drafts
    Change,
};

/// The contacts as sync reads and writes them: each function one transaction on the writer thread.
///
/// What the gateway said is merged into the row inside that transaction, by a function of the caller, so an edit made
/// while the answer was under way is never overwritten.
class SyncRows
{
public:
    explicit SyncRows(Workspace &workspace) : m_workspace(workspace) {}

    Result<std::optional<SyncRow>> row(ContactId id);
    /// The row of a contact over there, deleted ones too.
    Result<std::optional<SyncRow>> row(const RemoteId &id);
    /// Rows that wait, by ascending id from behind `after`, without those that are blocked or wait for quota.
    Result<std::vector<SyncRow>> unsent(Unsent kind, ContactId after, int limit);
    /// So many rows wait in that way.
    Result<qint64> countUnsent(Unsent kind);
    /// Contacts over there that are to be read by their ids, those with a choice to be made first.
    Result<std::vector<SyncRow>> unread(int limit);
    /// How many there are.
    Result<qint64> countUnread();
    /// So many of those that the gateway knows, picked at random.
    Result<std::vector<SyncRow>> anyBound(int count);
    /// Deletions whose contact was as it was when last in step as `run` met it: the reading of each is done. At most
    /// `limit`, by ascending id from behind `after`.
    struct Deletion {
        ContactId id;
        RemoteId remoteId;
    };
    Result<std::vector<Deletion>> deletionsSeen(qint64 run, ContactId after, int limit);
    /// Unbound rows with this E.164 number, deleted ones whose creation may have arrived too.
    Result<std::vector<ContactId>> unboundWithNumber(const std::string &number);
    /// Bound rows with this number, as it is here, and those that keep it over there, since another one was refused.
    Result<std::vector<ContactId>> boundWithNumber(const std::string &number);

    /// Lets at most `most` of those go that wait for room over there, the oldest first; gives how many waited.
    Result<qint64> releaseWaiting(qint64 most);
    /// New contacts that were sent, each by itself, and whose answer was lost.
    Result<std::vector<ContactId>> unknownCreations(int limit);
    /// A whole reading has not met those: they are sent again, and whoever was deleted meanwhile never came there.
    /// Their number.
    Result<qint64> releaseUnknown();
    /// The account takes nobody without a number (store/contacts/sendable.h); false: it has some.
    Result<bool> refuseAddresses();
    /// Other contacts over there that have something in the field ("customFields": in any), the one read last first.
    Result<std::vector<SyncRow>> othersWith(const std::string &key, const RemoteId &besides, int limit);
    /// Rows that are over there and may have something in the field (a key of fieldTable() or "custom:NAME"), or had it
    /// when last in step; deleted ones too.
    Result<std::vector<ContactId>> boundWith(const std::string &key);
    /// Lets those go that were refused, to be sent again as they are; not those for which a choice is open.
    Result<qint64> releaseBlocked();

    /// Lets those contacts and lists go that were refused and have waited long enough; `waited`: milliseconds since
    /// this was asked last, or the program began.
    Result<void> releaseRefused(qint64 waited);

    /// nullopt: the row stays as it is.
    using Decision = std::function<std::optional<SyncChange>(const SyncRow &)>;
    /// Asks for each row that is there, in order, and writes what it says. The number of rows written.
    /// `changeSet` is the change set of this sync, made when the first row changes.
    Result<qint64> update(const std::vector<ContactId> &ids, ChangeSetId &changeSet, const Decision &decide);

private:
    Result<std::vector<SyncRow>> rowsOf(const char *sql, int limit);

    Workspace &m_workspace;
};

} // namespace Elenco
