// SPDX-License-Identifier: Apache-2.0
#include "ui/import/rowsdialog.h"

#include "ui/import/rowtable.h"
#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace Elenco {

RowsDialog::RowsDialog(const QString &title, const QString &text, const QStringList &headers,
                       const QList<QStringList> &lines, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *model = new QStandardItemModel(static_cast<int>(lines.size()), static_cast<int>(headers.size()), this);
    model->setHorizontalHeaderLabels(headers);
    for (int row = 0; row < lines.size(); ++row) {
        for (int column = 0; column < lines[row].size(); ++column)
            model->setItem(row, column, new QStandardItem(lines[row][column]));
    }
    auto *table = new RowTable(title);
    table->setModel(model);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->horizontalHeader()->setDefaultSectionSize(190);
    table->setWidths({70}); // the number of a row
    auto *sentence = new Label(text, TextSize::Body, Ink::Muted);
    sentence->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(sentence);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resize(820, 480);
}

} // namespace Elenco
