// SPDX-License-Identifier: Apache-2.0
#include "ui/import/previewtable.h"

#include "ui/import/mappingheader.h"
#include "ui/theme/tokens.h"

#include <QDropEvent>

namespace Elenco {

PreviewTable::PreviewTable(MappingHeader *header, QWidget *parent) : QTableView(parent), m_header(header)
{
    setHorizontalHeader(header);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(Metric::tableRow);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::NoFocus); // the header is what the keyboard works on
    setTabKeyNavigation(false);  // which would eat the header's Tab as well: it asks its parent for the next widget
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAcceptDrops(true);
    setAccessibleName(tr("The first rows of the file"));
}

// The header and the cells scroll sideways together: a place in the one is that place in the other.

void PreviewTable::dragEnterEvent(QDragEnterEvent *event)
{
    m_header->dragOver(*event);
}

void PreviewTable::dragMoveEvent(QDragMoveEvent *event)
{
    m_header->dragOver(*event);
}

void PreviewTable::dragLeaveEvent(QDragLeaveEvent *)
{
    m_header->endDrag();
}

void PreviewTable::dropEvent(QDropEvent *event)
{
    m_header->drop(*event);
}

} // namespace Elenco
