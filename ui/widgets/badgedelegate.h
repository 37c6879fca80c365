// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"

#include <QStyledItemDelegate>

#include <functional>

namespace Elenco {

/// A small pill in a table cell.
struct Badge {
    QString text;
    Tone tone = Tone::Plain;
};

/// What a cell shows beyond its text. Asked of the model's index by the delegate's owner, so that models know no
/// colours.
struct CellLook {
    QList<Badge> badges; ///< after the text, or alone
    int badgeHeight = 18;
    bool isTextShown = true; ///< false: the badges say it all
    Ink ink = Ink::Text;
    Qt::Alignment align = Qt::AlignLeft;
    /// A number, a date: half of it says something else, so what has no room is "…" (the tool tip has it).
    bool isWholeOrNothing = false;
};

/// Cells of a contact table: calm rows with a hair line, text in an ink, badges.
class BadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Look = std::function<CellLook(const QModelIndex &)>;

    explicit BadgeDelegate(QObject *parent = nullptr);
    void setLook(Look look) { m_look = std::move(look); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// A tool tip only where the cell does not show all of its text.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// Background, focus and the line under the row.
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option) const;
    CellLook lookOf(const QModelIndex &index) const { return m_look ? m_look(index) : CellLook(); }
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                      const CellLook &look) const;

private:
    Look m_look;
};

} // namespace Elenco
