// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace Elenco {

/// Says that a workspace's file is this process's, for as long as it lives: one lock a file, by whatever path it is
/// reached. A link to a file is that file (workspaceFile()), and a second name of it on the same disk is told by what
/// the file system calls it.
class WorkspaceLock
{
public:
    /// Errors: InUse (`detail` names the holder), NoPermission, WriteFailed.
    static Result<std::unique_ptr<WorkspaceLock>> take(const QString &path);
    /// For whoever has just made the file: before that it had one name only, and could not be locked by any other.
    Result<void> lockFile();

private:
    explicit WorkspaceLock(const QString &file);

    const QString m_file;
    QLockFile m_beside;
    std::unique_ptr<QLockFile> m_ofFile; ///< among this computer's temporary files; none where a file has no number
};

/// Where a workspace's file really is: links are followed, so that one file has one path.
QString workspaceFile(const QString &path);
/// The lock beside a workspace's file.
QString lockPath(const QString &workspacePath);

} // namespace Elenco
