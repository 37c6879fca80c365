// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "ui/actions.h"

#include <QMainWindow>

class QMenu;
class QSettings;
class QSplitter;

namespace Elenco {

class ContactCommands;
class ContactExports;
class ContactEditing;
class ContactsPane;
class DropHint;
class FocusKeys;
class Inspector;
class Prompts;
class SearchField;
class SidebarModel;
class SidebarView;
class StatusLine;
class Theme;
class UndoController;

/// The window: side bar, contacts, inspector; menus, tool bar, status line; and files dropped anywhere on it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(AddressBook &addressBook, Prompts &prompts, Theme &theme, QSettings &settings);
    ~MainWindow() override;

    /// Begins the import of files; `list` is the list they were meant for, none without an id.
    void importFiles(const QStringList &paths, ListId list = {});
    /// Shows the contacts of a list, or of another entry of the side bar.
    void showScope(const Filter &scope);

    /// Searches for what would be typed: conditions become tokens.
    void setSearch(const QString &text);

    /// Says that an import that was left can be taken up again.
    void sayImportKept(const QString &fileName);

    /// Puts a bar between the panes and the status line; the window owns it.
    void addBar(QWidget *bar);

    ContactEditing &editing() { return *m_editing; }
    Actions &actions() { return *m_actions; }
    ContactsPane &contacts() { return *m_pane; }
    SearchField &search() { return *m_search; }
    SidebarView &sidebar() { return *m_sidebar; }
    Inspector &inspector() { return *m_inspector; }
    StatusLine &status() { return *m_status; }

Q_SIGNALS:
    /// Files are to be imported: whoever has the import wizard opens it.
    void importRequested(const QStringList &paths, Elenco::ListId list);
    /// What is on the clipboard is to be imported.
    void pasteRequested(Elenco::ListId list);
    /// The first contacts are on the screen.
    void loaded();
    /// The window, which was there, goes; what it asked for goes on.
    void closing(const QRect &frame);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildPanes();
    void buildToolBar();
    void bindActions(Theme &theme);
    void connectParts();
    void chooseFiles();
    void showSelection();
    void showError(const QString &title, const Error &error);
    void showDropHint(const QStringList &paths, const QString &list);
    void fillListMenu(QMenu &menu);
    void fillExportMenu(QMenu &menu);
    void openContactMenu(const QPoint &at);
    void openListMenu(const QPoint &at);
    ContactList currentList() const;
    void editContact();
    void showCreated();
    void restoreState_();

    AddressBook &m_addressBook;
    Prompts &m_prompts;
    QSettings &m_settings;
    Actions *m_actions;
    StatusLine *m_status;
    SidebarModel *m_sidebarModel;
    QSplitter *m_splitter = nullptr;
    SidebarView *m_sidebar = nullptr;
    ContactsPane *m_pane = nullptr;
    Inspector *m_inspector = nullptr;
    SearchField *m_search = nullptr;
    ContactCommands *m_commands = nullptr;
    ContactExports *m_exports = nullptr;
    ContactEditing *m_editing = nullptr;
    FocusKeys *m_keys = nullptr;
    UndoController *m_undo = nullptr;
    DropHint *m_dropHint = nullptr;
    ContactId m_created; ///< to be selected as soon as it is among the rows
    bool m_hasLoaded = false;
};

} // namespace Elenco
