// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/paint.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Elenco {

void paintWave(QPainter &painter, const QRect &rect, const QColor &colour)
{
    QPainterPath path(QPointF(rect.left(), rect.bottom()));
    for (int x = rect.left() + 2, step = 1; x <= rect.right(); x += 2, ++step)
        path.lineTo(x, rect.bottom() - (step % 2 ? 2 : 0));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

void paintBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
              qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    QRectF box = rect;
    if (border.isValid()) {
        painter.setPen(QPen(border, width));
        box.adjust(width / 2, width / 2, -width / 2, -width / 2);
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.drawRoundedRect(box, radius, radius);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens)
{
    QColor glow = tokens.accent;
    glow.setAlphaF(0.35F);
    paintBox(painter, rect, radius, {}, glow, 3);
    paintBox(painter, rect, radius, {}, tokens.accent, 1);
}

void paintCheckBox(QPainter &painter, const QRectF &rect, CheckState state, bool enabled, bool hovered,
                   const Tokens &tokens)
{
    // On whole pixels: half a pixel makes the frame look soft.
    const QRectF box(std::round(rect.center().x() - 8), std::round(rect.center().y() - 8), 16, 16);
    const QRectF frame = box.adjusted(1, 1, -1, -1);
    painter.save();
    if (!enabled)
        painter.setOpacity(painter.opacity() * 0.5);
    if (state == CheckState::Off) {
        paintBox(painter, frame, 3.5, tokens.panel, hovered ? tokens.accent : tokens.faint, 1);
    } else {
        paintBox(painter, frame, 3.5, tokens.accent);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF o = box.topLeft();
        if (state == CheckState::Partly)
            painter.drawLine(o + QPointF(5, 8), o + QPointF(11, 8));
        else
            painter.drawPolyline(QPolygonF{o + QPointF(4.6, 8.3), o + QPointF(7, 10.7), o + QPointF(11.5, 5.6)});
    }
    painter.restore();
}

QFont chipFont(int height)
{
    return uiFont(height >= 20 ? 12 : 11, 500);
}

int chipWidth(const QString &text, int height)
{
    return QFontMetrics(chipFont(height)).horizontalAdvance(text) + (height >= 20 ? 20 : 16);
}

void paintChip(QPainter &painter, const QRectF &rect, const QString &text, const TonePair &tone)
{
    paintBox(painter, rect, rect.height() / 2, tone.soft);
    const QFont font = chipFont(int(rect.height()));
    const qreal padding = rect.height() >= 20 ? 10 : 8;
    const QRectF inside = rect.adjusted(padding, 0, -padding, 0);
    const QFontMetrics metrics(font);
    painter.save();
    painter.setFont(font);
    painter.setPen(tone.text);
    const QString shown = metrics.horizontalAdvance(text) <= inside.width() + 1
                              ? text
                              : metrics.elidedText(text, Qt::ElideRight, int(inside.width()));
    painter.drawText(inside, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, shown);
    painter.restore();
}

} // namespace Elenco
