// SPDX-License-Identifier: Apache-2.0
#include "ui/account/accountdesk.h"

#include "ui/account/accountdialog.h"
#include "ui/account/accountwords.h"
#include "ui/mainwindow.h"
#include "ui/prompts.h"
#include "ui/window/statusline.h"
#include "ui/words.h"
#include "ui/workspace/practicebar.h"

namespace Elenco {

AccountDesk::AccountDesk(AddressBook &addressBook, AccountLink &link, Prompts &prompts, MainWindow &window,
                         bool isPracticeBook)
    : m_addressBook(addressBook),
      m_link(link),
      m_prompts(prompts),
      m_window(window),
      m_isPracticeBook(isPracticeBook),
      m_practiceBar(new PracticeBar(isPracticeBook ? PracticeBar::Book::Practice : PracticeBar::Book::Mixed)),
      m_export(link, prompts, window)
{
    m_practiceBar->hide();
    m_window.addBar(m_practiceBar);
    connect(m_practiceBar, &PracticeBar::leaveRequested, this, &AccountDesk::endPractice);
    m_window.actions().bind(ActionId::ShowAccount, this, std::function<void()>([this] { openDialog(); }));
    connect(&m_window.status(), &StatusLine::stateClicked, this, [this] {
        if (m_link.state() != AccountLink::State::Ready) // then it is about sync (ui/sync/synccontroller.h)
            openDialog();
    });
    connect(&m_link, &AccountLink::changed, this, &AccountDesk::showState);
    showState();
}

AccountDesk::~AccountDesk() = default;

AccountDialog *AccountDesk::dialog() const
{
    return m_dialog;
}

void AccountDesk::openDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new AccountDialog(m_link, m_prompts, &m_window);
    connect(m_dialog, &AccountDialog::practiceRequested, this, &AccountDesk::practiceRequested);
    connect(m_dialog, &AccountDialog::practiceEndRequested, this, &AccountDesk::endPractice);
    m_dialog->open();
}

// Said everywhere: in the title, in a bar, and in the state at the bottom.
void AccountDesk::showPractice(bool practice)
{
    m_window.setWindowTitle(m_isPracticeBook ? tr("Elenco – practice address book")
                            : practice       ? tr("Elenco – practice gateway")
                                             : tr("Elenco"));
    m_practiceBar->setVisible(practice || m_isPracticeBook);
}

void AccountDesk::endPractice()
{
    if (!m_isPracticeBook)
        return separatePractice();
    const Question question{.title = tr("Stop practising?"),
                            .text = tr("The practice address book is thrown away as a whole, with all that was tried "
                                       "in it. Your own address book was never touched."),
                            .accept = tr("Throw it away"),
                            .destructive = true};
    m_prompts.ask(&m_window, question, [this](bool accepted) {
        if (accepted)
            Q_EMIT practiceEndRequested();
    });
}

void AccountDesk::separatePractice()
{
    m_asking = m_addressBook.account().practiceMixture(this);
    m_asking.then([this](const Result<PracticeMixture> &mixture) {
        const QString failure = tr("The invented contacts could not be told apart.");
        if (!mixture)
            return m_prompts.showError(&m_window, failure, mixture.error());
        const auto invented = qint64(mixture->invented.size());
        const Question question{
            .title = tr("Take the invented contacts out?"),
            .text =
                tr("Invented by the practice gateway: %1. Your own, imported or typed by you: %2; they stay as they "
                   "are, and are in step with no gateway any more.")
                    .arg(numberText(invented), numberText(mixture->own)),
            .detail = tr("Undo brings the invented ones back."),
            .accept = tr("Take them out")};
        m_prompts.ask(&m_window, question, [this, failure](bool accepted) {
            if (!accepted)
                return;
            m_separating = m_addressBook.account().separatePractice(this);
            m_separating.then([this, failure](const Result<ChangeSetId> &removed) {
                if (!removed)
                    return m_prompts.showError(&m_window, failure, removed.error());
                m_window.status().showMessage(tr("The invented contacts are gone; your own are here."));
                m_link.open();
            });
        });
    });
}

void AccountDesk::showState()
{
    using State = AccountLink::State;
    StatusLine &line = m_window.status();
    const bool practice = m_link.account() && m_link.account()->account.practice;
    showPractice(practice);
    const QString problem = m_link.problem() ? accountProblem(*m_link.problem()) : QString();
    switch (m_link.state()) {
    case State::Opening: line.setState(tr("Opening the account…"), Tone::Plain, {}); break;
    case State::None:
        line.setState(tr("Local address book"), Tone::Ok,
                      tr("All contacts are on this computer only. Click for an account."));
        break;
    case State::NeedsKey: line.setState(tr("The account needs its key"), Tone::Warn, problem); break;
    case State::NeedsPassphrase: line.setState(tr("The account is locked"), Tone::Warn, problem); break;
    case State::Failed: line.setState(tr("The account can’t be used"), Tone::Bad, problem); break;
    case State::Ready: // until sync has something to say (ui/sync/synccontroller.h)
        line.setState(practice ? tr("Practice gateway") : m_link.account()->account.root.host(),
                      practice ? Tone::Violet : Tone::Accent,
                      practice ? tr("Contacts over there are invented; everything stays on this computer.")
                               : m_link.account()->account.root.toString());
        break;
    }
}

} // namespace Elenco
