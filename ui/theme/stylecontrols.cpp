// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylecontrols.h"

#include "ui/theme/elencostyle.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace Elenco::StyleControls {

namespace {

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                            float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

bool isPressed(const QStyleOption &option)
{
    return option.state & (QStyle::State_Sunken | QStyle::State_On);
}

bool isHovered(const QStyleOption &option)
{
    return (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
}

/// Fields and buttons that stand alone show the ring themselves; what a mouse gave focus shows only the border.
void ringIfByKeyboard(const QStyleOption &option, QPainter &painter, const Tokens &t)
{
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        paintFocusRing(painter, option.rect, Metric::radius, t);
}

} // namespace

void buttonPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const Tokens &t = tokens(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    QColor fill = t.panel;
    QColor border = t.line;
    switch (buttonKind(widget)) {
    case ButtonKind::Plain:
        fill = isPressed(option) ? t.sunken : isHovered(option) ? t.bg : t.panel;
        border = isHovered(option) ? mixed(t.line, t.faint, 0.4) : t.line;
        break;
    case ButtonKind::Primary:
    case ButtonKind::Danger: {
        const QColor base = buttonKind(widget) == ButtonKind::Primary ? t.accent : t.bad;
        fill = isPressed(option)   ? mixed(base, QColor(0, 0, 0), 0.16)
               : isHovered(option) ? mixed(base, t.dark ? QColor(255, 255, 255) : QColor(0, 0, 0), 0.08)
                                   : base;
        if (!enabled)
            fill = mixed(base, t.panel, 0.6);
        border = fill;
        break;
    }
    case ButtonKind::Ghost:
        fill = isPressed(option) ? t.line2 : isHovered(option) ? t.sunken : QColor();
        border = QColor();
        break;
    }
    paintBox(painter, option.rect, Metric::radius, fill, border);
    // On the accent itself the ring needs a gap to be seen.
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        if (buttonKind(widget) == ButtonKind::Primary || buttonKind(widget) == ButtonKind::Danger)
            paintBox(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), Metric::radius - 2, {}, t.onAccent, 1.5);
        else
            paintFocusRing(painter, option.rect, Metric::radius, t);
    }
}

void toolButtonPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const Tokens &t = tokens(option.palette);
    if (buttonKind(widget) != ButtonKind::Plain) {
        buttonPanel(option, painter, widget);
        return;
    }
    const bool on = option.state & QStyle::State_On;
    const QColor fill = on ? t.accentSoft : isPressed(option) ? t.line2 : isHovered(option) ? t.sunken : QColor();
    paintBox(painter, option.rect, Metric::radius, fill);
    ringIfByKeyboard(option, painter, t);
}

QColor buttonText(const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    switch (buttonKind(widget)) {
    case ButtonKind::Plain: return enabled ? t.text : t.faint;
    case ButtonKind::Primary:
    case ButtonKind::Danger: return t.onAccent;
    case ButtonKind::Ghost: return enabled ? t.muted : t.faint;
    }
    return t.text;
}

void radioButton(const QStyleOption &option, QPainter &painter)
{
    const Tokens &t = tokens(option.palette);
    const QPointF c = QRectF(option.rect).center();
    const QRectF circle(c.x() - 7, c.y() - 7, 14, 14);
    const bool on = option.state & QStyle::State_On;
    painter.save();
    if (!(option.state & QStyle::State_Enabled))
        painter.setOpacity(0.5);
    paintBox(painter, circle, 7, on ? t.accent : t.panel, on ? t.accent : isHovered(option) ? t.accent : t.faint);
    if (on)
        paintBox(painter, circle.adjusted(4, 4, -4, -4), 3, t.onAccent);
    painter.restore();
}

void fieldPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const Tokens &t = tokens(option.palette);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (frame && frame->lineWidth <= 0) { // inside a combo box, a spin box or a cell
        painter.fillRect(option.rect, option.palette.brush(QPalette::Base));
        return;
    }
    const bool focus = option.state & QStyle::State_HasFocus;
    const bool usable = (option.state & QStyle::State_Enabled) && !(option.state & QStyle::State_ReadOnly);
    paintBox(painter, option.rect, Metric::radius, usable ? t.panel : t.bg, focus ? t.accent : t.line);
    if (focus)
        paintFocusRing(painter, option.rect, Metric::radius, t);
}

void comboBox(const QStyleOptionComboBox &option, QPainter &painter)
{
    const Tokens &t = tokens(option.palette);
    if (option.frame)
        paintBox(painter, option.rect, Metric::radius, isHovered(option) && !option.editable ? t.bg : t.panel,
                 isHovered(option) ? mixed(t.line, t.faint, 0.4) : t.line);
    if (option.frame && (option.state & QStyle::State_HasFocus) &&
        (option.editable || (option.state & QStyle::State_KeyboardFocusChange)))
        paintFocusRing(painter, option.rect, Metric::radius, t);
    const QRectF arrow(option.rect.right() - 22, option.rect.center().y() - 6, 14, 14);
    paintIcon(painter, Icon::ChevronDown, arrow, option.state & QStyle::State_Enabled ? t.muted : t.faint);
}

