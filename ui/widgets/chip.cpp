// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chip.h"

#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace Elenco {

namespace {
constexpr int chipPadding = 10;
constexpr int gap = 6;
constexpr int glyph = 12;
} // namespace

Chip::Chip(const QString &text, Tone tone, QWidget *parent) : QAbstractButton(parent), m_tone(tone)
{
    setText(text);
    setFont(chipFont(m_height));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    describe();
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    setMouseTracking(removable);
    describe();
    updateGeometry();
    update();
}

void Chip::setLeadingIcon(Icon icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void Chip::setPassive(bool passive)
{
    setFocusPolicy(passive ? Qt::NoFocus : Qt::StrongFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, passive);
}

void Chip::setChipHeight(int height)
{
    m_height = height;
    setFont(chipFont(height));
    updateGeometry();
}

void Chip::describe()
{
    setAccessibleName(text());
    setAccessibleDescription(m_removable ? tr("Press Delete to remove") : QString());
}

QSize Chip::sizeHint() const
{
    int width = QFontMetrics(font()).horizontalAdvance(text()) + 2 * chipPadding;
    if (m_icon != Icon::None)
        width += glyph + (text().isEmpty() ? 0 : gap);
    if (m_removable)
        width += glyph + gap - 2;
    return {width, m_height};
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 48), m_height};
}

QRect Chip::crossRect() const
{
    return {width() - chipPadding - glyph + 2, (height() - glyph) / 2, glyph, glyph};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(palette());
    TonePair tone = t.tone(m_tone);
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.5);
    paintBox(painter, rect(), height() / 2.0, tone.soft);
    if ((underMouse() || isDown()) && focusPolicy() != Qt::NoFocus) {
        QColor shade = tone.text;
        shade.setAlphaF(isDown() ? 0.16F : 0.07F);
        paintBox(painter, rect(), height() / 2.0, shade);
    }
    QRect inside = rect().adjusted(chipPadding, 0, -chipPadding, 0);
    if (m_icon != Icon::None) {
        paintIcon(painter, m_icon, QRectF(inside.left(), (height() - glyph) / 2.0, glyph, glyph), tone.text);
        inside.setLeft(inside.left() + glyph + gap);
    }
    if (m_removable) {
        const QRect cross = crossRect();
        if (m_crossHovered) {
            QColor shade = tone.text;
            shade.setAlphaF(0.18F);
            paintBox(painter, QRectF(cross).adjusted(-2, -2, 2, 2), 8, shade);
        }
        paintIcon(painter, Icon::Cross, cross, tone.text);
        inside.setRight(cross.left() - gap + 2);
    }
    painter.setFont(font());
    painter.setPen(tone.text);
    const QFontMetrics metrics(font());
    const QString shown = metrics.horizontalAdvance(text()) <= inside.width() + 1
                              ? text()
                              : metrics.elidedText(text(), Qt::ElideRight, inside.width());
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip, shown);
    if (hasFocus())
        paintFocusRing(painter, rect(), height() / 2.0, t);
}

bool Chip::event(QEvent *event)
{
    // Delete in a focused chip means the chip: the window's shortcut would delete the selected contacts.
    if (event->type() == QEvent::ShortcutOverride && m_removable) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            event->accept();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (!m_removable)
            break;
        event->accept();
        Q_EMIT removeRequested();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    default: break;
    }
    QAbstractButton::keyPressEvent(event);
}

void Chip::mousePressEvent(QMouseEvent *event)
{
    m_crossPressed = m_removable && event->button() == Qt::LeftButton &&
                     crossRect().adjusted(-4, -6, 6, 6).contains(event->position().toPoint());
    if (!m_crossPressed)
        QAbstractButton::mousePressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_crossPressed) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_crossPressed = false;
    if (crossRect().adjusted(-4, -6, 6, 6).contains(event->position().toPoint()))
        Q_EMIT removeRequested();
}

void Chip::mouseMoveEvent(QMouseEvent *event)
{
    const bool over = m_removable && crossRect().adjusted(-4, -6, 6, 6).contains(event->position().toPoint());
    if (over != m_crossHovered) {
        m_crossHovered = over;
        update();
    }
    if (!m_crossPressed)
        QAbstractButton::mouseMoveEvent(event);
}

void Chip::leaveEvent(QEvent *event)
{
    m_crossHovered = false;
    QAbstractButton::leaveEvent(event);
}

} // namespace Elenco
