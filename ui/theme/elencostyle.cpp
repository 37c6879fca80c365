// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/elencostyle.h"

#include "ui/theme/paint.h"
#include "ui/theme/stylecontrols.h"
#include "ui/theme/styleviews.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Elenco {

namespace {

constexpr auto kindProperty = "elencoButtonKind";

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state & flag;
}

Icon arrowIcon(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp: return Icon::ChevronUp;
    case QStyle::PE_IndicatorArrowLeft: return Icon::ChevronLeft;
    case QStyle::PE_IndicatorArrowRight: return Icon::ChevronRight;
    default: return Icon::ChevronDown;
    }
}

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(kindProperty, int(kind));
    button->update();
}

ButtonKind buttonKind(const QWidget *button)
{
    return button ? ButtonKind(button->property(kindProperty).toInt()) : ButtonKind::Plain;
}

ElencoStyle::ElencoStyle() : QProxyStyle(u"Fusion"_s)
{
}

void ElencoStyle::polish(QApplication *app)
{
    QProxyStyle::polish(app);
    app->installEventFilter(this);
}

void ElencoStyle::unpolish(QApplication *app)
{
    app->removeEventFilter(this);
    QProxyStyle::unpolish(app);
}

bool ElencoStyle::eventFilter(QObject *watched, QEvent *event)
{
    bool held = m_altHeld;
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
            held = event->type() == QEvent::KeyPress;
    } else if (event->type() == QEvent::WindowDeactivate) {
        held = false;
    }
    if (held != m_altHeld) {
        m_altHeld = held;
        if (QWidget *window = QApplication::activeWindow()) {
            window->update();
            const auto widgets = window->findChildren<QWidget *>();
            for (QWidget *widget : widgets)
                widget->update();
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

void ElencoStyle::polish(QPalette &palette)
{
    // The palette is the theme's: Fusion would put its own in.
}

void ElencoStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QTabBar *>(widget) || qobject_cast<QHeaderView *>(widget) || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QPushButton *>(widget) && !widget->testAttribute(Qt::WA_SetFont))
        widget->setFont(uiFont(0, 500));
    if (qobject_cast<QHeaderView *>(widget))
        widget->setFont(uiFont(12, 600));
    if (qobject_cast<QMenuBar *>(widget))
        widget->setFont(uiFont(13));
}

void ElencoStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Tokens &t = tokens(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: return StyleControls::buttonPanel(*option, *painter, widget);
    case PE_PanelButtonTool: return StyleControls::toolButtonPanel(*option, *painter, widget);
    case PE_FrameDefaultButton:
    case PE_IndicatorHeaderArrow: // drawn with the label, beside its text
    case PE_FrameStatusBarItem:
    case PE_FrameButtonTool:
    case PE_IndicatorDockWidgetResizeHandle: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const CheckState state = has(option, State_NoChange) ? CheckState::Partly
                                 : has(option, State_On)     ? CheckState::On
                                                             : CheckState::Off;
        return paintCheckBox(*painter, option->rect, state, has(option, State_Enabled), has(option, State_MouseOver),
                             t);
    }
    case PE_IndicatorRadioButton: return StyleControls::radioButton(*option, *painter);
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        QColor colour = StyleControls::buttonText(*option, widget);
        if (buttonKind(widget) == ButtonKind::Plain)
            colour = has(option, State_Enabled) ? t.muted : t.faint;
        const QPointF c = QRectF(option->rect).center();
        return paintIcon(*painter, arrowIcon(element), QRectF(c.x() - 6.5, c.y() - 6.5, 13, 13), colour);
    }
    case PE_PanelLineEdit: return StyleControls::fieldPanel(*option, *painter, widget);
    case PE_FrameLineEdit: return;
    case PE_Frame:
    case PE_FrameGroupBox: return StyleViews::frame(*option, *painter, widget);
    case PE_FrameFocusRect:
        if (!qobject_cast<const QPushButton *>(widget) && !qobject_cast<const QComboBox *>(widget) &&
            !qobject_cast<const QToolButton *>(widget))
            StyleViews::focusRect(*option, *painter, widget);
        return;
    case PE_PanelItemViewRow: return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            StyleViews::itemBackground(*item, *painter);
        return;
    case PE_IndicatorBranch: return StyleViews::branch(*option, *painter);
    case PE_PanelMenu:
    case PE_FrameMenu:
    case PE_PanelTipLabel: return paintBox(*painter, option->rect, 0, t.panel, t.line);
    case PE_PanelMenuBar:
    case PE_PanelToolBar: return StyleViews::bar(*option, *painter, StyleViews::Edge::Bottom);
    case PE_PanelStatusBar: return StyleViews::bar(*option, *painter, StyleViews::Edge::Top);
    case PE_PanelScrollAreaCorner: return painter->fillRect(option->rect, t.panel);
    case PE_FrameTabBarBase:
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, t.line);
        return;
    case PE_FrameTabWidget: return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ElencoStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton tinted = *button;
            tinted.palette.setColor(QPalette::ButtonText, StyleControls::buttonText(*option, widget));
            return QProxyStyle::drawControl(element, &tinted, painter, widget);
        }
        break;
    case CE_Header:
        // The base class would ask itself, not this style, where the label goes.
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            StyleViews::headerSection(*header, *painter);
            QStyleOptionHeader label = *header;
            label.rect = subElementRect(SE_HeaderLabel, header, widget);
            return StyleViews::headerLabel(label, *painter);
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return StyleViews::headerSection(*header, *painter);
        break;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return StyleViews::headerLabel(*header, *painter);
        break;
    case CE_HeaderEmptyArea: {
        const Tokens &t = tokens(option->palette);
        const auto *header = qobject_cast<const QHeaderView *>(widget);
        if (header && header->orientation() == Qt::Vertical) { // below the last row: the table's own ground
            painter->fillRect(option->rect, t.panel);
            return;
        }
        painter->fillRect(option->rect, t.bg);
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, t.line);
        painter->fillRect(option->rect.left(), option->rect.top(), option->rect.width(), 1, t.line);
        return;
    }
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return StyleControls::menuItem(*item, *painter, *proxy());
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return StyleControls::menuBarItem(*item, *painter, *proxy());
        break;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        return StyleViews::bar(*option, *painter,
                               element == CE_ToolBar ? StyleViews::Edge::Bottom : StyleViews::Edge::None);
    case CE_Splitter: return StyleViews::splitter(*option, *painter);
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return StyleControls::tab(*tab, *painter);
        break;
    case CE_ProgressBarGroove: return StyleControls::progressGroove(*option, *painter);
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return StyleControls::progressContents(*bar, *painter);
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ElencoStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return StyleViews::scrollBar(*bar, *painter, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox)
        return StyleControls::comboBox(*combo, *painter);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox)
        return StyleControls::spinBox(*spin, *painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget),
                                      subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget));
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon ElencoStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_MessageBoxInformation: return icon(Icon::Info, IconTint::Accent);
    case SP_MessageBoxWarning: return icon(Icon::Warning, IconTint::Warn);
    case SP_MessageBoxCritical: return icon(Icon::Failed, IconTint::Bad);
    case SP_MessageBoxQuestion: return icon(Icon::Help, IconTint::Accent);
    case SP_LineEditClearButton: return icon(Icon::Cross);
    default: return QProxyStyle::standardIcon(standard, option, widget);
    }
}

} // namespace Elenco
