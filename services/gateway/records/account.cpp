// SPDX-License-Identifier: Apache-2.0
#include "gateway/records/account.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

Error unusable(const QString &typed, const char *reason)
{
    return {ErrorKind::InvalidInput, typed, QCoreApplication::translate("Error", reason)};
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QUrl partnerRoot()
{
    return QUrl(u"https://lora-api.agiletelecom.com/api"_s);
}

Result<QUrl> checkedRoot(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return unusable(typed, QT_TRANSLATE_NOOP("Error", "the address is missing"));
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return unusable(typed, QT_TRANSLATE_NOOP("Error", "this is not an address"));
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return unusable(typed, QT_TRANSLATE_NOOP("Error", "the address must begin with https://"));
    if (!url.userInfo().isEmpty())
        return unusable(typed, QT_TRANSLATE_NOOP("Error", "user and password do not belong into the address"));
    if (url.hasQuery() || url.hasFragment())
        return unusable(typed, QT_TRANSLATE_NOOP("Error", "the address must end before “?” and “#”"));
    if (url.scheme() == "http"_L1 && !isLoopback(url)) {
        return unusable(typed,
                        QT_TRANSLATE_NOOP("Error", "http:// would send the key unprotected: only https:// is used, "
                                                   "but for programs on this computer"));
    }
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url.adjusted(QUrl::NormalizePathSegments);
}

} // namespace Elenco
