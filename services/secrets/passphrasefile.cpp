// SPDX-License-Identifier: Apache-2.0
#include "secrets/passphrasefile.h"

#include <QFile>
#include <QSaveFile>
#include <QtEndian>

#include <sodium.h>

#include <array>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView mark = "ELENCOK1";
constexpr qsizetype headSize = 8 + 8 + 8 + crypto_pwhash_SALTBYTES + crypto_secretbox_NONCEBYTES;
// Limits that a file may ask for: one of an attacker must not eat the machine.
constexpr quint64 mostOperations = 16;
constexpr quint64 mostMemory = quint64(1) << 30;

/// Bytes that are wiped when they go.
class SecretBytes
{
public:
    explicit SecretBytes(qsizetype size) : m_bytes(size, '\0') {}
    ~SecretBytes() { sodium_memzero(m_bytes.data(), size_t(m_bytes.size())); }
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    unsigned char *data() { return reinterpret_cast<unsigned char *>(m_bytes.data()); }
    QByteArrayView view() const { return m_bytes; }
    qsizetype size() const { return m_bytes.size(); }

private:
    QByteArray m_bytes;
};

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

struct Head {
    quint64 operations = crypto_pwhash_OPSLIMIT_INTERACTIVE;
    quint64 memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;
    QByteArray salt = QByteArray(crypto_pwhash_SALTBYTES, '\0');
    QByteArray nonce = QByteArray(crypto_secretbox_NONCEBYTES, '\0');

    QByteArray toBytes() const
    {
        std::array<char, 16> limits;
        qToLittleEndian(operations, limits.data());
        qToLittleEndian(memory, limits.data() + 8);
        return mark.toByteArray() + QByteArray(limits.data(), 16) + salt + nonce;
    }
    static Head fromBytes(QByteArrayView content)
    {
        Head head;
        head.operations = qFromLittleEndian<quint64>(content.data() + 8);
        head.memory = qFromLittleEndian<quint64>(content.data() + 16);
        head.salt = content.sliced(24, crypto_pwhash_SALTBYTES).toByteArray();
        head.nonce = content.sliced(24 + crypto_pwhash_SALTBYTES, crypto_secretbox_NONCEBYTES).toByteArray();
        return head;
    }
    bool isSane() const
    {
        return operations >= crypto_pwhash_OPSLIMIT_MIN && operations <= mostOperations &&
               memory >= crypto_pwhash_MEMLIMIT_MIN && memory <= mostMemory;
    }
};

bool makeKey(SecretBytes &key, const Credential &passphrase, const Head &head)
{
    const std::string &text = passphrase.secret();
    return crypto_pwhash(key.data(), quint64(key.size()), text.data(), text.size(), bytes(head.salt), head.operations,
                         size_t(head.memory), crypto_pwhash_ALG_ARGON2ID13) == 0;
}

/// A text with its length in front.
void append(std::string &to, std::string_view text)
{
    std::array<char, 4> length;
    qToLittleEndian(quint32(text.size()), length.data());
    to.append(length.data(), length.size());
    to.append(text);
}

std::optional<QByteArrayView> take(QByteArrayView &from)
{
    if (from.size() < 4)
        return std::nullopt;
    const auto length = qsizetype(qFromLittleEndian<quint32>(from.data()));
    if (from.size() - 4 < length)
        return std::nullopt;
    const QByteArrayView text = from.sliced(4, length);
    from = from.sliced(4 + length);
    return text;
}

ErrorKind kindOf(const QFileDevice &file, ErrorKind otherwise)
{
    switch (file.error()) {
    case QFileDevice::PermissionsError: return ErrorKind::NoPermission;
    case QFileDevice::ResourceError: return ErrorKind::DiskFull;
    default: return otherwise;
    }
}

} // namespace

Result<PassphraseFile::Secrets> PassphraseFile::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return Secrets();
    if (!file.open(QIODevice::ReadOnly))
        return Error{kindOf(file, ErrorKind::ReadFailed), m_path, file.errorString()};
    const QByteArray content = file.read(1 << 20); // some hundred accounts
    const Error foreign{ErrorKind::NotRecognised, m_path, {}};
    if (content.size() < headSize + qsizetype(crypto_secretbox_MACBYTES) || !content.startsWith(mark))
        return foreign;
    const Head head = Head::fromBytes(content);
    if (sodium_init() < 0 || !head.isSane())
        return foreign;
    SecretBytes key(crypto_secretbox_KEYBYTES);
    if (!makeKey(key, m_passphrase, head))
        return Error{ErrorKind::ReadFailed, m_path, u"out of memory"_s};
    const QByteArrayView sealed = QByteArrayView(content).sliced(headSize);
    SecretBytes open(sealed.size() - qsizetype(crypto_secretbox_MACBYTES));
    if (crypto_secretbox_open_easy(open.data(), bytes(sealed), quint64(sealed.size()), bytes(head.nonce), key.data()) !=
        0)
        return Error{ErrorKind::WrongPassphrase, m_path, {}};
    Secrets secrets;
    for (QByteArrayView rest = open.view(); !rest.isEmpty();) {
        const auto name = take(rest);
        const auto secret = name ? take(rest) : std::nullopt;
        if (!secret)
            return foreign;
        Result<Credential> credential = Credential::fromStored(*secret);
        if (!credential)
            return credential.error();
        secrets.insert_or_assign(QString::fromUtf8(*name), std::move(*credential));
    }
    return secrets;
}

Result<void> PassphraseFile::write(const Secrets &secrets) const
{
    Head head;
    SecretBytes key(crypto_secretbox_KEYBYTES);
    if (sodium_init() < 0)
        return Error{ErrorKind::WriteFailed, m_path, u"libsodium"_s};
    randombytes_buf(head.salt.data(), size_t(head.salt.size()));
    randombytes_buf(head.nonce.data(), size_t(head.nonce.size()));
    if (!makeKey(key, m_passphrase, head))
        return Error{ErrorKind::WriteFailed, m_path, u"out of memory"_s};
    std::string open;
    size_t size = 0;
    for (const auto &[name, secret] : secrets)
        size += size_t(name.size()) * 4 + secret.secret().size() + 8;
    open.reserve(size); // grown, it would leave pieces of itself behind
    for (const auto &[name, secret] : secrets) {
        append(open, name.toStdString());
        append(open, secret.secret());
    }
    QByteArray sealed(qsizetype(open.size() + crypto_secretbox_MACBYTES), '\0');
    crypto_secretbox_easy(reinterpret_cast<unsigned char *>(sealed.data()),
                          reinterpret_cast<const unsigned char *>(open.data()), open.size(), bytes(head.nonce),
                          key.data());
    sodium_memzero(open.data(), open.size());

    QSaveFile file(m_path);
    const auto failed = [&] { return Error{kindOf(file, ErrorKind::WriteFailed), m_path, file.errorString()}; };
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failed();
    if (file.write(head.toBytes() + sealed) < 0 || !file.commit())
        return failed();
    return {};
}

} // namespace Elenco
