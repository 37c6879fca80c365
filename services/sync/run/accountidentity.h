// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"

namespace Elenco {

/// Is this the account that the address book was in step with? After a key was given anew, contacts that are known by
/// id and number are looked up there, before anything is read or sent (sync.md section 2.9): what is known of one
/// account must not be laid over another.
class AccountIdentity
{
public:
    explicit AccountIdentity(SyncCourse &course) : m_course(course) {}

    /// True when it is, or when nothing is known yet; otherwise the run ends with OtherAccount, or with what kept it
    /// from being asked.
    Routine<bool> check();

private:
    SyncCourse &m_course;
};

} // namespace Elenco
