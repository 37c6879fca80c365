// SPDX-License-Identifier: Apache-2.0
#include "ui/window/statepill.h"

#include "ui/theme/paint.h"
#include "ui/widgets/label.h"

#include <QPainter>

namespace Elenco {

namespace {
constexpr int textLeft = 13;
constexpr qreal dot = 7;
} // namespace

StatePill::StatePill(QWidget *parent) : QAbstractButton(parent)
{
    setFont(textFont(TextSize::Small));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatePill::setState(const QString &text, Tone tone)
{
    m_tone = tone;
    setText(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const
{
    return {textLeft + fontMetrics().horizontalAdvance(text()) + 4, 22};
}

void StatePill::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, QRectF(0, (height() - dot) / 2, dot, dot), dot / 2,
             m_tone == Tone::Plain ? t.faint : t.tone(m_tone).text);
    painter.setPen(underMouse() ? t.text : t.muted);
    painter.drawText(rect().adjusted(textLeft, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus())
        paintFocusRing(painter, rect(), 4, t);
}

} // namespace Elenco
