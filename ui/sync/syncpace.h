// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/records/syncreport.h"

#include <QString>

namespace Elenco {

/// How fast a sync goes in the part that it is in, and so when that is done. Parts differ: a thousand contacts are read
/// in the time that one is sent in, so that what was before says nothing.
class SyncPace
{
public:
    /// `left`: how many things this part has still before it; -1: nobody knows. `now`: milliseconds that run forward.
    void note(SyncPhase phase, qint64 total, qint64 left, qint64 now);
    void forget() { m_began = -1; }

    /// Milliseconds until this part is done; -1: too early to say.
    qint64 remaining() const { return m_remaining; }

private:
    SyncPhase m_phase = SyncPhase::Lists;
    qint64 m_total = 0;
    qint64 m_began = -1;
    qint64 m_leftAtFirst = 0;
    qint64 m_left = 0;
    qint64 m_remaining = -1;
};

} // namespace Elenco
