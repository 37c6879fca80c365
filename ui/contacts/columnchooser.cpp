// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/columnchooser.h"

#include "ui/theme/elencostyle.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/label.h"

#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Elenco {

ColumnChooser::ColumnChooser(const QList<ContactColumn> &columns, const ColumnLayout &layout, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_columns(columns), m_list(new CheckList)
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
    auto *reset = new QPushButton(tr("Back to the usual columns"));
    setButtonKind(reset, ButtonKind::Ghost);
    box->addWidget(hint);
    box->addWidget(m_list, 1);
    box->addWidget(reset);
    setColumnLayout(layout);
    connect(m_list, &CheckList::changed, this, &ColumnChooser::tell);
    connect(reset, &QPushButton::clicked, this, &ColumnChooser::resetRequested);
}

void ColumnChooser::setColumnLayout(const ColumnLayout &layout)
{
    m_layout = layout;
    m_list->clearItems();
    for (const ColumnPlace &place : layout) {
        const auto column = std::find_if(m_columns.begin(), m_columns.end(),
                                         [&](const ContactColumn &c) { return c.key == place.key; });
        if (column != m_columns.end()) // a row without a name is nobody
            m_list->addItem(place.key, column->label, place.isShown, column->kind == ContactColumn::Kind::Name);
    }
}

void ColumnChooser::tell()
{
    const QStringList keys = m_list->keys(), checked = m_list->checkedKeys();
    ColumnLayout layout;
    for (const QString &key : keys) {
        for (ColumnPlace place : std::as_const(m_layout)) {
            if (place.key != key)
                continue;
            place.isShown = checked.contains(key);
            layout.append(place);
        }
    }
    if (layout.size() != m_layout.size() || layout == m_layout)
        return;
    m_layout = layout;
    Q_EMIT changed(layout);
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
