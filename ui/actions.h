// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"

#include <QKeySequence>
#include <QObject>

#include <functional>
#include <map>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace Elenco {

/// Everything that can be done from a menu, a tool bar, a shortcut or the command palette.
enum class ActionId {
    Import,
    PasteContacts,
    ExportContacts,
    OpenWorkspace,
    OpenRecent,
    CloseWindow,
    Quit,
    Undo,
    Redo,
    Copy,
    SelectAll,
    Find,
    Replace,
    CommandPalette,
    ShowInspector,
    ShowSideBar,
    ChooseColumns,
    AppearanceSystem,
    AppearanceLight,
    AppearanceDark,
    NewContact,
    EditContact,
    DeleteContacts,
    AddToList,
    RemoveFromList,
    AddTag,
    RemoveTag,
    BulkSet,
    NewList,
    NewSegment,
    RenameList,
    EmptyList,
    DeleteList,
    SyncNow,
    StopSync,
    ShowConflicts,
    ShowOutbox,
    ShowSyncLog,
    ShowTrash,
    ExportRemote,
    ShowAccount,
    UseInCampaign,
    FindDuplicates,
    ShowHistory,
    ShowInsights,
    ShowSuppressed,
    ShowSettings,
    ShowHelp,
    ShowShortcuts,
    About,
};

enum class MenuId { File, Edit, View, Contact, List, Sync, Tools, Help };

/// What is known about an action before it does anything: one row of a table.
struct ActionSpec {
    ActionId id;
    MenuId menu;
    const char *text; ///< English source, translated in the context "Actions"
    Icon icon = Icon::None;
    QKeySequence shortcut = {};
    bool startsGroup = false; ///< a separator goes before it
    bool checkable = false;
};

const std::vector<ActionSpec> &actionTable();
/// "File", "Edit", … in the user's language.
QString menuTitle(MenuId menu);

/// The actions of one window. An action shows up nowhere until something is bound to it.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    QAction *action(ActionId id) const;
    /// Binds what the action does; `context` going away takes the binding with it.
    QAction *bind(ActionId id, QObject *context, std::function<void()> what);
    /// For checkable actions.
    QAction *bind(ActionId id, QObject *context, std::function<void(bool)> what);
    void setEnabled(ActionId id, bool enabled);
    /// For a bound action that another one takes the place of for a while.
    void setShown(ActionId id, bool shown);

    /// Fills a menu bar with all menus, in the table's order.
    void fill(QMenuBar *bar) const;
    void fill(QMenu *menu, MenuId id) const;
    /// What the command palette offers: bound and enabled, with text.
    QList<QAction *> available() const;

private:
    std::map<ActionId, QAction *> m_actions;
};

} // namespace Elenco
