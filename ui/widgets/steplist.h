// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace Elenco {

class StepButton;

/// The steps of a wizard: done, current, to come. Steps that are done can be gone back to.
class StepList : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const QStringList &steps);
    int current() const { return m_current; }
    void setCurrent(int step);
    /// While something runs, and after the commit, there is no way back.
    void setGoingBackAllowed(bool allowed);

Q_SIGNALS:
    void stepChosen(int step);

private:
    void refresh();

    QVBoxLayout *m_layout;
    QList<StepButton *> m_buttons;
    int m_current = 0;
    bool m_backAllowed = true;
};

} // namespace Elenco
