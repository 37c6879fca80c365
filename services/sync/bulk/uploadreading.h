// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "store/sync/uploadrows.h"
#include "sync/bulk/uploadfile.h"
#include "sync/course/synccourse.h"

namespace Elenco {

/// Reads the temporary list that a file went into: whoever is in it is bound to his row by his number, and what the row
/// and the contact say is merged with what was sent as their common past (sync.md section 2.5, "Bulk"). What an upload
/// brings there is learned from what the list shows, and from a few contacts read by their ids where it hides that.
class UploadReading
{
public:
    /// What the file was like.
    struct Manner {
        std::optional<qulonglong> newestId; ///< right before it left; whoever has a higher id came with it
        qint64 creations = 0;               ///< how many new contacts wait in all, for the progress
        std::optional<UploadFile::Names> names = {}; ///< how they were in it; none: nobody knows any more
    };
    UploadReading(SyncCourse &course, const Manner &manner) : m_course(course), m_manner(manner) {}

    /// False: the course may not go on.
    Routine<bool> run(RemoteId list);

    bool isWhole() const { return m_isWhole; }   ///< the list was read to its end
    qint64 members() const { return m_members; } ///< that it was seen to have
    qint64 bound() const { return m_bound; }     ///< rows

private:
    struct Trial {
        RemoteId id;
        SyncRecord sent;
    };
    Routine<bool> readTrials(std::vector<Trial> trials);
    Routine<bool> settleTrial(ContactId id, SeenRecord seen, SyncRecord sent);
    void noteCarried(const AccountFields &learned);

    SyncCourse &m_course;
    Manner m_manner;
    bool m_isWhole = false;
    qint64 m_members = 0;
    qint64 m_bound = 0;
};

/// What becomes of the rows of a file that its list did not have: to be called once it was read, or is not to be. False:
/// the course ends.
Routine<bool> settleRest(SyncCourse &course, UploadRows::Rest rest);

} // namespace Elenco
