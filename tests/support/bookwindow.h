// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/openaddressbook.h"
#include "tests/support/scriptedprompts.h"
#include "tests/support/testworkspace.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QSemaphore>
#include <QSettings>

#include <memory>

namespace Elenco {

/// The main window over an address book as people have it: filled, with custom fields of every kind and two lists.
class BookWindow
{
public:
    /// `more`: people beyond the five that have names.
    explicit BookWindow(int more = 0);
    ~BookWindow();

    /// Closes the address book and opens it again in a new window, as a restart does.
    void restart();
    /// The writer does nothing until letGo().
    void holdUp();
    void letGo() { m_gate.release(); }

    int rows() const;
    QStringList names() const;
    void selectName(const QString &name);
    qint64 count(const QString &filter);
    /// Members; -1 when there is no such list.
    qint64 members(const QString &list);
    void showList(const QString &name);
    QString path(const QString &name) const { return m_files.path(name); }

private:
    void open();

    TestWorkspace m_files;
    QSemaphore m_gate;

public:
    QSettings settings;
    Theme theme;
    ScriptedPrompts prompts;
    std::unique_ptr<OpenAddressBook> book;
    std::unique_ptr<MainWindow> window;
};

/// Presses each character, as QTest::keyClicks() does for ASCII.
void typeText(QWidget *widget, const QString &text);

} // namespace Elenco
