// SPDX-License-Identifier: Apache-2.0
#include "ui/account/accountdesk.h"

#include "ui/account/accountdialog.h"
#include "ui/mainwindow.h"
#include "ui/window/statusline.h"

namespace Elenco {

AccountDesk::AccountDesk(AccountLink &link, Prompts &prompts, MainWindow &window)
    : m_link(link), m_prompts(prompts), m_window(window)
{
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
    m_dialog->open();
}

void AccountDesk::showState()
{
    using State = AccountLink::State;
    StatusLine &line = m_window.status();
    const bool practice = m_link.account() && m_link.account()->account.practice;
    m_window.setWindowTitle(practice ? tr("Elenco – practice gateway") : tr("Elenco"));
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
