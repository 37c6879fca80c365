// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace Elenco {

class Notice;

/// Says above a form that something was typed into it and left unsaved, with two ways to go: take it up, throw it away.
class DraftNotice : public QWidget
{
    Q_OBJECT

public:
    explicit DraftNotice(QWidget *parent = nullptr);

    void show(const QString &text);
    QPushButton *takeUpButton() const { return m_takeUp; }
    QPushButton *throwAwayButton() const { return m_throwAway; }

Q_SIGNALS:
    void takenUp();
    void thrownAway();

private:
    Notice *m_notice;
    QPushButton *m_takeUp;
    QPushButton *m_throwAway;
};

} // namespace Elenco
