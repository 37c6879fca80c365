// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QStringList>

namespace Elenco {

/// Lines of a few columns to be read, with a sentence above them: what a figure counts.
class RowsDialog : public QDialog
{
    Q_OBJECT

public:
    RowsDialog(const QString &title, const QString &text, const QStringList &headers, const QList<QStringList> &lines,
               QWidget *parent);
};

} // namespace Elenco