void spinBox(const QStyleOptionSpinBox &option, QPainter &painter, const QRect &up, const QRect &down)
{
    const Tokens &t = tokens(option.palette);
    const bool focus = option.state & QStyle::State_HasFocus;
    if (option.frame) {
        paintBox(painter, option.rect, Metric::radius, t.panel, focus ? t.accent : t.line);
        if (focus)
            paintFocusRing(painter, option.rect, Metric::radius, t);
    }
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](const QRect &rect, Icon name, QAbstractSpinBox::StepEnabledFlag step) {
        const QPointF c = QRectF(rect).center();
        paintIcon(painter, name, QRectF(c.x() - 5, c.y() - 5, 10, 10), option.stepEnabled & step ? t.muted : t.line);
    };
    arrow(up, Icon::ChevronUp, QAbstractSpinBox::StepUpEnabled);
    arrow(down, Icon::ChevronDown, QAbstractSpinBox::StepDownEnabled);
}

void tab(const QStyleOptionTab &option, QPainter &painter)
{
    const Tokens &t = tokens(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    if (isHovered(option) && !selected)
        paintBox(painter, QRectF(option.rect).adjusted(2, 4, -2, -4), Metric::radius, t.sunken);
    if (selected) {
        const QRectF line(option.rect.left() + 10, option.rect.bottom() - 1, option.rect.width() - 20, 2);
        paintBox(painter, line, 1, t.accent);
    }
}

void menuItem(const QStyleOptionMenuItem &option, QPainter &painter, const QStyle &style)
{
    const Tokens &t = tokens(option.palette);
    const QRect r = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(r.left() + 8, r.center().y(), r.width() - 16, 1, t.line2);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if ((option.state & QStyle::State_Selected) && enabled)
        paintBox(painter, QRectF(r).adjusted(4, 1, -4, -1), 5, t.accentSoft);
    const QRect mark(r.left() + 12, r.center().y() - 7, 16, 16);
    if (option.checked && option.checkType != QStyleOptionMenuItem::NotCheckable)
        paintIcon(painter, Icon::Check, mark, enabled ? t.accentText : t.faint);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);

    const qsizetype tabAt = option.text.indexOf(u'\t');
    const QRect textRect = r.adjusted(36, 0, -16, 0);
    painter.setFont(option.font);
    painter.setPen(enabled ? t.text : t.faint);
    const int flags =
        Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip |
        (style.styleHint(QStyle::SH_UnderlineShortcut, &option) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter.drawText(textRect, flags | Qt::AlignLeft, option.text.left(tabAt < 0 ? option.text.size() : tabAt));
    if (tabAt >= 0) {
        painter.setPen(t.faint);
        painter.drawText(textRect, flags | Qt::AlignRight, option.text.mid(tabAt + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, Icon::ChevronRight, QRectF(r.right() - 22, r.center().y() - 6, 14, 14), t.muted);
}

void menuBarItem(const QStyleOptionMenuItem &option, QPainter &painter, const QStyle &style)
{
    const Tokens &t = tokens(option.palette);
    painter.fillRect(option.rect, t.panel);
    const bool active = option.state & (QStyle::State_Selected | QStyle::State_Sunken);
    if (active && (option.state & QStyle::State_Enabled))
        paintBox(painter, QRectF(option.rect).adjusted(1, 3, -1, -3), 5, t.sunken);
    painter.setPen(active ? t.text : t.muted);
    const bool underline = style.styleHint(QStyle::SH_UnderlineShortcut, &option);
    painter.drawText(option.rect,
                     Qt::AlignCenter | Qt::TextSingleLine | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     option.text);
}

void progressGroove(const QStyleOption &option, QPainter &painter)
{
    paintBox(painter, option.rect, option.rect.height() / 2.0, tokens(option.palette).sunken);
}

void progressContents(const QStyleOptionProgressBar &option, QPainter &painter)
{
    const qint64 range = qint64(option.maximum) - option.minimum;
    const qreal share = range > 0 ? qreal(option.progress - option.minimum) / qreal(range) : 0.4;
    if (share <= 0)
        return;
    QRectF bar = option.rect;
    bar.setWidth(std::max(bar.height(), bar.width() * std::min(share, qreal(1))));
    paintBox(painter, bar, bar.height() / 2, tokens(option.palette).accent);
}

} // namespace Elenco::StyleControls
