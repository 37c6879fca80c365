// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/openaddressbook.h"
#include "tests/support/scriptedprompts.h"
#include "tests/support/testworkspace.h"
#include "ui/import/importdesk.h"
#include "ui/import/importwizard.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QSettings>

class QPushButton;

namespace Elenco {

/// A book as people have it after some months: several hundred contacts with custom fields of every kind (one with a
/// blank in its name, one whose name is a word of the filter language), tags, lists, edits by hand and an undone
/// import.
void populate(TestWorkspace &workspace, int people = 300);

/// The program's window and import over a workspace of its own, as app/application.h puts them together, with prompts
/// and settings in a test's hands.
class WindowBench
{
public:
    enum class Book { Empty, Populated };

    explicit WindowBench(Book book, Appearance appearance = Appearance::Light, Prompts *prompts = nullptr);
    ~WindowBench();

    /// Shows it, and waits until its rows are there; ends the test run when they don't come.
    void show(const QSize &size = {1360, 850});

    /// Begins an import and waits until the wizard stands at its columns, all rows judged.
    ImportWizard &openWizard(const QStringList &files);
    bool isReady(ImportWizard::Step step) const;
    /// A visible, enabled button of `parent` whose text begins so (a mnemonic's & left out); nothing if there is none.
    static QPushButton *button(const QWidget &parent, const QString &text);
    /// What a person sees of a widget, every cell and header painted.
    static void paint(QWidget &widget);
    /// Closes the window and looks all of the file over (store/recovery/checks.h): sentences of what is wrong.
    QStringList findingsAfterClosing();
    /// With the window: what the file holds for `query`.
    qint64 count(const QString &query = {});

    TestWorkspace workspace; ///< closed while the window has it
    QSettings settings;
    Theme theme;
    ScriptedPrompts scripted;
    std::unique_ptr<OpenAddressBook> book;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ImportDesk> desk;
};

} // namespace Elenco
