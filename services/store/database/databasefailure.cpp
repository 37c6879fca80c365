// SPDX-License-Identifier: Apache-2.0
#include "store/database/databasefailure.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace Elenco {

Error DatabaseFailure::toError(const QString &subject) const
{
    if (code == noSharedSqlite)
        return {ErrorKind::Unsupported, subject,
                QCoreApplication::translate("Error", "the Qt that Elenco runs on has no SQLite, or one of its own; it "
                                                     "must use the one that Elenco uses")};
    const auto kind = [this] {
        if (code == SQLITE_IOERR_SHMSIZE) // the log's index could not grow
            return ErrorKind::DiskFull;
        if (code == SQLITE_READONLY_DBMOVED)
            return ErrorKind::Gone;
        switch (code & 0xFF) {
        case SQLITE_FULL: return ErrorKind::DiskFull;
        case SQLITE_INTERRUPT: return ErrorKind::Cancelled;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return ErrorKind::InUse;
        case SQLITE_NOTADB: return ErrorKind::NotAWorkspace;
        case SQLITE_CORRUPT: return ErrorKind::Damaged;
        case SQLITE_PERM:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN: return ErrorKind::NoPermission;
        case SQLITE_IOERR: return ErrorKind::WriteFailed;
        default: return ErrorKind::Internal;
        }
    }();
    const bool selfExplaining = kind == ErrorKind::DiskFull || kind == ErrorKind::Cancelled ||
                                kind == ErrorKind::Gone || kind == ErrorKind::NotAWorkspace;
    return {kind, subject, selfExplaining ? QString() : message};
}

} // namespace Elenco
