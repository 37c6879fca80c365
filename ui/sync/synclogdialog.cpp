// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/synclogdialog.h"

#include "ui/sync/logwords.h"
#include "ui/sync/syncwords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Elenco {

namespace {

constexpr int mostLines = 1000;

QTreeWidget *makeTree(const QStringList &headers, const QString &name)
{
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels(headers);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->setAccessibleName(name);
    tree->header()->setStretchLastSection(false);
    return tree;
}

QString momentText(const QDateTime &when)
{
    return QLocale().toString(when.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

SyncLogDialog::SyncLogDialog(AddressBook &addressBook, ReplacedValues &replaced, QWidget *parent)
    : QDialog(parent),
      m_addressBook(addressBook),
      m_values(replaced),
      m_log(makeTree({tr("When"), tr("What")}, tr("Sync log"))),
      m_replacedBox(new QWidget),
      m_replaced(makeTree({tr("Contact"), tr("Field"), tr("Yours"), tr("Theirs"), tr("When")},
                          tr("Changed by somebody else"))),
      m_restore(new QPushButton(tr("Put mine back"))),
      m_dismiss(new QPushButton(tr("Agree"))),
      m_dismissAll(new QPushButton(tr("Agree to all")))
{
    setWindowTitle(tr("Sync log"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(780, 520);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(new Label(tr("Sync log"), TextSize::Title));
    m_log->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_log->header()->resizeSection(0, 150);
    layout->addWidget(m_log, 3);
    auto *box = new QVBoxLayout(m_replacedBox);
    box->setContentsMargins(0, 8, 0, 0);
    box->setSpacing(8);
    box->addWidget(new Label(tr("Changed by somebody else"), TextSize::Heading));
    auto *hint = new Label(tr("Values that you had sent and that were replaced on the gateway since."), TextSize::Body,
                           Ink::Muted);
    hint->setWordWrap(true);
    box->addWidget(hint);
    m_replaced->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column : {1, 2, 3, 4})
        m_replaced->header()->resizeSection(column, column == 1 ? 110 : 140);
    box->addWidget(m_replaced, 1);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_restore);
    choices->addWidget(m_dismiss);
    choices->addStretch();
    choices->addWidget(m_dismissAll);
    box->addLayout(choices);
    layout->addWidget(m_replacedBox, 2);
    m_replacedBox->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *close = new QPushButton(tr("Close"));
    buttons->addWidget(close);
    layout->addLayout(buttons);
    for (QPushButton *button : {m_restore, m_dismiss, m_dismissAll})
        button->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const ReplacedEntry *entry = current())
            m_values.restore(*entry);
    });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        if (const ReplacedEntry *entry = current())
            m_values.agree(*entry);
    });
    connect(m_dismissAll, &QPushButton::clicked, &m_values, &ReplacedValues::agreeToAll);
    connect(m_replaced, &QTreeWidget::currentItemChanged, this, &SyncLogDialog::showButtons);
    connect(&addressBook, &AddressBook::changed, this, &SyncLogDialog::refresh);
    connect(&m_values, &ReplacedValues::changed, this, &SyncLogDialog::fillReplaced);
    fillReplaced();
    refresh();
}

void SyncLogDialog::refresh()
{
    m_reading = m_addressBook.outbox().log(this, mostLines);
    m_reading.then([this](const Result<QList<SyncLogEntry>> &entries) {
        if (entries)
            fillLog(*entries);
        else
            Q_EMIT failed(tr("The sync log could not be read."), entries.error());
    });
}

void SyncLogDialog::fillLog(const QList<SyncLogEntry> &entries)
{
    m_log->clear();
    const QColor bad = tokens(palette()).bad;
    for (const SyncLogEntry &entry : entries) {
        auto *item = new QTreeWidgetItem(m_log, {momentText(entry.when), logText(entry)});
        item->setToolTip(1, logText(entry));
        if ((entry.event == SyncEvent::Interrupted && !isStoppedByHand(entry)) || entry.event == SyncEvent::RowBlocked)
            item->setForeground(1, bad);
    }
    m_log->resizeColumnToContents(0);
}

void SyncLogDialog::fillReplaced()
{
    const int row = std::max(0, m_replaced->indexOfTopLevelItem(m_replaced->currentItem()));
    const QList<ReplacedEntry> &entries = m_values.entries();
    m_replaced->clear();
    for (const ReplacedEntry &entry : entries) {
        auto *item =
            new QTreeWidgetItem(m_replaced, {entry.name, stateLabel(entry.field), stateText(entry.field, entry.mine),
                                             stateText(entry.field, entry.theirs), momentText(entry.when)});
        if (entry.isLoud) {
            for (int column = 0; column < 5; ++column)
                item->setForeground(column, tokens(palette()).warn);
        }
    }
    m_replaced->setCurrentItem(m_replaced->topLevelItem(std::min<int>(row, int(entries.size()) - 1)));
    m_replacedBox->setVisible(!entries.isEmpty());
    showButtons();
}

const ReplacedEntry *SyncLogDialog::current() const
{
    const int row = m_replaced->indexOfTopLevelItem(m_replaced->currentItem());
    return row >= 0 && row < m_values.entries().size() ? &m_values.entries()[row] : nullptr;
}

void SyncLogDialog::showButtons()
{
    for (QPushButton *button : {m_restore, m_dismiss, m_dismissAll})
        button->setEnabled(current() && !m_values.isBusy());
}

} // namespace Elenco
