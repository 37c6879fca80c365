// SPDX-License-Identifier: Apache-2.0
#include "models/contacts/titledtablemodel.h"

namespace Elenco {

int TitledTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(count());
}

int TitledTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant TitledTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_titles.value(section)) : QVariant();
}

} // namespace Elenco
