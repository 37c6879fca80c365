// SPDX-License-Identifier: Apache-2.0
#include "ui/window/focuskeys.h"

#include "ui/actions.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>

namespace Elenco {

FocusKeys::FocusKeys(Actions &actions, QWidget &sidebar, QWidget &table, QObject *parent)
    : QObject(parent), m_actions(actions), m_sidebar(sidebar), m_table(table)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    assign();
}

void FocusKeys::setShowsList(bool showsList)
{
    if (std::exchange(m_showsList, showsList) != showsList)
        assign();
}

void FocusKeys::follow(QWidget *focused)
{
    // A menu, a dialog or another program borrows the focus: what the keys mean is what it comes back to.
    if (!focused || focused->window() != m_table.window() || qobject_cast<QMenu *>(focused) ||
        qobject_cast<QMenuBar *>(focused))
        return;
    const auto isIn = [focused](const QWidget &place) { return &place == focused || place.isAncestorOf(focused); };
    m_place = isIn(m_sidebar) ? Place::Sidebar : isIn(m_table) ? Place::Table : Place::Elsewhere;
    assign();
}

void FocusKeys::assign()
{
    using Keys = QList<QKeySequence>;
    const QKeySequence del(Qt::Key_Delete), shiftDel(Qt::SHIFT | Qt::Key_Delete),
        ctrlBackspace(Qt::CTRL | Qt::Key_Backspace), f2(Qt::Key_F2);
    const bool isSidebar = m_place == Place::Sidebar, isTable = m_place == Place::Table;
    m_actions.action(ActionId::RenameList)->setShortcuts(isSidebar ? Keys{f2} : Keys());
    m_actions.action(ActionId::DeleteList)->setShortcuts(isSidebar ? Keys{del, ctrlBackspace} : Keys());
    m_actions.action(ActionId::EditContact)->setShortcuts(isTable ? Keys{f2} : Keys());
    m_actions.action(ActionId::RemoveFromList)
        ->setShortcuts(!isTable      ? Keys()
                       : m_showsList ? Keys{del, ctrlBackspace}
                                     : Keys{ctrlBackspace});
    m_actions.action(ActionId::DeleteContacts)
        ->setShortcuts(!isTable      ? Keys()
                       : m_showsList ? Keys{shiftDel}
                                     : Keys{del, shiftDel});
}

} // namespace Elenco
