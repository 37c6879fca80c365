// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/accountlink.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace Elenco {

class Notice;
class Prompts;

/// The partner account of the address book: which gateway, as whom, where the key is kept; a test that says in words
/// what is the matter; and a way to try everything without an account.
class AccountDialog : public QDialog
{
    Q_OBJECT

public:
    AccountDialog(AccountLink &link, Prompts &prompts, QWidget *parent);

Q_SIGNALS:
    /// Somebody wants to practise, or to stop that; the dialog has closed. Practice has an address book of its own.
    void practiceRequested();
    void practiceEndRequested();

private:
    void build();
    QWidget *buildOffer();
    void fill();
    void follow();
    void showLink();
    Result<Account> account() const;
    Result<Credential> key(const Account &account) const;
    SecretPlace place() const;
    void test();
    void save();
    void unlock();
    void tryWithout();
    void askToForget();
    void setBusy(bool busy, const QString &what = {});
    void showError(const Error &error);

    AccountLink &m_link;
    Prompts &m_prompts;
    QWidget *m_offer = nullptr;
    Notice *m_notice = nullptr;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_root, *m_user, *m_key, *m_passphrase;
    QComboBox *m_authentication, *m_plan, *m_place;
    QPushButton *m_try = nullptr, *m_test = nullptr, *m_save = nullptr, *m_forget = nullptr;
    Task<void> m_working;
    QMetaObject::Connection m_unlocking;
    bool m_busy = false;
};

/// What a failed test or an unusable field means, in words for people: Error::text(), and the gateway's own where it
/// said some.
QString accountProblem(const Error &error);

} // namespace Elenco
