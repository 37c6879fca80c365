// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"
#include "sync/run/listing.h"

#include <functional>

namespace Elenco {

/// The contacts that a reading has not met: gone over there only where it is proved (sync.md section 2.4). Each is
/// asked for by its id; very many are a question to a person.
class AbsentContacts
{
public:
    /// One that is there after all is taken as if a page had had it.
    using Take = std::function<Routine<bool>(const RemoteContact &)>;
    AbsentContacts(SyncCourse &course, const PullRun &run, bool rowsWereSeen, Take take)
        : m_course(course), m_run(run), m_rowsWereSeen(rowsWereSeen), m_take(std::move(take))
    {
    }

    // True: settled. False: the course may not go on, or a person has to answer first.
    Routine<bool> proveEach();
    /// Asks for some of them by chance; nothing is settled by that.
    Routine<bool> proveSample();
    /// Those that this desk had deleted and brought back before it knew what came of that are new contacts. Gives their
    /// number.
    Routine<qint64> settleOwnDeletions();
    /// `missing`: their number, to be said to whoever is asked.
    Routine<bool> settleByAnswer(qint64 missing);

    /// The account says something else than the reading: it must not be gone on with, or each run would end here.
    bool contradictsReading() const { return m_contradictsReading; }

private:
    Routine<std::vector<SyncRow>> next(ContactId after, int limit);
    Routine<bool> prove(SyncRow row);

    SyncCourse &m_course;
    const PullRun &m_run;
    bool m_rowsWereSeen;
    Take m_take;
    bool m_contradictsReading = false;
};

} // namespace Elenco
