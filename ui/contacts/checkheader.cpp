// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/checkheader.h"

#include "models/contacts/contactselection.h"
#include "ui/theme/paint.h"

#include <QMouseEvent>
#include <QPainter>

namespace Elenco {

CheckHeader::CheckHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(Metric::tableRow);
    setMinimumSectionSize(Metric::tableRow);
    setFixedWidth(width);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Selection"));
}

void CheckHeader::setSelection(ContactSelection *selection)
{
    m_selection = selection;
    connect(selection, &ContactSelection::contactsChanged, viewport(), qOverload<>(&QWidget::update));
}

void CheckHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = tokens(palette());
    const bool isOn = m_selection && m_selection->isRowSelected(section, {});
    painter->fillRect(rect, isOn ? t.accentSoft : t.panel);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.line2);
    paintCheckBox(*painter, rect.adjusted(4, 0, 0, -1), isOn ? CheckState::On : CheckState::Off, true, false, t);
}

void CheckHeader::mousePressEvent(QMouseEvent *event)
{
    const int row = logicalIndexAt(event->position().toPoint());
    if (!m_selection || row < 0 || event->button() != Qt::LeftButton)
        return;
    const QModelIndex index = model()->index(row, 0);
    m_selection->select(index, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    m_selection->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

// Not the base class's dragging of sections.
void CheckHeader::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
}

void CheckHeader::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

CheckCorner::CheckCorner(ContactSelection &selection, QWidget *parent) : QWidget(parent), m_selection(selection)
{
    setToolTip(tr("Select all or none"));
    setAccessibleName(tr("Select all or none"));
    connect(&selection, &ContactSelection::contactsChanged, this, qOverload<>(&QWidget::update));
}

void CheckCorner::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.bg);
    painter.fillRect(0, 0, width(), 1, t.line);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
    const qint64 count = m_selection.count();
    const CheckState state = count == 0 ? CheckState::Off : m_selection.isAll() ? CheckState::On : CheckState::Partly;
    paintCheckBox(painter, rect().adjusted(4, 0, 0, 0), state, true, underMouse(), t);
}

void CheckCorner::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        m_selection.toggleAll();
}

} // namespace Elenco
