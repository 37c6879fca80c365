// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sync/syncrow.h"
#include "sync/plan/adoption.h"
#include "sync/plan/pushplan.h"
#include "sync/records/seenrecord.h"

#include <functional>

namespace Elenco {

// What was seen is completed (SeenRecord::completedBy()) before it comes here.
// What the store keeps of a row (store/sync/syncrow.h), and what decisions are made of: one mapping, both ways.

ContactRow contactRowOf(const SyncRow &row);
Authorship authorshipOf(const SyncRow &row);

/// The row after a merge with what was seen: nothing is under way about it any more.
SyncChange changeOf(const SyncRow &row, const MergeResult &merge, const SeenRecord &seen, const NumberJudge &judge);
/// The row after it was found to be a contact over there.
SyncChange changeOf(const SyncRow &row, const Adoption &adoption, const SeenRecord &seen, const NumberJudge &judge);
/// The row after a listing showed it. What was sent, and what it hides, stays a request without an answer.
SyncChange listingOf(const SyncRow &row, const SeenRecord &seen, const NumberJudge &judge);
/// A listing that hides a part of what was sent says nothing of what became of it: that goes on being a request without
/// an answer, until the contact is read by its id. `base`: what was there before, `shadow`: what is known to be there.
void keepUnanswered(SyncChange &change, const SyncRow &row, const SyncRecord &base, const SeenRecord &seen,
                    const SyncRecord &shadow);
/// The row after it was read by its id without anything to send; nullopt when it is read anyhow before it is sent.
/// `sent`: what this desk has made of it just before, which is nobody else's edit.
std::optional<SyncChange> readingOf(const SyncRow &row, const SeenRecord &seen, const NumberJudge &judge,
                                    const SyncRecord *sent = nullptr);
/// The row that has the number of a contact over there, and is it: see adopt(). Of what was sent only what `seen` speaks
/// of is compared: the rest is looked at before it is sent again.
SyncChange adoptionOf(const SyncRow &row, const SyncRecord *sent, const SeenRecord &seen, Creation creation,
                      const NumberJudge &judge);
/// The row when what differs is not kept over there: it is in step as it is here.
SyncChange agreementOf(const SyncRow &row, const Capabilities &capabilities);
/// The row when the account begins to show fields that were on this computer alone: what is in them
/// was never over there (AccountFields::begun). nullopt: it has nothing in them.
std::optional<SyncChange> separationOf(const SyncRow &row, const AccountFields::Keys &begun);
/// A row that is new here.
SyncChange arrivalOf(const SeenRecord &seen, const NumberJudge &judge);
/// A deleted row that was read, and is to be deleted over there as it is there.
SyncChange deletionOf(const SyncRow &row, const SeenRecord &seen);
/// What `seen` has of a deleted row that nobody here has ever seen: nothing was known to be there, and nothing typed.
ContactState unseenOf(const SyncRow &row, const SeenRecord &seen);
/// A row that is proved to be gone over there.
SyncChange departureOf(const SyncRow &row);
/// A row that is gone over there and is to be a new contact; of a deleted one nothing stays.
SyncChange unboundOf(const SyncRow &row);

NewConflict conflictOf(const RecordConflict &conflict, const SyncRow &row);

} // namespace Elenco
