// SPDX-License-Identifier: Apache-2.0
#include "ui/import/newfielddialog.h"

#include "ui/import/fieldcatalog.h"
#include "ui/theme/elencostyle.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Elenco {

NewFieldDialog::NewFieldDialog(const QString &name, ValueKind kind, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(name)), m_kind(new QComboBox)
{
    setWindowTitle(tr("New custom field"));
    setAttribute(Qt::WA_DeleteOnClose);
    for (ValueKind each : {ValueKind::Text, ValueKind::Number, ValueKind::Date, ValueKind::Bool})
        m_kind->addItem(valueKindText(each), static_cast<int>(each));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
    m_name->selectAll();
    m_name->setMinimumWidth(260);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Kind"), m_kind);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *create = buttons->addButton(tr("Create field"), QDialogButtonBox::AcceptRole);
    setButtonKind(create, ButtonKind::Primary);
    create->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(16);
    layout->addLayout(form);
    layout->addWidget(buttons);
    const auto check = [this, create] { create->setEnabled(!m_name->text().simplified().isEmpty()); };
    connect(m_name, &QLineEdit::textChanged, this, check);
    check();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        Q_EMIT fieldMade(
            ColumnTarget::custom(m_name->text().simplified(), static_cast<ValueKind>(m_kind->currentData().toInt())));
    });
}

} // namespace Elenco
