// SPDX-License-Identifier: Apache-2.0
#include "store/database/backup.h"

#include "store/database/schema.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <sqlite3.h>

namespace Elenco {

void backUp(Connection &connection, const QString &path, const JobControl &control)
{
    if (QFile file(path); file.open(QIODevice::ReadWrite)) // its owner's only, before anything is in it
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    constexpr int pagesAStep = 4096; // some 16 MiB between two looks at the control
    const Connection copy(path, Connection::Mode::ReadWrite);
    // Qt Sql has no word for this.
    if (sqlite3_backup *backup = sqlite3_backup_init(copy.handle(), "main", connection.handle(), "main")) {
        while (sqlite3_backup_step(backup, pagesAStep) == SQLITE_OK && !control.isCancelled()) {
            const int all = sqlite3_backup_pagecount(backup);
            control.report({all - sqlite3_backup_remaining(backup), all});
        }
        sqlite3_backup_finish(backup);
    }
    const int code = control.isCancelled() ? SQLITE_INTERRUPT : sqlite3_errcode(copy.handle());
    if (code != SQLITE_OK)
        throw DatabaseFailure{code, QString::fromUtf8(sqlite3_errstr(code))};
}

namespace {

constexpr const char *sqliteParts[] = {"-wal", "-shm", "-journal"};

void removeParts(const QString &path)
{
    for (const char *part : sqliteParts)
        QFile::remove(path + QLatin1String(part));
}

// What was built beside takes its place, or goes.
Result<void> putInPlace(const QString &building, const QString &path, Result<void> built)
{
    removeParts(path); // says nothing of a database that is closed
    if (built && (!QFile::exists(path) || QFile::remove(path)) && QFile::rename(building, path))
        return {};
    QFile::remove(building);
    return built ? Result<void>(Error{ErrorKind::WriteFailed, path, {}}) : built;
}

Result<void> copyBytes(const QString &from, const QString &to)
{
    const QString folder = QFileInfo(to).absolutePath();
    if (const QStorageInfo disk(folder); disk.isValid() && disk.bytesAvailable() < QFileInfo(from).size())
        return Error{ErrorKind::DiskFull, to, {}};
    QFile::remove(to);
    if (QFile source(from); !source.copy(to))
        return Error{QFileInfo(folder).isWritable() ? ErrorKind::WriteFailed : ErrorKind::NoPermission, to,
                     source.errorString()};
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace

Result<void> saveCopyOfReadOnly(const QString &path, const QString &copy)
{
    if (workspaceFile(path) == workspaceFile(copy))
        return Error{ErrorKind::InUse, copy, {}};
    const QString building = copy + QStringLiteral(".copying");
    removeParts(building);
    Result<void> copied = copyBytes(path, building);
    if (const QString log = path + QStringLiteral("-wal"); copied && QFileInfo(log).size() > 0)
        copied = copyBytes(log, building + QStringLiteral("-wal"));
    if (copied) {
        copied = guardedResult(copy, [&]() -> Result<void> {
            Connection connection(building, Connection::Mode::ReadWrite);
            if (connection.integer("PRAGMA application_id") != applicationId)
                return Error{ErrorKind::NotAWorkspace, path, {}};
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return {};
        });
    }
    const Result<void> saved = putInPlace(building, copy, std::move(copied));
    removeParts(building);
    return saved;
}

Result<void> saveCopy(Workspace &workspace, const QString &path, const JobControl &control)
{
    if (workspaceFile(path) == workspace.path() && workspace.isInPlace())
        return Error{ErrorKind::InUse, path, {}};
    const QString building = path + QStringLiteral(".copying");
    const Result<void> copied = guarded(path, [&] { backUp(workspace.writer(), building, control); });
    return putInPlace(building, path, copied);
}

} // namespace Elenco
