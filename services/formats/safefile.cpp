// SPDX-License-Identifier: Apache-2.0
#include "formats/safefile.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace Elenco {

namespace {
constexpr size_t largeBuffer = 1 << 20;
}

Error SafeFile::failure(ErrorKind kind) const
{
    // Qt reports a full disk as a failed write; what is left of the disk tells them apart.
    const bool isFull =
        kind == ErrorKind::WriteFailed &&
        QStorageInfo(QFileInfo(m_file.fileName()).absolutePath()).bytesAvailable() < qint64(largeBuffer);
    return {isFull ? ErrorKind::DiskFull : kind, m_file.fileName(), isFull ? QString() : m_file.errorString()};
}

Result<void> SafeFile::open()
{
    if (QFileInfo(m_file.fileName()).isDir())
        return Error{ErrorKind::IsDirectory, m_file.fileName(), {}};
    if (!m_file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::NoPermission);
    return {};
}

Result<void> SafeFile::flush()
{
    if (m_buffer.size() < largeBuffer)
        return {};
    if (m_file.write(m_buffer.data(), static_cast<qint64>(m_buffer.size())) != static_cast<qint64>(m_buffer.size()))
        return failure(ErrorKind::WriteFailed);
    m_buffer.clear();
    return {};
}

Result<void> SafeFile::commit()
{
    if (m_file.write(m_buffer.data(), static_cast<qint64>(m_buffer.size())) != static_cast<qint64>(m_buffer.size()) ||
        !m_file.commit())
        return failure(ErrorKind::WriteFailed);
    return {};
}

} // namespace Elenco
