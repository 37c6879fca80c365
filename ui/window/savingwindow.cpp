// SPDX-License-Identifier: Apache-2.0
#include "ui/window/savingwindow.h"

#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace Elenco {

SavingWindow::SavingWindow(AddressBook &addressBook, QWidget *parent)
    : QWidget(parent),
      m_addressBook(addressBook),
      m_text(new Label({}, TextSize::Body, Ink::Muted)),
      m_progress(new ProgressStrip)
{
    setWindowTitle(tr("Elenco"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 18);
    layout->setSpacing(10);
    layout->addWidget(new Label(tr("Saving…"), TextSize::Heading));
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    setMinimumWidth(380);
    connect(&addressBook, &AddressBook::commandsChanged, this, &SavingWindow::refresh);
    connect(&addressBook, &AddressBook::commandProgressed, this,
            [this](Progress progress) { m_progress->setProgress(progress); });
}

void SavingWindow::showIfNeeded(const QRect &over)
{
    if (m_addressBook.commandsUnderWay() == 0)
        return;
    refresh(m_addressBook.commandsUnderWay());
    m_progress->setProgress({});
    adjustSize();
    move(over.center() - rect().center());
    show();
}

void SavingWindow::refresh(int underWay)
{
    m_text->setText(tr("%n change(s) are being finished.", nullptr, underWay));
    // Whoever asked for the last change hears of its end first, and may have something to say.
    if (underWay == 0 && isVisible())
        QMetaObject::invokeMethod(this, &SavingWindow::close, Qt::QueuedConnection);
}

void SavingWindow::closeEvent(QCloseEvent *event)
{
    if (m_addressBook.commandsUnderWay() > 0)
        event->ignore();
    else
        QWidget::closeEvent(event);
}

} // namespace Elenco
