// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

/// How buttons, fields, menus and bars are drawn. Each function draws one element of QStyle.
namespace Elenco::StyleControls {

void buttonPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void toolButtonPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget);
/// The colour of a button's text.
QColor buttonText(const QStyleOption &option, const QWidget *widget);
void radioButton(const QStyleOption &option, QPainter &painter);
void fieldPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget);
void comboBox(const QStyleOptionComboBox &option, QPainter &painter);
void spinBox(const QStyleOptionSpinBox &option, QPainter &painter, const QRect &up, const QRect &down);
void tab(const QStyleOptionTab &option, QPainter &painter);
void menuItem(const QStyleOptionMenuItem &option, QPainter &painter, const QStyle &style);
void menuBarItem(const QStyleOptionMenuItem &option, QPainter &painter, const QStyle &style);
void progressGroove(const QStyleOption &option, QPainter &painter);
void progressContents(const QStyleOptionProgressBar &option, QPainter &painter);

} // namespace Elenco::StyleControls
