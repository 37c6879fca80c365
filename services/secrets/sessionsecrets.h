// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secrets/secretstore.h"

#include <map>

namespace Elenco {

/// Secrets that are asked for once a session: in memory, and gone with the program.
class SessionSecrets : public SecretStore
{
public:
    Task<void> probe(QObject *context) override;
    Task<Credential> read(QObject *context, const QString &name) override;
    Task<void> write(QObject *context, const QString &name, const Credential &secret) override;
    Task<void> remove(QObject *context, const QString &name) override;

private:
    std::map<QString, Credential> m_secrets;
};

} // namespace Elenco
