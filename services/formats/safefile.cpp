// SPDX-License-Identifier: Apache-2.0
#include "formats/safefile.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace Elenco {

namespace {
constexpr size_t largeBuffer = 1 << 20;
}

Error writeFailure(const QString &path, const QString &folder, const QString &detail)
{
    // Qt reports a full disk as a failed write; what is left of the disk tells them apart.
    const bool isFull = QStorageInfo(folder).bytesAvailable() < qint64(largeBuffer);
    return {isFull ? ErrorKind::DiskFull : ErrorKind::WriteFailed, path, isFull ? QString() : detail};
}

Error SafeFile::writeFailure() const
{
    return Elenco::writeFailure(path(), QFileInfo(path()).absolutePath(), m_file.errorString());
}

Result<void> SafeFile::open()
{
    if (QFileInfo(m_file.fileName()).isDir())
        return Error{ErrorKind::IsDirectory, m_file.fileName(), {}};
    if (!m_file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::NoPermission, m_file.fileName(), m_file.errorString()};
    return {};
}

Result<void> SafeFile::flush()
{
    if (m_buffer.size() < largeBuffer)
        return {};
    if (m_file.write(m_buffer.data(), static_cast<qint64>(m_buffer.size())) != static_cast<qint64>(m_buffer.size()))
        return writeFailure();
    m_buffer.clear();
    return {};
}

Result<void> SafeFile::commit()
{
    if (m_file.write(m_buffer.data(), static_cast<qint64>(m_buffer.size())) != static_cast<qint64>(m_buffer.size()) ||
        !m_file.commit())
        return writeFailure();
    return {};
}

} // namespace Elenco
