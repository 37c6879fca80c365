// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "account/accountlink.h"
#include "addressbook/addressbook.h"
#include "app/instance.h"
#include "app/options.h"
#include "ui/account/accountdesk.h"
#include "ui/import/importdesk.h"
#include "ui/mainwindow.h"
#include "ui/screenfit.h"
#include "ui/sync/synccontroller.h"
#include "ui/window/contactediting.h"
#include "ui/window/savingwindow.h"
#include "ui/windowprompts.h"
#include "ui/workspace/workspacedesk.h"

#include <QSettings>

namespace Elenco {

/// The parts of the running program in the sequence of their dependence; reverse destruction is the shutdown.
class Application : public QObject
{
    Q_OBJECT

public:
    Application(QApplication &app, const Options &options, std::unique_ptr<Workspace> workspace);

    MainWindow &window() { return m_window; }
    AddressBook &addressBook() { return m_addressBook; }
    /// Shows the window and whatever the command line asked for.
    void start();
    /// What stands in an open editor, for the window that takes this one's place.
    std::optional<UnsavedContact> unsavedContact() { return m_window.editing().unsaved(); }
    void takeUp(const UnsavedContact &unsaved) { m_window.editing().takeUp(unsaved); }

Q_SIGNALS:
    /// Another address book is wanted in the place of this one; the window goes with its address book.
    void openRequested(const QString &path);
    void practiceRequested();
    /// This one is the practice address book, and goes as a whole.
    void practiceEndRequested();

private:
    void practise();
    void takePicture();
    void comeForward(const QStringList &files);

    const Options m_options;
    QSettings m_settings;
    Theme m_theme;
    ScreenFit m_screenFit;
    AddressBook m_addressBook;
    AccountLink m_account;
    WindowPrompts m_prompts;
    const bool m_isPractice;
    MainWindow m_window;
    SavingWindow m_saving;
    ImportDesk m_importDesk;
    AccountDesk m_accountDesk;
    WorkspaceDesk m_workspaceDesk;
    SystemClock m_clock;
    SyncController m_sync;
    Instance m_instance;
    Task<void> m_practising;
    Task<ContactList> m_opening; ///< the list that the options name
};

/// The file of the workspace that the options name.
QString workspacePath(const Options &options);
/// The workspace that the options name; the demo is filled on its first start.
Result<std::unique_ptr<Workspace>> openWorkspace(const Options &options);

/// Says, without a window, why there is none; the program ends with status 1 when it was read.
void refuseToStart(const Error &error, WindowPrompts &prompts);

/// The texts of a language, ours and Qt's, and its ways of writing numbers and dates.
void installLanguage(QApplication &app, const QString &language);

} // namespace Elenco
