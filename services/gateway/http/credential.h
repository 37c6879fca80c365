// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/records/account.h"

#include <string>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

namespace Elenco {

/// The key, or the password of a user: shown by nothing, wiped when it goes. What Qt Network holds of it while a
/// request runs is out of our reach.
class Credential
{
public:
    /// None: requests go out without.
    Credential() = default;
    Credential(Credential &&other) noexcept;
    Credential &operator=(Credential &&other) noexcept;
    ~Credential();

    /// What a person typed or a file holds; blanks and line ends around it are not part of it. InvalidInput when it is
    /// empty or could not stand in a header: a key is printable ASCII (RFC 9110 section 5.5), a password has no control
    /// characters (RFC 7617 section 2).
    static Result<Credential> fromText(const QString &typed, Authentication authentication);

    /// What a SecretStore gives back: the bytes of secret(), UTF-8. InvalidInput when they are none.
    static Result<Credential> fromStored(QByteArrayView utf8);

    /// A second one of the same; there is no silent copy.
    Credential clone() const;

    bool isEmpty() const { return m_secret.empty(); }
    /// The secret itself, UTF-8, for a header or for a SecretStore.
    const std::string &secret() const { return m_secret; }

private:
    void wipe();

    std::string m_secret;
};

/// Says that there is one, never which.
QDebug operator<<(QDebug debug, const Credential &credential);

} // namespace Elenco
