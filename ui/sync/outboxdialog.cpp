// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/outboxdialog.h"

#include "ui/sync/syncwords.h"
#include "ui/theme/elencostyle.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace Elenco {

namespace {

constexpr int linesOfAKind = 500;

enum class Group { Contacts, Lists, Imports };

Group groupOf(OutboxEntry::Kind kind)
{
    using Kind = OutboxEntry::Kind;
    switch (kind) {
    case Kind::NewContact:
    case Kind::ChangedContact:
    case Kind::DeletedContact: return Group::Contacts;
    case Kind::NewContacts: return Group::Imports;
    case Kind::NewList:
    case Kind::ChangedList:
    case Kind::DeletedList:
    case Kind::Joining:
    case Kind::Leaving: return Group::Lists;
    }
    Q_UNREACHABLE();
}

bool isSameLine(const OutboxEntry &a, const OutboxEntry &b)
{
    return a.kind == b.kind && a.contact == b.contact && a.list == b.list && a.import == b.import;
}

} // namespace

OutboxDialog::OutboxDialog(AddressBook &addressBook, NumberJudge judge, QWidget *parent)
    : QDialog(parent),
      m_addressBook(addressBook),
      m_judge(std::move(judge)),
      m_title(new Label({}, TextSize::Title)),
      m_hint(new Label({}, TextSize::Body, Ink::Muted)),
      m_tree(new QTreeWidget),
      m_more(new Label({}, TextSize::Small, Ink::Muted)),
      m_discard(new QPushButton(tr("Take back"))),
      m_send(new QPushButton(tr("Send now")))
{
    setWindowTitle(tr("Waiting changes"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(820, 480);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    m_tree->setHeaderLabels({tr("What"), tr("State")});
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setAccessibleName(tr("Waiting changes"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->resizeSection(1, 250);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_more);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_discard);
    buttons->addStretch();
    auto *close = new QPushButton(tr("Close"));
    buttons->addWidget(close);
    buttons->addWidget(m_send);
    layout->addLayout(buttons);
    setButtonKind(m_send, ButtonKind::Primary);
    m_discard->setAutoDefault(false);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_discard, &QPushButton::clicked, this, [this] { discard(chosen()); });
    connect(m_send, &QPushButton::clicked, this, &OutboxDialog::sendRequested);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &OutboxDialog::showButtons);
    connect(&addressBook, &AddressBook::changed, this, &OutboxDialog::refresh);
    fill({});
    refresh();
}

void OutboxDialog::setCanSend(bool canSend)
{
    m_canSend = canSend;
    showButtons();
}

void OutboxDialog::refresh()
{
    m_reading = m_addressBook.outbox().entries(this, linesOfAKind);
    m_reading.then([this](const Result<QList<OutboxEntry>> &entries) {
        if (entries)
            fill(*entries);
        else
            Q_EMIT failed(tr("The waiting changes could not be read."), entries.error());
    });
    m_counting = m_addressBook.outbox().unsentCounts(this);
    m_counting.then([this](const Result<UnsentCounts> &counts) {
        if (!counts)
            return;
        const qint64 total = counts->total();
        m_title->setText(total == 0   ? tr("Nothing waits to be sent")
                         : total == 1 ? tr("1 change waits to be sent")
                                      : tr("%1 changes wait to be sent").arg(numberText(total)));
        m_hint->setText(counts->waiting > 0 && counts->waiting == total
                            ? tr("Saved on this computer. They are sent by themselves as soon as the subscription has "
                                 "room again.")
                            : tr("Saved on this computer and sent by themselves as soon as the gateway can be "
                                 "reached."));
        m_more->setText(counts->drafts == 0
                            ? QString()
                            : tr("%1 without a valid number stay on this computer: the gateway knows people by number.")
                                  .arg(contactCount(counts->drafts)));
        m_more->setVisible(counts->drafts > 0);
    });
}

void OutboxDialog::fill(const QList<OutboxEntry> &entries)
{
    // What was selected stays so; a line that is the same one has other numbers at most.
    const QList<QTreeWidgetItem *> selected = m_tree->selectedItems();
    QList<OutboxEntry> chosen;
    for (const QTreeWidgetItem *item : selected) {
        if (item->parent())
            chosen.append(m_entries[item->data(0, Qt::UserRole).toLongLong()]);
    }
    m_entries = entries;
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    const QColor bad = tokens(palette()).bad, muted = tokens(palette()).muted;
    std::map<Group, QTreeWidgetItem *> groups;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const OutboxEntry &entry = entries[i];
        const Group group = groupOf(entry.kind);
        QTreeWidgetItem *&parent = groups[group];
        if (!parent) {
            parent = new QTreeWidgetItem(m_tree, {group == Group::Contacts ? tr("Contacts")
                                                  : group == Group::Lists  ? tr("Lists")
                                                                           : tr("Imports")});
            parent->setFlags(Qt::ItemIsEnabled);
            parent->setExpanded(true);
        }
        auto *item = new QTreeWidgetItem(parent, {outboxText(entry), outboxReason(entry)});
        item->setData(0, Qt::UserRole, i);
        item->setToolTip(0, outboxText(entry));
        item->setToolTip(1, outboxReason(entry));
        item->setForeground(1, entry.send >= SendState::Blocked ? bad : muted);
    }
    QTreeWidgetItem *current = nullptr;
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item) {
        if (!(*item)->parent())
            continue;
        const OutboxEntry &entry = m_entries[(*item)->data(0, Qt::UserRole).toLongLong()];
        const bool isChosen = std::any_of(chosen.begin(), chosen.end(),
                                          [&](const OutboxEntry &other) { return isSameLine(entry, other); });
        if (isChosen && !current) {
            current = *item;
            m_tree->setCurrentItem(current);
        }
        (*item)->setSelected(isChosen);
    }
    if (!current && !groups.empty() && groups.begin()->second->childCount() > 0)
        m_tree->setCurrentItem(groups.begin()->second->child(0));
    showButtons();
}

QList<OutboxEntry> OutboxDialog::chosen() const
{
    QList<OutboxEntry> entries;
    const QList<QTreeWidgetItem *> items = m_tree->selectedItems();
    for (const QTreeWidgetItem *item : items) {
        if (!item->parent())
            continue;
        const OutboxEntry &entry = m_entries[item->data(0, Qt::UserRole).toLongLong()];
        if (!entry.isTakenBack())
            entries.append(entry);
    }
    return entries;
}

void OutboxDialog::showButtons()
{
    m_discard->setEnabled(!chosen().isEmpty() && !isDiscarding());
    m_send->setEnabled(m_canSend && !m_entries.isEmpty());
}

bool OutboxDialog::isDiscarding() const
{
    return std::any_of(m_discarding.begin(), m_discarding.end(),
                       [](const Command<ChangeSetId> &each) { return each.isRunning(); });
}

// Each line is a change of its own, so each can be undone for itself. All are handed over at once: they happen also
// when this dialog is closed meanwhile.
void OutboxDialog::discard(const QList<OutboxEntry> &entries)
{
    m_discarding.clear();
    for (const OutboxEntry &entry : entries) {
        Command<ChangeSetId> &discarding = m_discarding.emplace_back(m_addressBook.outbox().discard(this, entry, m_judge));
        discarding.then([this, entry](const Result<ChangeSetId> &done) {
            if (!done)
                Q_EMIT failed(tr("This could not be taken back."), done.error());
            else if (done->isValid())
                Q_EMIT discarded(outboxText(entry));
            showButtons();
        });
    }
    showButtons();
}

} // namespace Elenco
