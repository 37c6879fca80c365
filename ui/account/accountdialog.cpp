// SPDX-License-Identifier: Apache-2.0
#include "ui/account/accountdialog.h"

#include "ui/prompts.h"
#include "ui/theme/elencostyle.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Elenco {

using namespace Qt::StringLiterals;

QString accountProblem(const Error &error)
{
    QString text = error.text();
    if (!error.detail.isEmpty() && !text.contains(error.detail))
        text += u" ("_s + error.detail + u')';
    return text;
}

AccountDialog::AccountDialog(AccountLink &link, Prompts &prompts, QWidget *parent)
    : QDialog(parent),
      m_link(link),
      m_prompts(prompts),
      m_root(new QLineEdit),
      m_user(new QLineEdit),
      m_key(new QLineEdit),
      m_passphrase(new QLineEdit),
      m_authentication(new QComboBox),
      m_plan(new QComboBox),
      m_place(new QComboBox)
{
    setWindowTitle(tr("Partner account"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fill();
    connect(&m_link, &AccountLink::changed, this, &AccountDialog::showLink);
    showLink();
}

void AccountDialog::build()
{
    m_authentication->addItem(tr("API key"), int(Authentication::ApiKey));
    m_authentication->addItem(tr("User and password"), int(Authentication::Basic));
    m_plan->addItem(tr("Production"), int(Plan::Production));
    m_plan->addItem(tr("Trial"), int(Plan::Trial));
    m_place->addItem(tr("In the system’s keyring"), int(SecretPlace::Keychain));
    m_place->addItem(tr("For this session only"), int(SecretPlace::Session));
    m_place->addItem(tr("In a file that a passphrase opens"), int(SecretPlace::PassphraseFile));
    for (QLineEdit *secret : {m_key, m_passphrase})
        secret->setEchoMode(QLineEdit::Password);
    m_root->setMinimumWidth(380);
    m_root->setInputMethodHints(Qt::ImhUrlCharactersOnly);

    m_form = new QFormLayout;
    m_form->setVerticalSpacing(10);
    m_form->setHorizontalSpacing(16);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(tr("&Address"), m_root);
    m_form->addRow(tr("&Sign in with"), m_authentication);
    m_form->addRow(tr("&User"), m_user);
    m_form->addRow(tr("&Key"), m_key);
    m_form->addRow(tr("&Plan"), m_plan);
    m_form->addRow(tr("Keep the key"), m_place);
    m_form->addRow(tr("Pass&phrase"), m_passphrase);

    m_notice = new Notice;
    m_notice->hide();
    m_test = new QPushButton(tr("&Test connection"));
    m_test->setIcon(icon(Icon::Zap));
    m_forget = new QPushButton(tr("&Forget account…"));
    setButtonKind(m_forget, ButtonKind::Ghost);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("Use this account"), QDialogButtonBox::AcceptRole);
    setButtonKind(m_save, ButtonKind::Primary);
    m_save->setDefault(true);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_test);
    bottom->addWidget(m_forget);
    bottom->addStretch(1);
    bottom->addWidget(buttons);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(16);
    layout->addWidget(m_offer = buildOffer());
    layout->addLayout(m_form);
    layout->addWidget(m_notice);
    layout->addLayout(bottom);
    layout->setSizeConstraint(QLayout::SetFixedSize); // it follows what is shown and hidden

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    connect(m_test, &QPushButton::clicked, this, &AccountDialog::test);
    connect(m_forget, &QPushButton::clicked, this, &AccountDialog::askToForget);
    for (QComboBox *box : {m_authentication, m_place})
        connect(box, &QComboBox::currentIndexChanged, this, &AccountDialog::follow);
    for (QLineEdit *edit : {m_root, m_user, m_key, m_passphrase})
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_notice->hide(); // what it says is about something else now
            follow();
        });
}

