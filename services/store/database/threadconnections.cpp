// SPDX-License-Identifier: Apache-2.0
#include "store/database/threadconnections.h"

#include "store/database/sqlite.h"

#include <QFile>
#include <QThread>

#include <sqlite3.h>

namespace Elenco {

namespace {

void configureWriter(Connection &connection)
{
    connection.execute("PRAGMA journal_mode=WAL");
    connection.execute("PRAGMA foreign_keys=ON");
    connection.execute("PRAGMA fullfsync=ON"); // macOS: on the disk, and not in its cache (nothing elsewhere)
    connection.execute("PRAGMA trusted_schema=OFF");
    connection.execute("PRAGMA cache_size=-65536");
    connection.execute("PRAGMA journal_size_limit=67108864");
    connection.execute("PRAGMA threads=2"); // sorters of CREATE INDEX
}

std::unique_ptr<Connection> openReader(const QString &path)
{
    auto connection = std::make_unique<Connection>(path, Connection::Mode::ReadOnly);
    connection->execute("PRAGMA query_only=ON");
    connection->execute("PRAGMA cache_size=-16384");
    connection->execute("PRAGMA temp_store=MEMORY");
    return connection;
}

// SQLite would make a new one.
void requireFile(const QString &path)
{
    if (!QFile::exists(path))
        throw DatabaseFailure{SQLITE_READONLY_DBMOVED, {}};
}

} // namespace

ThreadConnections::ThreadConnections(QString path, CommittedChanges &changes)
    : m_path(std::move(path)), m_changes(changes)
{
}

ThreadConnections::~ThreadConnections()
{
    close(QThread::currentThread());
    Q_ASSERT(m_threads.empty());
}

Connection &ThreadConnections::writer()
{
    OfThread &own = here();
    if (!own.writer) {
        requireFile(m_path);
        keepWriter(std::make_unique<Connection>(m_path, Connection::Mode::ReadWrite, &m_changes));
    }
    return *own.writer;
}

void ThreadConnections::keepWriter(std::unique_ptr<Connection> writer)
{
    configureWriter(*writer);
    here().writer = std::move(writer);
}

std::unique_ptr<Connection> ThreadConnections::takeReader()
{
    OfThread &own = here();
    if (own.readers.empty()) {
        requireFile(m_path);
        return openReader(m_path);
    }
    std::unique_ptr<Connection> reader = std::move(own.readers.back());
    own.readers.pop_back();
    return reader;
}

void ThreadConnections::giveBack(std::unique_ptr<Connection> reader)
{
    here().readers.push_back(std::move(reader));
}

ThreadConnections::OfThread &ThreadConnections::here()
{
    QThread *const thread = QThread::currentThread();
    const std::lock_guard guard(m_mutex);
    const auto [found, isNew] = m_threads.try_emplace(thread);
    if (isNew) // directly: the last that the thread does
        found->second.ending = QObject::connect(
            thread, &QThread::finished, thread, [this, thread] { close(thread); }, Qt::DirectConnection);
    return found->second; // stays where it is, whatever other threads add
}

void ThreadConnections::close(QThread *thread)
{
    OfThread closing;
    {
        const std::lock_guard guard(m_mutex);
        if (const auto found = m_threads.find(thread); found != m_threads.end()) {
            closing = std::move(found->second);
            m_threads.erase(found);
        }
    }
    QObject::disconnect(closing.ending);
    closing.readers.clear();
    closing.writer.reset();
}

} // namespace Elenco
