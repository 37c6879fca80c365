// SPDX-License-Identifier: Apache-2.0
#include "account/accountlink.h"

#include "secrets/passphrasesecrets.h"
#include "secrets/sessionsecrets.h"

#include <QFile>
#include <QTimer>

namespace Elenco {

namespace {
constexpr int answerWithin = 25'000; // ms
} // namespace

AccountLink::AccountLink(AddressBook &addressBook, AccountSurroundings surroundings, QObject *parent)
    : QObject(parent),
      m_addressBook(addressBook),
      m_surroundings(std::move(surroundings)),
      m_session(std::make_unique<SessionSecrets>())
{
}

AccountLink::~AccountLink() = default;

void AccountLink::setState(State state, std::optional<Error> problem)
{
    m_state = state;
    m_problem = std::move(problem);
    if (state != State::Ready && m_client) {
        m_client.release()->deleteLater(); // it may be the one that calls
        m_key = {};
    }
    Q_EMIT changed();
}

bool AccountLink::hasPassphraseFile() const
{
    return QFile::exists(passphraseFilePath(m_addressBook.path()));
}

void AccountLink::open()
{
    setState(State::Opening);
    m_reading = m_addressBook.account().read(this);
    m_reading.then([this](Result<std::optional<AccountRecord>> record) { take(std::move(record)); });
}

// Whatever was under way was about the account before: an answer that comes late must meet no other one.
void AccountLink::setAccount(std::optional<SavedAccount> account)
{
    m_fetching.cancel();
    m_starting.cancel();
    m_probing.cancel();
    m_account = std::move(account);
}

void AccountLink::take(Result<std::optional<AccountRecord>> record)
{
    setAccount({});
    if (!record)
        return setState(State::Failed, record.error());
    if (!*record)
        return setState(State::None);
    const Result<SavedAccount> saved = savedAccount(**record);
    if (!saved)
        return setState(State::Failed, saved.error());
    setAccount(*saved);
    if (m_account->account.practice)
        startPractice();
    else
        fetchKey();
}

SecretStore &AccountLink::store(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Keychain: return *m_surroundings.keychain;
    case SecretPlace::PassphraseFile: Q_ASSERT(m_passphrase); return *m_passphrase;
    case SecretPlace::Session: return *m_session;
    }
    Q_UNREACHABLE();
}

void AccountLink::fetchKey()
{
    if (m_account->place == SecretPlace::PassphraseFile && !m_passphrase)
        return setState(State::NeedsPassphrase);
    m_fetching = store(m_account->place).read(this, secretName(m_account->account));
    m_fetching.then([this](Result<Credential> key) { keyCame(std::move(key)); });
}

void AccountLink::keyCame(Result<Credential> key)
{
    if (key)
        return connectWith(*key);
    if (key.error().kind == ErrorKind::WrongPassphrase) {
        m_passphrase.reset();
        return setState(State::NeedsPassphrase, key.error());
    }
    setState(State::NeedsKey, key.error());
}

void AccountLink::startPractice()
{
    setState(State::Opening); // the client of an account before must not speak for this one
    if (!m_practice) {
        m_practice = std::make_unique<PracticeProcess>(m_surroundings.practiceProgram,
                                                       PracticeProcess::stateFile(m_addressBook.path()));
        connect(m_practice.get(), &PracticeProcess::ended, this, [this] {
            if (m_account && m_account->account.practice)
                setState(State::Failed, Error{ErrorKind::ConnectionRefused, tr("the practice gateway"), {}});
        });
    }
    m_starting = m_practice->start(this);
    m_starting.then([this](const Result<QUrl> &root) {
        if (!root)
            return setState(State::Failed, root.error());
        m_account->account.root = *root;
        connectWith(m_practice->key());
    });
}

void AccountLink::connectWith(const Credential &key)
{
    Credential taken = key.clone();
    m_refusal.reset();
    setState(State::Opening); // ends what the client before was doing
    m_key = taken.clone();
    ClientSurroundings network = m_surroundings.network();
    m_answers = std::make_shared<AnswerWatch>(network.transport, network.clock);
    network.transport = m_answers;
    m_client = std::make_unique<Client>(m_account->account, std::move(taken), m_account->capabilities,
                                        std::move(network));
    connect(m_client.get(), &Client::capabilitiesChanged, this, [this, client = m_client.get()] {
        if (client != m_client.get()) // one of before, on its way out
            return;
        m_account->capabilities = m_client->capabilities();
        m_savingCapabilities = m_addressBook.account().saveCapabilities(this, toRecord(*m_account));
    });
    if (!m_account->capabilities.probed)
        m_probing = m_client->probe(); // without a network it is tried again at the next start
    setState(State::Ready);
}

const Credential *AccountLink::keyFor(const Account &account) const
{
    const bool same = m_account && !m_key.isEmpty() && secretName(m_account->account) == secretName(account) &&
                      m_account->account.authentication == account.authentication;
    return same ? &m_key : nullptr;
}

