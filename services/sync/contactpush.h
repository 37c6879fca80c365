// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/bulklane.h"
#include "sync/listing.h"
#include "sync/numberlookup.h"
#include "sync/synccourse.h"

namespace Elenco {

/// Sends what waits about contacts, one after the other: deletions, new ones, changes (sync.md section 2.5). Every step
/// is safe to repeat: a request is noted as "sent, outcome unknown" before it leaves, and what is noted so is looked at
/// before anything is sent again. A row that is refused does not hold up the others.
class ContactPush
{
public:
    /// `bulk`: takes new contacts when there are many; may be none.
    explicit ContactPush(SyncCourse &course, BulkLane *bulk = nullptr) : m_course(course), m_bulk(bulk) {}

    /// Ends early when the course may not go on.
    Routine<bool> run();

    /// Before a whole reading: a new contact whose answer was lost is looked up by the number that was sent, which may
    /// not be the row's any more; the reading would take it for somebody else.
    Routine<bool> settleUnknown();
    /// After one, which began less than ten minutes ago: it was the reading before the deletion of whom it has met as
    /// he was (sync.md section 2.5).
    void believeReading(qint64 run) { m_reading = run; }

    /// A contact that the gateway denies to have: is it gone? Asks for another one, picked now.
    Routine<Absence> prove(RemoteId id, bool rowsWereSeen);

private:
    Routine<bool> lookForRoom();
    Routine<bool> sendAll(Unsent kind, SyncPhase phase);
    Routine<bool> send(ContactId id);
    Routine<bool> create(ContactId id);
    Routine<bool> lookUp(SyncRow row, LookUpReason reason, std::string number, QString words);
    Routine<bool> noteTwoCards(ContactId id);
    Routine<bool> readAndWrite(SyncRow row);
    Routine<bool> put(ContactId id, RemoteId remoteId, ContactWrite write, SyncRecord fresh);
    Routine<bool> isTaken(std::string number, RemoteId besides);
    Routine<bool> createInBulk();
    Routine<bool> removeSeen();
    size_t deletionsAtOnce() const;
    Routine<bool> removeGathered();
    Routine<bool> settleAbsence(ContactId id, RemoteId remoteId);
    Routine<bool> hold(ContactId id, SendState state, SendTrouble trouble, QString detail);

    SyncCourse &m_course;
    BulkLane *m_bulk;
    qint64 m_reading = 0;
    std::vector<SyncRows::Deletion> m_gathered; ///< read, and to be deleted with one request
    bool m_isFull = false;                      ///< the gateway takes no new contact in this run
};

} // namespace Elenco
