// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/emptystate.h"

#include "ui/theme/elencostyle.h"
#include "ui/widgets/label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Elenco {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_title(new Label({}, TextSize::Title)),
      m_text(new Label({}, TextSize::Body, Ink::Muted)),
      m_button(new QPushButton)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(10);
    for (Label *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(6);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::pressed);
}

void EmptyState::setTexts(const QString &title, const QString &text, const QString &button, bool isPrimary)
{
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setButtonKind(m_button, isPrimary ? ButtonKind::Primary : ButtonKind::Plain);
}

} // namespace Elenco
