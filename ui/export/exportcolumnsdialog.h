// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exporting/exportcolumns.h"

#include <QDialog>

class QPushButton;

namespace Elenco {

class CheckList;

/// Which columns exported tables have, and in which sequence.
class ExportColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `chosen`: keys of `all`, in their sequence; none of them: all.
    ExportColumnsDialog(const QList<ExportColumn> &all, const QStringList &chosen, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Empty: all, as they come.
    void columnsChosen(const QStringList &keys);

private:
    void refresh();

    QStringList m_all;
    CheckList *m_list;
    QPushButton *m_apply;
};

} // namespace Elenco
