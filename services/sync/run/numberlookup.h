// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/page.h"
#include "gateway/records/remotecontact.h"
#include "sync/records/syncrecord.h"

#include <functional>

namespace Elenco {

/// Why a number is looked up before anything else is sent about its row.
enum class LookUpReason {
    OutcomeUnknown, ///< a create whose answer was lost
    NumberKnown,    ///< a create refused because of its number (409)
    Refused,        ///< a create refused with words; the reference means "known" too
};

/// What a look-up by number leads to (sync.md section 2.5).
struct LookUpDecision {
    enum class Step {
        Adopt,       ///< the row is this contact: see adopt()
        TwoCards,    ///< the contact is another row of this desk: two cards, one number
        SendAgain,   ///< it is not there
        AskAgain,    ///< the answer was cut short, or the gateway may not show it yet; after a while
        WaitForPull, ///< the account can't be asked by number: a whole enumeration says whether it is there
        Block,       ///< refused, and not because of its number
    };
    Step step = Step::AskAgain;
    RemoteId contact; ///< of Adopt and TwoCards

    friend bool operator==(const LookUpDecision &, const LookUpDecision &) = default;
};

/// How often a refusal as "known" is looked up without finding anybody, before the row is blocked; 30 seconds apart.
inline constexpr int mostFruitlessLooks = 3;

/// `number`: E.164, as it was sent, or the address of somebody without one: who has that may be many, so only he is
/// taken who is just what was sent. `sent`: what was sent, for choosing where several contacts have the number (old
/// data): the one that is just that, else the first. `isBound`: whether another row of this desk is that contact.
/// `looks`: how often it was looked up before for this reason. A decision needs a whole answer.
LookUpDecision decideLookUp(LookUpReason reason, const std::string &number, const SyncRecord *sent,
                            const Page<RemoteContact> &page, const std::function<bool(const RemoteId &)> &isBound,
                            int looks);

/// True if the page is all there is, as far as it says.
template <typename Row>
bool isWhole(const Page<Row> &page)
{
    return !page.hasMore.value_or(false) && page.total.value_or(page.rowsGiven) == page.rowsGiven;
}

/// Whether a contact met in a listing may be this row, which is bound to none: it has the row's number, or the one that
/// was sent (sync.md section 2.4, step 7). Rows without a number are nobody.
bool sharesNumber(const SyncRecord &local, const SyncRecord *sent, const SyncRecord &found);

} // namespace Elenco
