// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "core/result.h"
#include "store/database/bookchange.h"
#include "store/database/reserve.h"
#include "store/database/threadconnections.h"
#include "store/database/unsyncedlog.h"
#include "store/database/workspacelock.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace Elenco {

class Connection;

/// Something that a person should know about an edit that was saved all the same.
struct WorkspaceTrouble {
    enum class Kind {
        ReserveUsed,   ///< the disk is full; the space that was held back took the edit
        LogNotWritten, ///< the edit is in the database only, and not in the log beside it
                       ///< (store/database/unsyncedlog.h)
    };
    Kind kind = Kind::ReserveUsed;
    Error error;
};

/// The file that holds one account's address book: opened, locked, brought to the current schema, and its connections.
///
/// Threads: open() and the destructor on one thread, which outlives all others that use it. A thread that asks gets
/// connections of its own (store/database/threadconnections.h). One thread writes, and does all checkpoints: SQLite
/// before 3.51.3 can lose pages when two do so at once. The thread that opened it has its connection all the while: the
/// file that was opened is held by it, and its closing, the last, moves the write-ahead log into the file and removes
/// it.
class Workspace
{
public:
    enum class Access {
        ReadWrite, ///< takes the lock; a file that is not there is made
        ReadOnly,  ///< takes no lock and writes nothing; the file must be there
    };

    /// Of the file as it is; programs call openWorkspace() (store/recovery/openworkspace.h), which brings home what the
    /// file lost. `underLock` is called with the path once the lock is taken, before the file is looked at. Errors:
    /// InUse, NewerVersion, NotAWorkspace, NoPermission, IsDirectory, Damaged, DiskFull, NotFound (ReadOnly),
    /// Unsupported (an older file, ReadOnly; or Qt and we do not share one SQLite, store/database/sqlfunctions.h).
    static Result<std::unique_ptr<Workspace>> open(const QString &path, Access access = Access::ReadWrite,
                                                   const std::function<void(const QString &)> &underLock = {});
    ~Workspace();

    QString path() const { return m_path; }
    bool isReadOnly() const { return !m_lock; }
    /// The program that had it open before did not come to its end: whoever has the time looks it over
    /// (quickCheck()).
    bool endedUncleanly() const { return m_endedUncleanly; }

    /// Whether the path still leads to the file that was opened: nobody has deleted, moved or replaced it. What is
    /// written after that would be nowhere, so every transaction asks first (ErrorKind::Gone). The writer thread.
    bool isInPlace();

    /// The calling thread's connection that writes.
    Connection &writer();
    /// Makes it now: from then on a file that is taken away can still be copied (saveCopy()).
    Result<void> connectWriter();

    /// A connection of the calling thread for reading, given back on it when the lease ends. A reader sees the last
    /// committed state.
    class ReaderLease
    {
    public:
        ReaderLease(Workspace &workspace, std::unique_ptr<Connection> connection);
        ReaderLease(ReaderLease &&) noexcept;
        ~ReaderLease();
        Connection &operator*() const { return *m_connection; }
        Connection *operator->() const { return m_connection.get(); }

    private:
        Workspace *m_workspace;
        std::unique_ptr<Connection> m_connection;
    };
    ReaderLease reader();

    /// Counts the committed writes of this process: a cached answer is good while it has not moved.
    qint64 revision() const { return m_revision; }
    /// Called by whoever has just committed a change of contacts, lists or tags.
    void markChanged()
    {
        ++m_revision;
        m_isMarked = true;
    }
    /// What was committed since the last time (Connection::notes()); nothing when nothing was. One that names nobody
    /// and no list: something else that is shown about them. Any thread.
    std::optional<BookChange> takeChange();

    // Beside the file, on the writer thread.
    UnsyncedLog &log() { return m_log; }
    Reserve &reserve() { return m_reserve; }

    /// SQLite came upon damage: the next opening says so at once. Any thread.
    void markDamaged();

    /// Of the last edit; any thread.
    void noteTrouble(const WorkspaceTrouble &trouble);
    std::optional<WorkspaceTrouble> takeTrouble();

    /// Moves the write-ahead log into the file and empties it; after bulk work, on the writer thread.
    void checkpoint();

private:
    explicit Workspace(QString path);
    Result<void> openWriter();

    QString m_path;
    UnsyncedLog m_log;
    Reserve m_reserve;
    bool m_endedUncleanly = false;
    std::mutex m_troubleMutex;
    std::optional<WorkspaceTrouble> m_trouble;
    std::unique_ptr<WorkspaceLock> m_lock;
    CommittedChanges m_changes;
    ThreadConnections m_connections;
    std::atomic<qint64> m_revision = 0;
    std::atomic<bool> m_isMarked = false; ///< since takeChange()
};

/// Removes a workspace with everything that lies beside it, for good. Nobody may have it open; nothing happens where
/// somebody has.
void removeWorkspace(const QString &path);

/// The log of a workspace's file.
QString unsyncedLogPath(const QString &workspacePath);
/// A file of this name says that the workspace is damaged although it opens: it opens no more until it is rescued.
QString damageMarkPath(const QString &workspacePath);
/// SQLite's own quick look over the whole file, on a reading connection; Damaged when it finds something. It reads
/// everything, so it takes seconds. Any thread.
Result<void> quickCheck(Workspace &workspace, const JobControl &control);

} // namespace Elenco
