// SPDX-License-Identifier: Apache-2.0
#include "ui/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace Elenco {

namespace {

QString actionText(const char *source)
{
    return QCoreApplication::translate("Actions", source);
}

} // namespace

const std::vector<ActionSpec> &actionTable()
{
    using Id = ActionId;
    using Menu = MenuId;
    const auto ctrl = [](Qt::Key key) { return QKeySequence(Qt::CTRL | key); };
    const auto ctrlShift = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    static const std::vector<ActionSpec> table{
        {Id::Import, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Import…"), Icon::Download, ctrl(Qt::Key_I)},
        {Id::PasteContacts, Menu::File, QT_TRANSLATE_NOOP("Actions", "Import from the &clipboard…"),
         Icon::ClipboardPaste, ctrlShift(Qt::Key_V)},
        {Id::ExportContacts, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Export…"), Icon::Upload, ctrl(Qt::Key_E)},
        {Id::OpenWorkspace, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Open address book…"), Icon::FolderOpen,
         ctrl(Qt::Key_O), true},
        {Id::OpenRecent, Menu::File, QT_TRANSLATE_NOOP("Actions", "Open &recent")},
        {Id::CloseWindow, Menu::File, QT_TRANSLATE_NOOP("Actions", "Close &window"), Icon::None, ctrl(Qt::Key_W), true},
        {Id::Quit, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Quit"), Icon::None, QKeySequence(QKeySequence::Quit)},

        {Id::Undo, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Undo"), Icon::Undo, QKeySequence(QKeySequence::Undo)},
        {Id::Redo, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Redo"), Icon::Redo, QKeySequence(QKeySequence::Redo)},
        {Id::Copy, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Copy"), Icon::Copy, QKeySequence(QKeySequence::Copy),
         true},
        {Id::SelectAll, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Select &all"), Icon::None,
         QKeySequence(QKeySequence::SelectAll)},
        {Id::Find, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Find"), Icon::Search, QKeySequence(QKeySequence::Find),
         true},
        {Id::Replace, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Find and re&place…"), Icon::Replace, ctrl(Qt::Key_H)},
        {Id::CommandPalette, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "Co&mmand palette…"), Icon::Command,
         ctrl(Qt::Key_K), true},

        {Id::ShowSideBar, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Side bar"), Icon::PanelLeft, ctrl(Qt::Key_B),
         false, true},
        {Id::ShowInspector, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Inspector"), Icon::PanelRight,
         ctrlShift(Qt::Key_B), false, true},
        {Id::ChooseColumns, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Columns…"), Icon::Columns, {}, true},
        {Id::AppearanceSystem,
         Menu::View,
         QT_TRANSLATE_NOOP("Actions", "Follow the s&ystem"),
         Icon::Monitor,
         {},
         true,
         true},
        {Id::AppearanceLight, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Light"), Icon::Sun, {}, false, true},
        {Id::AppearanceDark, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Dark"), Icon::Moon, {}, false, true},

        {Id::NewContact, Menu::Contact, QT_TRANSLATE_NOOP("Actions", "&New contact"), Icon::Plus, ctrl(Qt::Key_N)},
        {Id::EditContact, Menu::Contact, QT_TRANSLATE_NOOP("Actions", "&Edit"), Icon::Pencil},
        {Id::AddToList, Menu::Contact, QT_TRANSLATE_NOOP("Actions", "&Add to list…"), Icon::ListPlus, ctrl(Qt::Key_L),
         true},
        {Id::RemoveFromList, Menu::Contact, QT_TRANSLATE_NOOP("Actions", "&Remove from this list"), Icon::None},
        {Id::AddTag, Menu::Contact, QT_TRANSLATE_NOOP("Actions", "Add &tag…"), Icon::Tag, ctrl(Qt::Key_T)},
        {Id::RemoveTag, Menu::Contact, QT_TRANSLATE_NOOP("Actions", "Remove ta&g…")},
        {Id::BulkSet, Menu::Contact, QT_TRANSLATE_NOOP("Actions", "&Set a field…"), Icon::Wand},
        {Id::DeleteContacts, Menu::Contact, QT_TRANSLATE_NOOP("Actions", "&Delete"), Icon::Trash, {}, true},

        {Id::NewList, Menu::List, QT_TRANSLATE_NOOP("Actions", "&New list…"), Icon::List, ctrlShift(Qt::Key_N)},
        {Id::NewSegment, Menu::List, QT_TRANSLATE_NOOP("Actions", "New &segment…"), Icon::Filter, ctrlShift(Qt::Key_S)},
        {Id::RenameList, Menu::List, QT_TRANSLATE_NOOP("Actions", "&Rename…"), Icon::Pencil, {}, true},
        {Id::EmptyList, Menu::List, QT_TRANSLATE_NOOP("Actions", "&Empty…")},
        {Id::DeleteList, Menu::List, QT_TRANSLATE_NOOP("Actions", "&Delete…"), Icon::Trash},

        {Id::SyncNow, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "&Sync now"), Icon::Sync, QKeySequence(Qt::Key_F5)},
        {Id::StopSync, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "S&top sync"), Icon::Cross,
         QKeySequence(Qt::SHIFT | Qt::Key_F5)},
        {Id::ShowOutbox, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "&Waiting changes"), Icon::Send},
        {Id::ShowConflicts, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "&Conflicts"), Icon::Split},
        {Id::ShowSyncLog, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "Sync &log"), Icon::History},
        {Id::ShowTrash, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "T&rash"), Icon::Trash},
        {Id::ExportRemote, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "Export from the &gateway…"), Icon::Download},
        {Id::ShowAccount, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "Partner &account…"), Icon::Key, {}, true},
        {Id::UseInCampaign,
         Menu::Sync,
         QT_TRANSLATE_NOOP("Actions", "&Use in campaign…"),
         Icon::MessageSquare,
         {},
         true},

        {Id::FindDuplicates, Menu::Tools, QT_TRANSLATE_NOOP("Actions", "Possible &duplicates"), Icon::CopyCheck},
        {Id::ShowHistory, Menu::Tools, QT_TRANSLATE_NOOP("Actions", "&History"), Icon::History, ctrlShift(Qt::Key_H)},
        {Id::ShowInsights, Menu::Tools, QT_TRANSLATE_NOOP("Actions", "&Insights"), Icon::Chart},
        {Id::ShowSuppressed, Menu::Tools, QT_TRANSLATE_NOOP("Actions", "Do &not contact"), Icon::Ban},
        {Id::ShowSettings, Menu::Tools, QT_TRANSLATE_NOOP("Actions", "&Settings…"), Icon::Settings,
         QKeySequence(QKeySequence::Preferences), true},

        {Id::ShowHelp, Menu::Help, QT_TRANSLATE_NOOP("Actions", "Elenco &help"), Icon::Help,
         QKeySequence(QKeySequence::HelpContents)},
        {Id::ShowShortcuts, Menu::Help, QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), Icon::Keyboard},
        {Id::About, Menu::Help, QT_TRANSLATE_NOOP("Actions", "&About Elenco"), Icon::Info, {}, true},
    };
    return table;
}

