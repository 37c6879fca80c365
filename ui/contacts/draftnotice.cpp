// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/draftnotice.h"

#include "ui/widgets/notice.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Elenco {

DraftNotice::DraftNotice(QWidget *parent)
    : QWidget(parent),
      m_notice(new Notice),
      m_takeUp(new QPushButton(tr("Take it up again"))),
      m_throwAway(new QPushButton(tr("Throw it away")))
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_throwAway);
    buttons->addWidget(m_takeUp);
    for (QPushButton *button : {m_takeUp, m_throwAway})
        button->setAutoDefault(false); // Return belongs to the form
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 4);
    layout->setSpacing(8);
    layout->addWidget(m_notice);
    layout->addLayout(buttons);
    hide();
    connect(m_takeUp, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT takenUp();
    });
    connect(m_throwAway, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT thrownAway();
    });
}

void DraftNotice::show(const QString &text)
{
    m_notice->show(text, Tone::Accent, Icon::Pencil);
    setVisible(true);
}

} // namespace Elenco
