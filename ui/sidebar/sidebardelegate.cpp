// SPDX-License-Identifier: Apache-2.0
#include "ui/sidebar/sidebardelegate.h"

#include "models/lists/sidebarmodel.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QFontMetrics>
#include <QPainter>

namespace Elenco {

namespace {

using Kind = SidebarModel::EntryKind;

Kind kindOf(const QModelIndex &index)
{
    return static_cast<Kind>(index.data(SidebarModel::EntryKindRole).toInt());
}

} // namespace

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {120, kindOf(index) == Kind::ListsHeader ? 36 : Metric::sideRow};
}

QRect SidebarDelegate::addRect(const QRect &row)
{
    return {row.right() - 23, row.bottom() - 23, 20, 20};
}

void SidebarDelegate::paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens(option.palette);
    painter.setFont(textFont(TextSize::Section));
    painter.setPen(t.faint);
    const QRect text = option.rect.adjusted(8, 14, -28, -4);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QLocale().toUpper(index.data().toString()));
    const QRect add = addRect(option.rect);
    if (option.state & QStyle::State_MouseOver)
        paintBox(painter, add, 4, t.sunken);
    paintIcon(painter, Icon::Plus, add.adjusted(4, 4, -4, -4),
              option.state & QStyle::State_MouseOver ? t.muted : t.faint);
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Tokens &t = tokens(option.palette);
    if (kindOf(index) == Kind::ListsHeader) {
        paintHeader(*painter, option, index);
        painter->restore();
        return;
    }
    const bool isOn = option.state & QStyle::State_Selected;
    const bool isDrop = index.row() == m_dropRow;
    const QRect row = option.rect;
    if (isOn || isDrop)
        paintBox(*painter, row, 5, t.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        paintBox(*painter, row, 5, t.sunken);
    if (isDrop) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(t.accent, 2, Qt::DashLine));
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 5, 5);
    }
    QRect inside = row.adjusted(8, 0, -8, 0);

    const QVariant count = index.data(SidebarModel::CountRole);
    if (count.isValid()) {
        const QString number = numberText(count.toLongLong());
        painter->setFont(uiFont(12, isOn ? 600 : 400));
        const bool isWarning = kindOf(index) == Kind::NeedsAttention && count.toLongLong() > 0;
        painter->setPen(isOn ? t.accentText : isWarning ? t.warn : t.faint);
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, number);
        inside.setRight(inside.right() - QFontMetrics(painter->font()).horizontalAdvance(number) - 8);
    }
    if (isOn && kindOf(index) == Kind::List) {
        paintBox(*painter, QRectF(inside.left(), inside.center().y() - 3, 7, 7), 3.5, t.accent);
        inside.setLeft(inside.left() + 15);
    }
    const bool isTest = index.data(SidebarModel::IsTestListRole).toBool();
    const QString test = tr("test");
    const int testWidth = isTest ? chipWidth(test, Metric::badge) + 8 : 0;
    painter->setFont(uiFont(0, isOn ? 600 : 400));
    painter->setPen(isOn ? t.accentText : t.text);
    const QFontMetrics metrics(painter->font());
    const QString text = metrics.elidedText(index.data().toString(), Qt::ElideRight, inside.width() - testWidth);
    painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (isTest) {
        const QRectF chip(inside.left() + metrics.horizontalAdvance(text) + 8, inside.center().y() - 8, testWidth - 8,
                          Metric::badge);
        paintChip(*painter, chip, test, t.tone(Tone::Violet));
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        paintFocusRing(*painter, row, 5, t);
    painter->restore();
}

} // namespace Elenco
