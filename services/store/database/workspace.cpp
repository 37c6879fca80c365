// SPDX-License-Identifier: Apache-2.0
#include "store/database/workspace.h"

#include "store/database/query.h"
#include "store/database/schema.h"
#include "store/database/sqlite.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Elenco {

namespace {

Result<void> provedSharedSqlite(const QString &path)
{
    return guarded(path, [] { const Connection probe(QStringLiteral(":memory:"), Connection::Mode::ReadWrite); });
}

} // namespace

QString unsyncedLogPath(const QString &workspacePath)
{
    return workspacePath + QStringLiteral(".unsynced.log");
}

void removeWorkspace(const QString &path)
{
    const QFileInfo file(workspaceFile(path));
    const Result<std::unique_ptr<WorkspaceLock>> lock = WorkspaceLock::take(path);
    if (!lock)
        return;
    const QDir folder = file.dir();
    for (const QString &name : folder.entryList({file.fileName() + QStringLiteral("*")}, QDir::Files)) {
        if (folder.filePath(name) == lockPath(file.filePath()))
            continue; // it goes with the lock
        if (name == file.fileName() || name.startsWith(file.fileName() + QLatin1Char('.')) ||
            name.startsWith(file.fileName() + QLatin1Char('-')))
            QFile::remove(folder.filePath(name));
    }
}

QString damageMarkPath(const QString &workspacePath)
{
    return workspacePath + QStringLiteral(".damaged");
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, Access access,
                                                   const std::function<void(const QString &)> &underLock)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Error{ErrorKind::IsDirectory, path, {}};
    // Before anything is looked at: a Qt that has another SQLite must not come near the file.
    if (const Result<void> shared = provedSharedSqlite(path); !shared)
        return shared.error();
    auto workspace = std::unique_ptr<Workspace>(new Workspace(workspaceFile(path)));
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
    // A lock that is there and can be taken was left behind by a program that did not come to its end.
    workspace->m_endedUncleanly = QFileInfo::exists(lockPath(workspace->m_path));
    Result<std::unique_ptr<WorkspaceLock>> lock = WorkspaceLock::take(workspace->m_path);
    if (!lock)
        return lock.error();
    workspace->m_lock = std::move(*lock);
    if (underLock)
        underLock(workspace->m_path);
    const Result<void> opened = guardedResult(path, [&] { return workspace->openWriter(); });
    if (!opened)
        return opened.error();
    return workspace;
}

Result<void> Workspace::openWriter()
{
    if (QFile::exists(damageMarkPath(m_path)))
        return Error{ErrorKind::Damaged, m_path, {}};
    // SQLite would take an empty file for a new one, and the write-ahead log beside it away.
    const bool hasTraces = m_log.lines() > 0 || QFileInfo(m_path + QStringLiteral("-wal")).size() > 0;
    if (QFileInfo(m_path).size() == 0 && hasTraces)
        return Error{ErrorKind::Damaged, m_path, QCoreApplication::translate("Error", "it is empty, or gone")};
    // People's data, for its owner only; SQLite gives its own files beside it the same permissions.
    if (QFile file(m_path); !file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (Result<void> locked = m_lock->lockFile(); !locked)
        return locked;
    auto made = std::make_unique<Connection>(m_path, Connection::Mode::ReadWrite, &m_changes);
    Connection &connection = *made;
    // SQLite opens what it may not write all the same, and the first edit would be lost.
    if (connection.isReadOnly())
        return Error{ErrorKind::NoPermission, m_path, QCoreApplication::translate("Error", "it may only be read")};
    // Looks before it configures: switching a foreign file to WAL would already change it.
    if (connection.integer("PRAGMA user_version") != 0 && connection.integer("PRAGMA application_id") != applicationId)
        return Error{ErrorKind::NotAWorkspace, m_path, {}};
    if (Result<void> migrated = migrate(connection, m_path); !migrated)
        return migrated;
    m_connections.keepWriter(std::move(made));
    return {};
}

Workspace::Workspace(QString path)
    : m_path(std::move(path)), m_log(unsyncedLogPath(m_path)), m_reserve(m_path), m_connections(m_path, m_changes)
{
}

Workspace::~Workspace() = default;

bool Workspace::isInPlace()
{
    const Result<bool> hasMoved = guarded(m_path, [this] { return writer().hasMoved(); });
    return isReadOnly() || (hasMoved && !*hasMoved);
}

Connection &Workspace::writer()
{
    Q_ASSERT(!isReadOnly());
    return m_connections.writer();
}

Result<void> Workspace::connectWriter()
{
    return guarded(m_path, [this] { m_connections.writer(); });
}

Workspace::ReaderLease Workspace::reader()
{
    return {*this, m_connections.takeReader()};
}

void Workspace::markDamaged()
{
    QFile mark(damageMarkPath(m_path));
    if (!mark.open(QIODevice::WriteOnly)) // then the next look finds it again, or SQLite does
        return;
}

void Workspace::noteTrouble(const WorkspaceTrouble &trouble)
{
    const std::lock_guard guard(m_troubleMutex);
    m_trouble = trouble;
}

std::optional<WorkspaceTrouble> Workspace::takeTrouble()
{
    const std::lock_guard guard(m_troubleMutex);
    return std::exchange(m_trouble, std::nullopt);
}

std::optional<BookChange> Workspace::takeChange()
{
    const bool isMarked = m_isMarked.exchange(false);
    std::optional<BookChange> change = m_changes.take();
    if (isMarked && !change)
        change.emplace();
    return change;
}

Result<void> quickCheck(Workspace &workspace, const JobControl &control)
{
    return guardedResult(workspace.path(), [&]() -> Result<void> {
        const Workspace::ReaderLease connection = workspace.reader();
        const Interruptible interruptible(*connection, control);
        Query check = connection->query("PRAGMA quick_check(1)");
        if (check.step() && check.text(0) != "ok")
            return Error{ErrorKind::Damaged, workspace.path(), check.string(0)};
        return {};
    });
}

void Workspace::checkpoint()
{
    const Result<void> done = guarded(m_path, [this] { writer().execute("PRAGMA wal_checkpoint(TRUNCATE)"); });
    Q_UNUSED(done); // what is not done now is done at the next commit or at the end; the data is safe in the log
}

Workspace::ReaderLease::ReaderLease(Workspace &workspace, std::unique_ptr<Connection> connection)
    : m_workspace(&workspace), m_connection(std::move(connection))
{
}

Workspace::ReaderLease::ReaderLease(ReaderLease &&) noexcept = default;

Workspace::ReaderLease::~ReaderLease()
{
    if (m_connection)
        m_workspace->m_connections.giveBack(std::move(m_connection));
}

} // namespace Elenco
