// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "addressbook/addressbook.h"

#include <QPointer>

#include <optional>

namespace Elenco {

class ContactCommands;
class ContactEditor;
class StatusLine;

/// What stands in an open editor: of whom, and by field as it was typed.
struct UnsavedContact {
    ContactId id; ///< not valid: a new one
    ListId list;
    ContactState typed;
};

/// Contacts that are made and edited one at a time in their editor: reads what it shows, keeps what was typed and not
/// saved, hands over what was.
class ContactEditing : public QObject
{
    Q_OBJECT

public:
    ContactEditing(AddressBook &addressBook, ContactCommands &commands, StatusLine &status, NumberJudge judge,
                   QWidget *window);

    /// The new contact joins `list`, if it is one.
    void newContact(ListId list);
    void edit(ContactId id);

    /// What would go with the window now; nothing when no editor is open.
    std::optional<UnsavedContact> unsaved() const;
    /// Opens the editor with it, in the window that has taken this one's place.
    void takeUp(const UnsavedContact &unsaved);

Q_SIGNALS:
    void created(Elenco::ContactId id);
    void failed(const QString &title, const Elenco::Error &error);

private:
    /// With `typed`, which could not be saved, in its fields.
    /// `opened` is called when the editor stands there.
    void openEditor(const Contact &contact, ListId list, const ContactState &typed = {},
                    std::function<void()> opened = {});
    void lookUp(const QString &number, ContactId own, ContactEditor *editor);
    void save(const Contact &contact, ListId list, const ContactState &changes, const ContactState &typed);

    AddressBook &m_addressBook;
    ContactCommands &m_commands;
    StatusLine &m_status;
    const NumberJudge m_judge;
    QWidget *m_window;
    Task<std::vector<Contact>> m_reading;
    Task<QList<CustomField>> m_fields;
    Task<ContactState> m_draft;
    Task<std::vector<Contact>> m_owners;
    QPointer<ContactEditor> m_editor;
    UnsavedContact m_edited; ///< whom it is about
    Command<ContactId> m_creating;
    Command<void> m_keeping;
};

} // namespace Elenco
