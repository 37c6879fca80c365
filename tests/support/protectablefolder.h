// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>

namespace Elenco {

/// A folder that can be made unwritable, also for root: a file system of its own where mounting is allowed.
class ProtectableFolder
{
public:
    ProtectableFolder();
    ~ProtectableFolder();

    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /// From now on nobody may write in it. False where the system does not allow this.
    bool protect();

private:
    QTemporaryDir m_folder;
    bool m_isMounted;
};

} // namespace Elenco
