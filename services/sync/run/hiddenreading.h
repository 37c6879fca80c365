// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"

namespace Elenco {

/// Reads contacts by their ids where listings do not show all of them: those that were met for the first time, those
/// about which a choice is to be made, and those that lack what they had, some of them a run. An account is asked for a
/// few at first, to see whether it hides anything; and for a few that were sent, to see what it keeps.
class HiddenReading
{
public:
    /// Contacts a run: the rest is read in the runs to come.
    static constexpr int mostAtOnce = 200;

    explicit HiddenReading(SyncCourse &course) : m_course(course) {}

    /// After a reading of all contacts. False: the course may not go on.
    Routine<bool> run();
    /// After something was sent, whether all is read or not: a few contacts to which went what nobody knows the account
    /// to keep. False: the course may not go on.
    Routine<bool> readTrials();

private:
    Routine<bool> read(SyncRow row);
    Routine<bool> readUnread(int most);
    Routine<bool> readUnsure();

    SyncCourse &m_course;
    int m_read = 0; ///< of those that were unread
};

} // namespace Elenco
