// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/drophint.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace Elenco {

DropHint::DropHint(QWidget *target) : QWidget(target)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    target->installEventFilter(this);
    hide();
}

void DropHint::showText(const QString &text, const QString &detail)
{
    const bool isNew = text != m_text || isHidden();
    m_text = text;
    m_detail = detail;
    setAccessibleName(text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
    if (isNew) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

bool DropHint::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void DropHint::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(palette());
    QPainter painter(this);
    QColor veil = t.bg;
    veil.setAlphaF(0.82F);
    painter.fillRect(rect(), veil);

    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashes(t.accent, 2, Qt::CustomDashLine, Qt::RoundCap);
    dashes.setDashPattern({3, 3});
    painter.setPen(dashes);
    QColor glow = t.accentSoft;
    glow.setAlphaF(0.7F);
    painter.setBrush(glow);
    painter.drawRoundedRect(QRectF(rect()).adjusted(12, 12, -12, -12), 10, 10);

    const QPointF c = QRectF(rect()).center();
    const QRectF disc(c.x() - 24, c.y() - 62, 48, 48);
    paintBox(painter, disc, 24, t.accent);
    paintIcon(painter, Icon::Download, disc.adjusted(13, 13, -13, -13), t.onAccent);
    const QRectF line(24, c.y(), width() - 48, 24);
    painter.setFont(textFont(TextSize::Title));
    painter.setPen(t.text);
    painter.drawText(line, Qt::AlignCenter | Qt::TextSingleLine,
                     QFontMetrics(painter.font()).elidedText(m_text, Qt::ElideMiddle, int(line.width())));
    painter.setFont(textFont(TextSize::Body));
    painter.setPen(t.muted);
    painter.drawText(line.translated(0, 28), Qt::AlignCenter | Qt::TextSingleLine,
                     QFontMetrics(painter.font()).elidedText(m_detail, Qt::ElideMiddle, int(line.width())));
}

} // namespace Elenco
