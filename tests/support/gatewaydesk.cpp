// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gatewaydesk.h"

#include "tests/support/hurriedclock.h"

#include <QFile>

namespace Elenco {

namespace {

Credential credentialOf(const QString &key)
{
    auto credential = Credential::fromText(key, Authentication::ApiKey);
    if (!credential)
        qFatal("no key");
    return std::move(*credential);
}

} // namespace

GatewayDesk::GatewayDesk(const Practice::Options &options, quint32 seed, const TransportOptions &transport)
    : m_random(seed)
{
    QString why;
    m_gateway = Practice::Gateway::start(options, &why);
    if (!m_gateway)
        qFatal("no practice gateway: %s", qPrintable(why));
    m_client =
        std::make_unique<Client>(Account{m_gateway->root(), Authentication::ApiKey, {}, Plan::Production, true},
                                 credentialOf(QString::fromUtf8(options.key)), Capabilities(), surroundings(transport));
}

TransportOptions GatewayDesk::transportOptions()
{
    TransportOptions options;
    QFile authority(QStringLiteral(ELENCO_TEST_TLS "/ca.pem"));
    if (authority.open(QIODevice::ReadOnly))
        options.extraCertificates = authority.readAll();
    return options;
}

ClientSurroundings GatewayDesk::surroundings(const TransportOptions &options)
{
    ClientSurroundings surroundings;
    surroundings.transport = networkTransport(options);
    surroundings.clock = std::make_shared<HurriedClock>();
    surroundings.random = [this] { return std::uniform_real_distribution<double>(0, 1)(m_random); };
    return surroundings;
}

std::unique_ptr<Client> GatewayDesk::otherClient(const QString &key, const TransportOptions &options)
{
    return std::make_unique<Client>(Account{m_gateway->root(), Authentication::ApiKey, {}, Plan::Production, true},
                                    credentialOf(key), Capabilities(), surroundings(options));
}

int GatewayDesk::refusals()
{
    int count = 0;
    for (const Practice::LoggedRequest &request : log().entries())
        count += request.status == 400;
    return count;
}

} // namespace Elenco
