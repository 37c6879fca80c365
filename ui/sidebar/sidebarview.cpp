// SPDX-License-Identifier: Apache-2.0
#include "ui/sidebar/sidebarview.h"

#include "models/contacts/contactdrag.h"
#include "models/lists/sidebarmodel.h"
#include "ui/sidebar/sidebardelegate.h"
#include "ui/theme/tokens.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>

namespace Elenco {

SidebarView::SidebarView(SidebarModel &model, QWidget *parent)
    : QListView(parent), m_model(model), m_delegate(new SidebarDelegate(this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Lists"));
    setFrameShape(QFrame::NoFrame);
    setViewportMargins(8, 10, 8, 10);
    viewport()->setBackgroundRole(QPalette::Window);
    setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setDragDropMode(DropOnly);
    setDragDropOverwriteMode(true); // on an entry, never between two
    setDropIndicatorShown(false);
    setDefaultDropAction(Qt::CopyAction);
}

void SidebarView::setScope(const Filter &scope)
{
    const int row = m_model.rowOf(scope);
    m_isQuiet = true;
    setCurrentIndex(m_model.index(row));
    m_isQuiet = false;
}

void SidebarView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isQuiet && current.isValid() && current.data(SidebarModel::ScopeRole).isValid())
        Q_EMIT scopeChosen(m_model.scope(current.row()));
}

// The neighbour of a list that goes was chosen by nobody.
void SidebarView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    m_isQuiet = true;
    QListView::rowsAboutToBeRemoved(parent, first, last);
    m_isQuiet = false;
}

void SidebarView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (event->button() == Qt::LeftButton &&
        index.data(SidebarModel::EntryKindRole).toInt() == static_cast<int>(SidebarModel::EntryKind::ListsHeader) &&
        index.isValid() && SidebarDelegate::addRect(visualRect(index)).contains(at))
        Q_EMIT newListRequested();
}

void SidebarView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::SelectAll)) { // the table's
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void SidebarView::setDropRow(int row)
{
    m_delegate->setDropRow(row);
    viewport()->update();
}

// Whatever may be dropped on some entry: which one is told as the drag moves.
void SidebarView::dragEnterEvent(QDragEnterEvent *event)
{
    const bool isKnown = !draggedFiles(event->mimeData()).isEmpty() || event->mimeData()->hasFormat(contactDragType());
    if (!isKnown)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

// File managers propose to move; Elenco only ever reads.
void SidebarView::dragMoveEvent(QDragMoveEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    QListView::dragMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isTaken = index.isValid() && m_model.canDropMimeData(event->mimeData(), Qt::CopyAction, -1, -1, index);
    if (isTaken)
        event->accept();
    else
        event->ignore();
    setDropRow(isTaken ? index.row() : -1);
    const bool isList =
        index.data(SidebarModel::EntryKindRole).toInt() == static_cast<int>(SidebarModel::EntryKind::List);
    if (const QStringList files = draggedFiles(event->mimeData()); !files.isEmpty())
        Q_EMIT filesDraggedOver(files, isTaken && isList ? index.data().toString() : QString());
}

void SidebarView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    setDropRow(-1);
    Q_EMIT dragEnded();
}

void SidebarView::dropEvent(QDropEvent *event)
{
    setDropRow(-1);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (m_model.dropMimeData(event->mimeData(), Qt::CopyAction, -1, -1, index)) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
    } else {
        event->ignore();
    }
    stopAutoScroll();
    setState(NoState);
    Q_EMIT dragEnded();
}

} // namespace Elenco
