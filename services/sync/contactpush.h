// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
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
    explicit ContactPush(SyncCourse &course) : m_course(course) {}

    /// Ends early when the course may not go on.
    Routine<bool> run();

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
    Routine<bool> remove(ContactId id, RemoteId remoteId);
    Routine<bool> settleAbsence(ContactId id, RemoteId remoteId);
    Routine<bool> hold(ContactId id, SendState state, SendTrouble trouble, QString detail);

    SyncCourse &m_course;
    bool m_isFull = false; ///< the gateway takes no new contact in this run
};

} // namespace Elenco
