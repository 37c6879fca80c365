// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/contacts/columnlayout.h"

#include <QFrame>

namespace Elenco {

class CheckList;

/// Which columns of the table are shown, and in which sequence (CheckList). Every change is applied at once.
class ColumnChooser : public QFrame
{
    Q_OBJECT

public:
    ColumnChooser(const QList<ContactColumn> &columns, const ColumnLayout &layout, QWidget *parent);

    void setColumnLayout(const ColumnLayout &layout);
    void openBelow(QWidget *widget);
    CheckList *list() const { return m_list; }

Q_SIGNALS:
    void changed(const Elenco::ColumnLayout &layout);
    void resetRequested();

private:
    void tell();

    QList<ContactColumn> m_columns;
    ColumnLayout m_layout;
    CheckList *m_list;
};

} // namespace Elenco
