// SPDX-License-Identifier: Apache-2.0
#include "account/accountfigures.h"

namespace Elenco {

namespace {
constexpr qint64 freshFor = 15 * 60 * 1000; // ms, as often as everything is compared
} // namespace

void AccountFigures::setClient(Client *client)
{
    if (client == m_client.data())
        return;
    m_askingQuota = {};
    m_askingCredit = {};
    m_client = client;
    m_age.invalidate();
    m_quota.reset();
    m_credit.reset();
    Q_EMIT changed();
}

void AccountFigures::refresh(bool mayHaveChanged)
{
    if (!m_client || m_askingQuota.isRunning() || m_askingCredit.isRunning() ||
        (m_age.isValid() && m_age.elapsed() < freshFor && !mayHaveChanged))
        return;
    m_age.start();
    m_askingQuota = m_client->contactQuota(Priority::Background);
    m_askingQuota.then([this](const Result<Quota> &quota) {
        m_quota = quota ? std::optional(*quota) : std::nullopt;
        Q_EMIT changed();
    });
    m_askingCredit = m_client->credit(Priority::Background);
    m_askingCredit.then([this](const Result<Credit> &credit) {
        m_credit = credit ? std::optional(*credit) : std::nullopt;
        Q_EMIT changed();
    });
}

} // namespace Elenco
