// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/styleviews.h"

#include "ui/theme/paint.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QFontMetrics>
#include <QPainter>

namespace Elenco::StyleViews {

void headerSection(const QStyleOptionHeader &option, QPainter &painter)
{
    const Tokens &t = tokens(option.palette);
    const QRect r = option.rect;
    painter.fillRect(r, t.bg);
    painter.fillRect(r.left(), r.bottom(), r.width(), 1, t.line);
    painter.fillRect(r.left(), r.top(), r.width(), 1, t.line);
    // Where a column can be grabbed shows only under the mouse.
    if ((option.state & QStyle::State_MouseOver) && option.orientation == Qt::Horizontal)
        painter.fillRect(r.right(), r.top() + 7, 1, r.height() - 14, t.line);
}

void headerLabel(const QStyleOptionHeader &option, QPainter &painter)
{
    const Tokens &t = tokens(option.palette);
    QRect r = option.rect;
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const bool right = option.textAlignment & Qt::AlignRight;
    if (!option.icon.isNull()) {
        const QRect at(r.left(), r.center().y() - 7, Metric::icon, Metric::icon);
        option.icon.paint(&painter, at);
        r.setLeft(at.right() + 6);
    }
    const QFontMetrics metrics = option.fontMetrics;
    const int room = r.width() - (sorted ? 14 : 0);
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, std::max(0, room));
    painter.setPen(sorted ? t.text : t.muted);
    QRect textRect = r;
    if (sorted && right)
        textRect.setRight(r.right() - 14);
    painter.drawText(textRect, int(option.textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    if (sorted) {
        const int x = right ? r.right() - 11 : r.left() + metrics.horizontalAdvance(text) + 3;
        // Qt's SortDown is an ascending order; people read a mark that points up as one.
        const Icon mark = option.sortIndicator == QStyleOptionHeader::SortDown ? Icon::ChevronUp : Icon::ChevronDown;
        paintIcon(painter, mark, QRectF(x, r.center().y() - 5, 12, 12), t.text);
    }
}

void itemBackground(const QStyleOptionViewItem &option, QPainter &painter)
{
    const Tokens &t = tokens(option.palette);
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, t.accentSoft);
    else if ((option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled))
        painter.fillRect(option.rect, t.dark ? t.line2 : t.bg);
}

void branch(const QStyleOption &option, QPainter &painter)
{
    if (!(option.state & QStyle::State_Children))
        return;
    const QPointF c = QRectF(option.rect).center();
    paintIcon(painter, option.state & QStyle::State_Open ? Icon::ChevronDown : Icon::ChevronRight,
              QRectF(c.x() - 7, c.y() - 7, 14, 14), tokens(option.palette).muted);
}

void scrollBar(const QStyleOptionSlider &option, QPainter &painter, const QRect &thumb)
{
    const Tokens &t = tokens(option.palette);
    if (option.maximum <= option.minimum)
        return;
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QColor colour = t.faint;
    colour.setAlphaF(active ? 0.75F : 0.45F);
    const qreal inset = active ? 2 : 3;
    QRectF slim = thumb;
    if (option.orientation == Qt::Vertical)
        slim.adjust(inset, 2, -inset, -2);
    else
        slim.adjust(2, inset, -2, -inset);
    paintBox(painter, slim, std::min(slim.width(), slim.height()) / 2, colour);
}

void splitter(const QStyleOption &option, QPainter &painter)
{
    const Tokens &t = tokens(option.palette);
    const bool vertical = option.state & QStyle::State_Horizontal; // a handle between widgets side by side
    const QRect r = option.rect;
    if (vertical)
        painter.fillRect(r.center().x(), r.top(), 1, r.height(), t.line);
    else
        painter.fillRect(r.left(), r.center().y(), r.width(), 1, t.line);
}

void frame(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (frame && frame->lineWidth <= 0)
        return;
    const Tokens &t = tokens(option.palette);
    const bool field = qobject_cast<const QAbstractScrollArea *>(widget) != nullptr;
    const bool focus = field && (option.state & QStyle::State_HasFocus);
    paintBox(painter, option.rect, field ? Metric::radius : 8, {}, focus ? t.accent : t.line);
}

void bar(const QStyleOption &option, QPainter &painter, Edge line)
{
    const Tokens &t = tokens(option.palette);
    const QRect r = option.rect;
    painter.fillRect(r, t.panel);
    if (line == Edge::Bottom)
        painter.fillRect(r.left(), r.bottom(), r.width(), 1, t.line);
    else if (line == Edge::Top)
        painter.fillRect(r.left(), r.top(), r.width(), 1, t.line);
}

void focusRect(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    if (!(option.state & QStyle::State_KeyboardFocusChange))
        return;
    const Tokens &t = tokens(option.palette);
    const bool cell = qobject_cast<const QAbstractItemView *>(widget) != nullptr;
    if (cell)
        paintBox(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), 4, {}, t.accent, 1.5);
    else
        paintFocusRing(painter, option.rect, 4, t);
}

} // namespace Elenco::StyleViews
