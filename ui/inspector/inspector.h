// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "gateway/json/capabilities.h"
#include "store/sync/remoteview.h"

#include <QScrollArea>

namespace Elenco {

class ContactCard;
class ContactSelection;
class SelectionCard;
class SidebarModel;

/// The right of the window: everything about the selected contact, or what several have to offer.
class Inspector : public QScrollArea
{
    Q_OBJECT

public:
    Inspector(AddressBook &addressBook, ContactSelection &selection, SidebarModel &sidebar, QWidget *parent = nullptr);
    ~Inspector() override;

    /// What the account in use does with fields; nullopt: there is none. `hasFailed`: the contact that is shown could
    /// not be read from it just now.
    void setAccount(const std::optional<Capabilities> &account, bool hasFailed);
    /// Reads the contact that is shown again.
    void readAgain();

    /// The line for a new tag of whatever is selected.
    void startAddingTag();

    QSize sizeHint() const override { return {288, 400}; }
    QSize minimumSizeHint() const override { return {220, 100}; }

Q_SIGNALS:
    /// This contact is shown now; one without an id: none is.
    void opened(Elenco::ContactId id);
    void tagsAdded(const QStringList &tags);
    void tagRemoved(const QString &tag);
    void listAdded(const Elenco::ContactList &list);
    void listRemoved(const Elenco::ContactList &list);
    void newListRequested();
    void failed(const Elenco::Error &error);

private:
    void refresh();
    void showDetails(const ContactDetails &details);
    void refreshTags();

    AddressBook &m_addressBook;
    ContactSelection &m_selection;
    ContactCard *m_card;
    SelectionCard *m_several;
    QWidget *m_nothing;
    ContactId m_shown;
    Task<ContactDetails> m_details;
    Task<RemoteView> m_remote;
    Task<QStringList> m_tags;
};

} // namespace Elenco
