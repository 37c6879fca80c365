// SPDX-License-Identifier: Apache-2.0
#include "store/workspace.h"

#include "store/schema.h"
#include "store/sqlite.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace Elenco {

namespace {

// The answer to "who has it open" for the sentence that the user reads.
QString holder(const QLockFile &lock)
{
    qint64 pid = 0;
    QString host, program;
    if (!lock.getLockInfo(&pid, &host, &program))
        return {};
    return QCoreApplication::translate("Error", "%1, process %2 on %3").arg(program).arg(pid).arg(host);
}

void configureWriter(Connection &connection)
{
    connection.execute("PRAGMA journal_mode=WAL");
    connection.execute("PRAGMA foreign_keys=ON");
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

} // namespace

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, Access access)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Error{ErrorKind::IsDirectory, path, {}};
    auto workspace = std::unique_ptr<Workspace>(new Workspace(info.absoluteFilePath()));
    if (access == Access::ReadOnly) {
        if (!info.exists())
            return Error{ErrorKind::NotFound, path, {}};
        return guardedResult(path, [&]() -> Result<std::unique_ptr<Workspace>> {
            const ReaderLease lease = workspace->reader();
            if (lease->integer("PRAGMA application_id") != applicationId)
                return Error{ErrorKind::NotAWorkspace, path, {}};
            const qint64 step = lease->integer("PRAGMA user_version");
            if (step != currentSchemaStep()) {
                // An older file is brought up to date by the first opening that may write.
                if (step > currentSchemaStep())
                    return Error{ErrorKind::NewerVersion, path, QString::number(step)};
                return Error{
                    ErrorKind::Unsupported, path,
                    QCoreApplication::translate("Error", "it is from an older version; open it once in the window")};
            }
            return std::move(workspace);
        });
    }

    if (!QDir().mkpath(info.absolutePath()))
        return Error{ErrorKind::NoPermission, info.absolutePath(), {}};
    workspace->m_lock = std::make_unique<QLockFile>(workspace->m_path + QStringLiteral(".lock"));
    workspace->m_lock->setStaleLockTime(0); // a dead process is recognised by its number, however old the lock
    if (!workspace->m_lock->tryLock(0)) {
        if (workspace->m_lock->error() == QLockFile::LockFailedError)
            return Error{ErrorKind::InUse, path, holder(*workspace->m_lock)};
        return Error{workspace->m_lock->error() == QLockFile::PermissionError ? ErrorKind::NoPermission
                                                                              : ErrorKind::WriteFailed,
                     path,
                     {}};
    }
    return guardedResult(path, [&]() -> Result<std::unique_ptr<Workspace>> {
        workspace->m_writer = std::make_unique<Connection>(workspace->m_path, Connection::Mode::ReadWrite);
        // Looks before it configures: switching a foreign file to WAL would already change it.
        if (workspace->m_writer->integer("PRAGMA user_version") == 0 ||
            workspace->m_writer->integer("PRAGMA application_id") == applicationId) {
            if (Result<void> migrated = migrate(*workspace->m_writer, path); !migrated)
                return migrated.error();
        } else {
            return Error{ErrorKind::NotAWorkspace, path, {}};
        }
        configureWriter(*workspace->m_writer);
        return std::move(workspace);
    });
}

Workspace::Workspace(QString path) : m_path(std::move(path))
{
}

Workspace::~Workspace()
{
    m_readers.clear();
    m_writer.reset(); // the last connection moves the log into the file and removes it
}

Connection &Workspace::writer()
{
    Q_ASSERT(m_writer);
    return *m_writer;
}

Workspace::ReaderLease Workspace::reader()
{
    {
        const std::lock_guard guard(m_readersMutex);
        if (!m_readers.empty()) {
            auto connection = std::move(m_readers.back());
            m_readers.pop_back();
            return {*this, std::move(connection)};
        }
    }
    return {*this, openReader(m_path)};
}

void Workspace::checkpoint()
{
    try {
        writer().execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const DatabaseFailure &) {
        // Not done now is done at the next commit or at the end; the data is safe in the log.
    }
}

Workspace::ReaderLease::ReaderLease(Workspace &workspace, std::unique_ptr<Connection> connection)
    : m_workspace(&workspace), m_connection(std::move(connection))
{
}

Workspace::ReaderLease::ReaderLease(ReaderLease &&) noexcept = default;

Workspace::ReaderLease::~ReaderLease()
{
    if (!m_connection)
        return;
    const std::lock_guard guard(m_workspace->m_readersMutex);
    m_workspace->m_readers.push_back(std::move(m_connection));
}

} // namespace Elenco
