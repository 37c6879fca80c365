// SPDX-License-Identifier: Apache-2.0
#include "tests/support/protectablefolder.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace Elenco {

using namespace Qt::StringLiterals;

// Root may write what it may not, unless the file system itself says no.
ProtectableFolder::ProtectableFolder()
    : m_isMounted(QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"tmpfs"_s, m_folder.path()}) == 0)
{
}

ProtectableFolder::~ProtectableFolder()
{
    if (m_isMounted)
        QProcess::execute(u"umount"_s, {m_folder.path()});
    else
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

bool ProtectableFolder::protect()
{
    if (m_isMounted)
        return QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,ro"_s, m_folder.path()}) == 0;
    for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files))
        QFile::setPermissions(m_folder.filePath(name), QFile::ReadOwner);
    return QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::ExeOwner);
}

} // namespace Elenco
