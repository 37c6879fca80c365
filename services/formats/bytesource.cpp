// SPDX-License-Identifier: Apache-2.0
#include "formats/bytesource.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace Elenco {

Result<void> FileSource::open(const QString &path)
{
    m_path = path;
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorKind::NotFound, path, {}};
    if (info.isDir())
        return Error{ErrorKind::IsDirectory, path, {}};
    // Not QFileInfo::isFile(): it is false as well for a file that may not be read.
    std::error_code ignored;
    if (std::filesystem::is_other(std::filesystem::status(path.toStdU16String(), ignored)))
        return Error{ErrorKind::NotRecognised, path, QCoreApplication::translate("FileKind", "a device, not a file")};
    m_file.setFileName(path);
    // Unbuffered: the readers have their own buffers, a second copy of every byte would be wasted.
    errno = 0;
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        // QFile reports no more than "can't be opened".
        const bool denied =
            errno == EACCES || errno == EPERM || m_file.error() == QFileDevice::PermissionsError || !info.isReadable();
        return Error{denied ? ErrorKind::NoPermission : ErrorKind::ReadFailed, path, m_file.errorString()};
    }
    m_size = m_file.size();
    m_modified = info.lastModified();
    m_position = 0;
    if (m_size == 0) {
        // Some files (in /proc) have content but no size; only a read tells.
        char probe = 0;
        if (m_file.read(&probe, 1) <= 0)
            return Error{ErrorKind::Empty, path, {}};
        if (!m_file.seek(0))
            return Error{ErrorKind::ReadFailed, path, m_file.errorString()};
    }
    return {};
}

Result<qint64> FileSource::read(char *data, qint64 size)
{
    const qint64 got = m_file.read(data, size);
    if (got < 0)
        return Error{ErrorKind::ReadFailed, m_path, m_file.errorString()};
    m_position += got;
    if (got == 0) {
        const QFileInfo now(m_path);
        const bool sized = m_size > 0;
        if (!now.exists() || (sized && (now.size() != m_size || m_position != m_size)) ||
            now.lastModified() != m_modified) {
            return Error{ErrorKind::ChangedWhileRead, m_path, {}};
        }
    }
    return got;
}

Result<void> FileSource::rewind()
{
    if (!m_file.seek(0))
        return Error{ErrorKind::ReadFailed, m_path, m_file.errorString()};
    m_position = 0;
    return {};
}

Result<qint64> MemorySource::read(char *data, qint64 size)
{
    const auto count = std::min({size, m_chunk, static_cast<qint64>(m_rest.size())});
    if (count > 0)
        std::memcpy(data, m_rest.data(), static_cast<size_t>(count));
    m_rest.remove_prefix(static_cast<size_t>(count));
    return count;
}

} // namespace Elenco
