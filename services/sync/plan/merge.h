// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/records/syncrecord.h"

#include <vector>

namespace Elenco {

/// A value that a person has to choose: two others want the field. The row has the gateway's value meanwhile, so that
/// it stays in step; resolving is an edit like any other (sync.md section 2.6).
struct FieldConflict {
    /// Stored: add at the end only.
    enum class Kind {
        BothChanged, ///< here and there, differently
        NotTaken,    ///< sent, and the gateway kept what it had
        NumberTaken, ///< 409 on a change: the number belongs to another contact over there
    };
    Kind kind = Kind::BothChanged;
    std::string key;
    SyncValue base;   ///< when last in step; nothing if it never was
    SyncValue local;  ///< what was typed here
    SyncValue remote; ///< what the row has now

    friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
};

/// Something of ours that is something else now without a choice to make: shown, and can be restored.
struct ReplacedValue {
    /// Stored: add at the end only.
    enum class How {
        ByOthers,   ///< somebody else wrote another value
        Reverted,   ///< it went back to the value before ours: perhaps overwritten unseen, so this is said loudly
        Normalised, ///< the gateway has it in a form of its own
    };
    How how = How::ByOthers;
    std::string key;
    SyncValue ours;
    SyncValue now;

    bool isLoud() const { return how == How::Reverted; }
    friend bool operator==(const ReplacedValue &, const ReplacedValue &) = default;
};

/// A value of this desk that the gateway was seen to have, and what it had before.
struct ConfirmedValue {
    SyncValue value;
    SyncValue before;

    friend bool operator==(const ConfirmedValue &, const ConfirmedValue &) = default;
};
/// Of one contact, by field: whose values of its are ours (the table `mine` of sync.md section 2.2). An edit of a field
/// here may leave its note: it counts only while the row has that very value.
using Authorship = std::map<std::string, ConfirmedValue, std::less<>>;

/// What comes of a contact here and a contact there. The store writes all of it in one transaction.
struct MergeResult {
    SyncRecord record;               ///< what the row says from now on; `extra` is the gateway's
    SyncRecord shadow;               ///< what was last seen over there; to be kept while differs()
    std::vector<std::string> toSend; ///< fields that are to become over there what `record` says
    std::vector<std::string> taken;  ///< fields (and "tags") whose value in the row is another one now
    std::vector<FieldConflict> conflicts;
    std::vector<ReplacedValue> replaced;
    Authorship mine;

    /// False: the row is its own shadow. Tags differ without a call that could send them.
    bool differs() const;
    friend bool operator==(const MergeResult &, const MergeResult &) = default;
};

/// Three ways, field by field (sync.md section 2.6): what did not change over there stays as it is here, what did not
/// change here is taken from there, what both made the same is agreed; what both made differently is a conflict and
/// takes the gateway's value. Tags are a set of yes and no, which can't conflict. Unknown members are the gateway's.
///
/// `base`: the shadow, or what a row without one says. nullptr: nothing is known in common, as in join().
///
/// Merging again with the result's shadow, record and notes changes nothing. Pure; any thread.
MergeResult merge(const SyncRecord *base, const SyncRecord &local, const SyncRecord &remote, const Authorship &mine);

/// The same for a row that turns out to be a contact over there: nothing is known in common, so a field that only one
/// of them has is taken, and two different values are a conflict. Only what a request of ours may have made of it that
/// was not answered (`sent`, nullptr: none) is there by us, and what was edited here since is sent.
MergeResult join(const SyncRecord *sent, const SyncRecord &local, const SyncRecord &remote, const Authorship &mine);

/// When what a write made is seen: in its own answer, or in a listing some time after it, which may show what others
/// have made of it since.
enum class AnswerSeen { AtOnce, Later };

/// As merge(), for the answer to a write of ours that was carried out (PUT, POST). `before`: what the contact was over
/// there before, and `sent`: what the request made of it; a new contact was an empty record. `local`: the row now,
/// perhaps edited while the request was under way; such edits stay, and are sent next. A value that the gateway
/// normalised is taken in its form, or the row would differ for ever; one that it did not take is a conflict. Seen
/// later, its form can't be told from somebody's edit: what was ours stays to be seen, and an edit here is a conflict.
MergeResult mergeAnswer(const SyncRecord &before, const SyncRecord &sent, const SyncRecord &local,
                        const SyncRecord &answer, const Authorship &mine, AnswerSeen seen = AnswerSeen::AtOnce);

} // namespace Elenco
