// SPDX-License-Identifier: Apache-2.0
#include "ui/import/rowtable.h"

#include "ui/theme/tokens.h"

#include <QHeaderView>

#include <algorithm>

namespace Elenco {

namespace {
constexpr int leastOfLast = 130, leastOfOne = 52;
} // namespace

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
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        m_isOwn = m_isOwn || (!m_isFitting && column < m_widths.size() && horizontalHeader()->underMouse());
    });
}

void RowTable::setWidths(const QList<int> &widths)
{
    m_widths = widths;
    fit();
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void RowTable::fit()
{
    if (m_isOwn)
        return;
    QHeaderView *header = horizontalHeader();
    int last = header->count() - 1;
    while (last > 0 && header->isSectionHidden(last))
        --last;
    int wanted = 0;
    for (int column = 0; column < std::min<int>(last, int(m_widths.size())); ++column)
        wanted += m_widths[column];
    const int room = viewport()->width() - leastOfLast;
    const double scale = wanted > room && room > 0 ? double(room) / wanted : 1;
    m_isFitting = true;
    for (int column = 0; column < std::min<int>(last, int(m_widths.size())); ++column)
        header->resizeSection(column, std::max(leastOfOne, int(m_widths[column] * scale)));
    m_isFitting = false;
}

} // namespace Elenco
