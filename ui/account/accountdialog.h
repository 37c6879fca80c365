// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/accountlink.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace Elenco {

class Label;
class Notice;
class PassphraseField;
class PracticeOffer;
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
    void fill();
    void follow();
    void showLink();
    void showNeed();
    Result<Account> account() const;
    Result<Credential> key(const Account &account) const;
    SecretPlace place() const;
    void test();
    void save();
    void keep(const Account &account, const Credential &key, const Credential &passphrase);
    void unlock();
    void tryWithout();
    void askToForget();
    void setBusy(bool busy, const QString &what = {});
    void showError(const Error &error);
    void focusOn(ErrorKind kind);

    AccountLink &m_link;
    Prompts &m_prompts;
    PracticeOffer *m_offer;
    Notice *m_notice = nullptr;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_root, *m_user, *m_key;
    PassphraseField *m_passphrase;
    QComboBox *m_authentication, *m_plan, *m_place;
    Label *m_fields; ///< what the account does not keep, or hides
    QPushButton *m_test = nullptr, *m_save = nullptr, *m_forget = nullptr;
    Task<void> m_working;
    QMetaObject::Connection m_unlocking;
    QPointer<QWidget> m_focus; ///< before everything was switched off for a moment
    bool m_busy = false;
    bool m_isUntestedFine = false; ///< it could not be asked, and a person takes the account all the same
};

} // namespace Elenco
