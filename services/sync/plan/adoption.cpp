// SPDX-License-Identifier: Apache-2.0
#include "sync/plan/adoption.h"

#include "sync/records/canonical.h"
#include "sync/records/deliberate.h"

#include <QtGlobal>

namespace Elenco {

Adoption adopt(const SyncRecord &local, bool isDeletedHere, const SyncRecord *sent, const SyncRecord &found,
               const Authorship &mine, Creation creation)
{
    Adoption adoption;
    // No call sends tags: a contact with some was written by somebody.
    const bool isTagged = found.tags && !found.tags->empty();
    adoption.isOurs = sent && creation == Creation::Unanswered && differingKeys(*sent, found).empty() && !isTagged;
    adoption.merge = adoption.isOurs                          ? mergeAnswer(SyncRecord(), *sent, local, found, mine)
                     : deliberate(Bug::AdoptTakesLocalAsBase) ? merge(&local, local, found, mine)
                                                              : join(sent, local, found, mine);
    if (!isDeletedHere)
        return adoption;
    if (adoption.isOurs) {
        adoption.staysDeleted = true;
        return adoption;
    }
    // What was on the card when it was deleted was seen by whoever deleted it; what is over there was not.
    adoption.conflict = RecordConflict{RecordConflict::Kind::DeletedHereEditedThere, std::nullopt, local, found};
    adoption.merge = merge(&found, found, found, mine);
    return adoption;
}

std::optional<RecordConflict> deletionMeetsEdit(const SyncRecord &base, const SyncRecord &found)
{
    // Where no answer had shown tags yet, this contact had none.
    const bool isTagged = !base.tags && found.tags && !found.tags->empty();
    if (differingKeys(base, found).empty() && !isTagged)
        return std::nullopt;
    return RecordConflict{RecordConflict::Kind::DeletedHereEditedThere, base, std::nullopt, found};
}

std::optional<RecordConflict> editMeetsDeletion(const SyncRecord &base, const SyncRecord &local)
{
    SyncRecord here = local;
    here.extra = base.extra; // a row has none of its own
    if (differingKeys(base, here).empty())
        return std::nullopt;
    return RecordConflict{RecordConflict::Kind::EditedHereDeletedThere, base, local, std::nullopt};
}

FieldConflict takeNumberBack(SyncRecord &local, const SyncRecord &fresh)
{
    const std::string key = "phoneNumber";
    const SyncValue there = fresh.value(key);
    FieldConflict conflict{FieldConflict::Kind::NumberTaken, key, there, local.value(key), there};
    local.set(key, there);
    return conflict;
}

MergedMembership mergeMembership(Membership here, MemberSeen there)
{
    switch (there) {
    case MemberSeen::There: return {{here.isSent() || here.want, true}, false};
    case MemberSeen::MissingOnce: return {here, here.base};
    case MemberSeen::Missing: return {{!here.isSent() && here.want, false}, false};
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
