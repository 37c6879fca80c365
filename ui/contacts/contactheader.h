// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/contacts/columnlayout.h"

#include <QHash>
#include <QHeaderView>

namespace Elenco {

class ContactTableModel;

/// The titles of the contact table: click to sort, Shift+click to sort by one more column, drag to move and resize.
class ContactHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ContactHeader(ContactTableModel &model, QWidget *parent = nullptr);

    ColumnLayout columnLayout() const;
    /// From left to right.
    QList<ContactColumn> shownColumns() const;
    void setColumnLayout(const ColumnLayout &layout);

Q_SIGNALS:
    void sortRequested(const QList<Elenco::SortKey> &keys);
    /// The user moved, resized, hid or showed a column.
    void columnLayoutChanged();
    void columnChooserRequested();

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// Qt gives a hidden section no size; what it comes back with is kept here.
    int hiddenWidth(int section) const;
    int sortPosition(int section) const;
    void requestSort(int section, bool add);
    void hideColumn(int section);
    void openMenu(int section, const QPoint &at);

    ContactTableModel &m_model;
    Qt::KeyboardModifiers m_modifiers;
    QHash<QString, int> m_hiddenWidths; ///< by column key
    bool m_isApplying = false;
};

} // namespace Elenco
