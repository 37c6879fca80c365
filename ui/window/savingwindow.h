// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

#include <QWidget>

namespace Elenco {

class Label;
class ProgressStrip;

/// What is left to be seen of a program that was told to quit while changes were being made: how far they are. It goes
/// away by itself when the last of them has ended, and not before.
class SavingWindow : public QWidget
{
    Q_OBJECT

public:
    explicit SavingWindow(AddressBook &addressBook, QWidget *parent = nullptr);

    /// Appears in the middle of where the window was, if there is something to be finished.
    void showIfNeeded(const QRect &over);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void refresh(int underWay);

    AddressBook &m_addressBook;
    Label *m_text;
    ProgressStrip *m_progress;
};

} // namespace Elenco
