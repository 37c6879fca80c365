// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/elencostyle.h"
#include "ui/theme/tokens.h"

#include <QDialog>
#include <QHeaderView>
#include <QPalette>
#include <QStyleOption>

namespace Elenco {

QSize ElencoStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool menu = button && (button->features & QStyleOptionButton::HasMenu);
        const bool iconOnly = button && button->text.isEmpty();
        return iconOnly ? QSize(std::max(Metric::button, size.width() + 8), Metric::button)
                        : QSize(size.width() + (menu ? 30 : 24), std::max(Metric::button, size.height() + 8));
    }
    case CT_SpinBox: // its field has the height already
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(), Metric::button};
    case CT_ItemViewItem: {
        const QSize item = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {item.width(), std::max(Metric::sideRow, item.height())};
    }
    case CT_LineEdit:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(),
                std::max(Metric::button, size.height() + 8)};
    case CT_ComboBox:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width() + 12,
                std::max(Metric::button, size.height() + 8)};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 9};
        const int shortcut = item && item->text.contains(u'\t') ? item->reservedShortcutWidth + 32 : 0;
        return {size.width() + 60 + shortcut, std::max(Metric::sideRow, size.height() + 8)};
    }
    case CT_MenuBarItem: return {size.width() + 16, std::max(Metric::sideRow, size.height() + 8)};
    case CT_TabBarTab: return {size.width() + 24, std::max(34, size.height() + 12)};
    case CT_HeaderSection:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(), Metric::tableHeader};
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect ElencoStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    if (element == SE_HeaderLabel) // the whole height: the margin around it would cut off descenders
        return option->rect.adjusted(10, 0, -8, 0);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(8, 1, -8, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ElencoStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is the bar.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        const QRect r = option->rect;
        const bool horizontal = bar->orientation == Qt::Horizontal;
        const int length = horizontal ? r.width() : r.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int thumb = length;
        if (range > 0)
            thumb = std::min(length, std::max(pixelMetric(PM_ScrollBarSliderMin, option, widget),
                                              int(qint64(length) * bar->pageStep / (range + bar->pageStep))));
        const int at =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
        const auto along = [&](int from, int size) {
            return horizontal ? QRect(r.left() + from, r.top(), size, r.height())
                              : QRect(r.left(), r.top() + from, r.width(), size);
        };
        switch (part) {
        case SC_ScrollBarGroove: return r;
        case SC_ScrollBarSlider: return along(at, thumb);
        case SC_ScrollBarSubPage: return along(0, at);
        case SC_ScrollBarAddPage: return along(at + thumb, length - at - thumb);
        default: return {};
        }
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->rect.adjusted(8, 2, -24, -2);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int ElencoStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ToolBarHandleExtent:
    case PM_ToolBarFrameWidth: return 0;
    case PM_MenuButtonIndicator: return 18;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize: return Metric::icon;
    case PM_ToolBarIconSize: return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_ToolBarItemSpacing: return 8;
    case PM_HeaderMargin: {
        // On a vertical header the margin would make rows higher than the design's.
        const auto *header = qobject_cast<const QHeaderView *>(widget);
        return header && header->orientation() == Qt::Vertical ? 2 : 10;
    }
    case PM_HeaderDefaultSectionSizeHorizontal: return 120;
    case PM_HeaderDefaultSectionSizeVertical: return Metric::tableRow;
    case PM_ScrollBarExtent: return 11;
    case PM_ScrollBarSliderMin: return 32;
    case PM_SplitterWidth: return 1;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_MenuHMargin: return 0;
    case PM_MenuBarHMargin: return 2;
    case PM_MenuBarVMargin:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarItemSpacing: return 0;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap: return 0;
    case PM_MessageBoxIconSize: return 32;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return qobject_cast<const QDialog *>(widget) ? 18 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_FocusFrameHMargin: return 6;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ElencoStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_UnderlineShortcut: return m_altHeld;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup: // the list below the field, not over it
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_ItemView_ShowDecorationSelected:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking: return 1;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_Table_GridLineColor: return int(option ? tokens(option->palette).line2.rgb() : lightTokens().line2.rgb());
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace Elenco