QString menuTitle(MenuId menu)
{
    switch (menu) {
    case MenuId::File: return actionText(QT_TRANSLATE_NOOP("Actions", "&File"));
    case MenuId::Edit: return actionText(QT_TRANSLATE_NOOP("Actions", "&Edit"));
    case MenuId::View: return actionText(QT_TRANSLATE_NOOP("Actions", "&View"));
    case MenuId::Contact: return actionText(QT_TRANSLATE_NOOP("Actions", "&Contact"));
    case MenuId::List: return actionText(QT_TRANSLATE_NOOP("Actions", "&List"));
    case MenuId::Sync: return actionText(QT_TRANSLATE_NOOP("Actions", "&Sync"));
    case MenuId::Tools: return actionText(QT_TRANSLATE_NOOP("Actions", "&Tools"));
    case MenuId::Help: return actionText(QT_TRANSLATE_NOOP("Actions", "&Help"));
    }
    return {};
}

Actions::Actions(QWidget *window) : QObject(window)
{
    auto *appearance = new QActionGroup(this);
    for (const ActionSpec &spec : actionTable()) {
        auto *action = new QAction(icon(spec.icon), actionText(spec.text), this);
        action->setShortcut(spec.shortcut);
        action->setCheckable(spec.checkable);
        action->setVisible(false);
        action->setEnabled(false);
        if (spec.id == ActionId::AppearanceSystem || spec.id == ActionId::AppearanceLight ||
            spec.id == ActionId::AppearanceDark)
            appearance->addAction(action);
        // Shortcuts work while the window has the focus, whether or not a menu shows the action.
        window->addAction(action);
        m_actions.emplace(spec.id, action);
    }
}

QAction *Actions::action(ActionId id) const
{
    return m_actions.at(id);
}

QAction *Actions::bind(ActionId id, QObject *context, std::function<void()> what)
{
    QAction *action = m_actions.at(id);
    action->setVisible(true);
    action->setEnabled(true);
    connect(action, &QAction::triggered, context, [what = std::move(what)] { what(); });
    return action;
}

QAction *Actions::bind(ActionId id, QObject *context, std::function<void(bool)> what)
{
    QAction *action = m_actions.at(id);
    action->setVisible(true);
    action->setEnabled(true);
    connect(action, &QAction::triggered, context, [what = std::move(what)](bool checked) { what(checked); });
    return action;
}

void Actions::setEnabled(ActionId id, bool enabled)
{
    m_actions.at(id)->setEnabled(enabled);
}

void Actions::setShown(ActionId id, bool shown)
{
    m_actions.at(id)->setVisible(shown);
}

void Actions::fill(QMenuBar *bar) const
{
    for (const MenuId id : {MenuId::File, MenuId::Edit, MenuId::View, MenuId::Contact, MenuId::List, MenuId::Sync,
                            MenuId::Tools, MenuId::Help}) {
        QMenu *menu = bar->addMenu(menuTitle(id));
        fill(menu, id);
        // A menu without a single bound action would open on nothing; what is bound later brings it.
        const auto show = [menu] {
            const QList<QAction *> actions = menu->actions();
            menu->menuAction()->setVisible(std::any_of(actions.begin(), actions.end(), [](const QAction *action) {
                return action->isVisible() && !action->isSeparator();
            }));
        };
        for (const QAction *action : menu->actions())
            connect(action, &QAction::visibleChanged, menu, show);
        show();
    }
}

void Actions::fill(QMenu *menu, MenuId id) const
{
    for (const ActionSpec &spec : actionTable()) {
        if (spec.menu != id)
            continue;
        if (spec.startsGroup)
            menu->addSeparator();
        menu->addAction(m_actions.at(spec.id));
    }
}

QList<QAction *> Actions::available() const
{
    QList<QAction *> result;
    for (const ActionSpec &spec : actionTable()) {
        QAction *action = m_actions.at(spec.id);
        if (action->isVisible() && action->isEnabled() && !action->menu())
            result.append(action);
    }
    return result;
}

} // namespace Elenco
