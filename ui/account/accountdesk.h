// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/accountlink.h"
#include "ui/account/remoteexport.h"

#include <QPointer>

namespace Elenco {

class AccountDialog;
class MainWindow;
class PracticeBar;
class Prompts;

/// What the window shows of the partner account: the state at its bottom, "practice" wherever that is so, and the
/// dialog.
class AccountDesk : public QObject
{
    Q_OBJECT

public:
    /// `isPracticeBook`: the address book is there for practising alone.
    AccountDesk(AddressBook &addressBook, AccountLink &link, Prompts &prompts, MainWindow &window,
                bool isPracticeBook = false);

    void openDialog();
    ~AccountDesk() override;
    AccountDialog *dialog() const;

Q_SIGNALS:
    /// The practice address book is wanted, in the place of this one.
    void practiceRequested();
    /// This one is the practice address book, and is to be thrown away as a whole.
    void practiceEndRequested();

private:
    void showState();
    void showPractice(bool practice);
    void endPractice();
    void separatePractice();

    AddressBook &m_addressBook;
    AccountLink &m_link;
    Prompts &m_prompts;
    MainWindow &m_window;
    const bool m_isPracticeBook;
    PracticeBar *m_practiceBar;
    QPointer<AccountDialog> m_dialog;
    RemoteExport m_export;
    Task<PracticeMixture> m_asking;
    Command<ChangeSetId> m_separating;
};

} // namespace Elenco
