// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QFile>

#include <string_view>

namespace Elenco {

/// Where a reader gets its bytes from, chunk by chunk.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// Up to `size` bytes into `data`; 0 at the end, and only there. After an error nothing more can be read.
    virtual Result<qint64> read(char *data, qint64 size) = 0;
};

/// A file, read from start to end. Never mapped: a file that shrinks under a mapping kills the program.
class FileSource final : public ByteSource
{
public:
    /// Errors: NotFound, IsDirectory, NoPermission, Empty, ReadFailed.
    Result<void> open(const QString &path);
    /// Errors: ReadFailed; at the end ChangedWhileRead, if size or time of change are not those of open().
    Result<qint64> read(char *data, qint64 size) override;
    /// Back to the first byte. Errors: ReadFailed.
    Result<void> rewind();

    qint64 size() const { return m_size; }
    qint64 position() const { return m_position; }

private:
    QString m_path;
    QFile m_file;
    qint64 m_size = 0;
    qint64 m_position = 0;
    QDateTime m_modified;
};

/// Bytes in memory that outlive it: samples, tests, fuzzers.
class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(std::string_view bytes, qint64 chunk = 1 << 16) : m_rest(bytes), m_chunk(chunk) {}
    Result<qint64> read(char *data, qint64 size) override;

private:
    std::string_view m_rest;
    qint64 m_chunk; ///< never more than this at once, so that a test meets every chunk border
};

} // namespace Elenco
