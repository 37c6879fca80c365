// SPDX-License-Identifier: Apache-2.0
#include "store/database/reserve.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStorageInfo>

#include <algorithm>
#include <vector>

namespace Elenco {

namespace {

constexpr qint64 mebibyte = 1 << 20;

QStorageInfo storageOf(const QString &path)
{
    return QStorageInfo(QFileInfo(path).absolutePath());
}

} // namespace

qint64 freeBytes(const QString &path)
{
    return storageOf(path).bytesAvailable();
}

qint64 Reserve::fittingSize(qint64 freeBytes, qint64 totalBytes)
{
    // What is left free after it must still be plenty to whoever shares the disk.
    if (freeBytes < 64 * mebibyte || freeBytes < totalBytes / 10)
        return 0;
    return std::min(64 * mebibyte, freeBytes / 32);
}

void Reserve::keep()
{
    const QStorageInfo storage = storageOf(m_path);
    if (storage.isValid())
        keep(fittingSize(storage.bytesAvailable(), storage.bytesTotal()));
}

void Reserve::keep(qint64 bytes)
{
    if (bytes <= 0 || QFile::exists(m_path))
        return;
    // What can be compressed holds no space on a file system that does.
    std::vector<quint32> noise(mebibyte / sizeof(quint32));
    QRandomGenerator::global()->fillRange(noise.data(), static_cast<qsizetype>(noise.size()));
    QFile file(m_path);
    bool isWhole = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                   file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (qint64 left = bytes; left > 0 && isWhole; left -= mebibyte) {
        const qint64 piece = std::min(left, mebibyte);
        isWhole = file.write(reinterpret_cast<const char *>(noise.data()), piece) == piece;
    }
    file.close();
    if (!isWhole)
        QFile::remove(m_path);
}

bool Reserve::release()
{
    return QFile::remove(m_path);
}

} // namespace Elenco
