// SPDX-License-Identifier: Apache-2.0
#include "sync/syncreport.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

// The gateway was not spoken to, and the error's own words say nothing of what was sent.
constexpr std::array unreached{ErrorKind::HostNotFound, ErrorKind::ConnectionRefused, ErrorKind::TlsUntrusted,
                               ErrorKind::TlsExpired,   ErrorKind::TlsWrongName,      ErrorKind::TlsFailed,
                               ErrorKind::ProxyFailed};

} // namespace

QString SyncReport::whyStopped() const
{
    if (!stopped)
        return {};
    if (std::find(unreached.begin(), unreached.end(), stopped->kind) == unreached.end())
        return stopped->text();
    return stopped->text() + u' ' +
           (hasWritten
                ? QCoreApplication::translate("Sync", "What was sent before stays; the rest waits here.")
                : QCoreApplication::translate("Sync", "Nothing was sent."));
}

} // namespace Elenco
