// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"
#include "core/result.h"
#include "core/strongid.h"
#include "store/sync/syncrow.h"

#include <QString>

#include <optional>
#include <vector>

namespace Elenco {

class Workspace;

/// What both sides have of a list.
struct ListFields {
    QString name;
    QString description;
    bool isTest = false;
    friend bool operator==(const ListFields &, const ListFields &) = default;
};

/// A list as sync needs it, deleted ones too.
struct SyncList {
    ListId id;
    RemoteId remoteId;
    ListFields now;
    std::optional<ListFields> base; ///< as it was when last in step, where it differs
    std::optional<ListFields> sent; ///< what a change that was not answered made of it
    bool isDeleted = false;
    SendState send = SendState::Idle; ///< Sent, of a bound one: its deletion left, and was taken back
    std::vector<RemoteId> known;      ///< lists of this name over there before the creation was sent
    QString sentName;                 ///< the name that the creation was sent with; it may have another one by now
    int attempts = 0;
    SendTrouble trouble = SendTrouble::None;
    QString detail;
    qint64 unsentMembers = 0;        ///< pairs that differ from over there
    std::optional<qint64> lastCount; ///< members over there when they were last read
    qint64 lastRead = 0;             ///< seconds since 1970 UTC
};

/// Some memberships of one list that wait to be sent.
struct UnsentMembers {
    std::vector<ContactId> contacts;
    std::vector<RemoteId> remoteIds; ///< beside `contacts`
};

/// What a reading of a list's members came to.
struct MembersOutcome {
    qint64 joined = 0;
    qint64 left = 0;
};

/// Lists and memberships as sync reads and writes them; each function one transaction on the writer thread. A list's
/// name and a membership can't conflict as a contact's field can: what this desk changed and has not sent yet wins.
class SyncLists
{
public:
    explicit SyncLists(Workspace &workspace) : m_workspace(workspace) {}

    /// All lists, also those that are deleted here and still over there.
    Result<std::vector<SyncList>> all();

    /// Before a creation leaves: its name, and what had that over there.
    /// False: the list is not here any more, and nothing is to leave.
    Result<bool> noteSent(ListId id, const QString &name, const std::vector<RemoteId> &known);
    /// Before a change of a bound list leaves: `there` as it was seen, and what the change makes of it.
    Result<void> noteChange(ListId id, const ListFields &there, const ListFields &sent);
    /// Before the deletion leaves. False: the list is here again, and nothing is to leave.
    Result<bool> noteDeletion(ListId id);
    /// The list is over there under this id, as `base`; what differs from that here is sent next. A choice about its
    /// end over there has no object any more.
    Result<void> bind(ListId id, const RemoteId &remoteId, const ListFields &base);
    /// After an answer: in step as far as it is as `base`.
    Result<void> settle(ListId id, const ListFields &base);
    /// What is wrong with it; Idle forgets that.
    Result<void> note(ListId id, SendState send, SendTrouble trouble, const QString &detail);
    /// The deletion is done over there.
    Result<void> forgetDeleted(ListId id);
    /// A list from over there, or one of ours that changed there.
    Result<ListId> arrive(const RemoteId &remoteId, const ListFields &fields, ChangeSetId &changeSet);
    /// `seen` becomes `fields`, as far as nobody has changed it here since; the gateway has `base`.
    Result<void> take(ListId id, const ListFields &seen, const ListFields &fields, const ListFields &base,
                      ChangeSetId &changeSet);
    /// The gateway has it no more: it goes here too, with its memberships. With something of it that waits to be sent
    /// it stays, unbound, as a conflict: to be created again, or to go. Where it was this desk's own deletion, taken
    /// back since, it is a new list.
    Result<void> takeDeletion(ListId id, ChangeSetId &changeSet);

    /// Pairs of bound contacts that this list is to get (`wanted`) or lose, at most `limit` of them from behind
    /// `after`; they are noted as sent. Refused ones wait for their time.
    Result<UnsentMembers> unsentMembers(ListId id, bool wanted, ContactId after, int limit);
    /// These pairs were seen to be over there as they are here; `growth`: by how many members the list grew over there.
    Result<void> settleMembers(ListId id, bool wanted, const std::vector<ContactId> &contacts, qint64 growth);
    /// These were refused with these words, and are as they were over there: they are sent again when their time has
    /// come (SyncRows::releaseRefused()), or something changes.
    Result<void> noteRefused(ListId id, bool wanted, const std::vector<ContactId> &contacts, const QString &words);
    /// The members over there, all of them. Who is not among them and was in step leaves only if `isCertain`: a first
    /// look may have missed him. The number of those that would leave comes back as `left` all the same.
    Result<MembersOutcome> takeMembers(ListId id, const std::vector<RemoteId> &members, bool isCertain,
                                       ChangeSetId &changeSet);

private:
    Workspace &m_workspace;
};

} // namespace Elenco
