// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"
#include "sync/run/listing.h"

namespace Elenco {

/// Reads every contact that the gateway has, from the last page to the first, which never misses one that lives through
/// it, and merges each into its row (sync.md section 2.4); forwards where the gateway does not say how many there are.
/// Goes on where an earlier run was stopped. What was not seen is asked for by its id, and only then believed to be
/// gone.
class ContactPull
{
public:
    explicit ContactPull(SyncCourse &course) : m_course(course) {}

    /// True when all was read, and nothing is missing any more. SyncReport::isFresh says whether this run read it all.
    Routine<bool> run();
    /// Whether everybody who was found to be over there was in its pages: of those that nobody here knows it has missed
    /// none, then, either.
    bool sawEverybody() const { return m_sawEverybody && m_rowsSeen >= m_firstRows; }
    /// The reading, for what was noted in it (PullRuns).
    qint64 id() const { return m_run.id; }

private:
    Routine<bool> begin();
    Routine<bool> findRoom(qint64 contacts);
    Routine<bool> readAll();
    Routine<bool> readDown();
    Routine<bool> readForward();
    Routine<bool> readTail();
    Routine<bool> readPage(qint64 page, qint64 nextPage);
    Routine<bool> take(Page<RemoteContact> page, qint64 nextPage, SeenIn in);
    Routine<bool> settleMissing();
    Routine<bool> endReading();
    Routine<bool> releaseUnknown();

    SyncCourse &m_course;
    PullRun m_run;
    PageExpectation m_expected;
    qint64 m_lastTotal = 0;
    qint64 m_rowsSeen = 0;
    qint64 m_firstRows = 0; ///< of the page that the reading began with
    int m_enumerations = 1;
    bool m_sampleIsGone = false;
    bool m_sawEverybody = true;
};

} // namespace Elenco
