// SPDX-License-Identifier: Apache-2.0
#include "secrets/passphrasesecrets.h"

namespace Elenco {

PassphraseSecrets::PassphraseSecrets(const QString &path, Credential passphrase)
    : m_file(std::make_shared<const PassphraseFile>(path, std::move(passphrase)))
{
    m_thread.setMaxThreadCount(1);
}

PassphraseSecrets::~PassphraseSecrets()
{
    m_thread.waitForDone();
}

Task<void> PassphraseSecrets::probe(QObject *context)
{
    return Task<void>::start(m_thread, context, [file = m_file](const JobControl &) -> Result<void> {
        const Result<PassphraseFile::Secrets> secrets = file->read();
        return secrets ? Result<void>() : Result<void>(secrets.error());
    });
}

Task<Credential> PassphraseSecrets::read(QObject *context, const QString &name)
{
    return Task<Credential>::start(m_thread, context, [file = m_file, name](const JobControl &) -> Result<Credential> {
        const Result<PassphraseFile::Secrets> secrets = file->read();
        if (!secrets)
            return secrets.error();
        const auto found = secrets->find(name);
        if (found == secrets->end())
            return Error{ErrorKind::NotFound, name, {}};
        return found->second.clone();
    });
}

Task<void> PassphraseSecrets::write(QObject *context, const QString &name, const Credential &secret)
{
    // Shared, since a Task's work must be copyable as far as the thread pool is concerned.
    return Task<void>::start(m_thread, context,
                             [file = m_file, name, secret = std::make_shared<Credential>(secret.clone())](
                                 const JobControl &) -> Result<void> {
                                 Result<PassphraseFile::Secrets> secrets = file->read();
                                 if (!secrets)
                                     return secrets.error();
                                 secrets->insert_or_assign(name, secret->clone());
                                 return file->write(*secrets);
                             });
}

Task<void> PassphraseSecrets::remove(QObject *context, const QString &name)
{
    return Task<void>::start(m_thread, context, [file = m_file, name](const JobControl &) -> Result<void> {
        Result<PassphraseFile::Secrets> secrets = file->read();
        if (!secrets)
            return secrets.error();
        return secrets->erase(name) > 0 ? file->write(*secrets) : Result<void>();
    });
}

} // namespace Elenco
