// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "store/sync/uploadrows.h"
#include "sync/bulk/temporarylist.h"
#include "sync/bulk/uploadcards.h"
#include "sync/course/synccourse.h"

namespace Elenco {

/// Sends new contacts that have tags, where an account takes tags, and a list's name, only with the upload of cards
/// (UC-020): one file for those that have the same tags, into a temporary list, which is read back as that of a table
/// (sync/bulk/bulklane.h). Known numbers are left alone by it (SKIP), so nobody is overwritten; they are looked up one
/// by one. What the gateway complains of is written on the row that it is about. What a card can't say follows as a
/// change.
class CardLane
{
public:
    explicit CardLane(SyncCourse &course) : m_course(course), m_list(course) {}

    /// Whether the account follows UC-020, by the shape of its answers.
    static bool isWanted(const Capabilities &capabilities);

    /// At the turn of new contacts, before any other way. False: the course ends.
    Routine<bool> run();
    /// It goes by cards in a later run: sent otherwise it would lose its tags. Any thread, while run() does not.
    bool keeps(const SyncRow &row) const;

private:
    enum class Fate { Imported, Unknown, Refused, TooLarge, Full };
    Routine<bool> nameList();
    Routine<bool> fill();
    Routine<bool> sendFile();
    Routine<Fate> upload();
    Routine<bool> settle(Fate fate);
    Routine<bool> writeComplaints();

    SyncCourse &m_course;
    TemporaryList m_list;
    bool m_isOver = false;        ///< no more of them in this run
    bool m_isInterrupted = false; ///< they go in a later one
    qint64 m_mostRows = UploadCards::mostRows;
    qint64 m_room = 0;
    int m_setbacks = 0;

    // The file under way.
    std::shared_ptr<UploadCards> m_file;
    QStringList m_tags;
    qint64 m_rows = 0;
    ImportOutcome m_import;
};

} // namespace Elenco
