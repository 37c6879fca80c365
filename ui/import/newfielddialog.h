// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importing/columnmapping.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace Elenco {

/// Asks for the name and the kind of a custom field.
class NewFieldDialog : public QDialog
{
    Q_OBJECT

public:
    NewFieldDialog(const QString &name, ValueKind kind, QWidget *parent);

Q_SIGNALS:
    void fieldMade(const Elenco::ColumnTarget &target);

private:
    QLineEdit *m_name;
    QComboBox *m_kind;
};

} // namespace Elenco
