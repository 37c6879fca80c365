// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/columnchooser.h"

#include "ui/theme/elencostyle.h"
#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Elenco {

ColumnChooser::ColumnChooser(const QList<ContactColumn> &columns, const ColumnLayout &layout, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_columns(columns), m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(12, 12, 12, 12);
    box->setSpacing(8);
    auto *hint = new Label(tr("Drag to reorder, or Alt+Up and Alt+Down."), TextSize::Small, Ink::Muted);
    hint->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    auto *reset = new QPushButton(tr("Back to the usual columns"));
    setButtonKind(reset, ButtonKind::Ghost);
    box->addWidget(hint);
    box->addWidget(m_list, 1);
    box->addWidget(reset);
    setColumnLayout(layout);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::tell);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnChooser::tell);
    connect(m_list->model(), &QAbstractItemModel::rowsRemoved, this, &ColumnChooser::tell); // the end of a drag
    connect(reset, &QPushButton::clicked, this, &ColumnChooser::resetRequested);
}

void ColumnChooser::setColumnLayout(const ColumnLayout &layout)
{
    m_isFilling = true;
    m_layout = layout;
    m_list->clear();
    for (const ColumnPlace &place : layout) {
        const auto column = std::find_if(m_columns.begin(), m_columns.end(),
                                         [&](const ContactColumn &c) { return c.key == place.key; });
        if (column == m_columns.end())
            continue;
        auto *item = new QListWidgetItem(column->label, m_list);
        item->setData(Qt::UserRole, place.key);
        const bool isName = column->kind == ContactColumn::Kind::Name; // a row without a name is nobody
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
                       (isName ? Qt::NoItemFlags : Qt::ItemIsUserCheckable) | Qt::ItemIsEnabled);
        item->setCheckState(place.isShown ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    m_isFilling = false;
}

void ColumnChooser::tell()
{
    if (m_isFilling || m_list->count() != m_layout.size()) // in the middle of a drag a row is there twice
        return;
    ColumnLayout layout;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const QString key = item->data(Qt::UserRole).toString();
        for (ColumnPlace place : std::as_const(m_layout)) {
            if (place.key != key)
                continue;
            place.isShown = item->checkState() == Qt::Checked;
            layout.append(place);
        }
    }
    if (layout.size() != m_layout.size() || layout == m_layout)
        return;
    m_layout = layout;
    Q_EMIT changed(layout);
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int from = m_list->currentRow();
        const int to = key->key() == Qt::Key_Up ? from - 1 : key->key() == Qt::Key_Down ? from + 1 : -1;
        if ((key->modifiers() & Qt::AltModifier) && from >= 0 && to >= 0 && to < m_list->count()) {
            m_isFilling = true;
            m_list->insertItem(to, m_list->takeItem(from));
            m_list->setCurrentRow(to);
            m_isFilling = false;
            tell();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ColumnChooser::openBelow(QWidget *widget)
{
    const QRect screen = widget->screen()->availableGeometry();
    const auto heightOf = [](int rows) { return rows * Metric::sideRow + 6; };
    m_list->setMinimumHeight(heightOf(std::min(m_list->count(), 4)));
    m_list->setMinimumWidth(m_list->sizeHintForColumn(0) + 40);
    const int around = sizeHint().height() - m_list->sizeHint().height();
    resize(sizeHint().width(), std::min(around + heightOf(std::min(m_list->count(), 14)), screen.height()));
    QPoint at = widget->mapToGlobal(QPoint(widget->width() - width(), widget->height() + 4));
    at.setX(std::max(screen.left(), std::min(at.x(), screen.right() - width())));
    at.setY(std::max(screen.top(), std::min(at.y(), screen.bottom() - height())));
    move(at);
    show();
    m_list->setFocus();
}

} // namespace Elenco
