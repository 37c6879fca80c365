// SPDX-License-Identifier: Apache-2.0
#include "ui/window/contactediting.h"

#include "ui/contacts/contacteditor.h"
#include "ui/window/contactcommands.h"
#include "ui/window/statusline.h"

namespace Elenco {

namespace {

// What the contact is called once it has these values.
QString nameWith(const Contact &contact, const ContactState &changes)
{
    Contact renamed = contact;
    for (const FieldInfo &info : fieldTable()) {
        if (const auto change = changes.find(info.key); change != changes.end())
            renamed.*info.member = QString::fromStdString(change->second);
    }
    return renamed.fullName().isEmpty() ? renamed.phoneNumber : renamed.fullName();
}

} // namespace

ContactEditing::ContactEditing(AddressBook &addressBook, ContactCommands &commands, StatusLine &status,
                               NumberJudge judge, QWidget *window)
    : QObject(window),
      m_addressBook(addressBook),
      m_commands(commands),
      m_status(status),
      m_judge(std::move(judge)),
      m_window(window)
{
}

void ContactEditing::newContact(ListId list)
{
    openEditor({}, list);
}

void ContactEditing::edit(ContactId id)
{
    m_reading = m_addressBook.contacts(this, {id});
    m_reading.then([this](const Result<std::vector<Contact>> &contacts) {
        if (!contacts)
            Q_EMIT failed(tr("The contact could not be read."), contacts.error());
        else if (!contacts->empty() && contacts->front().id.isValid()) // not deleted meanwhile
            openEditor(contacts->front(), {});
    });
}

void ContactEditing::openEditor(const Contact &contact, ListId list)
{
    m_fields = m_addressBook.customFields(this);
    m_fields.then([this, contact, list](const Result<QList<CustomField>> &fields) {
        if (!fields)
            return Q_EMIT failed(tr("The contact could not be read."), fields.error());
        m_draft = m_addressBook.contactDraft(this, contact.id);
        m_draft.then([this, contact, list, fields = *fields](const Result<ContactState> &draft) {
            auto *editor = new ContactEditor(contact, fields, m_judge, m_window);
            connect(editor, &ContactEditor::saved, this,
                    [this, contact, list](const ContactState &changes) { save(contact, list, changes); });
            connect(editor, &ContactEditor::draftChanged, this, [this, id = contact.id](const ContactState &typed) {
                m_addressBook.keepContactDraft(this, id, typed);
            });
            if (draft)
                editor->offerDraft(*draft);
            editor->open();
        });
    });
}

void ContactEditing::save(const Contact &contact, ListId list, const ContactState &changes)
{
    const auto keepDraft = [this, id = contact.id](const ContactState &typed) {
        m_addressBook.keepContactDraft(this, id, typed);
    };
    keepDraft({});
    if (changes.empty())
        return;
    const QString name = nameWith(contact, changes);
    const auto keepForNextTime = [keepDraft, changes] { keepDraft(changes); };
    if (contact.id.isValid())
        return m_commands.follow(
            m_addressBook.editContact(this, contact.id, name, changes, m_judge), tr("Saving %1").arg(name),
            [name](const QString &) { return tr("%1 saved.").arg(name); }, tr("The contact could not be saved."),
            keepForNextTime);
    m_creating = m_addressBook.createContact(this, changes, m_judge, list);
    m_creating.then([this, name, keepForNextTime](const Result<ContactId> &made) {
        if (!made) {
            keepForNextTime();
            return Q_EMIT failed(tr("The contact could not be created."), made.error());
        }
        m_status.showMessage(tr("%1 created.").arg(name));
        Q_EMIT created(*made);
    });
}

} // namespace Elenco
