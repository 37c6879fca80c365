// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secrets/secretstore.h"

namespace Elenco {

/// Secrets in the system's own keeping: Secret Service or KWallet, the Keychain of macOS, the credential manager of
/// Windows. The only user of QtKeychain; its plain-text fallback is never switched on.
///
/// A locked or missing keyring can look like one without the entry. So "not there" is believed only after a canary was
/// written and read; otherwise the answer is SecretsUnavailable.
class KeychainSecrets : public SecretStore
{
public:
    /// `service` is what the system's own window lists the entries under.
    explicit KeychainSecrets(QString service) : m_service(std::move(service)) {}

    Task<void> probe(QObject *context) override;
    Task<Credential> read(QObject *context, const QString &name) override;
    Task<void> write(QObject *context, const QString &name, const Credential &secret) override;
    Task<void> remove(QObject *context, const QString &name) override;

private:
    QString m_service;
};

} // namespace Elenco
