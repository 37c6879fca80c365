// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/client/client.h"
#include "gateway/records/subscription.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <optional>

namespace Elenco {

/// What is left of a subscription, for showing: room for contacts, money for sends. Asked for seldom and in the
/// background; an account that does not say it, or may not, has none, and nobody is told of that. Lives on the thread
/// of the Client.
class AccountFigures : public QObject
{
    Q_OBJECT

public:
    explicit AccountFigures(QObject *parent = nullptr) : QObject(parent) {}

    /// The account's client from now on; nullptr: none. What was known of the one before is forgotten.
    void setClient(Client *client);
    /// Asks, unless that was done lately; `mayHaveChanged`: something was done that uses what is left.
    void refresh(bool mayHaveChanged);

    const std::optional<Quota> &quota() const { return m_quota; }
    const std::optional<Credit> &credit() const { return m_credit; }

Q_SIGNALS:
    void changed();

private:
    QPointer<Client> m_client;
    QElapsedTimer m_age;
    std::optional<Quota> m_quota;
    std::optional<Credit> m_credit;
    Task<Quota> m_askingQuota;
    Task<Credit> m_askingCredit;
};

} // namespace Elenco
