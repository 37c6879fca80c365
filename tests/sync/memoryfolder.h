// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileInfo>

namespace Elenco {

/// Before the first temporary file: many small ones that nobody needs after the test are quicker in memory.
inline void useMemoryFolder()
{
    const QString folder = QStringLiteral("/dev/shm");
    if (qEnvironmentVariableIsEmpty("TMPDIR") && QFileInfo(folder).isWritable())
        qputenv("TMPDIR", folder.toUtf8());
}

} // namespace Elenco
