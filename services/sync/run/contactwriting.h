// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"
#include "sync/plan/pushplan.h"
#include "sync/run/contactdeletion.h"
#include "sync/run/contactlookup.h"

namespace Elenco {

/// Reads a contact over there, merges it with its row, and writes what is left to be said: a change at once, a deletion
/// perhaps together with others (sync.md section 2.5). Repeated after a lost answer it finds what became of it.
class ContactWriting
{
public:
    ContactWriting(SyncCourse &course, ContactLookUp &lookUp, ContactDeletion &deletion)
        : m_course(course), m_lookUp(lookUp), m_deletion(deletion)
    {
    }

    /// True: the row may have something more to send.
    Routine<bool> run(SyncRow row);

private:
    Routine<bool> put(ContactId id, RemoteId remoteId, ContactWrite write, SeenRecord seenBefore);
    Routine<bool> settleAbsence(ContactId id, RemoteId remoteId);

    SyncCourse &m_course;
    ContactLookUp &m_lookUp;
    ContactDeletion &m_deletion;
};

} // namespace Elenco
