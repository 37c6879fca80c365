// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/practicebar.h"

#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Elenco {

PracticeBar::PracticeBar(Book book, QWidget *parent)
    : EdgeBar(Qt::TopEdge, parent),
      m_text(new ElidedLabel(book == Book::Practice
                                 ? tr("Practice: everybody here is invented, and nothing leaves this computer.")
                                 : tr("Invented people of the practice gateway are among your own contacts."),
                             TextSize::Body, Ink::Warn)),
      m_leave(new QPushButton(book == Book::Practice ? tr("Stop practising…") : tr("Separate them…")))
{
    setFixedHeight(40);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_leave);
    connect(m_leave, &QPushButton::clicked, this, &PracticeBar::leaveRequested);
}

} // namespace Elenco
