// SPDX-License-Identifier: Apache-2.0
#include "ui/import/rowtable.h"

#include "ui/theme/tokens.h"

#include <QHeaderView>

namespace Elenco {

RowTable::RowTable(const QString &name, QWidget *parent) : QTableView(parent), m_delegate(new BadgeDelegate(this))
{
    setItemDelegate(m_delegate);
    setAccessibleName(name);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(Metric::tableRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
}

void RowTable::setWidths(const QList<int> &widths)
{
    for (int column = 0; column < widths.size(); ++column)
        horizontalHeader()->resizeSection(column, widths[column]);
}

} // namespace Elenco
