// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "gateway/http/credential.h"

#include <QString>

#include <map>

namespace Elenco {

/// A file of secrets that a passphrase opens: Argon2id makes the key (RFC 9106), XSalsa20-Poly1305 seals the content
/// (libsodium's secretbox); salt and nonce are new each time it is written. Blocking; any thread.
///
/// The format: "ELENCOK1", the two limits of Argon2id (64 bits each, little endian), 16 bytes of salt, 24 of nonce, the
/// sealed pairs of name and secret.
class PassphraseFile
{
public:
    using Secrets = std::map<QString, Credential>;

    PassphraseFile(QString path, Credential passphrase) : m_path(std::move(path)), m_passphrase(std::move(passphrase))
    {
    }

    /// Empty if the file is not there. Errors: WrongPassphrase (or the file was changed: nobody can tell),
    /// NotRecognised (another kind of file), ReadFailed, NoPermission.
    Result<Secrets> read() const;
    /// Takes the place of the file, or leaves it as it was. Only its owner may read it. Errors: WriteFailed,
    /// NoPermission, DiskFull.
    Result<void> write(const Secrets &secrets) const;

    QString path() const { return m_path; }

private:
    QString m_path;
    Credential m_passphrase;
};

} // namespace Elenco
