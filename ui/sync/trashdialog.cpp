// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/trashdialog.h"

#include "phone/phonedisplay.h"
#include "ui/theme/elencostyle.h"
#include "ui/widgets/label.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Elenco {

namespace {

QTreeWidget *makeTrashTree(const QStringList &headers, const QString &name, QAbstractItemView::SelectionMode mode)
{
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels(headers);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->setSelectionMode(mode);
    tree->setAccessibleName(name);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    return tree;
}

} // namespace

TrashDialog::TrashDialog(AddressBook &addressBook, QWidget *parent)
    : QDialog(parent),
      m_addressBook(addressBook),
      m_contents(addressBook.outbox()),
      m_hint(new Label({}, TextSize::Body, Ink::Muted)),
      m_contacts(makeTrashTree({tr("Name"), tr("Number or address"), tr("Gone since")}, tr("Contacts in the trash"),
                          QAbstractItemView::ExtendedSelection)),
      m_listBox(new QWidget),
      m_lists(makeTrashTree({tr("List"), tr("Contacts")}, tr("Lists deleted on the gateway"),
                       QAbstractItemView::SingleSelection)),
      m_restore(new QPushButton(tr("Bring back"))),
      m_create(new QPushButton(tr("Create again")))
{
    setWindowTitle(tr("Trash"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(680, 480);
    build();
    connect(&m_contents, &TrashContents::changed, this, &TrashDialog::showContacts);
    connect(&m_contents, &TrashContents::failed, this,
            [this](const Error &error) { Q_EMIT failed(tr("The trash could not be changed."), error); });
    connect(&m_contents, &TrashContents::restored, this,
            [this](qint64 count) { Q_EMIT restored(contactCount(count)); });
    connect(&addressBook, &AddressBook::changed, this, &TrashDialog::showLists);
    connect(m_restore, &QPushButton::clicked, this, &TrashDialog::restoreContacts);
    connect(m_create, &QPushButton::clicked, this, &TrashDialog::createList);
    for (QTreeWidget *tree : {m_contacts, m_lists})
        connect(tree, &QTreeWidget::itemSelectionChanged, this, &TrashDialog::follow);
    showContacts();
}

void TrashDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(new Label(tr("Deleted on the gateway"), TextSize::Title));
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    m_contacts->header()->resizeSection(1, 190);
    m_contacts->header()->resizeSection(2, 130);
    layout->addWidget(m_contacts, 3);
    auto *box = new QVBoxLayout(m_listBox);
    box->setContentsMargins(0, 4, 0, 0);
    box->setSpacing(8);
    auto *hint = new Label(tr("Lists deleted there. Created again, a list has no members at first."), TextSize::Body,
                           Ink::Muted);
    hint->setWordWrap(true);
    box->addWidget(hint);
    box->addWidget(m_lists, 1);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_create);
    choices->addStretch();
    box->addLayout(choices);
    layout->addWidget(m_listBox, 2);
    m_listBox->hide();
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("Close"));
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_restore);
    layout->addLayout(buttons);
    setButtonKind(m_restore, ButtonKind::Primary);
    m_create->setAutoDefault(false);
    close->setAutoDefault(false);
    m_restore->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void TrashDialog::showContacts()
{
    const QList<TrashedContact> &contacts = m_contents.contacts();
    m_contacts->clear();
    for (const TrashedContact &contact : contacts) {
        auto *item = new QTreeWidgetItem(
            m_contacts,
            {contact.name.isEmpty() ? tr("No name") : contact.name,
             contact.number.startsWith(u'+') ? displayPhone(contact.number) : contact.number, whenText(contact.when)});
        item->setData(0, Qt::UserRole, contact.id.value);
    }
    m_contacts->setCurrentItem(m_contacts->topLevelItem(0));
    m_hint->setText(contacts.isEmpty()
                        ? tr("Nobody is here. Contacts that somebody deletes on the gateway rest here for 30 days.")
                        : tr("They left the address book because somebody deleted them there. Brought back, they are "
                             "here as they were, and are sent as new contacts."));
    m_restore->setVisible(!contacts.isEmpty());
    follow();
}

void TrashDialog::setDeletedLists(const QList<RemoteList> &lists)
{
    m_deleted = lists;
    showLists();
}

void TrashDialog::showLists()
{
    m_here = m_addressBook.lists().overview(this);
    m_here.then([this](const Result<Overview> &overview) {
        QSet<QString> here;
        if (overview) {
            for (const ContactList &list : overview->lists)
                here.insert(list.name);
        }
        m_lists->clear();
        for (const RemoteList &list : std::as_const(m_deleted)) {
            if (!here.contains(list.name))
                new QTreeWidgetItem(m_lists,
                                    {list.name, list.contactCount ? numberText(*list.contactCount) : QString()});
        }
        m_listBox->setVisible(m_lists->topLevelItemCount() > 0);
        m_lists->setCurrentItem(m_lists->topLevelItem(0));
        follow();
    });
}

void TrashDialog::follow()
{
    m_restore->setEnabled(!m_contacts->selectedItems().isEmpty() && !m_contents.isBusy());
    m_create->setEnabled(m_lists->currentItem() && !m_creating.isRunning());
}

void TrashDialog::restoreContacts()
{
    std::vector<ContactId> ids;
    for (const QTreeWidgetItem *item : m_contacts->selectedItems())
        ids.emplace_back(item->data(0, Qt::UserRole).toLongLong());
    m_contents.restore(ids);
}

void TrashDialog::createList()
{
    const QString name = m_lists->currentItem()->text(0);
    m_creating = m_addressBook.lists().create(this, name);
    m_creating.then([this, name](const Result<ChangeSetId> &created) {
        if (created)
            Q_EMIT restored(name);
        else
            Q_EMIT failed(tr("The list could not be created."), created.error());
        follow();
    });
    follow();
}

} // namespace Elenco
