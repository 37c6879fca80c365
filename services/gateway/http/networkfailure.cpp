// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/networkfailure.h"

#include <QNetworkInterface>

#include <algorithm>

namespace Elenco {

namespace {

// The gravest of what is wrong with a certificate decides: a wrong name says more than a wrong date, and a name or a
// date more than an unknown signer.
ErrorKind tlsKind(const QList<QSslError> &errors)
{
    const auto has = [&](std::initializer_list<QSslError::SslError> kinds) {
        return std::any_of(errors.begin(), errors.end(), [&](const QSslError &error) {
            return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
        });
    };
    if (has({QSslError::HostNameMismatch}))
        return ErrorKind::TlsWrongName;
    if (has({QSslError::CertificateExpired, QSslError::CertificateNotYetValid}))
        return ErrorKind::TlsExpired;
    return errors.isEmpty() ? ErrorKind::TlsFailed : ErrorKind::TlsUntrusted;
}

} // namespace

Error networkError(QNetworkReply::NetworkError error, const QString &words, const QList<QSslError> &tls, bool online)
{
    if (!tls.isEmpty())
        return {tlsKind(tls), {}, tls.first().errorString()};
    switch (error) {
    case QNetworkReply::ConnectionRefusedError: return {ErrorKind::ConnectionRefused, {}, {}};
    case QNetworkReply::HostNotFoundError: return {online ? ErrorKind::HostNotFound : ErrorKind::NoNetwork, {}, {}};
    case QNetworkReply::TimeoutError: return {ErrorKind::TimedOut, {}, {}};
    case QNetworkReply::SslHandshakeFailedError: return {ErrorKind::TlsFailed, {}, words};
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError: return {ErrorKind::NoNetwork, {}, {}};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError: return {ErrorKind::ProxyFailed, {}, words};
    default: return {online ? ErrorKind::ConnectionLost : ErrorKind::NoNetwork, {}, words};
    }
}

bool neverLeft(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError: return true;
    default: return false;
    }
}

bool hasNetwork()
{
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &one) {
        return one.flags().testFlags(QNetworkInterface::IsUp | QNetworkInterface::IsRunning) &&
               !one.flags().testFlag(QNetworkInterface::IsLoopBack) && !one.addressEntries().isEmpty();
    });
}

} // namespace Elenco
