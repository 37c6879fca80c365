// SPDX-License-Identifier: Apache-2.0
#include "ui/window/historydialog.h"

#include "ui/theme/elencostyle.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Elenco {

HistoryDialog::HistoryDialog(AddressBook &addressBook, QWidget *parent)
    : QDialog(parent),
      m_addressBook(addressBook),
      m_list(new QTreeWidget),
      m_undo(new QPushButton(tr("Undo this change")))
{
    setWindowTitle(tr("History"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 460);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(new Label(tr("History"), TextSize::Title));
    auto *hint =
        new Label(tr("Taking back a change leaves what was edited since as it is."), TextSize::Body, Ink::Muted);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    m_list->setHeaderLabels({tr("When"), tr("What"), tr("Contacts"), tr("State")});
    m_list->headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("History"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    for (int column : {0, 2, 3})
        m_list->header()->resizeSection(column, column == 0 ? 130 : column == 2 ? 90 : 190);
    layout->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addStretch();
    auto *close = new QPushButton(tr("Close"));
    buttons->addWidget(close);
    layout->addLayout(buttons);
    m_undo->setAutoDefault(false);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HistoryDialog::showButton);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const ChangeSet *change = currentChange())
            Q_EMIT undoRequested(*change);
    });
    connect(&addressBook, &AddressBook::changed, this, &HistoryDialog::refresh);
    showButton();
    refresh();
}

void HistoryDialog::refresh()
{
    m_task = m_addressBook.history().read(this, 1000);
    m_task.then([this](const Result<QList<ChangeSet>> &changes) {
        if (changes)
            fill(*changes);
        else
            Q_EMIT failed(tr("The history could not be read."), changes.error());
    });
    m_deliveryTask = m_addressBook.outbox().importDeliveries(this);
    m_deliveryTask.then([this](const Result<QHash<ImportId, ImportDelivery>> &deliveries) {
        if (deliveries && *deliveries != m_deliveries) {
            m_deliveries = *deliveries;
            fill(m_changes);
        }
    });
}

// Undone, or what the gateway has of an import by now.
QString HistoryDialog::stateText(const ChangeSet &change) const
{
    if (change.undoneBy.isValid())
        return tr("undone");
    const auto found = m_deliveries.find(change.import);
    if (change.kind != ChangeKind::Import || found == m_deliveries.end())
        return {};
    const qint64 sendable = found->contacts - found->drafts;
    QString text = found->there == sendable
                       ? tr("%1 on the gateway").arg(numberText(found->there))
                       : tr("%1 of %2 on the gateway").arg(numberText(found->there), numberText(sendable));
    if (found->refused > 0)
        text += tr(", %1 refused").arg(numberText(found->refused));
    if (found->drafts > 0)
        text += tr(", %1 without a number").arg(numberText(found->drafts));
    return text;
}

void HistoryDialog::fill(QList<ChangeSet> changes)
{
    const ChangeSet *current = currentChange();
    const ChangeSetId kept = current ? current->id : ChangeSetId();
    m_changes = std::move(changes);
    m_list->clear();
    for (const ChangeSet &change : std::as_const(m_changes)) {
        auto *item = new QTreeWidgetItem(
            m_list, {whenText(change.when), changeText(change), numberText(change.contacts), stateText(change)});
        item->setToolTip(3, stateText(change));
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(1, changeText(change));
        if (change.id == kept)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showButton();
}

const ChangeSet *HistoryDialog::currentChange() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_changes.size() ? &m_changes[row] : nullptr;
}

void HistoryDialog::showButton()
{
    const ChangeSet *change = currentChange();
    m_undo->setEnabled(change && !change->undoneBy.isValid());
    m_undo->setText(change && change->undoes.isValid() ? tr("Do it again") : tr("Undo this change"));
}

} // namespace Elenco
