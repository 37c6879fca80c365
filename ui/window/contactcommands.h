// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "models/contacts/contactcolumns.h"

#include <functional>
#include <map>

namespace Elenco {

class ContactSelection;
class Prompts;
class StatusLine;

/// What can be done with the selected contacts: each is one change set, says in the status line what it did, and can
/// be cancelled while it runs.
class ContactCommands : public QObject
{
    Q_OBJECT

public:
    ContactCommands(AddressBook &addressBook, ContactSelection &selection, Prompts &prompts, StatusLine &status,
                    QWidget *window);

    /// Asks first where it is more than one.
    void deleteContacts();

    void addTags(const QStringList &tags);
    void removeTag(const QString &tag);
    void addToList(const ContactList &list);
    void addToList(const std::vector<ContactId> &ids, const ContactList &list);
    void removeFromList(const ContactList &list);
    /// Asks for a name; `withSelection` puts the selected contacts into it.
    void newList(bool withSelection);
    /// Asks for the new name.
    void renameList(const ContactList &list);
    /// Asks first; its contacts stay.
    void deleteList(const ContactList &list);
    /// Puts the selected contacts on the clipboard as a spreadsheet takes them: a line each, tabs between the columns.
    void copy(const QList<ContactColumn> &columns);

    /// What a change set did, for the status line; gets "12 contacts": how many it really changed.
    using Words = std::function<QString(const QString &count)>;
    using Change = Command<ChangeSetId>;
    /// Follows a change that was handed over: its progress and its end are in the status line, where it can be stopped.
    /// `otherwise` is called when it failed or was stopped; true: the person has been told.
    void follow(Change change, const QString &running, Words done, const QString &failure,
                std::function<bool(const Error &)> otherwise = {});

Q_SIGNALS:
    void failed(const QString &title, const Elenco::Error &error);

private:
    void report(ChangeSetId id, Words words);
    void nameNewList(const std::vector<ContactId> &members, const QString &label, const QString &suggested);
    void nameList(const ContactList &list, const QString &label, const QString &suggested);

    AddressBook &m_addressBook;
    ContactSelection &m_selection;
    Prompts &m_prompts;
    StatusLine &m_status;
    QWidget *m_window;
    std::map<int, Change> m_changes; ///< by the status line's number
    Task<QList<ChangeSet>> m_report;
    Task<std::vector<Contact>> m_copy;
};

} // namespace Elenco
