// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/practiceprocess.h"
#include "account/savedaccount.h"
#include "app/cli/arguments.h"
#include "gateway/client/client.h"
#include "secrets/secretstore.h"

#include <memory>

namespace Elenco {

/// Whom a command talks to over there, and with which key: --gateway and --key-from, else the account that the
/// workspace remembers. A key itself is never an argument: other users of the computer could read it.
class AccountTarget : public QObject
{
    Q_OBJECT

public:
    /// Takes --gateway, --key-from, --user, --plan, --ca, --trace out of the arguments. What is wrong with them is said
    /// by open().
    explicit AccountTarget(Arguments &arguments);
    ~AccountTarget() override;

    /// Answers once, through the event loop; the client lives as long as this object.
    void open(const QString &workspace, std::function<void(Result<Client *>)> answer);
    /// What was learned of the account is not asked again the next time: it is kept with the account, or for its
    /// address where that was given (--gateway).
    Result<void> keep(Workspace &workspace, const Capabilities &known) const;
    /// As it was typed or remembered; with the root address of a practice gateway once that runs.
    const Account &account() const { return m_saved.account; }

private:
    Result<void> readAccount(const QString &workspace);
    Result<void> readOptions();
    void readLearned(const QString &workspace);
    QString learnedFact() const;
    void fetchKey(const QString &workspace);
    void startPractice(const QString &workspace);
    void keyFromFile(const QString &path);
    void keyFromStore(std::unique_ptr<SecretStore> store);
    void connectWith(Result<Credential> key);
    void fail(const Error &error);

    std::optional<QString> m_gateway, m_keyFrom, m_user, m_plan, m_authorities;
    bool m_trace;
    SavedAccount m_saved;
    std::function<void(Result<Client *>)> m_answer;
    std::unique_ptr<SecretStore> m_store;
    Task<Credential> m_fetching;
    std::unique_ptr<PracticeProcess> m_practice;
    Task<QUrl> m_starting;
    std::unique_ptr<Client> m_client;
};

} // namespace Elenco
