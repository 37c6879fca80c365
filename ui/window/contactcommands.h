// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"
#include "exporting/contactexport.h"
#include "models/contactcolumns.h"

#include <functional>
#include <map>

class QMenu;

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
                    NumberJudge judge, QWidget *window);

    void newContact();
    /// The one that is selected.
    void editContact();
    /// Asks first where it is more than one.
    void deleteContacts();

    void addTags(const QStringList &tags);
    void removeTag(const QString &tag);
    void addToList(const QString &list);
    void removeFromList(const QString &list);
    /// Asks for a name; `withSelection` puts the selected contacts into it.
    void newList(bool withSelection);
    /// Asks for the new name.
    void renameList(const ContactList &list);
    /// Asks first; its contacts stay.
    void deleteList(const ContactList &list);
    /// Puts the selected contacts on the clipboard as a spreadsheet takes them: a line each, tabs between the columns.
    void copy(const QList<ContactColumn> &columns);
    /// Asks where to, and writes the contacts of `query`.
    /// Offers the files that the selected contacts can be written to; those of `query`, `shown` of them, when none are.
    void fillExportMenu(QMenu &menu, const ContactQuery &query, qint64 shown, const QString &name);
    void exportContacts(const ExportRequest &wanted, const QString &name);

    /// What a change set did, for the status line; gets "12 contacts": how many it really changed.
    using Words = std::function<QString(const QString &count)>;
    /// Says so in the status line, or that there was nothing to change.
    void report(ChangeSetId id, Words words);

Q_SIGNALS:
    void failed(const QString &title, const Elenco::Error &error);

private:
    using Change = Task<ChangeSetId>;
    void run(Change task, const QString &running, Words done, const QString &failure);
    void openEditor(const Contact &contact);
    void save(const Contact &contact, const ContactState &changes);
    void write(const ExportRequest &request, const QString &path);

    AddressBook &m_addressBook;
    ContactSelection &m_selection;
    Prompts &m_prompts;
    StatusLine &m_status;
    const NumberJudge m_judge;
    QWidget *m_window;
    std::map<int, Change> m_changes; ///< by the status line's number
    std::map<int, Task<qint64>> m_exports;
    Task<QList<ChangeSet>> m_report;
    Task<std::vector<Contact>> m_copy;
    Task<std::vector<Contact>> m_editing;
    Task<QList<CustomField>> m_fields;
    Task<ContactId> m_creating;
};

} // namespace Elenco
