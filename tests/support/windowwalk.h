// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/walkprompts.h"
#include "tests/support/windowbench.h"

#include <QFile>

class QAbstractItemView;
class QMenu;

namespace Elenco {

/// Somebody at the window who presses, clicks, types, drops and undoes whatever comes into their mind, by the numbers
/// of a seed: on a populated book, in English or Italian, light or dark. The steps are written to a file before they
/// are taken, so that a step that ends the program is the last line.
class WindowWalk
{
public:
    WindowWalk(unsigned seed, const QString &logPath);

    void run(int steps);
    /// Closes everything; what the walk has found: errors that were told, and what is wrong with the file.
    QStringList findings();

private:
    void step();
    void pressKey(QWidget &window);
    void typeText(QWidget &window);
    void click(QWidget &window);
    void clickView(QAbstractItemView &view);
    void dropContacts();
    void dropFiles();
    void dropField();
    void chooseFromMenu(QMenu &menu);
    void trigger();
    void note(const QString &what);
    quint32 below(quint32 limit) { return limit ? m_numbers() % limit : 0; }
    /// Where keys go: the menu that is open, else the dialog in front, else the window.
    QWidget &front() const;

    std::mt19937 m_numbers;
    QFile m_log;
    int m_step = 0;
    QTemporaryDir m_folder;
    QStringList m_files;
    std::unique_ptr<WalkPrompts> m_prompts;
    std::unique_ptr<WindowBench> m_bench;
};

} // namespace Elenco
