// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

namespace Elenco {

/// Every action that can be done now, found by typing a part of its name.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const QList<QAction *> &actions, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void run();

    QList<QAction *> m_actions;
    QLineEdit *m_edit;
    QListWidget *m_list;
};

} // namespace Elenco
