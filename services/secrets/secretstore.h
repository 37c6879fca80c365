// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/task.h"
#include "gateway/http/credential.h"

#include <QString>

namespace Elenco {

/// Keeps the secrets of accounts. A secret goes by a name that may be shown (the gateway's address and the user).
///
/// Lives on a thread with an event loop; a Task ends on the thread of its context. Errors: NotFound (there is none of
/// that name), SecretsUnavailable (the store does not work here, now: never a reason to overwrite or to forget),
/// WrongPassphrase, WriteFailed, DiskFull, NoPermission.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// Whether what is written can be read again, tried with a canary.
    virtual Task<void> probe(QObject *context) = 0;
    virtual Task<Credential> read(QObject *context, const QString &name) = 0;
    /// Takes the place of an older one.
    virtual Task<void> write(QObject *context, const QString &name, const Credential &secret) = 0;
    /// Done, too, if there was none.
    virtual Task<void> remove(QObject *context, const QString &name) = 0;
};

} // namespace Elenco
