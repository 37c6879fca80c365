// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database/bookchange.h"

#include <QMetaObject>
#include <QString>

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

class QThread;

namespace Elenco {

class Connection;

/// The connections to a workspace's file. Each thread has its own, as Qt Sql wants it: made by the thread's first
/// question, closed by the end of the thread. Several may write; it is for who calls to have one thread write at a
/// time. Throws DatabaseFailure, SQLITE_READONLY_DBMOVED (Gone) where the file is not there any more.
class ThreadConnections
{
public:
    ThreadConnections(QString path, CommittedChanges &changes);
    /// Every other thread that asked has ended.
    ~ThreadConnections();
    ThreadConnections(const ThreadConnections &) = delete;

    // Of the calling thread.
    Connection &writer();
    /// For who has made it already, and looked at the file through it.
    void keepWriter(std::unique_ptr<Connection> writer);
    std::unique_ptr<Connection> takeReader();
    void giveBack(std::unique_ptr<Connection> reader);

private:
    struct OfThread {
        std::unique_ptr<Connection>
            writer; ///< closed last: what only reads can't move the write-ahead log into the file
        std::vector<std::unique_ptr<Connection>> readers; ///< those that are free
        QMetaObject::Connection ending;
    };
    OfThread &here();
    void close(QThread *thread);

    const QString m_path;
    CommittedChanges &m_changes;
    std::mutex m_mutex;
    std::unordered_map<QThread *, OfThread> m_threads;
};

} // namespace Elenco
