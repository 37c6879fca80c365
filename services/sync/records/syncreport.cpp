// SPDX-License-Identifier: Apache-2.0
#include "sync/records/syncreport.h"

#include "core/errorcause.h"

#include <QCoreApplication>

namespace Elenco {

QString SyncReport::whyStopped() const
{
    if (!stopped)
        return {};
    // Words of some errors say that nothing was sent or changed, which is true of the last request alone.
    if (!hasWritten || stopped->kind == ErrorKind::Cancelled)
        return stopped->text();
    return causeOf(*stopped) + u' ' +
           QCoreApplication::translate("Sync", "What was sent before stays; the rest waits here.");
}

} // namespace Elenco
