// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

/// How headers, rows, scroll bars, frames and bars are drawn. Each function draws one element of QStyle.
namespace Elenco::StyleViews {

void headerSection(const QStyleOptionHeader &option, QPainter &painter);
void headerLabel(const QStyleOptionHeader &option, QPainter &painter);
void itemBackground(const QStyleOptionViewItem &option, QPainter &painter);
void branch(const QStyleOption &option, QPainter &painter);
/// `thumb` is the whole slider; what is drawn is slimmer.
void scrollBar(const QStyleOptionSlider &option, QPainter &painter, const QRect &thumb);
void splitter(const QStyleOption &option, QPainter &painter);
void frame(const QStyleOption &option, QPainter &painter, const QWidget *widget);
enum class Edge { None, Top, Bottom };
/// The ground of a bar: panel colour and a line at one edge.
void bar(const QStyleOption &option, QPainter &painter, Edge line);
void focusRect(const QStyleOption &option, QPainter &painter, const QWidget *widget);

} // namespace Elenco::StyleViews
