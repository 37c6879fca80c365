// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/bulk/bulklane.h"
#include "sync/bulk/cardlane.h"
#include "sync/course/synccourse.h"
#include "sync/run/contactdeletion.h"
#include "sync/run/contactlookup.h"
#include "sync/run/contactwriting.h"

namespace Elenco {

/// Sends what waits about contacts, one after the other: deletions, new ones, changes (sync.md section 2.5). Every step
/// is safe to repeat: a request is noted as "sent, outcome unknown" before it leaves, and what is noted so is looked at
/// before anything is sent again. A row that is refused does not hold up the others.
class ContactPush
{
public:
    /// `bulk`: takes new contacts when there are many.
    ContactPush(SyncCourse &course, BulkLane &bulk)
        : m_course(course),
          m_bulk(bulk),
          m_cards(course),
          m_lookUp(course),
          m_deletion(course, bulk),
          m_writing(course, m_lookUp, m_deletion)
    {
    }

    /// Ends early when the course may not go on.
    Routine<bool> run();

    /// Before a whole reading: a new contact whose answer was lost is looked up by the number that was sent, which may
    /// not be the row's any more; the reading would take it for somebody else.
    Routine<bool> settleUnknown();
    /// After one: see ContactDeletion.
    void believeReading(qint64 run) { m_deletion.believeReading(run); }

private:
    Routine<bool> lookForRoom();
    Routine<bool> sendAll(Unsent kind, SyncPhase phase);
    Routine<bool> send(ContactId id);
    Routine<bool> create(ContactId id);
    Routine<bool> createInBulk();

    SyncCourse &m_course;
    BulkLane &m_bulk;
    CardLane m_cards;
    ContactLookUp m_lookUp;
    ContactDeletion m_deletion;
    ContactWriting m_writing;
    bool m_isFull = false; ///< the gateway takes no new contact in this run
};

} // namespace Elenco
