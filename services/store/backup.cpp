// SPDX-License-Identifier: Apache-2.0
#include "store/backup.h"

#include "store/sqlite.h"
#include "store/workspace.h"

#include <QFile>

#include <sqlite3.h>

namespace Elenco {

void backUp(Connection &connection, const QString &path, const JobControl &control)
{
    if (QFile file(path); file.open(QIODevice::ReadWrite)) // its owner's only, before anything is in it
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    constexpr int pagesAStep = 4096; // some 16 MiB between two looks at the control
    sqlite3 *copy = nullptr;
    int code = sqlite3_open(path.toUtf8().constData(), &copy);
    if (code == SQLITE_OK) {
        if (sqlite3_backup *backup = sqlite3_backup_init(copy, "main", connection.handle(), "main")) {
            while (sqlite3_backup_step(backup, pagesAStep) == SQLITE_OK && !control.isCancelled()) {
                const int all = sqlite3_backup_pagecount(backup);
                control.report({all - sqlite3_backup_remaining(backup), all});
            }
            sqlite3_backup_finish(backup);
        }
        code = control.isCancelled() ? SQLITE_INTERRUPT : sqlite3_errcode(copy);
    }
    sqlite3_close(copy);
    if (code != SQLITE_OK)
        throw DatabaseFailure{code, QString::fromUtf8(sqlite3_errstr(code))};
}

Result<void> saveCopy(Workspace &workspace, const QString &path, const JobControl &control)
{
    if (workspaceFile(path) == workspace.path() && workspace.isInPlace())
        return Error{ErrorKind::InUse, path, {}};
    const QString building = path + QStringLiteral(".copying");
    const Result<void> copied = guarded(path, [&] { backUp(workspace.writer(), building, control); });
    // What SQLite keeps beside a database says nothing of one that is closed.
    for (const char *part : {"-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(part));
    if (copied && (!QFile::exists(path) || QFile::remove(path)) && QFile::rename(building, path))
        return {};
    QFile::remove(building);
    return copied ? Result<void>(Error{ErrorKind::WriteFailed, path, {}}) : copied;
}

} // namespace Elenco
