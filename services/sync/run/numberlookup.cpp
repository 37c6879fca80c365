// SPDX-License-Identifier: Apache-2.0
#include "sync/run/numberlookup.h"

#include "sync/records/canonical.h"
#include "sync/records/contactmapping.h"
#include "sync/records/seenrecord.h"

#include <algorithm>

namespace Elenco {

LookUpDecision decideLookUp(LookUpReason reason, const std::string &number, const SyncRecord *sent,
                            const Page<RemoteContact> &page, const std::function<bool(const RemoteId &)> &isBound,
                            int looks)
{
    using Step = LookUpDecision::Step;
    QList<RemoteContact> hits;
    const bool byAddress = isAddress(number);
    std::copy_if(page.rows.begin(), page.rows.end(), std::back_inserter(hits), [&](const RemoteContact &row) {
        if (byAddress)
            return row.phoneNumber.value_or(QString()).isEmpty() &&
                   canonicalEmail(row.email.value_or(QString()).toStdString()) == number;
        return canonicalNumber(row.phoneNumber.value_or(QString()).toStdString()) == number;
    });
    if (hits.isEmpty() && byAddress && reason == LookUpReason::Refused)
        return {Step::Block, {}};
    if (hits.isEmpty() && page.rowsDropped > 0)
        return {Step::WaitForPull, {}}; // the filter is ignored here
    if (page.rowsDropped == 0 && !isWhole(page))
        return {Step::AskAgain, {}};

    const RemoteContact *chosen = nullptr;
    for (const RemoteContact &hit : hits) {
        if (isBound(hit.id))
            continue;
        const SeenRecord seen = SeenRecord::of(hit, SeenIn::Listing, std::make_shared<AccountFields>());
        const bool isWhatWasSent =
            sent && differingKeys(seen.spokenPart(*sent), seen.namedAs(*sent).record).empty();
        if (isWhatWasSent || (!chosen && !byAddress))
            chosen = &hit;
        if (isWhatWasSent)
            break;
    }
    if (chosen)
        return {Step::Adopt, chosen->id};
    if (!hits.isEmpty() && !byAddress)
        return {Step::TwoCards, hits.first().id};
    switch (reason) {
    case LookUpReason::OutcomeUnknown: return {Step::SendAgain, {}};
    case LookUpReason::NumberKnown: return {looks < mostFruitlessLooks ? Step::AskAgain : Step::Block, {}};
    case LookUpReason::Refused: return {Step::Block, {}};
    }
    Q_UNREACHABLE();
}

bool sharesNumber(const SyncRecord &local, const SyncRecord *sent, const SyncRecord &found)
{
    const std::string number = numberOf(found);
    return !number.empty() && (number == numberOf(local) || (sent && number == numberOf(*sent)));
}

} // namespace Elenco
