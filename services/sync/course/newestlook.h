// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"

#include <QSet>

namespace Elenco {

/// Whoever was added over there since a reading: all contacts from the newest back to one that this desk has, so that
/// the reading met whoever is older. For accounts where an upload overwrites a contact of the same number. Where an
/// account does not sort by id, it shows somebody of long ago at once.
class NewestLook
{
public:
    explicit NewestLook(SyncCourse &course) : m_course(course) {}

    /// True: everybody was looked at, and the last request showed that nobody has come while it took several. False:
    /// not this time, or the course may not go on. Asks for nothing where uploads leave known numbers alone.
    Routine<bool> run();

    /// E.164, of all that were seen in this or an earlier look.
    const QSet<QString> &numbers() const { return m_numbers; }
    /// The highest id, on accounts whose ids are numbers; none: not known.
    std::optional<qulonglong> newestId() const { return m_newestId; }

private:
    enum class Reach { AtOnce, Later, Not };
    Routine<Reach> lookBack();

    SyncCourse &m_course;
    QSet<QString> m_numbers;
    QSet<RemoteId> m_seen; ///< in looks that came to their end
    bool m_sawNobody = false;
    std::optional<qulonglong> m_newestId;
};

} // namespace Elenco
