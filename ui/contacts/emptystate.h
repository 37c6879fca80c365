// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace Elenco {

class Label;

/// What the table's place shows when there is nothing to show: why, and the one thing to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// An empty `button` shows none.
    void setTexts(const QString &title, const QString &text, const QString &button, bool isPrimary);

Q_SIGNALS:
    void pressed();

private:
    Label *m_title;
    Label *m_text;
    QPushButton *m_button;
};

} // namespace Elenco
