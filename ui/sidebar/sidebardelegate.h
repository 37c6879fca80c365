// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Elenco {

/// Rows of the side bar: name, count at the right, a dot before the list that is shown, a dashed frame where a drag is.
class SidebarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The row that something is dragged over; -1: none.
    void setDropRow(int row) { m_dropRow = row; }
    /// Where the "+" of a header is.
    static QRect addRect(const QRect &row);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    int m_dropRow = -1;
};

} // namespace Elenco
