// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/contacts/contactstate.h"

namespace Elenco {

/// The condition on a row of `contact` that a new contact can be sent: with a number (E.164), by which it is found again;
/// or without any and with an address, unless the account has refused such a one (the fact addressesAloneKey). Others
/// are drafts, which stay here.
inline constexpr char sendableContact[] =
    "(valid=1 OR (phone='' AND email LIKE '%_@_%' AND NOT EXISTS(SELECT 1 FROM sync_state WHERE "
    "key='addressesAlone' AND value='no')))";
/// The name of that fact: "no" when the account takes nobody without a number. By hand it is asked again.
inline constexpr char addressesAloneKey[] = "addressesAlone";

/// Whether some of a difference can be said over there: no call writes tags.
inline bool canBeSent(const StateDifference &changes)
{
    return changes.after.size() > changes.after.count("tags");
}

} // namespace Elenco
