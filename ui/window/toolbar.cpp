// SPDX-License-Identifier: Apache-2.0
#include "ui/window/toolbar.h"

#include "ui/theme/elencostyle.h"
#include "ui/theme/icons.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace Elenco {

ToolBar::ToolBar(QWidget *parent) : QToolBar(tr("Tools"), parent), m_search(new SearchField)
{
    setMovable(false);
    layout()->setContentsMargins(0, 0, 0, 0);
    // One widget in the bar: everything stays on it however narrow the window is, and the search field gives way.
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    content->setFixedHeight(47);
    content->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addWidget(content);
    auto *import = new QPushButton(tr("Import…"));
    import->setIcon(icon(Icon::Download, IconTint::OnAccent));
    setButtonKind(import, ButtonKind::Primary);
    connect(import, &QPushButton::clicked, this, &ToolBar::importRequested);
    row->addWidget(import);
    m_search->setMaximumWidth(560);
    m_search->setPlaceholder(tr("Search, or city:Milano, tag:vip, spent>5000"));
    row->addWidget(m_search, 1000);
    row->addStretch(1);
    m_addToList = addMenu(*row, tr("Add to list"), &ToolBar::listMenuRequested);
    m_addToList->setEnabled(false);
    addMenu(*row, tr("Export"), &ToolBar::exportMenuRequested);
}

void ToolBar::setAddToListEnabled(bool enabled)
{
    m_addToList->setEnabled(enabled);
}

QPushButton *ToolBar::addMenu(QHBoxLayout &layout, const QString &text, void (ToolBar::*requested)(QMenu &))
{
    auto *button = new QPushButton(text);
    auto *menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, requested] {
        menu->clear();
        Q_EMIT(this->*requested)(*menu);
    });
    button->setMenu(menu);
    layout.addWidget(button);
    return button;
}

} // namespace Elenco
