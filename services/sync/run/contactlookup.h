// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"
#include "sync/run/numberlookup.h"

namespace Elenco {

/// Asks the gateway who has a number, where a new contact may be there already: its answer was lost, or it was refused
/// as known (sync.md section 2.5). What that means is decided in sync/run/numberlookup.h.
class ContactLookUp
{
public:
    explicit ContactLookUp(SyncCourse &course) : m_course(course) {}

    /// True: the row may have something more to send. `refusal`: why it was not taken, if there was an answer.
    Routine<bool> run(SyncRow row, LookUpReason reason, std::string number, std::optional<Error> refusal);
    /// Has another contact than `besides` this number, E.164?
    Routine<bool> isTaken(std::string number, RemoteId besides);

private:
    Routine<bool> noteTwoCards(ContactId id);
    Routine<bool> refuseAddresses(ContactId id);

    SyncCourse &m_course;
};

} // namespace Elenco
