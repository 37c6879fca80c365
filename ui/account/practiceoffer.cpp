// SPDX-License-Identifier: Apache-2.0
#include "ui/account/practiceoffer.h"

#include "ui/theme/icons.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Elenco {

PracticeOffer::PracticeOffer(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    auto *text = new Label(tr("No account yet? Practise in an address book of its own, with 5,000 invented contacts. "
                              "Your own are not touched, and nothing leaves the computer."),
                           TextSize::Body, Ink::Muted);
    text->setWordWrap(true);
    text->setMinimumWidth(300);
    auto *button = new QPushButton(tr("Try it &without an account"));
    button->setIcon(icon(Icon::Flask, IconTint::Violet));
    connect(button, &QPushButton::clicked, this, &PracticeOffer::accepted);
    layout->addWidget(text, 1);
    layout->addWidget(button);
}

} // namespace Elenco
