// SPDX-License-Identifier: Apache-2.0
#include "app/cli/accounttarget.h"

#include "secrets/keychainsecrets.h"
#include "secrets/passphrasesecrets.h"
#include "store/database/workspace.h"
#include "store/recovery/openworkspace.h"
#include "store/sync/outbox.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace Elenco {

using namespace Qt::StringLiterals;

namespace {

/// Each try of each request, on standard error.
class TracedRequests : public RequestLog
{
public:
    void append(const RequestLine &line) override { std::fprintf(stderr, "%s\n", qUtf8Printable(line.text())); }
};

Error invalid(const QString &subject, const QString &why)
{
    return {ErrorKind::InvalidInput, subject, why};
}

} // namespace

AccountTarget::AccountTarget(Arguments &arguments)
    : m_gateway(arguments.take("--gateway"_L1)),
      m_keyFrom(arguments.take("--key-from"_L1)),
      m_user(arguments.take("--user"_L1)),
      m_plan(arguments.take("--plan"_L1)),
      m_authorities(arguments.take("--ca"_L1)),
      m_trace(arguments.takeFlag("--trace"_L1))
{
}

AccountTarget::~AccountTarget() = default;

void AccountTarget::fail(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { m_answer(error); }, Qt::QueuedConnection);
}

void AccountTarget::open(const QString &workspace, std::function<void(Result<Client *>)> answer)
{
    m_answer = std::move(answer);
    if (!m_gateway) {
        if (const Result<void> read = readAccount(workspace); !read)
            return fail(read.error());
    }
    if (const Result<void> read = readOptions(); !read)
        return fail(read.error());
    if (m_gateway)
        readLearned(workspace);
    if (m_saved.account.practice)
        startPractice(workspace);
    else
        fetchKey(workspace);
}

Result<void> AccountTarget::readAccount(const QString &path)
{
    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(path, Workspace::Access::ReadOnly);
    if (!workspace)
        return workspace.error();
    const Result<std::optional<AccountRecord>> record = accountRecord(**workspace);
    if (!record)
        return record.error();
    if (!*record)
        return Error{ErrorKind::NotFound, u"account"_s,
                     u"the address book has none; give --gateway ROOT and --key-from PLACE"_s};
    const Result<SavedAccount> saved = savedAccount(**record);
    if (!saved)
        return saved.error();
    m_saved = *saved;
    return {};
}

Result<void> AccountTarget::readOptions()
{
    Account &account = m_saved.account;
    if (m_gateway) {
        const Result<QUrl> root = checkedRoot(*m_gateway);
        if (!root)
            return root.error();
        account.root = *root;
        if (!m_keyFrom)
            return invalid(u"--gateway"_s, u"--key-from says where its key is: env:NAME, keychain or file:PATH"_s);
    }
    if (m_user) {
        account.authentication = Authentication::Basic;
        account.user = *m_user;
    }
    if (m_plan) {
        if (*m_plan != "production"_L1 && *m_plan != "trial"_L1)
            return invalid(u"--plan"_s, u"production or trial"_s);
        account.plan = *m_plan == "trial"_L1 ? Plan::Trial : Plan::Production;
    }
    return {};
}

QString AccountTarget::learnedFact() const
{
    return u"learned of "_s + m_saved.account.root.toString();
}

// A comfort: an address book that is not there yet, or can't be read now, knows nothing.
void AccountTarget::readLearned(const QString &path)
{
    if (!QFile::exists(path))
        return;
    const Result<std::unique_ptr<Workspace>> workspace = openWorkspace(path, Workspace::Access::ReadOnly);
    const Result<QString> fact = workspace ? syncFact(**workspace, learnedFact()) : Result<QString>(QString());
    if (!fact || fact->isEmpty())
        return;
    if (const Result<Capabilities> known = Capabilities::fromJson(fact->toUtf8()))
        m_saved.capabilities = *known;
}

Result<void> AccountTarget::keep(Workspace &workspace, const Capabilities &known) const
{
    if (m_gateway)
        return setSyncFact(workspace, learnedFact(), QString::fromUtf8(known.toJson()));
    const Result<std::optional<AccountRecord>> record = accountRecord(workspace);
    if (!record)
        return record.error();
    if (!*record)
        return {};
    AccountRecord learned = **record;
    learned.capabilities = known.toJson();
    return saveAccountCapabilities(workspace, learned);
}

