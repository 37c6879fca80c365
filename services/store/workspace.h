// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QLockFile>
#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace Elenco {

class Connection;

/// The file that holds one account's address book: opened, locked, brought to the current schema, and its connections.
///
/// Threads: open() and the destructor on one thread; reader() from any thread; writer() from one thread at a time
/// (the writer thread), which also does all checkpoints.
class Workspace
{
public:
    enum class Access {
        ReadWrite, ///< takes the lock; a file that is not there is made
        ReadOnly,  ///< takes no lock and writes nothing; the file must be there
    };

    /// Errors: InUse, NewerVersion, NotAWorkspace, NoPermission, IsDirectory, Damaged, DiskFull, NotFound (ReadOnly).
    static Result<std::unique_ptr<Workspace>> open(const QString &path, Access access = Access::ReadWrite);
    ~Workspace();

    QString path() const { return m_path; }
    bool isReadOnly() const { return !m_writer; }

    /// The one connection that writes.
    Connection &writer();

    /// A connection for reading, given back when the lease ends. A reader sees the last committed state.
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
    void markChanged() { ++m_revision; }

    /// Moves the write-ahead log into the file and empties it; after bulk work, on the writer thread.
    void checkpoint();

private:
    explicit Workspace(QString path);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Connection> m_writer;
    std::mutex m_readersMutex;
    std::vector<std::unique_ptr<Connection>> m_readers;
    std::atomic<qint64> m_revision = 0;
};

} // namespace Elenco
