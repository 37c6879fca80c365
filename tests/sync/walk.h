// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/openaddressbook.h"
#include "secrets/sessionsecrets.h"
#include "store/recovery/openworkspace.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedprompts.h"
#include "tests/sync/office.h"
#include "ui/account/accountdesk.h"
#include "ui/mainwindow.h"
#include "ui/sync/synccontroller.h"
#include "ui/theme/theme.h"
#include "ui/window/statepill.h"
#include "ui/window/statusline.h"

#include <QApplication>
#include <QSettings>
#include <QTest>

namespace Elenco {

/// The window of one desk, as the program puts it together, at a gateway that others use too.
struct Walk {
    Office office;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Theme theme{*qApp, qEnvironmentVariableIsSet("ELENCO_DARK") ? Appearance::Dark : Appearance::Light};
    ScriptedPrompts prompts;
    ManualClock clock;
    OpenAddressBook book{*openWorkspace(folder.filePath(QStringLiteral("book.elenco")))};
    AccountLink link{book,
                     {[this] { return office.far().surroundings(GatewayDesk::transportOptions()); },
                      std::make_unique<SessionSecrets>(),
                      {}}};
    MainWindow window{book, prompts, theme, settings};
    AccountDesk desk{book, link, prompts, window};
    SyncController sync{book, link, prompts, window, clock, QStringLiteral("IT")};
    Task<void> taking;

    explicit Walk(const Practice::Options &options = {});
    ~Walk();
    /// Takes the account of the office for this session.
    void connectAccount() { connectAccount(office); }
    void connectAccount(Office &office);
    /// Lets time go on until what is due has been done.
    void pass(qint64 milliseconds);
    void settle();
    QString state() { return window.status().state(); }
    QString people();
    std::vector<ContactId> ids();
    QString lineOf(ContactId id);
    void select(const QString &name);
    /// As the table shows it.
    SyncMark mark(const QString &name);
    /// In the form that F2 opens.
    void edit(const QString &name, const QMap<QString, QString> &values);
    static void press(QWidget *in, const char *text);
    void clickState() { QTest::mouseClick(window.findChild<StatePill *>(), Qt::LeftButton); }
    template <typename Dialog>
    Dialog *opened()
    {
        Dialog *dialog = nullptr;
        if (!QTest::qWaitFor([&] { return (dialog = window.findChild<Dialog *>()) && dialog->isVisible(); }))
            qFatal("no dialog");
        QTest::qWait(100);
        return dialog;
    }
    void undo();
    /// For looking at: into the folder of ELENCO_PICTURES.
    void picture(const QString &name, QWidget *of);
};

} // namespace Elenco
