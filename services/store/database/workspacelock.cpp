// SPDX-License-Identifier: Apache-2.0
#include "store/database/workspacelock.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

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

// "elenco-64769-131.lock": the file's own number. Windows has no second names that matter, and no numbers here.
QString lockOfFile(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat status;
    if (::stat(QFile::encodeName(path).constData(), &status) == 0)
        return QDir::temp().filePath(
            QStringLiteral("elenco-%1-%2.lock").arg(quint64(status.st_dev)).arg(quint64(status.st_ino)));
#else
    Q_UNUSED(path);
#endif
    return {};
}

// A lock names its holder from the moment after it is made. One that names nobody for longer was left by a program that
// was struck at that very moment, or by a computer that lost its power before the name was on the disk.
bool isTakenFromNobody(QLockFile &lock)
{
    constexpr int namedWithinMs = 1000, pauseMs = 20;
    for (QDeadlineTimer deadline(namedWithinMs); !deadline.hasExpired(); QThread::msleep(pauseMs)) {
        if (lock.tryLock(0))
            return true;
        if (lock.error() != QLockFile::LockFailedError || lock.getLockInfo(nullptr, nullptr, nullptr))
            return false;
    }
    return lock.removeStaleLockFile() && lock.tryLock(0);
}

Result<void> lockOne(QLockFile &lock, const QString &path)
{
    lock.setStaleLockTime(0); // a dead process is recognised by its number, however old the lock
    if (lock.tryLock(0) || isTakenFromNobody(lock))
        return {};
    if (lock.error() == QLockFile::LockFailedError)
        return Error{ErrorKind::InUse, path, holder(lock)};
    return Error{
        lock.error() == QLockFile::PermissionError ? ErrorKind::NoPermission : ErrorKind::WriteFailed, path, {}};
}

} // namespace

WorkspaceLock::WorkspaceLock(const QString &file) : m_file(file), m_beside(lockPath(file))
{
}

Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::take(const QString &path)
{
    auto lock = std::unique_ptr<WorkspaceLock>(new WorkspaceLock(workspaceFile(path)));
    Result<void> locked = lockOne(lock->m_beside, path);
    if (locked)
        locked = lock->lockFile();
    if (!locked)
        return locked.error();
    return lock;
}

Result<void> WorkspaceLock::lockFile()
{
    const QString name = lockOfFile(m_file);
    if (name.isEmpty() || (m_ofFile && m_ofFile->fileName() == name)) // a rescue puts another file in its place
        return {};
    m_ofFile = std::make_unique<QLockFile>(name);
    // Only somebody else's counts: where this one can't be made, the lock beside the file does.
    const Result<void> locked = lockOne(*m_ofFile, m_file);
    return !locked && locked.error().kind == ErrorKind::InUse ? locked : Result<void>();
}

QString workspaceFile(const QString &path)
{
    const QFileInfo info(path);
    if (const QString file = info.canonicalFilePath(); !file.isEmpty())
        return file;
    if (info.isSymLink()) // to a file that is not there yet, or not any more
        return workspaceFile(info.symLinkTarget());
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : QDir(folder).filePath(info.fileName());
}

QString lockPath(const QString &workspacePath)
{
    return workspacePath + QStringLiteral(".lock");
}

} // namespace Elenco
