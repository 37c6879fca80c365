// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QSaveFile>

#include <string>

namespace Elenco {

/// What to say of `path` when something for it could not be written below `folder`: DiskFull where that disk has no
/// room any more, else WriteFailed.
Error writeFailure(const QString &path, const QString &folder, const QString &detail);

/// A file that is written whole or not at all: what was at its path stays until commit(), and a failure leaves it.
class SafeFile
{
public:
    explicit SafeFile(const QString &path) : m_file(path) {}

    /// Errors: NoPermission, IsDirectory.
    Result<void> open();
    /// Writers append here.
    std::string &buffer() { return m_buffer; }
    /// Writes the buffer out when it has grown; call it between records. Errors: WriteFailed, DiskFull.
    Result<void> flush();
    Result<void> commit();

    QString path() const { return m_file.fileName(); }

private:
    Error writeFailure() const;

    QSaveFile m_file;
    std::string m_buffer;
};

} // namespace Elenco
