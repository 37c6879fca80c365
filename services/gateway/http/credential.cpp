// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/credential.h"

#include <QCoreApplication>
#include <QDebug>

#include <algorithm>

namespace Elenco {

Credential::Credential(Credential &&other) noexcept : m_secret(other.m_secret)
{
    // Short strings are copied by a move, and would stay behind.
    other.wipe();
}

Credential &Credential::operator=(Credential &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_secret = other.m_secret;
        other.wipe();
    }
    return *this;
}

Credential::~Credential()
{
    wipe();
}

void Credential::wipe()
{
    // Through volatile, so that the compiler does not see that nobody reads it any more.
    volatile char *bytes = m_secret.data();
    for (size_t i = 0; i < m_secret.size(); ++i)
        bytes[i] = 0;
    m_secret.clear();
}

Credential Credential::clone() const
{
    Credential copy;
    copy.m_secret = m_secret;
    return copy;
}

Result<Credential> Credential::fromText(const QString &typed, Authentication authentication)
{
    const auto refused = [](const char *reason) {
        return Error{ErrorKind::InvalidInput, QCoreApplication::translate("Error", "the key"),
                     QCoreApplication::translate("Error", reason)};
    };
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return refused(QT_TRANSLATE_NOOP("Error", "it is empty"));
    const bool printable = std::all_of(text.begin(), text.end(), [authentication](QChar c) {
        return authentication == Authentication::ApiKey ? c > u' ' && c < u'\x7f'
                                                        : c.category() != QChar::Other_Control;
    });
    if (!printable)
        return refused(QT_TRANSLATE_NOOP("Error", "it contains characters that no key has"));
    Credential credential;
    QByteArray utf8 = text.toUtf8();
    credential.m_secret.assign(utf8.constData(), size_t(utf8.size()));
    utf8.fill('\0');
    return credential;
}

Result<Credential> Credential::fromStored(QByteArrayView utf8)
{
    if (utf8.isEmpty() || !utf8.isValidUtf8())
        return Error{ErrorKind::InvalidInput, QCoreApplication::translate("Error", "the key"),
                     QCoreApplication::translate("Error", "it is empty")};
    Credential credential;
    credential.m_secret.assign(utf8.data(), size_t(utf8.size()));
    return credential;
}

QDebug operator<<(QDebug debug, const Credential &credential)
{
    return debug << (credential.isEmpty() ? "Credential(none)" : "Credential(hidden)");
}

} // namespace Elenco
