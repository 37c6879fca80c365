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
    return renamed.displayName();
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
    m_reading = m_addressBook.contacts().read(this, {id});
    m_reading.then([this](const Result<std::vector<Contact>> &contacts) {
        if (!contacts)
            Q_EMIT failed(tr("The contact could not be read."), contacts.error());
        else if (!contacts->empty() && contacts->front().id.isValid()) // not deleted meanwhile
            openEditor(contacts->front(), {});
    });
}

void ContactEditing::openEditor(const Contact &contact, ListId list, const ContactState &typed,
                                std::function<void()> opened)
{
    m_fields = m_addressBook.contacts().customFields(this);
    m_fields.then([this, contact, list, typed, opened = std::move(opened)](const Result<QList<CustomField>> &fields) {
        if (!fields)
            return Q_EMIT failed(tr("The contact could not be read."), fields.error());
        m_draft = m_addressBook.contacts().draft(this, contact.id);
        m_draft.then([this, contact, list, typed, opened, fields = *fields](const Result<ContactState> &draft) {
            auto *editor = new ContactEditor(contact, fields, m_judge, m_window);
            m_editor = editor;
            m_edited = {contact.id, list, {}};
            connect(editor, &ContactEditor::saved, this,
                    [this, contact, list](const ContactState &changes, const ContactState &typed) {
                        save(contact, list, changes, typed);
                    });
            connect(editor, &ContactEditor::draftChanged, this, [this, id = contact.id](const ContactState &typed) {
                m_addressBook.contacts().keepDraft(this, id, typed);
            });
            connect(editor, &ContactEditor::numberTyped, this,
                    [this, editor, id = contact.id](const QString &number) { lookUp(number, id, editor); });
            if (!typed.empty())
                editor->takeUp(typed);
            else if (draft)
                editor->offerDraft(*draft);
            editor->open();
            if (opened)
                opened();
        });
    });
}

std::optional<UnsavedContact> ContactEditing::unsaved() const
{
    if (!m_editor || !m_editor->isVisible())
        return {};
    UnsavedContact unsaved = m_edited;
    unsaved.typed = m_editor->typed();
    return unsaved;
}

void ContactEditing::takeUp(const UnsavedContact &unsaved)
{
    if (!unsaved.id.isValid())
        return openEditor({}, unsaved.list, unsaved.typed);
    m_reading = m_addressBook.contacts().read(this, {unsaved.id});
    m_reading.then([this, unsaved](const Result<std::vector<Contact>> &contacts) {
        if (contacts && !contacts->empty() && contacts->front().id.isValid())
            openEditor(contacts->front(), unsaved.list, unsaved.typed);
    });
}

// Said before a second contact is made of one person.
void ContactEditing::lookUp(const QString &number, ContactId own, ContactEditor *editor)
{
    m_owners = {};
    if (number.isEmpty())
        return;
    m_owners = m_addressBook.contacts().ofNumber(this, number);
    m_owners.then([own, editor = QPointer<ContactEditor>(editor)](const Result<std::vector<Contact>> &owners) {
        if (!editor || !owners)
            return;
        for (const Contact &owner : *owners) {
            if (owner.id != own)
                return editor->sayOwner(owner.displayName());
        }
    });
}

void ContactEditing::save(const Contact &contact, ListId list, const ContactState &changes, const ContactState &typed)
{
    // Where the file can't be written, what is said of the contact is enough.
    const auto keepDraft = [this, id = contact.id](const ContactState &typed) {
        m_keeping = m_addressBook.contacts().keepDraft(this, id, typed);
        m_keeping.then([](const Result<void> &) {});
    };
    keepDraft({});
    if (changes.empty())
        return;
    const QString name = nameWith(contact, changes);
    const QString failure = contact.id.isValid() ? tr("The contact could not be saved.")
                                                 : tr("The contact could not be created.");
    // What was typed is on the screen again, also where it can't even be kept for the next time; why is said before it.
    const auto takeBack = [this, contact, list, keepDraft, typed, failure](const Error &error) {
        if (error.kind == ErrorKind::Cancelled)
            return false;
        keepDraft(typed);
        openEditor(contact, list, typed, [this, failure, error] { Q_EMIT failed(failure, error); });
        return true;
    };
    if (contact.id.isValid())
        return m_commands.follow(
            m_addressBook.contacts().edit(this, contact.id, name, changes, m_judge), tr("Saving %1").arg(name),
            [name](const QString &) { return tr("%1 saved.").arg(name); }, failure, takeBack);
    m_creating = m_addressBook.contacts().create(this, changes, m_judge, list);
    m_creating.then([this, name, takeBack](const Result<ContactId> &made) {
        if (!made)
            return void(takeBack(made.error()));
        m_status.showMessage(tr("%1 created.").arg(name));
        Q_EMIT created(*made);
    });
}

} // namespace Elenco
