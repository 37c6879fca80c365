// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/records/remotelist.h"
#include "addressbook/addressbook.h"
#include "models/sync/trashcontents.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace Elenco {

class Label;

/// What somebody deleted on the gateway, and what of it can be brought back: contacts as they were here, and lists,
/// which come back without members.
class TrashDialog : public QDialog
{
    Q_OBJECT

public:
    TrashDialog(AddressBook &addressBook, QWidget *parent);

    /// The lists that the gateway shows as deleted; those of a name that is here are left out.
    void setDeletedLists(const QList<RemoteList> &lists);

Q_SIGNALS:
    void restored(const QString &what);
    void failed(const QString &title, const Elenco::Error &error);

private:
    void build();
    void showContacts();
    void showLists();
    void follow();
    void restoreContacts();
    void createList();

    AddressBook &m_addressBook;
    TrashContents m_contents;
    Label *m_hint;
    QTreeWidget *m_contacts;
    QWidget *m_listBox;
    QTreeWidget *m_lists;
    QPushButton *m_restore;
    QPushButton *m_create;
    QList<RemoteList> m_deleted;
    Task<Overview> m_here;
    Command<ChangeSetId> m_creating;
};

} // namespace Elenco
