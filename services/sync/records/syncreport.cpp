// SPDX-License-Identifier: Apache-2.0
#include "sync/records/syncreport.h"

#include "core/errorcause.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

// The gateway was not spoken to, and the error's own words say that nothing was sent.
constexpr std::array unreached{ErrorKind::HostNotFound, ErrorKind::ConnectionRefused, ErrorKind::TlsUntrusted,
                               ErrorKind::TlsExpired,   ErrorKind::TlsWrongName,      ErrorKind::TlsFailed,
                               ErrorKind::ProxyFailed};

} // namespace

QString SyncReport::whyStopped() const
{
    if (!stopped)
        return {};
    if (!hasWritten || std::find(unreached.begin(), unreached.end(), stopped->kind) == unreached.end())
        return stopped->text();
    return causeOf(*stopped) + u' ' +
           QCoreApplication::translate("Sync", "What was sent before stays; the rest waits here.");
}

} // namespace Elenco
