// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/missingdialog.h"

#include "ui/theme/elencostyle.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Elenco {

MissingDialog::MissingDialog(qint64 missing, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Contacts gone on the gateway"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(tr("The gateway no longer has %1").arg(contactCount(missing)), TextSize::Heading));
    auto *text = new Label(
        tr("They are still here, unchanged, and nothing is done until you decide. Sent again, they become new contacts "
           "over there. In the trash they rest for 30 days and can be brought back."));
    text->setWordWrap(true);
    text->setMinimumWidth(440);
    layout->addWidget(text);
    auto *buttons = new QHBoxLayout;
    auto *trash = new QPushButton(tr("Move them to the trash"));
    auto *later = new QPushButton(tr("Later"));
    auto *again = new QPushButton(tr("Send them again"));
    buttons->addWidget(trash);
    buttons->addStretch();
    buttons->addWidget(later);
    buttons->addWidget(again);
    layout->addLayout(buttons);
    setButtonKind(trash, ButtonKind::Danger);
    setButtonKind(again, ButtonKind::Primary);
    trash->setAutoDefault(false);
    again->setAutoDefault(false);
    later->setDefault(true); // the one that changes nothing
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    const auto answer = [this](MissingAnswer answer) {
        return [this, answer] {
            Q_EMIT answered(answer);
            accept();
        };
    };
    connect(trash, &QPushButton::clicked, this, answer(MissingAnswer::Trash));
    connect(again, &QPushButton::clicked, this, answer(MissingAnswer::SendAgain));
}

} // namespace Elenco
