// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/checklist.h"

#include <QKeyEvent>

namespace Elenco {

CheckList::CheckList(QWidget *parent) : QListWidget(parent)
{
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::itemChanged, this, &CheckList::tell);
    connect(model(), &QAbstractItemModel::rowsMoved, this, &CheckList::tell);
    connect(model(), &QAbstractItemModel::rowsRemoved, this, &CheckList::tell); // the end of a drag
}

void CheckList::clearItems()
{
    m_isFilling = true;
    clear();
    m_items = 0;
    m_isFilling = false;
}

void CheckList::addItem(const QString &key, const QString &label, bool isChecked, bool isFixed)
{
    m_isFilling = true;
    auto *item = new QListWidgetItem(label, this);
    item->setData(Qt::UserRole, key);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsEnabled |
                   (isFixed ? Qt::NoItemFlags : Qt::ItemIsUserCheckable));
    item->setCheckState(isChecked ? Qt::Checked : Qt::Unchecked);
    if (++m_items == 1)
        setCurrentRow(0);
    m_isFilling = false;
}

QStringList CheckList::keys() const
{
    QStringList keys;
    for (int row = 0; row < count(); ++row)
        keys += item(row)->data(Qt::UserRole).toString();
    return keys;
}

QStringList CheckList::checkedKeys() const
{
    QStringList keys;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            keys += item(row)->data(Qt::UserRole).toString();
    }
    return keys;
}

void CheckList::setAllChecked(bool areChecked)
{
    m_isFilling = true;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->flags() & Qt::ItemIsUserCheckable)
            item(row)->setCheckState(areChecked ? Qt::Checked : Qt::Unchecked);
    }
    m_isFilling = false;
    tell();
}

void CheckList::tell()
{
    if (m_isFilling || count() != m_items) // in the middle of a drag a row is there twice
        return;
    QStringList now = keys();
    const QStringList checked = checkedKeys();
    for (QString &key : now)
        key.prepend(checked.contains(key) ? u'+' : u'-');
    if (std::exchange(m_told, now) != now)
        Q_EMIT changed();
}

void CheckList::keyPressEvent(QKeyEvent *event)
{
    const int from = currentRow();
    const int to = event->key() == Qt::Key_Up ? from - 1 : event->key() == Qt::Key_Down ? from + 1 : -1;
    if (!(event->modifiers() & Qt::AltModifier) || from < 0 || to < 0 || to >= count()) {
        QListWidget::keyPressEvent(event);
        return;
    }
    m_isFilling = true;
    insertItem(to, takeItem(from));
    setCurrentRow(to);
    m_isFilling = false;
    tell();
}

} // namespace Elenco
