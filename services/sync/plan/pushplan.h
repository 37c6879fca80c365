// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"
#include "sync/plan/adoption.h"
#include "sync/records/contactmapping.h"
#include "sync/records/seenrecord.h"

namespace Elenco {

// What is sent about a contact next, computed from its state when its turn comes: there is no log of keystrokes, so
// edits coalesce by themselves, and an edit that was taken back needs no request (sync.md section 2.5).

/// A contact's row as pushing sees it.
struct ContactRow {
    enum class Hold {
        None,
        Blocked,       ///< refused: until it is changed, or sent by hand
        WaitsForQuota, ///< a new contact that there is no room for
    };
    RemoteId remoteId; ///< empty: bound to none
    bool isDeleted = false;
    SyncRecord local;
    SyncRecord base; ///< of a bound row: its shadow, or what it says itself (inStepRecord)
    /// What a request made of it whose outcome is unknown: a create, or the change of a bound row.
    std::optional<SyncRecord> sent;
    Hold hold = Hold::None;
    /// Of a bound row: its contact was read by its id, so that `base` knows what listings hide.
    bool wasRead = true;
    bool knowsMembers = true; ///< besides, its unknown members were seen there
    /// Of a bound row: a request left, with what `sent` says or to delete it, and what came of it is not known.
    bool isUnknown = false;
    std::optional<SyncRecord> deleted = {}; ///< of a deleted one: what it said
};

/// The next request about a row.
struct ContactStep {
    enum class Kind {
        Nothing, ///< in step, or held
        Draft,   ///< new, without a number or an address by which it could be found again
        Forget,  ///< deleted before it was ever sent: the row just goes
        LookUp,  ///< GET by `number` (lookUpKeyOf()), then decideLookUp(); on SendAgain `sent` is dropped and nextStep() asked again
        Create,  ///< POST `change`, after `sent` was committed as sent-and-unknown; its answer: mergeAnswer()
        Read,    ///< GET by id, then afterReading()
        Agree,   ///< what differs is on this computer alone: see agreed()
    };
    Kind kind = Kind::Nothing;
    std::string number;
    ContactChange change;
    SyncRecord sent;

    friend bool operator==(const ContactStep &, const ContactStep &) = default;
};
ContactStep nextStep(const ContactRow &row, const Capabilities &capabilities);

/// What comes of the reading before a write.
struct ContactWrite {
    enum class Kind {
        Nothing,      ///< it is over there already, or somebody wrote what we wanted
        Update,       ///< PUT `change`; its answer: mergeAnswer(merge.shadow, sent, …)
        Delete,       ///< DELETE by id
        Restored,     ///< it was edited there: nothing is sent, the row is back, with a conflict
        WrongContact, ///< the answer is about another contact: as an answer that could not be read
    };
    Kind kind = Kind::Nothing;
    MergeResult merge; ///< to be written to the row before anything is sent; not for Delete and WrongContact
    ContactChange change;
    SyncRecord sent;
    std::optional<RecordConflict> conflict;

    friend bool operator==(const ContactWrite &, const ContactWrite &) = default;
};
/// `showsTags` as in recordOf(). A PUT is the fresh answer overlaid with what changed here, and with what is known of
/// fields that it says nothing of; or only what changed, where the account has shown that omitted fields stay. No value
/// is left out to see whether it does.
ContactWrite afterReading(const ContactRow &row, const RemoteContact &fresh, bool showsTags, const Authorship &mine,
                          const Capabilities &capabilities);
/// The same where it is known what the answer says; `seen` is completed.
ContactWrite afterReading(const ContactRow &row, const RemoteContact &fresh, const SeenRecord &seen,
                          const Authorship &mine, const Capabilities &capabilities);

/// What a bound row's base is for merging with `found`. After a change was sent whose answer was lost, what is over
/// there by that is nobody else's edit, however the row was edited since (back to what it was, too). `found` is completed.
SyncRecord baseFor(const ContactRow &row, const SyncRecord &found);

/// The order of a push (sync.md section 2.5): deletions give room and numbers, and lists stay while contacts need them.
enum class PushStage {
    ListCreates,
    ContactDeletes,
    ContactCreates,
    ContactUpdates,
    ListUpdates,
    MemberRemoves,
    MemberAdds,
    ListDeletes
};
/// nullopt when there is nothing to send about the row.
std::optional<PushStage> stageOf(const ContactRow &row, const Capabilities &capabilities);

/// A contact's turn. Numbers are E.164, empty where none changes.
struct PushTurn {
    ContactId contact;
    PushStage stage = PushStage::ContactUpdates;
    std::string wants;    ///< the number it is to have over there, if it has not
    std::string releases; ///< the number it has over there and gives up
};
PushTurn turnOf(ContactId contact, PushStage stage, const ContactRow &row);
/// By stage, else as they come; but whoever wants a number that another one releases comes after that one. Where some
/// pass their numbers round in a ring, one of them is refused, and a person chooses.
std::vector<ContactId> inPushOrder(std::vector<PushTurn> turns);

} // namespace Elenco
