// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/inspector.h"

#include "models/contacts/contactselection.h"
#include "models/lists/sidebarmodel.h"
#include "ui/inspector/contactcard.h"
#include "ui/inspector/selectioncard.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace Elenco {

Inspector::Inspector(AddressBook &addressBook, ContactSelection &selection, SidebarModel &sidebar, QWidget *parent)
    : QScrollArea(parent),
      m_addressBook(addressBook),
      m_selection(selection),
      m_card(new ContactCard(sidebar)),
      m_several(new SelectionCard(sidebar)),
      m_nothing(new Label(tr("Select a contact to see it here."), TextSize::Body, Ink::Faint))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Inspector"));
    setFocusPolicy(Qt::NoFocus);
    static_cast<Label *>(m_nothing)->setWordWrap(true);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Window);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_card);
    layout->addWidget(m_several);
    layout->addWidget(m_nothing);
    layout->addStretch();
    setWidget(content);
    m_card->hide();
    m_several->hide();
    for (ContactPanel *panel : std::initializer_list<ContactPanel *>{m_card, m_several}) {
        connect(panel, &ContactPanel::tagAdded, this, [this](const QString &tag) { Q_EMIT tagsAdded({tag}); });
        connect(panel, &ContactPanel::tagRemoved, this, &Inspector::tagRemoved);
        connect(panel, &ContactPanel::listAdded, this, &Inspector::listAdded);
        connect(panel, &ContactPanel::listRemoved, this, &Inspector::listRemoved);
        connect(panel, &ContactPanel::newListRequested, this, &Inspector::newListRequested);
    }
    connect(&selection, &ContactSelection::contactsChanged, this, &Inspector::refresh);
    connect(&addressBook, &AddressBook::changed, this, [this](const BookChange &change) {
        if (change.isAbout(m_shown) || change.isAboutLists)
            readAgain();
        if (change.isAboutContacts())
            refreshTags();
    });
    refreshTags();
}

Inspector::~Inspector() = default;

void Inspector::startAddingTag()
{
    if (m_card->isVisible())
        m_card->startAddingTag();
    else if (m_several->isVisible())
        m_several->startAddingTag();
}

void Inspector::setAccount(const std::optional<Capabilities> &account, bool hasFailed)
{
    m_card->setAccount(account, hasFailed);
}

void Inspector::readAgain()
{
    m_shown = {};
    refresh();
}

void Inspector::refresh()
{
    const qint64 count = m_selection.count();
    m_several->setVisible(count > 1);
    m_nothing->setVisible(count == 0);
    if (count != 1) {
        m_card->hide();
        m_shown = {};
        m_details = {};
        m_remote = {};
        m_several->setCount(count);
        Q_EMIT opened({});
        return;
    }
    const ContactId id = m_selection.ids().front();
    if (id == m_shown)
        return;
    m_shown = id;
    Q_EMIT opened(id);
    m_remote = {};
    // What is shown stays until the answer is there: going through contacts with the arrow keys does not flicker.
    m_details = m_addressBook.contacts().details(this, id);
    m_details.then([this](const Result<ContactDetails> &details) {
        if (details) {
            showDetails(*details);
        } else if (details.error().kind != ErrorKind::NotFound) {
            Q_EMIT failed(details.error());
        }
    });
}

void Inspector::showDetails(const ContactDetails &details)
{
    m_remote = m_addressBook.outbox().remoteView(this, details.contact.id);
    m_remote.then([this, details](const Result<RemoteView> &view) {
        m_card->setDetails(details, view ? *view : RemoteView());
        m_card->show();
    });
}

void Inspector::refreshTags()
{
    m_tags = m_addressBook.contacts().tagNames(this);
    m_tags.then([this](const Result<QStringList> &tags) {
        if (tags) {
            m_card->setKnownTags(*tags);
            m_several->setKnownTags(*tags);
        }
    });
}

} // namespace Elenco
