// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "store/sync/uploadrows.h"
#include "sync/bulk/temporarylist.h"
#include "sync/bulk/uploadfile.h"
#include "sync/course/newestlook.h"
#include "sync/course/synccourse.h"

namespace Elenco {

/// Sends new contacts by the thousand (sync.md section 2.5, "Bulk"): a file of ours is uploaded into a temporary list,
/// which is read back; whoever is in it is bound to his row by his number, the others are left to single creation, and
/// the list is deleted. The file's rows are marked as sent before it leaves, so each step may be cut off: the next run
/// reads the list that was left, and a whole reading of the contacts finds whom that lacks.
///
/// An account that leaves known numbers alone (two steps) can't overwrite anybody. One that updates by number can:
/// so only rows go that a whole reading in this run has not met, and right before it all that were added since are
/// looked at, from the newest back to one that the reading met. What somebody adds between that look and the end of
/// the upload may lose its names, and on an account that does not sort by id what was added since the reading; nothing
/// on this API can close that.
class BulkLane
{
public:
    /// More deletions than this are read together instead of one by one.
    static constexpr qint64 mostSingleDeletions = 1000;
    static constexpr qint64 fewDeletions = 10;

    explicit BulkLane(SyncCourse &course) : m_course(course), m_list(course), m_newest(course) {}

    /// Before anything is sent: what an earlier run left under way. `lists`: all over there. False: the course ends.
    Routine<bool> settleLeft(QList<RemoteList> lists);
    /// After settleLeft(): whether a whole reading has to come before sending.
    bool wantsReading() const
    {
        return m_work.creations > m_course.mostSingles() || m_work.underWay > 0 || readsForDeletions();
    }
    /// As it was last counted.
    const BulkWork &work() const { return m_work; }
    /// Reading all is the look before many deletions, or before some where it takes fewer requests and hides nothing.
    bool readsForDeletions() const
    {
        const Capabilities &known = m_course.client().capabilities();
        const qint64 pages = 2 + (m_work.known + m_work.deletions) / std::max(1, known.pageLimit);
        const bool isCheaper = m_work.deletions > fewDeletions && pages * 2 < m_work.deletions;
        return m_work.deletions > mostSingleDeletions ||
               (isCheaper && !known.fields.byId.empty() && !known.fields.hidesAny());
    }
    /// Rows that go another way.
    void leave(std::function<bool(const SyncRow &)> isLeft) { m_isLeft = std::move(isLeft); }
    /// After that reading, when it was whole, of this run, and nobody was found later whom it should have met.
    Routine<bool> confirmReading();

    /// At the turn of new contacts. Nothing happens without confirmReading(). False: the course ends.
    Routine<bool> run();
    /// So many rows were sent and not met in their list, that one more reading is cheaper than looking each up.
    bool wantsAnotherReading() const { return m_unmet > m_course.mostSingles(); }

private:
    enum class Fate {
        Imported, ///< the gateway says so; what is not in the list was left out
        Unknown,
        Refused,
        TooLarge,
        Full,
        Unfinished, ///< it says more than the list shows: it is still at work
    };
    Routine<bool> refresh();
    Routine<bool> lookForRoom();
    Routine<bool> sendFile();
    Routine<bool> fill();
    Routine<bool> takeBack();
    Routine<Fate> upload();
    Routine<Fate> confirm(UploadAnalysis analysis);
    void noteSaid(const ImportOutcome &import);
    Routine<bool> readBack(RemoteId list, std::optional<UploadFile::Names> names);
    Routine<bool> settle(Fate fate);

    SyncCourse &m_course;
    BulkWork m_work;
    TemporaryList m_list;
    NewestLook m_newest;
    std::function<bool(const SyncRow &)> m_isLeft;
    bool m_isUsable = false;
    bool m_isAtEnd = false; ///< no row is left to be looked at
    qint64 m_room = 0;
    qint64 m_mostRows = UploadFile::mostRows;
    int m_setbacks = 0;
    qint64 m_unmet = 0;

    // The file under way.
    std::shared_ptr<UploadFile> m_file;
    UploadFile::Columns m_columns = UploadFile::Columns::All;
    ContactId m_before, m_last; ///< its rows come from between them
    qint64 m_rows = 0;
    qint64 m_bound = 0;
    qint64 m_said = 0;       ///< the members that it is to bring, by the gateway's word
    qint64 m_members = 0;    ///< those that the list was seen to have
    bool m_isWhole = false;  ///< its list was read to the end
    QSet<QString> m_numbers; ///< of the file
};

} // namespace Elenco