Task<void> AccountLink::test(QObject *context, const Account &account, const Credential &key)
{
    const auto promise = std::make_shared<TaskPromise<void>>(context);
    if (m_testClient)
        m_testClient.release()->deleteLater();
    m_testClient = std::make_unique<Client>(account, key.clone(), Capabilities(), m_surroundings.network());
    m_testing = m_testClient->testConnection();
    m_testing.then([promise](const Result<void> &result) { promise->finish(result); });
    // Somebody sits and waits: a gateway that hangs is told of sooner than its answer may take while syncing.
    QTimer::singleShot(answerWithin, m_testClient.get(), [this, promise, root = account.root] {
        if (!m_testing.isRunning())
            return;
        m_testing = {};
        promise->finish(Error{ErrorKind::TimedOut, root.host(), {}});
    });
    return promise->task();
}

Task<void> AccountLink::use(QObject *context, const Account &account, const Credential &key, SecretPlace place,
                            const Credential &passphrase)
{
    const auto promise = std::make_shared<TaskPromise<void>>(context);
    SavedAccount saved{account, place, {}};
    if (m_account && secretName(m_account->account) == secretName(account))
        saved.capabilities = m_account->capabilities;
    if (place == SecretPlace::PassphraseFile)
        m_passphrase =
            std::make_unique<PassphraseSecrets>(passphraseFilePath(m_addressBook.path()), passphrase.clone());
    if (place != SecretPlace::Keychain) {
        keep(promise, saved, key.clone());
        return promise->task();
    }
    m_keeping = m_surroundings.keychain->probe(this);
    // Shared, since a callback must be copyable.
    m_keeping.then([this, promise, saved, key = std::make_shared<Credential>(key.clone())](const Result<void> &works) {
        works ? keep(promise, saved, key->clone()) : promise->finish(works.error());
    });
    return promise->task();
}

void AccountLink::keep(std::shared_ptr<TaskPromise<void>> promise, const SavedAccount &account, Credential key)
{
    m_keeping = store(account.place).write(this, secretName(account.account), key);
    m_keeping.then(
        [this, promise, account, key = std::make_shared<Credential>(std::move(key))](const Result<void> &kept) {
            kept ? remember(promise, account, key->clone()) : promise->finish(kept.error());
        });
}

void AccountLink::remember(std::shared_ptr<TaskPromise<void>> promise, const SavedAccount &account, Credential key)
{
    m_saving = m_addressBook.account().save(this, toRecord(account));
    m_saving.then(
        [this, promise, account, key = std::make_shared<Credential>(std::move(key))](const Result<void> &saved) {
            if (!saved)
                return promise->finish(saved.error());
            const std::optional<SavedAccount> before = m_account;
            setAccount(account);
            if (before && !before->account.practice &&
                (before->place != account.place || secretName(before->account) != secretName(account.account)) &&
                (before->place != SecretPlace::PassphraseFile || m_passphrase))
                m_keeping = store(before->place).remove(this, secretName(before->account));
            if (before && before->account.practice && !account.account.practice)
                m_practice.reset();
            promise->finish({});
            if (account.account.practice)
                startPractice();
            else
                connectWith(*key);
        });
}

Task<void> AccountLink::usePractice(QObject *context)
{
    const auto promise = std::make_shared<TaskPromise<void>>(context);
    SavedAccount saved;
    saved.account.practice = true;
    saved.place = SecretPlace::Session;
    remember(promise, saved, {});
    return promise->task();
}

Task<void> AccountLink::forget(QObject *context)
{
    const auto promise = std::make_shared<TaskPromise<void>>(context);
    m_saving = m_addressBook.account().remove(this);
    m_saving.then([this, promise](const Result<void> &removed) {
        if (!removed)
            return promise->finish(removed.error());
        if (m_account && (m_account->place != SecretPlace::PassphraseFile || m_passphrase))
            m_keeping = store(m_account->place).remove(this, secretName(m_account->account));
        setAccount({});
        m_practice.reset();
        promise->finish({});
        setState(State::None);
    });
    return promise->task();
}

void AccountLink::setKey(const Credential &key)
{
    Q_ASSERT(m_account);
    m_fetching.cancel(); // this is the key now
    m_keeping = store(m_account->place).write(this, secretName(m_account->account), key);
    m_keeping.then([](const Result<void> &) {}); // not kept, it is asked for again at the next start
    m_saving = m_addressBook.account().doubt(this); // done before a sync can ask
    connectWith(key);
}

void AccountLink::unlock(const Credential &passphrase)
{
    Q_ASSERT(m_account);
    m_passphrase = std::make_unique<PassphraseSecrets>(passphraseFilePath(m_addressBook.path()), passphrase.clone());
    setState(State::Opening);
    fetchKey();
}

} // namespace Elenco
