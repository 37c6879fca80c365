// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secrets/passphrasefile.h"
#include "secrets/secretstore.h"

#include <QThreadPool>

#include <memory>

namespace Elenco {

/// Secrets in a file that a passphrase opens, for systems without a keyring. Making the key takes a moment and 64 MB,
/// so that guessing does, too; it happens on a thread of its own. The destructor waits for it.
class PassphraseSecrets : public SecretStore
{
public:
    PassphraseSecrets(const QString &path, Credential passphrase);
    ~PassphraseSecrets() override;

    /// Whether the passphrase opens the file that is there.
    Task<void> probe(QObject *context) override;
    Task<Credential> read(QObject *context, const QString &name) override;
    Task<void> write(QObject *context, const QString &name, const Credential &secret) override;
    Task<void> remove(QObject *context, const QString &name) override;

private:
    std::shared_ptr<const PassphraseFile> m_file;
    QThreadPool m_thread; ///< one: a change reads, changes and writes without another between
};

} // namespace Elenco
