// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QSaveFile>

#include <string>

namespace Elenco {

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

private:
    Error failure(ErrorKind kind) const;

    QSaveFile m_file;
    std::string m_buffer;
};

} // namespace Elenco
