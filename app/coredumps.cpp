// SPDX-License-Identifier: Apache-2.0
#include "app/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <sys/resource.h>
#endif

namespace Elenco {

void forbidCoreDumps()
{
#ifdef Q_OS_WIN
    SetErrorMode(GetErrorMode() | SEM_NOGPFAULTERRORBOX); // no report of Windows' own, and so no dump in it
#else
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
}

} // namespace Elenco
