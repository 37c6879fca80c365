// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/contacts/columnlayout.h"

#include <QFrame>

class QListWidget;

namespace Elenco {

/// Which columns are shown, and in which sequence: check boxes in a list that is reordered by dragging or by
/// Alt+Up and Alt+Down. Every change is applied at once.
class ColumnChooser : public QFrame
{
    Q_OBJECT

public:
    ColumnChooser(const QList<ContactColumn> &columns, const ColumnLayout &layout, QWidget *parent);

    void setColumnLayout(const ColumnLayout &layout);
    void openBelow(QWidget *widget);
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void changed(const Elenco::ColumnLayout &layout);
    void resetRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();

    QList<ContactColumn> m_columns;
    ColumnLayout m_layout;
    QListWidget *m_list;
    bool m_isFilling = false;
};

} // namespace Elenco
