// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/contactdelegate.h"

#include "ui/widgets/avatar.h"

#include <QPainter>

namespace Elenco {

void ContactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.font.setWeight(QFont::Medium);
    painter->save();
    paintRow(*painter, cell);
    const int y = cell.rect.top() + (cell.rect.height() - 1 - Metric::avatar) / 2;
    paintAvatar(*painter, QRectF(cell.rect.left() + 8, y, Metric::avatar, Metric::avatar), cell.text);
    paintContent(*painter, cell, cell.rect.adjusted(8 + Metric::avatar + 8, 0, -8, -1), lookOf(index));
    painter->restore();
}

QSize ContactDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    cell.font.setWeight(QFont::Medium);
    return BadgeDelegate::sizeHint(cell, index) + QSize(Metric::avatar + 8, 0);
}

} // namespace Elenco
