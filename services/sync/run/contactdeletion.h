// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/bulk/bulklane.h"
#include "sync/course/synccourse.h"

#include <vector>

namespace Elenco {

/// Deletes contacts over there that were looked at just before: one by one, or many with one request (sync.md section
/// 2.5).
class ContactDeletion
{
public:
    /// `bulk`: says how many there are.
    ContactDeletion(SyncCourse &course, const BulkLane &bulk) : m_course(course), m_bulk(bulk) {}

    /// After a whole reading, which began less than ten minutes ago: it was the look before the deletion of whom it has
    /// met as he was.
    void believeReading(qint64 run) { m_reading = run; }
    /// Those whom it has met.
    Routine<bool> sendSeen();

    /// One that was read and is as it was.
    Routine<bool> add(SyncRows::Deletion deletion);
    /// What add() has not sent yet.
    Routine<bool> sendGathered();

private:
    size_t mostAtOnce() const;

    SyncCourse &m_course;
    const BulkLane &m_bulk;
    qint64 m_reading = 0;
    std::vector<SyncRows::Deletion> m_gathered;
};

} // namespace Elenco
