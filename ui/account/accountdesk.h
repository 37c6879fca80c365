// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/accountlink.h"

#include <QPointer>

namespace Elenco {

class AccountDialog;
class MainWindow;
class Prompts;

/// What the window shows of the partner account: the state at its bottom, "practice" wherever that is so, and the
/// dialog.
class AccountDesk : public QObject
{
    Q_OBJECT

public:
    AccountDesk(AccountLink &link, Prompts &prompts, MainWindow &window);

    void openDialog();
    ~AccountDesk() override;
    AccountDialog *dialog() const;

private:
    void showState();

    AccountLink &m_link;
    Prompts &m_prompts;
    MainWindow &m_window;
    QPointer<AccountDialog> m_dialog;
};

} // namespace Elenco