QWidget *AccountDialog::buildOffer()
{
    auto *offer = new QWidget;
    auto *layout = new QHBoxLayout(offer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    auto *text = new Label(tr("No account yet? Practise in an address book of its own, with 5,000 invented contacts. "
                              "Your own are not touched, and nothing leaves the computer."),
                           TextSize::Body, Ink::Muted);
    text->setWordWrap(true);
    text->setMinimumWidth(300);
    m_try = new QPushButton(tr("Try it &without an account"));
    m_try->setIcon(icon(Icon::Flask, IconTint::Violet));
    m_try->setAutoDefault(false);
    connect(m_try, &QPushButton::clicked, this, &AccountDialog::tryWithout);
    layout->addWidget(text, 1);
    layout->addWidget(m_try);
    return offer;
}

void AccountDialog::fill()
{
    const std::optional<SavedAccount> &saved = m_link.account();
    if (!saved || saved->account.practice) {
        m_root->setText(partnerRoot().toString());
        return;
    }
    m_root->setText(saved->account.root.toString());
    m_user->setText(saved->account.user);
    m_authentication->setCurrentIndex(m_authentication->findData(int(saved->account.authentication)));
    m_plan->setCurrentIndex(m_plan->findData(int(saved->account.plan)));
    m_place->setCurrentIndex(m_place->findData(int(saved->place)));
}

void AccountDialog::showLink()
{
    using State = AccountLink::State;
    const bool practice = m_link.account() && m_link.account()->account.practice;
    m_offer->setVisible(!m_link.account());
    m_forget->setVisible(m_link.account().has_value());
    m_forget->setText(practice ? tr("Stop &practising…") : tr("&Forget account…"));
    if (m_link.state() == State::NeedsPassphrase)
        m_notice->show(m_link.problem() ? accountProblem(*m_link.problem())
                                        : tr("The passphrase opens the file that holds the key."),
                       m_link.problem() ? Tone::Bad : Tone::Warn, Icon::Lock);
    else if (m_link.state() == State::NeedsKey && m_link.problem()->kind == ErrorKind::NotFound)
        m_notice->show(tr("The key is not kept here: please enter it again."), Tone::Warn, Icon::Key);
    else if (m_link.problem())
        m_notice->show(accountProblem(*m_link.problem()), Tone::Bad, Icon::Failed);
    else if (practice && !m_busy)
        m_notice->show(tr("You are practising: the contacts are invented, and everything stays on this computer. An "
                          "account belongs to your own address book; stop practising to go back to it."),
                       Tone::Violet, Icon::Flask);
    follow();
}

void AccountDialog::follow()
{
    const bool basic = m_authentication->currentData().toInt() == int(Authentication::Basic);
    const bool locked = m_link.state() == AccountLink::State::NeedsPassphrase;
    const auto showRow = [this](QWidget *field, bool shown) {
        m_form->labelForField(field)->setVisible(shown);
        field->setVisible(shown);
    };
    showRow(m_user, basic);
    showRow(m_passphrase, locked || place() == SecretPlace::PassphraseFile);
    auto *keyLabel = static_cast<QLabel *>(m_form->labelForField(m_key));
    keyLabel->setText(basic ? tr("Pass&word") : tr("&Key"));
    const Result<Account> typed = account();
    const bool kept = typed && m_link.keyFor(*typed);
    m_key->setPlaceholderText(kept ? tr("kept; type to replace it") : QString());
    m_save->setText(locked && m_key->text().isEmpty() ? tr("Unlock") : tr("Use this account"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_root, m_authentication, m_user, m_key, m_plan, m_place,
                                                            m_passphrase, m_try, m_forget})
        widget->setEnabled(!m_busy);
    // Invented people are never in step with a real account.
    const bool practice = m_link.account() && m_link.account()->account.practice;
    if (practice) {
        for (QWidget *widget :
             std::initializer_list<QWidget *>{m_root, m_authentication, m_user, m_key, m_plan, m_place, m_passphrase})
            widget->setEnabled(false);
    }
    const bool hasKey = !practice && (kept || !m_key->text().isEmpty());
    m_test->setEnabled(!m_busy && hasKey);
    m_save->setEnabled(!m_busy && (hasKey || (locked && !m_passphrase->text().isEmpty())));
}

SecretPlace AccountDialog::place() const
{
    return static_cast<SecretPlace>(m_place->currentData().toInt());
}

Result<Account> AccountDialog::account() const
{
    const Result<QUrl> root = checkedRoot(m_root->text());
    if (!root)
        return root.error();
    Account account;
    account.root = *root;
    account.authentication = static_cast<Authentication>(m_authentication->currentData().toInt());
    if (account.authentication == Authentication::Basic) {
        account.user = m_user->text().trimmed();
        if (account.user.isEmpty() || account.user.contains(u':')) // RFC 7617 section 2
            return Error{ErrorKind::InvalidInput, tr("the user"),
                         account.user.isEmpty() ? tr("it is empty") : tr("it contains a colon")};
    }
    account.plan = static_cast<Plan>(m_plan->currentData().toInt());
    return account;
}

Result<Credential> AccountDialog::key(const Account &account) const
{
    if (m_key->text().isEmpty()) {
        if (const Credential *kept = m_link.keyFor(account))
            return kept->clone();
    }
    return Credential::fromText(m_key->text(), account.authentication);
}

void AccountDialog::setBusy(bool busy, const QString &what)
{
    m_busy = busy;
    if (busy)
        m_notice->show(what, Tone::Plain, Icon::Clock);
    follow();
}

void AccountDialog::showError(const Error &error)
{
    m_notice->show(accountProblem(error), Tone::Bad, Icon::Failed);
}

void AccountDialog::test()
{
    const Result<Account> account = this->account();
    if (!account)
        return showError(account.error());
    const Result<Credential> key = this->key(*account);
    if (!key)
        return showError(key.error());
    setBusy(true, tr("Asking %1…").arg(account->root.host()));
    m_working = m_link.test(this, *account, *key);
    m_working.then([this, host = account->root.host()](const Result<void> &result) {
        setBusy(false);
        if (!result)
            return showError(result.error());
        m_notice->show(tr("%1 answers and takes the key.").arg(host), Tone::Ok, Icon::Done);
    });
}

void AccountDialog::save()
{
    if (m_link.state() == AccountLink::State::NeedsPassphrase && m_key->text().isEmpty())
        return unlock();
    const Result<Account> account = this->account();
    if (!account)
        return showError(account.error());
    const Result<Credential> key = this->key(*account);
    if (!key)
        return showError(key.error());
    Result<Credential> passphrase = Credential();
    if (place() == SecretPlace::PassphraseFile) {
        passphrase = Credential::fromText(m_passphrase->text(), Authentication::Basic);
        if (!passphrase)
            return showError({ErrorKind::InvalidInput, tr("the passphrase"), passphrase.error().detail});
    }
    setBusy(true, tr("Keeping the account…"));
    m_working = m_link.use(this, *account, *key, place(), *passphrase);
    m_working.then([this](const Result<void> &result) {
        setBusy(false);
        result ? accept() : showError(result.error());
    });
}

void AccountDialog::unlock()
{
    const Result<Credential> passphrase = Credential::fromText(m_passphrase->text(), Authentication::Basic);
    if (!passphrase)
        return showError({ErrorKind::InvalidInput, tr("the passphrase"), passphrase.error().detail});
    setBusy(true, tr("Opening the file of keys…"));
    disconnect(m_unlocking); // of the attempt before
    m_unlocking = connect(&m_link, &AccountLink::changed, this, [this] {
        if (m_link.state() == AccountLink::State::Opening)
            return;
        disconnect(m_unlocking);
        setBusy(false);
        if (m_link.state() == AccountLink::State::Ready)
            accept();
    });
    m_link.unlock(*passphrase);
}

// Never here: its people would be among this book's own.
void AccountDialog::tryWithout()
{
    accept();
    Q_EMIT practiceRequested();
}

void AccountDialog::askToForget()
{
    if (m_link.account()->account.practice) { // who is invented goes with it, and that is asked about elsewhere
        accept();
        return Q_EMIT practiceEndRequested();
    }
    Question question;
    question.title = tr("Forget this account?");
    question.text =
        tr("The address and the key are forgotten. Your address book stays as it is, and nothing changes at "
           "the gateway.");
    question.accept = tr("Forget account");
    question.destructive = true;
    m_prompts.ask(this, question, [this](bool accepted) {
        if (!accepted)
            return;
        setBusy(true, tr("Forgetting the account…"));
        m_working = m_link.forget(this);
        m_working.then([this](const Result<void> &result) {
            setBusy(false);
            result ? accept() : showError(result.error());
        });
    });
}

} // namespace Elenco