void AccountTarget::fetchKey(const QString &workspace)
{
    const Authentication authentication = m_saved.account.authentication;
    if (m_keyFrom && m_keyFrom->startsWith("env:"_L1)) {
        const QByteArray name = m_keyFrom->mid(4).toLocal8Bit();
        if (!qEnvironmentVariableIsSet(name.constData()))
            return fail(invalid(*m_keyFrom, u"there is no such variable in the environment"_s));
        connectWith(Credential::fromText(qEnvironmentVariable(name.constData()), authentication));
    } else if (m_keyFrom && m_keyFrom->startsWith("file:"_L1)) {
        keyFromFile(m_keyFrom->mid(5));
    } else if (m_keyFrom && *m_keyFrom != "keychain"_L1) {
        fail(invalid(*m_keyFrom, u"env:NAME, keychain or file:PATH"_s));
    } else if (m_keyFrom || m_saved.place == SecretPlace::Keychain) {
        keyFromStore(std::make_unique<KeychainSecrets>(QCoreApplication::applicationName()));
    } else if (m_saved.place == SecretPlace::PassphraseFile && qEnvironmentVariableIsSet("ELENCO_PASSPHRASE")) {
        const Result<Credential> passphrase =
            Credential::fromText(qEnvironmentVariable("ELENCO_PASSPHRASE"), Authentication::Basic);
        if (!passphrase)
            return fail(passphrase.error());
        keyFromStore(std::make_unique<PassphraseSecrets>(passphraseFilePath(workspace), passphrase->clone()));
    } else {
        fail(invalid(u"the key"_s,
                     m_saved.place == SecretPlace::PassphraseFile
                         ? u"a passphrase protects it: put that into ELENCO_PASSPHRASE, or use --key-from"_s
                         : u"the account does not keep it: use --key-from"_s));
    }
}

void AccountTarget::keyFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            {file.error() == QFile::PermissionsError ? ErrorKind::NoPermission : ErrorKind::NotFound, path, {}});
#ifndef Q_OS_WIN
    if (file.permissions() & (QFile::ReadGroup | QFile::ReadOther))
        std::fprintf(stderr, "%s can be read by other users of this computer.\n", qUtf8Printable(path));
#endif
    QByteArray content = file.read(4096);
    Result<Credential> key = Credential::fromText(QString::fromUtf8(content), m_saved.account.authentication);
    content.fill('\0');
    connectWith(std::move(key));
}

void AccountTarget::keyFromStore(std::unique_ptr<SecretStore> store)
{
    m_store = std::move(store);
    m_fetching = m_store->read(this, secretName(m_saved.account));
    m_fetching.then([this](Result<Credential> key) { connectWith(std::move(key)); });
}

void AccountTarget::startPractice(const QString &workspace)
{
    m_practice =
        std::make_unique<PracticeProcess>(PracticeProcess::installedProgram(), PracticeProcess::stateFile(workspace));
    m_starting = m_practice->start(this);
    m_starting.then([this](const Result<QUrl> &root) {
        if (!root)
            return fail(root.error());
        m_saved.account.root = *root;
        connectWith(m_practice->key().clone());
    });
}

void AccountTarget::connectWith(Result<Credential> key)
{
    if (!key)
        return fail(key.error());
    TransportOptions options;
    if (m_authorities) {
        QFile file(*m_authorities);
        if (!file.open(QIODevice::ReadOnly))
            return fail({ErrorKind::NotFound, *m_authorities, {}});
        options.extraCertificates = file.readAll();
    }
    ClientSurroundings surroundings = ClientSurroundings::system(options);
    if (m_trace)
        surroundings.log = std::make_shared<TracedRequests>();
    m_client =
        std::make_unique<Client>(m_saved.account, *std::move(key), m_saved.capabilities, std::move(surroundings));
    QMetaObject::invokeMethod(
        this, [this] { m_answer(m_client.get()); }, Qt::QueuedConnection);
}

} // namespace Elenco
