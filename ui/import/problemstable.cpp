// SPDX-License-Identifier: Apache-2.0
#include "ui/import/problemstable.h"

#include "models/importproblemmodel.h"

namespace Elenco {

ProblemsTable::ProblemsTable(QWidget *parent) : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setTabKeyNavigation(false); // Tab goes to the buttons
}

bool ProblemsTable::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    constexpr EditTriggers forTheRow = DoubleClicked | EditKeyPressed | AnyKeyPressed;
    const QModelIndex number = index.siblingAtColumn(ImportProblemModel::NumberColumn);
    if (index == number || !(trigger & forTheRow & editTriggers()) || !(model()->flags(number) & Qt::ItemIsEditable))
        return QTableView::edit(index, trigger, event);
    setCurrentIndex(number);
    return QTableView::edit(number, trigger, event);
}

} // namespace Elenco
