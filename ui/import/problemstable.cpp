// SPDX-License-Identifier: Apache-2.0
#include "ui/import/problemstable.h"

#include "models/imports/importproblemmodel.h"

namespace Elenco {

ProblemsTable::ProblemsTable(QWidget *parent) : RowTable(tr("Rows with problems"), parent)
{
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
}

bool ProblemsTable::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    constexpr EditTriggers forTheRow = DoubleClicked | EditKeyPressed | AnyKeyPressed;
    const QModelIndex number = index.siblingAtColumn(ImportProblemModel::NumberColumn);
    if (index == number || !(trigger & forTheRow & editTriggers()) || !(model()->flags(number) & Qt::ItemIsEditable))
        return RowTable::edit(index, trigger, event);
    setCurrentIndex(number);
    return RowTable::edit(number, trigger, event);
}

} // namespace Elenco
