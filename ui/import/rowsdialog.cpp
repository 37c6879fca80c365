// SPDX-License-Identifier: Apache-2.0
#include "ui/import/rowsdialog.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
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
    auto *table = new QTableView;
    table->setModel(model);
    table->setItemDelegate(new BadgeDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(Metric::tableRow);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAccessibleName(title);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setDefaultSectionSize(190);
    header->setStretchLastSection(true);
    header->resizeSection(0, 70); // the number of a row
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
