// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/syncpace.h"

namespace Elenco {

namespace {
constexpr qint64 soonest = 2000; // ms: before that the first answers say little
} // namespace

void SyncPace::note(SyncPhase phase, qint64 total, qint64 left, qint64 now)
{
    if (m_began < 0 || phase != m_phase || total != m_total || left > m_left) {
        m_phase = phase;
        m_total = total;
        m_began = now;
        m_leftAtFirst = left;
        m_left = left;
        m_remaining = -1;
        return;
    }
    const bool hasMoved = left < m_left;
    m_left = left;
    const qint64 done = m_leftAtFirst - left, took = now - m_began;
    if (left < 0 || done <= 0 || took < soonest)
        m_remaining = -1;
    else if (hasMoved || m_remaining < 0)
        m_remaining = took * left / done;
}

} // namespace Elenco
