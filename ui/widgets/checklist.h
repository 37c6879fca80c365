// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListWidget>

namespace Elenco {

/// Things that are chosen and put into a sequence: check boxes in a list that is reordered by dragging or by Alt+Up and
/// Alt+Down. Each has a key of its own.
class CheckList : public QListWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    void clearItems();
    /// `isFixed`: it can be moved, but not unchecked.
    void addItem(const QString &key, const QString &label, bool isChecked, bool isFixed = false);
    /// From top to bottom.
    QStringList keys() const;
    QStringList checkedKeys() const;
    void setAllChecked(bool areChecked);

Q_SIGNALS:
    /// By the user: once for each change, never in the middle of a drag.
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();

    QStringList m_told; ///< all keys, those that are checked marked
    qsizetype m_items = 0;
    bool m_isFilling = false;
};

} // namespace Elenco
