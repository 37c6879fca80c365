// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"

namespace Elenco {

/// Brings the members of lists into step (sync.md section 2.5): sends who left and who joined, a thousand a request,
/// and reads a list where anything may differ. A member that a reading lacks leaves only when a second one lacks him
/// too.
class MemberSync
{
public:
    explicit MemberSync(SyncCourse &course) : m_course(course) {}

    /// `count`: members over there as the list of lists said; absent when it does not say. `all`: read the list even if
    /// that number is as it was.
    Routine<bool> run(SyncList list, std::optional<qint64> count, bool all);

private:
    Routine<bool> send(SyncList list, bool wanted);
    Routine<bool> read(SyncList list, std::vector<RemoteId> &members);

    SyncCourse &m_course;
    bool m_needsReading = false;
};

} // namespace Elenco
