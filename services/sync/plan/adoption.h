// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/plan/merge.h"

namespace Elenco {

/// A choice about a whole contact (sync.md sections 2.4 and 2.5).
struct RecordConflict {
    /// Stored: add at the end only.
    enum class Kind {
        DeletedHereEditedThere, ///< the deletion was not sent, the row is back
        EditedHereDeletedThere, ///< the row went to the trash with its edits
        TwoCardsOneNumber,      ///< a new row whose number another row of this desk has over there
        ListDeletedThere,       ///< while members were waiting here
    };
    Kind kind = Kind::DeletedHereEditedThere;
    std::optional<SyncRecord> base;
    std::optional<SyncRecord> local;
    std::optional<SyncRecord> remote;

    friend bool operator==(const RecordConflict &, const RecordConflict &) = default;
};

/// What becomes of a row that was never bound and turns out to be a contact over there: found by its number after an
/// answer was lost, refused as known, or met in a listing.
struct Adoption {
    bool isOurs = false;       ///< it is what this row had sent
    bool staysDeleted = false; ///< the row was deleted here meanwhile, and the contact is to be deleted over there
    MergeResult merge;
    std::optional<RecordConflict> conflict;

    friend bool operator==(const Adoption &, const Adoption &) = default;
};

/// Why a row that has sent its creation is looked for over there.
enum class Creation {
    Unanswered, ///< it may have arrived
    Refused,    ///< as known: by what it found there, or by a copy of itself that came before it
};

/// `sent`: the creation that was sent, nullptr if there was none. Ours is only what equals it in every field and has
/// nothing beside, unknown members too, and was not there when it was refused; then the base is what was sent, and
/// edits made since are sent next. Anything else may be somebody's: no value is overwritten but one that equals what
/// was sent, and a row that was deleted here comes back (sync.md section 2.5, ADOPT).
Adoption adopt(const SyncRecord &local, bool isDeletedHere, const SyncRecord *sent, const SyncRecord &found,
               const Authorship &mine, Creation creation = Creation::Unanswered);

/// Before a deletion is sent, the contact is read: nullopt when it is as it was when last in step, in every field and
/// unknown member. Else it was edited there, and the row comes back as what it is there. Tags that were never compared
/// are no edit.
std::optional<RecordConflict> deletionMeetsEdit(const SyncRecord &base, const SyncRecord &found);

/// A contact is proved to be gone: nullopt when nothing was changed here, so that the row can go to the trash without a
/// word.
std::optional<RecordConflict> editMeetsDeletion(const SyncRecord &base, const SyncRecord &local);

/// A change of the number was refused because another contact has it: the row gets the number of `fresh` back, the rest
/// can still be sent.
FieldConflict takeNumberBack(SyncRecord &local, const SyncRecord &fresh);

/// A contact's membership of a list: what this desk wants, and what was last in step (sync.md section 2.5).
struct Membership {
    bool want = false;
    bool base = false;

    bool isSent() const { return want == base; }
    /// Neither here nor there: nothing to remember.
    bool isNothing() const { return !want && !base; }
    friend bool operator==(const Membership &, const Membership &) = default;
};

/// What a reading of the list says about one contact.
enum class MemberSeen {
    There,
    MissingOnce, ///< a page that was cut short would look the same
    Missing,     ///< the second look (the lists that hold the contact, or the next reading) says so too
};
struct MergedMembership {
    Membership membership;
    bool needsSecondLook = false;
    friend bool operator==(const MergedMembership &, const MergedMembership &) = default;
};
/// A yes or no can't conflict: what this desk changed wins, what it did not change is taken.
MergedMembership mergeMembership(Membership here, MemberSeen there);

} // namespace Elenco
