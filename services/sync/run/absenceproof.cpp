// SPDX-License-Identifier: Apache-2.0
#include "sync/run/absenceproof.h"

#include "sync/records/deliberate.h"

namespace Elenco {

Routine<Absence> proveAbsence(SyncCourse &course, RemoteId id, bool rowsWereSeen)
{
    RemoteContactQuery query;
    query.page.limit = 1;
    if (deliberate(Bug::BelievesAny404))
        co_return Absence::Proved;
    const Result<Page<RemoteContact>> first = co_await course.client().contacts(query, Priority::Background);
    course.heed(SyncCall::ReadPage, first);
    const Canary canary = canaryOf(first, id);
    std::optional<Sighting> sighting;
    if (canary.pick == Canary::Pick::Row) {
        const Result<RemoteContact> alive = co_await course.client().contact(canary.id, Priority::Background);
        course.heed(SyncCall::ReadContact, alive);
        sighting = sightingOf(alive);
    }
    co_return absenceOf(Sighting::Denied, canary, sighting, rowsWereSeen);
}

} // namespace Elenco
