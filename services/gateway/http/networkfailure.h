// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QNetworkReply>
#include <QSslError>

namespace Elenco {

/// The kind of what Qt reports, with Qt's words as detail; the subject is left to the caller. `online` is false when
/// this computer has no connected interface but the loopback.
Error networkError(QNetworkReply::NetworkError error, const QString &words, const QList<QSslError> &tls, bool online);

/// True if the request can't have left: no connection was made, or no encryption.
bool neverLeft(QNetworkReply::NetworkError error);

/// True if an interface besides the loopback is up and has an address.
bool hasNetwork();

} // namespace Elenco
