// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/remotecontact.h"
#include "store/syncrow.h"
#include "sync/adoption.h"
#include "sync/pushplan.h"

#include <functional>

namespace Elenco {

// What the store keeps of a row (store/syncrow.h), and what decisions are made of: one mapping, both ways.

ContactRow contactRowOf(const SyncRow &row);
Authorship authorshipOf(const SyncRow &row);

/// What was last seen of a contact over there.
struct SeenRecord {
    RemoteId id;
    SyncRecord record;
    bool showsTags = false;

    static SeenRecord of(const RemoteContact &contact, bool showsTags);
    qint64 fingerprint() const;
};

/// The row after a merge with what was seen: nothing is under way about it any more.
SyncChange changeOf(const SyncRow &row, const MergeResult &merge, const SeenRecord &seen, const NumberJudge &judge);
/// The row after it was found to be a contact over there.
SyncChange changeOf(const SyncRow &row, const Adoption &adoption, const SeenRecord &seen, const NumberJudge &judge);
/// A row that is new here.
SyncChange arrivalOf(const SeenRecord &seen, const NumberJudge &judge);
/// A deleted row that was read, and is to be deleted over there as it is there.
SyncChange deletionOf(const SyncRow &row, const SeenRecord &seen);
/// A row that is proved to be gone over there.
SyncChange departureOf(const SyncRow &row);
/// A row that is gone over there and is to be a new contact; of a deleted one nothing stays.
SyncChange unboundOf(const SyncRow &row);

NewConflict conflictOf(const RecordConflict &conflict, const SyncRow &row);

} // namespace Elenco
