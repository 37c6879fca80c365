// SPDX-License-Identifier: Apache-2.0
#include "ui/window/contactcommands.h"

#include "models/contacts/contactselection.h"
#include "ui/prompts.h"
#include "ui/window/statusline.h"
#include "ui/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QWidget>

namespace Elenco {

using namespace Qt::StringLiterals;

ContactCommands::ContactCommands(AddressBook &addressBook, ContactSelection &selection, Prompts &prompts,
                                 StatusLine &status, QWidget *window)
    : QObject(window),
      m_addressBook(addressBook),
      m_selection(selection),
      m_prompts(prompts),
      m_status(status),
      m_window(window)
{
}

void ContactCommands::report(ChangeSetId id, Words words)
{
    if (!id.isValid()) {
        m_status.showMessage(tr("There was nothing to change."));
        return;
    }
    m_report = m_addressBook.history().read(this, 8);
    m_report.then([this, id, words = std::move(words)](const Result<QList<ChangeSet>> &changes) {
        for (const ChangeSet &change : changes ? *changes : QList<ChangeSet>()) {
            if (change.id == id)
                m_status.showMessage(words(contactCount(change.contacts)));
        }
    });
}

void ContactCommands::follow(Change change, const QString &running, Words done, const QString &failure,
                             std::function<bool(const Error &)> otherwise)
{
    auto job = std::make_shared<int>(0);
    *job = m_status.startJob(running, [this, job] {
        if (const auto found = m_changes.find(*job); found != m_changes.end())
            found->second.requestStop();
    });
    Change &kept = m_changes[*job] = std::move(change);
    kept.onProgress([this, job](Progress progress) { m_status.setProgress(*job, progress); });
    kept.then([this, job, done, failure, otherwise](const Result<ChangeSetId> &result) {
        m_status.endJob(*job);
        const bool isTold = !result && otherwise && otherwise(result.error());
        if (!result && result.error().kind == ErrorKind::Cancelled)
            m_status.showMessage(tr("Cancelled. Nothing was changed."));
        else if (!result && !isTold)
            Q_EMIT failed(failure, result.error());
        else if (result)
            report(*result, done);
        m_changes.erase(*job);
    });
}

void ContactCommands::deleteContacts()
{
    const std::vector<ContactId> ids = m_selection.ids();
    if (ids.empty())
        return;
    const QString count = contactCount(qint64(ids.size()));
    const auto remove = [this, ids, count] {
        follow(
            m_addressBook.contacts().remove(this, ids), tr("Deleting %1").arg(count),
            [](const QString &changed) { return tr("%1 deleted.").arg(changed); },
            tr("The contacts could not be deleted."));
    };
    if (ids.size() == 1) // one key to lose it, one key to have it back
        return remove();
    m_prompts.ask(m_window,
                  {.title = tr("Delete %1?").arg(count),
                   .text = tr("They are deleted here, and on the gateway with the next sync. Undo brings them back."),
                   .accept = tr("Delete %1").arg(count),
                   .destructive = true},
                  [remove](bool accepted) {
                      if (accepted)
                          remove();
                  });
}

void ContactCommands::renameList(const ContactList &list)
{
    nameList(list, tr("New name of %1").arg(list.name), list.name);
}

// A name that another list bears is asked for again, with what was typed.
void ContactCommands::nameList(const ContactList &list, const QString &label, const QString &suggested)
{
    m_prompts.askText(m_window, {tr("Rename list"), label, suggested, tr("Rename")},
                      [this, list](const std::optional<QString> &name) {
                          if (!name)
                              return;
                          ContactList renamed = list;
                          renamed.name = *name;
                          follow(
                              m_addressBook.lists().change(this, renamed), tr("Renaming %1").arg(list.name),
                              [name = *name](const QString &) { return tr("The list is called %1 now.").arg(name); },
                              tr("The list could not be renamed."),
                              [this, list, name = *name](const Error &error) {
                                  if (error.kind != ErrorKind::NameTaken)
                                      return false;
                                  nameList(list, tr("There is a list called %1 already. Another name:").arg(name),
                                           name);
                                  return true;
                              });
                      });
}

void ContactCommands::deleteList(const ContactList &list)
{
    m_prompts.ask(m_window,
                  {.title = tr("Delete the list %1?").arg(list.name),
                   .text = tr("Its %1 stay in the address book. The list is deleted here, and on the gateway with the "
                              "next sync.")
                               .arg(contactCount(list.count)),
                   .accept = tr("Delete list"),
                   .destructive = true},
                  [this, list](bool accepted) {
                      if (!accepted)
                          return;
                      follow(
                          m_addressBook.lists().remove(this, list.id), tr("Deleting %1").arg(list.name),
                          [list](const QString &) { return tr("List %1 deleted.").arg(list.name); },
                          tr("The list could not be deleted."));
                  });
}

void ContactCommands::addTags(const QStringList &tags)
{
    const std::vector<ContactId> ids = m_selection.ids();
    if (ids.empty())
        return;
    const QString names = tags.join(", "_L1), count = contactCount(qint64(ids.size()));
    follow(
        m_addressBook.contacts().addTags(this, ids, tags), tr("Tagging %1").arg(count),
        [names](const QString &changed) { return tr("Tagged %1 with %2.").arg(changed, names); },
        tr("The tag could not be added."));
}

void ContactCommands::removeTag(const QString &tag)
{
    const std::vector<ContactId> ids = m_selection.ids();
    if (ids.empty())
        return;
    const QString count = contactCount(qint64(ids.size()));
    follow(
        m_addressBook.contacts().removeTag(this, ids, tag), tr("Removing a tag from %1").arg(count),
        [tag](const QString &changed) { return tr("Tag %1 removed from %2.").arg(tag, changed); },
        tr("The tag could not be removed."));
}

void ContactCommands::addToList(const ContactList &list)
{
    addToList(m_selection.ids(), list);
}

void ContactCommands::addToList(const std::vector<ContactId> &ids, const ContactList &list)
{
    if (ids.empty())
        return;
    const QString count = contactCount(qint64(ids.size()));
    follow(
        m_addressBook.lists().addTo(this, list.id, ids), tr("Adding %1 to %2").arg(count, list.name),
        [name = list.name](const QString &changed) { return tr("Added %1 to %2.").arg(changed, name); },
        tr("The contacts could not be added to the list."));
}

void ContactCommands::removeFromList(const ContactList &list)
{
    const std::vector<ContactId> ids = m_selection.ids();
    if (ids.empty() || !list.id.isValid())
        return;
    const QString count = contactCount(qint64(ids.size()));
    follow(
        m_addressBook.lists().removeFrom(this, list.id, ids), tr("Removing %1 from %2").arg(count, list.name),
        [name = list.name](const QString &changed) {
            return tr("Removed %1 from %2. They stay in the address book.").arg(changed, name);
        },
        tr("The contacts could not be removed from the list."));
}

void ContactCommands::newList(bool withSelection)
{
    const bool isFilled = withSelection && m_selection.count() > 0;
    const QString label =
        isFilled ? tr("Name of the list for %1").arg(contactCount(m_selection.count())) : tr("Name of the list");
    nameNewList(isFilled ? m_selection.ids() : std::vector<ContactId>(), label, {});
}

void ContactCommands::nameNewList(const std::vector<ContactId> &members, const QString &label, const QString &suggested)
{
    m_prompts.askText(
        m_window, {tr("New list"), label, suggested, tr("Create")},
        [this, members](const std::optional<QString> &name) {
            if (!name)
                return;
            follow(
                members.empty() ? m_addressBook.lists().create(this, *name)
                                : m_addressBook.lists().addToNew(this, *name, members),
                tr("Creating %1").arg(*name),
                [name = *name, any = !members.empty()](const QString &count) {
                    return any ? tr("List %1 created with %2.").arg(name, count) : tr("List %1 created.").arg(name);
                },
                tr("The list could not be created."),
                [this, members, name = *name](const Error &error) {
                    if (error.kind != ErrorKind::NameTaken)
                        return false;
                    nameNewList(members, tr("There is a list called %1 already. Another name:").arg(name), name);
                    return true;
                });
        });
}

void ContactCommands::copy(const QList<ContactColumn> &columns)
{
    constexpr size_t most = 100'000; // what a clipboard and a spreadsheet can take
    const std::vector<ContactId> ids = m_selection.ids();
    if (ids.size() > most) {
        m_status.showMessage(
            tr("%1 are too many for the clipboard; export them instead.").arg(contactCount(qint64(ids.size()))));
        return;
    }
    m_copy = m_addressBook.contacts().read(this, ids);
    m_copy.then([this, columns](const Result<std::vector<Contact>> &contacts) {
        if (!contacts) {
            Q_EMIT failed(tr("The contacts could not be copied."), contacts.error());
            return;
        }
        QStringList lines;
        for (const Contact &contact : *contacts) {
            QStringList cells;
            for (const ContactColumn &column : columns)
                cells += displayText(column, contact).simplified(); // no tab or line break of its own
            lines += cells.join(u'\t');
        }
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        m_status.showMessage(tr("%1 copied.").arg(contactCount(lines.size())));
    });
}

} // namespace Elenco
