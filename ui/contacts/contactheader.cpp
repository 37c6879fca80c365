// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/contactheader.h"

#include "models/contacts/contacttablemodel.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionHeader>

namespace Elenco {

using namespace Qt::StringLiterals;

ContactHeader::ContactHeader(ContactTableModel &model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_model(model)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setAccessibleName(tr("Columns"));
    connect(this, &QHeaderView::sectionClicked, this,
            [this](int section) { requestSort(section, m_modifiers & Qt::ShiftModifier); });
    const auto changed = [this] {
        if (!m_isApplying)
            Q_EMIT columnLayoutChanged();
    };
    connect(this, &QHeaderView::sectionResized, this, changed);
    connect(this, &QHeaderView::sectionMoved, this, changed);
    connect(&model, &ContactTableModel::orderChanged, this, [this] { viewport()->update(); });
}

ColumnLayout ContactHeader::columnLayout() const
{
    ColumnLayout layout;
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        const bool isHidden = isSectionHidden(section);
        layout.append(
            {m_model.columns()[section].key, isHidden ? hiddenWidth(section) : sectionSize(section), !isHidden});
    }
    return layout;
}

QList<ContactColumn> ContactHeader::shownColumns() const
{
    QList<ContactColumn> shown;
    for (int visual = 0; visual < count(); ++visual) {
        if (const int section = logicalIndex(visual); !isSectionHidden(section))
            shown.append(m_model.columns()[section]);
    }
    return shown;
}

void ContactHeader::setColumnLayout(const ColumnLayout &layout)
{
    m_isApplying = true;
    for (qsizetype visual = 0; visual < layout.size(); ++visual) {
        const ColumnPlace &place = layout[visual];
        for (int section = 0; section < count(); ++section) {
            if (m_model.columns()[section].key != place.key)
                continue;
            moveSection(visualIndex(section), int(visual));
            m_hiddenWidths.insert(place.key, place.width);
            setSectionHidden(section, false); // a hidden section takes no width
            resizeSection(section, place.width);
            setSectionHidden(section, !place.isShown);
            break;
        }
    }
    m_isApplying = false;
    viewport()->update();
}

int ContactHeader::hiddenWidth(int section) const
{
    return m_hiddenWidths.value(m_model.columns()[section].key, defaultSectionSize());
}

int ContactHeader::sortPosition(int section) const
{
    const QList<SortKey> &keys = m_model.query().sort;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (keys[i].key == m_model.columns()[section].key)
            return int(i);
    }
    return -1;
}

void ContactHeader::requestSort(int section, bool add)
{
    const ContactColumn &column = m_model.columns()[section];
    if (!column.isSortable())
        return;
    QList<SortKey> keys = m_model.query().sort;
    const int position = sortPosition(section);
    if (add && position >= 0)
        keys[position].descending = !keys[position].descending;
    else if (add)
        keys.append({column.key, false});
    else // a second click turns the only key round
        keys = {{column.key, position == 0 && keys.size() == 1 && !keys[0].descending}};
    Q_EMIT sortRequested(keys);
}

void ContactHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    const int position = sortPosition(section);
    if (position < 0)
        option->sortIndicator = QStyleOptionHeader::None;
    else // Qt's SortDown is an ascending order
        option->sortIndicator =
            m_model.query().sort[position].descending ? QStyleOptionHeader::SortUp : QStyleOptionHeader::SortDown;
}

void ContactHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    const int position = sortPosition(section);
    if (position < 0 || m_model.query().sort.size() < 2)
        return;
    // Which key it is, small, after the arrow.
    const QFont numberFont = uiFont(9, 700);
    const bool right = m_model.columns()[section].valueKind == ValueKind::Number;
    const int text = QFontMetrics(font()).horizontalAdvance(m_model.columns()[section].label);
    const int arrowEnd = right ? rect.right() - 8 : std::min(rect.left() + 10 + text + 15, rect.right() - 8);
    painter->save();
    painter->setFont(numberFont);
    painter->setPen(tokens(palette()).text);
    painter->drawText(QRect(arrowEnd, rect.top() + 6, 10, 12), Qt::AlignLeft | Qt::AlignTop,
                      QString::number(position + 1));
    painter->restore();
}

void ContactHeader::mousePressEvent(QMouseEvent *event)
{
    m_modifiers = event->modifiers();
    QHeaderView::mousePressEvent(event);
}

void ContactHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_modifiers = event->modifiers();
    QHeaderView::mouseReleaseEvent(event);
}

void ContactHeader::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu(logicalIndexAt(event->pos()), event->globalPos());
}

void ContactHeader::hideColumn(int section)
{
    m_hiddenWidths.insert(m_model.columns()[section].key, sectionSize(section));
    setSectionHidden(section, true);
    Q_EMIT columnLayoutChanged();
}

void ContactHeader::openMenu(int section, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (section >= 0) {
        const ContactColumn column = m_model.columns()[section];
        if (column.isSortable()) {
            menu->addAction(tr("Sort ascending"), this,
                            [this, column] { Q_EMIT sortRequested({{column.key, false}}); });
            menu->addAction(tr("Sort descending"), this,
                            [this, column] { Q_EMIT sortRequested({{column.key, true}}); });
            if (sortPosition(section) < 0)
                menu->addAction(tr("Then sort by “%1”").arg(column.label), this,
                                [this, section] { requestSort(section, true); });
            menu->addSeparator();
        }
        if (column.kind != ContactColumn::Kind::Name)
            menu->addAction(tr("Hide “%1”").arg(column.label), this, [this, section] { hideColumn(section); });
    }
    menu->addAction(tr("Columns…"), this, &ContactHeader::columnChooserRequested);
    menu->popup(at);
}

} // namespace Elenco
