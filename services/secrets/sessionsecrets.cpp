// SPDX-License-Identifier: Apache-2.0
#include "secrets/sessionsecrets.h"

namespace Elenco {

Task<void> SessionSecrets::probe(QObject *context)
{
    return Task<void>::finished(context, {});
}

Task<Credential> SessionSecrets::read(QObject *context, const QString &name)
{
    const auto found = m_secrets.find(name);
    if (found == m_secrets.end())
        return Task<Credential>::finished(context, Error{ErrorKind::NotFound, name, {}});
    return Task<Credential>::finished(context, found->second.clone());
}

Task<void> SessionSecrets::write(QObject *context, const QString &name, const Credential &secret)
{
    m_secrets.insert_or_assign(name, secret.clone());
    return Task<void>::finished(context, {});
}

Task<void> SessionSecrets::remove(QObject *context, const QString &name)
{
    m_secrets.erase(name);
    return Task<void>::finished(context, {});
}

} // namespace Elenco
