// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/practiceprocess.h"
#include "account/savedaccount.h"
#include "addressbook/addressbook.h"
#include "gateway/client/client.h"
#include "gateway/http/answerwatch.h"
#include "secrets/secretstore.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Elenco {

/// What an AccountLink is given instead of looking for it.
struct AccountSurroundings {
    std::function<ClientSurroundings()> network; ///< for each Client a new set
    std::unique_ptr<SecretStore> keychain;
    QString practiceProgram;
};

/// The partner account of a workspace while the program runs: what is remembered of it, where its key comes from, and
/// the one Client made of both. By itself it asks the gateway one thing, once: what the account can do. GUI thread.
class AccountLink : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Opening,         ///< the file, the keyring or the practice gateway has not answered yet
        None,            ///< the workspace has no account
        NeedsKey,        ///< problem() says why there is no key; setKey() goes on
        NeedsPassphrase, ///< unlock() goes on; problem() after a wrong one
        Ready,           ///< there is a client()
        Failed,          ///< problem() says why; open() tries again
    };

    AccountLink(AddressBook &addressBook, AccountSurroundings surroundings, QObject *parent = nullptr);
    ~AccountLink() override;

    /// Reads the account again and fetches its key.
    void open();

    State state() const { return m_state; }
    const std::optional<SavedAccount> &account() const { return m_account; }
    /// Why the state is what it is, where it is not as it should be.
    const std::optional<Error> &problem() const { return m_problem; }
    /// What the gateway said when it refused the account in use while it was working with it: the key, or a right.
    /// Whoever syncs says so, and takes it back when it goes again.
    const std::optional<Error> &refusal() const { return m_refusal; }
    void noteRefusal(const std::optional<Error> &refusal) { m_refusal = refusal; }
    /// Whether there is a file that a passphrase opens: a passphrase is typed for it, and not made.
    bool hasPassphraseFile() const;

    /// While Ready; a change of account ends it and its Tasks.
    Client *client() { return m_client.get(); }

    /// Milliseconds since the gateway has been asked and has not answered anything (gateway/http/answerwatch.h); 0:
    /// nobody is waited for.
    qint64 silentFor() const { return m_answers ? m_answers->silentFor() : 0; }

    /// The key in use, if it is the one of this account; nullptr otherwise. Valid until the next change.
    const Credential *keyFor(const Account &account) const;

    /// Is the gateway there, does it take the key? Keeps nothing.
    Task<void> test(QObject *context, const Account &account, const Credential &key);

    /// Takes this account from now on: first keeps its key, then remembers it. A keyring is tried with a canary only
    /// now, when a person has chosen it: trying may make the system ask for a password. `passphrase` is for
    /// SecretPlace::PassphraseFile. After an Error all is as it was.
    Task<void> use(QObject *context, const Account &account, const Credential &key, SecretPlace place,
                   const Credential &passphrase);
    /// The same with the practice gateway, for trying without an account.
    Task<void> usePractice(QObject *context);
    /// Forgets the account and its key; contacts stay.
    Task<void> forget(QObject *context);
    void setKey(const Credential &key);
    void unlock(const Credential &passphrase);

Q_SIGNALS:
    /// State, account or client are not what they were.
    void changed();

private:
    void take(Result<std::optional<AccountRecord>> record);
    void fetchKey();
    void startPractice();
    void connectWith(const Credential &key);
    void keyCame(Result<Credential> key);
    void keep(std::shared_ptr<TaskPromise<void>> promise, const SavedAccount &account, Credential key);
    void remember(std::shared_ptr<TaskPromise<void>> promise, const SavedAccount &account, Credential key);
    void setAccount(std::optional<SavedAccount> account);
    void setState(State state, std::optional<Error> problem = {});
    SecretStore &store(SecretPlace place);

    AddressBook &m_addressBook;
    AccountSurroundings m_surroundings;
    std::unique_ptr<SecretStore> m_session;
    std::unique_ptr<SecretStore> m_passphrase; ///< once a passphrase was given
    std::unique_ptr<PracticeProcess> m_practice;
    State m_state = State::Opening;
    std::optional<Error> m_problem, m_refusal;
    std::optional<SavedAccount> m_account;
    Credential m_key;
    std::shared_ptr<AnswerWatch> m_answers; ///< of the client
    std::unique_ptr<Client> m_client;
    std::unique_ptr<Client> m_testClient;
    Task<std::optional<AccountRecord>> m_reading;
    Task<Credential> m_fetching;
    Task<void> m_testing, m_keeping;
    Command<void> m_saving;
    Task<QUrl> m_starting;
    Task<Capabilities> m_probing;
    Command<void> m_savingCapabilities;
};

} // namespace Elenco
