// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/selectioncard.h"

#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QVBoxLayout>

namespace Elenco {

SelectionCard::SelectionCard(SidebarModel &sidebar, QWidget *parent)
    : ContactPanel(sidebar, parent), m_title(new Label({}, TextSize::Title))
{
    auto *hint = new Label(tr("Add all of them to a list or give them a tag; Ctrl+Z takes it back."), TextSize::Body,
                           Ink::Muted);
    m_title->setWordWrap(true);
    hint->setWordWrap(true);
    content()->addWidget(m_title);
    content()->addWidget(hint);
    addMemberships();
}

void SelectionCard::setCount(qint64 count)
{
    m_title->setText(tr("%1 selected").arg(contactCount(count)));
}

} // namespace Elenco
