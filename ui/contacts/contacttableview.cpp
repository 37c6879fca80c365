// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/contacttableview.h"

#include "models/contacts/contactdrag.h"
#include "models/contacts/contactselection.h"
#include "ui/contacts/checkheader.h"
#include "ui/contacts/contactheader.h"
#include "ui/contacts/contactlooks.h"
#include "ui/theme/paint.h"
#include "ui/widgets/contactdelegate.h"
#include "ui/words.h"

#include <QDrag>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace Elenco {

ContactTableView::ContactTableView(ContactTableModel &model, ContactSelection &selection, QString workspace,
                                   QWidget *parent)
    : QTableView(parent),
      m_model(model),
      m_selection(selection),
      m_workspace(std::move(workspace)),
      m_header(new ContactHeader(model, this)),
      m_corner(new CheckCorner(selection, this))
{
    auto *checks = new CheckHeader(this);
    checks->setSelection(&selection);
    setVerticalHeader(checks);
    setHorizontalHeader(m_header);
    setModel(&model);
    QItemSelectionModel *own = selectionModel();
    setSelectionModel(&selection);
    // The header asks of every column whether all its rows are selected, which takes as long as there are rows.
    m_header->setSelectionModel(own);
    own->setParent(m_header);
    setAccessibleName(tr("Contacts"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);                    // Tab leaves the table, as in every list
    viewport()->setAttribute(Qt::WA_Hover, false); // one cell of a row lit up says nothing
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    auto *cells = new BadgeDelegate(this);
    cells->setLook(contactCellLook);
    setItemDelegate(cells);
    auto *names = new ContactDelegate(this);
    names->setLook(contactCellLook);
    setItemDelegateForColumn(0, names);
}

void ContactTableView::updateGeometries()
{
    QTableView::updateGeometries();
    verticalScrollBar()->setSingleStep(Metric::tableRow);
    m_corner->setGeometry(0, 0, verticalHeader()->width(), horizontalHeader()->height());
    m_corner->raise();
}

// What is read must not jump away because a contact elsewhere was changed.
void ContactTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    setAutoScroll(!m_selection.isRestoring());
    QTableView::currentChanged(current, previous);
    setAutoScroll(true);
}

void ContactTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::SelectAll)) {
        if (!m_selection.isAll())
            m_selection.toggleAll();
        return;
    }
    // Letters belong to the search field: a search of our own over a million rows would not end.
    if (!event->text().isEmpty() && event->text()[0].isPrint() &&
        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

std::unique_ptr<QMimeData> ContactTableView::dragData() const
{
    return contactDrag(m_selection.ids(), m_workspace);
}

void ContactTableView::startDrag(Qt::DropActions)
{
    if (m_selection.count() == 0)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(dragData().release());
    const QPixmap picture = dragPicture();
    drag->setPixmap(picture);
    drag->setHotSpot({-12, 0});
    drag->exec(Qt::CopyAction);
}

QPixmap ContactTableView::dragPicture() const
{
    const qint64 count = m_selection.count();
    const QString text =
        count == 1 ? m_model.index(m_selection.selection().first().top(), 0).data().toString() : contactCount(count);
    const qreal ratio = devicePixelRatioF();
    const QSize size(chipWidth(text, Metric::chip), Metric::chip);
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const Tokens &t = tokens(palette());
    paintChip(painter, QRectF({0, 0}, size), text, {t.onAccent, t.accent});
    return pixmap;
}

} // namespace Elenco
