// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/remotelist.h"
#include "store/contacts/lists.h"
#include "sync/plan/pushplan.h"

#include <functional>
#include <vector>

namespace Elenco {

// Lists and memberships (sync.md section 2.5). A list is a SyncRecord of "name", "description" and "isTest", so that
// merge() brings it into step as it does a contact.

SyncRecord recordOf(const ContactList &list);
SyncRecord recordOf(const RemoteList &list);
/// The body that gives a list the values of `keys` ("name", "description", "isTest"); of a new list: all it has.
ListChange listChangeOf(const SyncRecord &record, const std::vector<std::string> &keys);

/// A list's row as pushing sees it.
struct ListRow {
    RemoteId remoteId; ///< empty: bound to none
    bool isDeleted = false;
    SyncRecord local;
    SyncRecord base;        ///< of a bound row, as in ContactRow
    bool isUnknown = false; ///< a create was sent, and its outcome is unknown
    /// The lists of this name that were there before the first create was sent; nullopt: none was sent.
    std::optional<QList<RemoteId>> idsBefore;
    bool isBlocked = false;
};

/// The next request about a list.
struct ListStep {
    enum class Kind {
        Nothing,
        Forget,  ///< deleted before it was ever sent
        ReadAll, ///< all lists, deleted ones too, then decideListCreate()
        Read,    ///< GET by id, then merge(), and PUT what it says is to be sent
        Delete,  ///< DELETE by id; last of a push
    };
    Kind kind = Kind::Nothing;
    friend bool operator==(const ListStep &, const ListStep &) = default;
};
ListStep nextStep(const ListRow &row);
/// nullopt when there is nothing to send about the list.
std::optional<PushStage> stageOf(const ListRow &row);

/// Creating a list is the one call that makes a second one when it is repeated, since names are not unique over there.
struct ListCreate {
    enum class Kind {
        Create,       ///< POST, after `idsBefore` and "sent, unknown" were committed
        Bind,         ///< ours, whose answer was lost: `list`
        DeletedThere, ///< it was made, and somebody deleted it since
        AskAgain,     ///< an empty answer after a lost one is asked for twice, thrice where no list is known
        Unclear,      ///< the answer is not whole, or lacks the lists that are known to be there: the run stops
        Forget,       ///< deleted here, and it was never made
    };
    Kind kind = Kind::Unclear;
    RemoteId list;
    QList<RemoteId> idsBefore;

    friend bool operator==(const ListCreate &, const ListCreate &) = default;
};
/// `all`: every list over there, tombstones too, `isWhole` when the answer was (numberlookup.h). `isKnown`: whether a
/// list is bound to one of this desk, `knowsAny`: whether any is. `looks`: how often the lists were read for this
/// before.
ListCreate decideListCreate(const ListRow &row, const QList<RemoteList> &all, bool isWhole,
                            const std::function<bool(const RemoteId &)> &isKnown, bool knowsAny, int looks);

/// A contact's place in a list, as far as it is bound.
struct MemberPair {
    RemoteId contact; ///< empty: not bound, its turn comes with the next push
    Membership membership;
};
/// One call about members of one list.
struct MemberStep {
    bool isRemoval = false;
    QList<RemoteId> contacts; ///< at most MemberBatch::most

    friend bool operator==(const MemberStep &, const MemberStep &) = default;
};
/// Removals first, then additions. Both may be repeated; what came of them is seen when the list is read.
std::vector<MemberStep> memberSteps(const std::vector<MemberPair> &pairs);

} // namespace Elenco
