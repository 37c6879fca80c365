// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/badgedelegate.h"

#include "ui/theme/paint.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace Elenco {

namespace {
constexpr int cellPadding = 8;
constexpr int badgeGap = 6;
constexpr int minimumBadge = 34;
constexpr int dotSize = 7;
constexpr int dotRoom = 3; // of the text's; the rest of it lies in the padding

// The part of a cell that is not scrolled out of its view.
QRect visibleRect(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? option.rect & view->viewport()->rect() : option.rect;
}

} // namespace

BadgeDelegate::BadgeDelegate(QObject *parent) : QStyledItemDelegate(parent)
{
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const CellLook look = lookOf(index);
    int width = (look.isTextShown ? QFontMetrics(cell.font).horizontalAdvance(cell.text) : 0) + 2 * cellPadding;
    for (const Badge &badge : look.badges)
        width += chipWidth(badge.text, look.badgeHeight) + badgeGap;
    return {width, Metric::tableRow};
}

bool BadgeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip && sizeHint(option, index).width() <= visibleRect(option).width()) {
        QToolTip::hideText();
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

void BadgeDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, &painter, option.widget);
    const QRect r = option.rect;
    painter.fillRect(r.left(), r.bottom(), r.width(), 1, tokens(option.palette).line2);
    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        static_cast<QStyleOption &>(focus) = option;
        focus.rect = r.adjusted(0, 0, 0, -1);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, option.widget);
    }
}

void BadgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    painter->save();
    paintRow(*painter, cell);
    if (cell.features & QStyleOptionViewItem::HasCheckIndicator) {
        const CheckState state = cell.checkState == Qt::Checked            ? CheckState::On
                                 : cell.checkState == Qt::PartiallyChecked ? CheckState::Partly
                                                                           : CheckState::Off;
        const bool enabled = cell.state & QStyle::State_Enabled;
        paintCheckBox(*painter, cell.rect, state, enabled, false, tokens(cell.palette));
    } else {
        paintContent(*painter, cell, cell.rect.adjusted(cellPadding, 0, -cellPadding, -1), lookOf(index));
    }
    painter->restore();
}

void BadgeDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                                 const CellLook &look) const
{
    const Tokens &t = tokens(option.palette);
    const QFontMetrics metrics(option.font);
    int badges = 0;
    for (const Badge &badge : look.badges)
        badges += chipWidth(badge.text, look.badgeHeight) + badgeGap;

    const int textWidth =
        option.text.isEmpty() || !look.isTextShown ? 0 : metrics.horizontalAdvance(option.text) + badgeGap;
    // The text comes first: without room for a badge its colour is left, as a dot at the end of the cell.
    const bool dot = badges > 0 && rect.width() - textWidth < minimumBadge;
    if (textWidth > 0) {
        const QRect cell = dot ? rect.adjusted(0, 0, -dotRoom, 0) : rect;
        const QRect room = look.isWholeOrNothing ? cell & visibleRect(option) : cell;
        painter.setFont(option.font);
        painter.setPen(option.state & QStyle::State_Enabled ? inkColour(look.ink, t) : t.faint);
        painter.drawText(room, int(look.align | Qt::AlignVCenter) | Qt::TextSingleLine,
                         look.isWholeOrNothing && textWidth - badgeGap > room.width()
                             ? QStringLiteral("…")
                             : metrics.elidedText(option.text, Qt::ElideRight, room.width()));
    }
    if (dot) {
        paintBox(painter, QRectF(rect.right() + 1, rect.center().y() - 3, dotSize, dotSize), dotSize / 2.0,
                 t.tone(look.badges[0].tone).text);
        return;
    }
    int x = rect.left() + textWidth;
    for (const Badge &badge : look.badges) {
        const int width = std::min(chipWidth(badge.text, look.badgeHeight), rect.right() + 1 - x);
        if (width < minimumBadge)
            return;
        const int y = rect.top() + (rect.height() - look.badgeHeight + 1) / 2;
        paintChip(painter, QRectF(x, y, width, look.badgeHeight), badge.text, t.tone(badge.tone));
        x += width + badgeGap;
    }
}

} // namespace Elenco
