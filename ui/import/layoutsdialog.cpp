// SPDX-License-Identifier: Apache-2.0
#include "ui/import/layoutsdialog.h"

#include "importing/columnmapping.h"
#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Elenco {

LayoutsDialog::LayoutsDialog(AddressBook &addressBook, QWidget *parent)
    : QDialog(parent),
      m_addressBook(addressBook),
      m_list(new QListWidget),
      m_columns(new Label),
      m_forget(new QPushButton(tr("&Forget")))
{
    setWindowTitle(tr("Remembered layouts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text =
        new Label(tr("Files with the headers of an earlier one are matched as that one was. What is forgotten is "
                     "guessed anew the next time."),
                  TextSize::Body, Ink::Muted);
    text->setWordWrap(true);
    m_list->setAccessibleName(windowTitle());
    m_columns->setWordWrap(true);
    m_columns->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *columns = new QScrollArea;
    columns->setWidget(m_columns);
    columns->setWidgetResizable(true);
    columns->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->addButton(m_forget, QDialogButtonBox::ActionRole);
    m_forget->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_list, 1);
    layout->addWidget(columns, 1);
    layout->addWidget(buttons);
    resize(620, 480);
    connect(m_list, &QListWidget::currentRowChanged, this, &LayoutsDialog::refresh);
    connect(m_forget, &QPushButton::clicked, this, &LayoutsDialog::toggle);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        if (!m_forgotten.isEmpty())
            m_addressBook.imports().forgetLayouts(&m_addressBook, m_forgotten.values());
    });
    m_asking = addressBook.imports().knownLayouts(this);
    m_asking.then([this](const Result<QList<KnownLayout>> &layouts) {
        if (layouts)
            fill(*layouts);
    });
    refresh();
}

void LayoutsDialog::fill(const QList<KnownLayout> &layouts)
{
    m_layouts = layouts;
    for (const KnownLayout &layout : layouts)
        m_list->addItem(tr("%1 · last used %2")
                            .arg(QString(layout.headers).replace(u'\n', QStringLiteral(", ")),
                                 QLocale().toString(layout.usedAt.toLocalTime(), QLocale::ShortFormat)));
    m_list->setCurrentRow(layouts.isEmpty() ? -1 : 0);
    refresh();
}

void LayoutsDialog::refresh()
{
    const int row = m_list->currentRow();
    m_forget->setEnabled(row >= 0);
    if (row < 0) {
        m_columns->setText(tr("None is remembered."));
        return;
    }
    const KnownLayout &layout = m_layouts[row];
    QStringList lines;
    for (const auto &[header, target] : layoutColumns(layout.mapping))
        lines.append(tr("%1 → %2", "a column, and its field").arg(header, target.label()));
    m_columns->setText(lines.join(u'\n'));
    const bool isForgotten = m_forgotten.contains(layout.headers);
    m_forget->setText(isForgotten ? tr("&Keep") : tr("&Forget"));
    QFont font = m_list->font();
    font.setStrikeOut(isForgotten);
    m_list->item(row)->setFont(font);
}

void LayoutsDialog::toggle()
{
    const QString &headers = m_layouts[m_list->currentRow()].headers;
    if (!m_forgotten.remove(headers))
        m_forgotten.insert(headers);
    refresh();
}

} // namespace Elenco
