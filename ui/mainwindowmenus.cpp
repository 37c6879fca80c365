// SPDX-License-Identifier: Apache-2.0
#include "models/lists/sidebarmodel.h"
#include "ui/contacts/contactspane.h"
#include "ui/contacts/contacttableview.h"
#include "ui/export/contactexports.h"
#include "ui/mainwindow.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/window/contactcommands.h"
#include "ui/words.h"

#include <QAction>
#include <QMenu>

// The window's menus that are filled when they open.

namespace Elenco {

using namespace Qt::StringLiterals;

void MainWindow::fillListMenu(QMenu &menu)
{
    const QList<ContactList> lists = m_sidebarModel->lists();
    for (const ContactList &list : lists)
        menu.addAction(QString(list.name).replace(u'&', "&&"_L1), m_commands,
                       [this, list] { m_commands->addToList(list); });
    if (!lists.isEmpty())
        menu.addSeparator();
    menu.addAction(tr("New list…"), m_commands, [this] { m_commands->newList(true); });
}

void MainWindow::openContactMenu(const QPoint &at)
{
    if (m_pane->selection().count() == 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillListMenu(*menu->addMenu(tr("Add to list")));
    if (currentList().id.isValid())
        menu->addAction(m_actions->action(ActionId::RemoveFromList));
    menu->addAction(m_actions->action(ActionId::AddTag));
    menu->addSeparator();
    menu->addAction(m_actions->action(ActionId::EditContact));
    menu->addAction(m_actions->action(ActionId::DeleteContacts));
    menu->popup(m_pane->table().viewport()->mapToGlobal(at));
}

void MainWindow::openListMenu(const QPoint &at)
{
    const int row = m_sidebar->indexAt(at).row();
    if (row < 0 || !m_sidebarModel->list(m_sidebarModel->scope(row)).id.isValid())
        return;
    showScope(m_sidebarModel->scope(row));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions->action(ActionId::RenameList));
    menu->addAction(m_actions->action(ActionId::DeleteList));
    menu->popup(m_sidebar->viewport()->mapToGlobal(at));
}

void MainWindow::fillExportMenu(QMenu &menu)
{
    const ContactQuery query = m_pane->query();
    m_exports->fillMenu(menu, query, m_pane->model().rowCount(), m_sidebarModel->title(m_pane->scope()));
}

} // namespace Elenco
