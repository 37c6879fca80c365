// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/networkwatch.h"

#include <QNetworkInformation>

namespace Elenco {

NetworkWatch::NetworkWatch(QObject *parent) : QObject(parent)
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    const QNetworkInformation *system = QNetworkInformation::instance();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::refresh);
    connect(system, &QNetworkInformation::isMeteredChanged, this, &NetworkWatch::refresh);
    refresh();
}

void NetworkWatch::refresh()
{
    const QNetworkInformation *system = QNetworkInformation::instance();
    // A gateway may be on this computer or in the house, so anything but "not at all" is worth a try.
    const bool isReachable = system->reachability() != QNetworkInformation::Reachability::Disconnected;
    const bool isMetered = system->isMetered();
    if (isReachable == m_isReachable && isMetered == m_isMetered)
        return;
    m_isReachable = isReachable;
    m_isMetered = isMetered;
    Q_EMIT changed();
}

} // namespace Elenco
