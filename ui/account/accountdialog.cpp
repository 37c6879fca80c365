// SPDX-License-Identifier: Apache-2.0
#include "ui/account/accountdialog.h"

#include "ui/account/accountwords.h"
#include "ui/account/passphrasefield.h"
#include "ui/account/practiceoffer.h"
#include "ui/inspector/accountnotes.h"
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

AccountDialog::AccountDialog(AccountLink &link, Prompts &prompts, QWidget *parent)
    : QDialog(parent),
      m_link(link),
      m_prompts(prompts),
      m_offer(new PracticeOffer),
      m_root(new QLineEdit),
      m_user(new QLineEdit),
      m_key(new QLineEdit),
      m_passphrase(new PassphraseField),
      m_authentication(new QComboBox),
      m_plan(new QComboBox),
      m_place(new QComboBox),
      m_fields(new Label({}, TextSize::Small, Ink::Muted))
{
    setWindowTitle(tr("Partner account"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fill();
    connect(&m_link, &AccountLink::changed, this, &AccountDialog::showLink);
    showLink();
    showNeed();
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
    m_key->setEchoMode(QLineEdit::Password);
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

    m_fields->setWordWrap(true);
    m_notice = new Notice;
    m_notice->hide();
    m_test = new QPushButton(tr("&Test connection"));
    m_test->setIcon(icon(Icon::Zap));
    m_forget = new QPushButton(tr("&Forget account…"));
    setButtonKind(m_forget, ButtonKind::Ghost);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("Use this account"), QDialogButtonBox::AcceptRole);
    setButtonKind(m_save, ButtonKind::Primary);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_test);
    bottom->addWidget(m_forget);
    bottom->addStretch(1);
    bottom->addWidget(buttons);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(16);
    layout->addWidget(m_offer);
    layout->addLayout(m_form);
    layout->addWidget(m_fields);
    layout->addWidget(m_notice);
    layout->addLayout(bottom);
    layout->setSizeConstraint(QLayout::SetFixedSize); // it follows what is shown and hidden
    // Enter does what the coloured button says, wherever the keyboard is.
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(button == m_save);
    m_save->setDefault(true);

    connect(m_offer, &PracticeOffer::accepted, this, &AccountDialog::tryWithout);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    connect(m_test, &QPushButton::clicked, this, &AccountDialog::test);
    connect(m_forget, &QPushButton::clicked, this, &AccountDialog::askToForget);
    for (QComboBox *box : {m_authentication, m_place})
        connect(box, &QComboBox::currentIndexChanged, this, &AccountDialog::follow);
    const auto edited = [this] {
        m_notice->hide(); // what it says is about something else now
        m_isUntestedFine = false;
        follow();
    };
    for (QLineEdit *edit : {m_root, m_user, m_key})
        connect(edit, &QLineEdit::textEdited, this, edited);
    connect(m_passphrase, &PassphraseField::edited, this, edited);
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
    const QString fields = m_link.account() ? accountFieldsText(m_link.account()->capabilities) : QString();
    m_fields->setText(fields);
    m_fields->setVisible(!fields.isEmpty());
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
    else if (m_link.refusal() && !m_busy)
        m_notice->show(accountProblem(*m_link.refusal()), Tone::Bad, Icon::Failed);
    else if (practice && !m_busy)
        m_notice->show(tr("You are practising: the contacts are invented, and everything stays on this computer. An "
                          "account belongs to your own address book; stop practising to go back to it."),
                       Tone::Violet, Icon::Flask);
    follow();
}

// Opened because something is asked for, it begins there.
void AccountDialog::showNeed()
{
    if (m_link.state() == AccountLink::State::NeedsPassphrase)
        m_passphrase->takeFocus();
    else if (m_link.state() == AccountLink::State::NeedsKey || m_link.refusal() || !m_link.account())
        m_key->setFocus(Qt::OtherFocusReason);
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
    m_passphrase->setNew(!m_link.hasPassphraseFile());
    showRow(m_passphrase, locked || place() == SecretPlace::PassphraseFile);
    auto *keyLabel = static_cast<QLabel *>(m_form->labelForField(m_key));
    keyLabel->setText(basic ? tr("Pass&word") : tr("&Key"));
    const Result<Account> typed = account();
    const bool kept = typed && m_link.keyFor(*typed);
    m_key->setPlaceholderText(kept ? tr("kept; type to replace it") : QString());
    m_save->setText(locked && m_key->text().isEmpty() ? tr("Unlock")
                    : m_isUntestedFine                ? tr("Use it untested")
                                                      : tr("Use this account"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_root, m_authentication, m_user, m_key, m_plan, m_place,
                                                            m_passphrase, m_offer, m_forget})
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
    m_save->setEnabled(!m_busy && (hasKey || (locked && !m_passphrase->isEmpty())));
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
    if (busy && !m_busy)
        m_focus = focusWidget(); // what is switched off loses the keyboard, to Cancel
    m_busy = busy;
    if (busy)
        m_notice->show(what, Tone::Plain, Icon::Clock);
    follow();
    if (!busy && m_focus && m_focus->isEnabled())
        m_focus->setFocus(Qt::OtherFocusReason);
}

void AccountDialog::showError(const Error &error)
{
    m_notice->show(accountProblem(error), Tone::Bad, Icon::Failed);
    focusOn(error.kind);
}

// The keyboard goes to what has to be typed anew.
void AccountDialog::focusOn(ErrorKind kind)
{
    const auto select = [](QLineEdit *edit) {
        edit->setFocus(Qt::OtherFocusReason);
        edit->selectAll();
    };
    switch (kind) {
    case ErrorKind::KeyRefused:
    case ErrorKind::NotAllowed: return select(m_key);
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::NotTheGateway: return select(m_root);
    case ErrorKind::WrongPassphrase: return m_passphrase->takeFocus();
    default: return;
    }
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
        if (const QString problem = m_passphrase->problem(); !problem.isEmpty()) {
            m_notice->show(problem, Tone::Bad, Icon::Failed);
            return m_passphrase->takeFocus();
        }
        passphrase = Credential::fromText(m_passphrase->text(), Authentication::Basic);
        if (!passphrase) {
            showError({ErrorKind::InvalidInput, tr("the passphrase"), passphrase.error().detail});
            return m_passphrase->takeFocus();
        }
    }
    if (m_isUntestedFine)
        return keep(*account, *key, *passphrase);
    // An account that would be refused is not taken: that would be said much later, and far from here.
    setBusy(true, tr("Asking %1…").arg(account->root.host()));
    m_working = m_link.test(this, *account, *key);
    m_working.then([this, account = *account, key = std::make_shared<Credential>(key->clone()),
                    passphrase = std::make_shared<Credential>(passphrase->clone())](const Result<void> &tested) {
        if (tested)
            return keep(account, *key, *passphrase);
        m_isUntestedFine = isUnreachable(tested.error().kind);
        setBusy(false);
        showError(tested.error());
    });
}

void AccountDialog::keep(const Account &account, const Credential &key, const Credential &passphrase)
{
    setBusy(true, tr("Keeping the account…"));
    m_working = m_link.use(this, account, key, place(), passphrase);
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
        else
            m_passphrase->takeFocus();
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
