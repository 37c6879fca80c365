// SPDX-License-Identifier: Apache-2.0
#include "addressbook/addressbook.h"

#include "addressbook/work.h"
#include "core/filter/scopes.h"
#include "store/database/backup.h"

namespace Elenco {

AddressBook::AddressBook(std::unique_ptr<Workspace> workspace, QObject *parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_orders(std::make_unique<ContactQueries>(*m_workspace))
{
    m_writer.setMaxThreadCount(1);
    m_ordering.setMaxThreadCount(1);
    m_readers.setMaxThreadCount(2);
}

AddressBook::~AddressBook()
{
    for (QThreadPool *pool : {&m_ordering, &m_readers, &m_writer})
        pool->waitForDone();
}

void AddressBook::heed(const Error &error)
{
    if (error.kind == ErrorKind::Gone && !m_isGone.exchange(true))
        Q_EMIT gone(error);
    if (error.kind != ErrorKind::Damaged || m_isDamaged.exchange(true))
        return;
    m_workspace->markDamaged();
    Q_EMIT damaged(error);
}

Task<void> AddressBook::lookOver(QObject *context)
{
    return read<void>(context, [this](const JobControl &control) { return quickCheck(*m_workspace, control); });
}

Command<void> AddressBook::saveCopy(QObject *context, const QString &path)
{
    return write<void>(
        context, [this, path](const JobControl &control) { return Elenco::saveCopy(*m_workspace, path, control); });
}

void AddressBook::noteGone()
{
    heed({ErrorKind::Gone, path(), {}});
}

void AddressBook::keepReserve()
{
    m_writer.start([this] { m_workspace->reserve().keep(); });
}

Task<ContactOrder> AddressBook::order(QObject *context, const ContactQuery &query)
{
    return Task<ContactOrder>::start(m_ordering, context,
                                     [this, query](const JobControl &control) -> Result<ContactOrder> {
                                         if (control.isCancelled())
                                             return Error{ErrorKind::Cancelled, {}, {}}; // superseded before it began
                                         Result<ContactOrder> order = m_orders->order(query, control);
                                         if (!order)
                                             heed(order.error());
                                         return order;
                                     });
}

Task<std::vector<Contact>> AddressBook::contacts(QObject *context, std::vector<ContactId> ids)
{
    return read<std::vector<Contact>>(context,
                                      [this, ids = std::move(ids)](const JobControl &) -> Result<std::vector<Contact>> {
                                          ContactQueries queries(*m_workspace);
                                          Result<std::vector<Contact>> contacts = queries.contacts(ids);
                                          const Result<std::vector<SyncMark>> marks = queries.syncMarks(ids);
                                          if (!contacts || !marks)
                                              return contacts ? Result<std::vector<Contact>>(marks.error()) : contacts;
                                          for (size_t i = 0; i < ids.size(); ++i)
                                              (*contacts)[i].syncMark = (*marks)[i];
                                          return contacts;
                                      });
}

Task<std::vector<Contact>> AddressBook::contactsOfNumber(QObject *context, const QString &number)
{
    return read<std::vector<Contact>>(
        context, [this, number](const JobControl &) { return ContactQueries(*m_workspace).ofNumber(number); });
}

Task<ContactDetails> AddressBook::details(QObject *context, ContactId id)
{
    return read<ContactDetails>(context, [this, id](const JobControl &) -> Result<ContactDetails> {
        ContactQueries queries(*m_workspace);
        Result<Contact> contact = queries.contact(id);
        if (!contact)
            return contact.error();
        Result<QList<ContactList>> lists = queries.listsOf(id);
        if (!lists)
            return lists.error();
        Result<QList<ContactHistoryEntry>> history = contactHistory(*m_workspace, id, 20);
        if (!history)
            return history.error();
        const Result<std::vector<QDateTime>> refused = queries.refusedNumbers({id});
        if (!refused)
            return refused.error();
        return ContactDetails{std::move(*contact), std::move(*lists), std::move(*history), refused->front()};
    });
}

Task<Overview> AddressBook::overview(QObject *context)
{
    return read<Overview>(context, [this](const JobControl &) -> Result<Overview> {
        Overview overview;
        ContactQueries queries(*m_workspace);
        for (const auto &[scope, number] :
             {std::pair{everybody(), &overview.all}, std::pair{importedRecently(), &overview.recent},
              std::pair{needingAttention(), &overview.needsAttention}}) {
            const Result<qint64> count = queries.count(scope);
            if (!count)
                return count.error();
            *number = *count;
        }
        Result<QList<ContactList>> found = lists(*m_workspace);
        if (!found)
            return found.error();
        overview.lists = std::move(*found);
        return overview;
    });
}

Task<ScopeSummary> AddressBook::summary(QObject *context, const Filter &scope)
{
    return read<ScopeSummary>(context, [this, scope](const JobControl &control) -> Result<ScopeSummary> {
        ContactQueries queries(*m_workspace);
        const Result<qint64> contacts = queries.count(scope);
        if (!contacts)
            return contacts.error();
        const Result<qint64> reachable = queries.countReachable(scope, control);
        if (!reachable)
            return reachable.error();
        return ScopeSummary{*contacts, *reachable};
    });
}

Task<QList<CustomField>> AddressBook::customFields(QObject *context)
{
    return read<QList<CustomField>>(context, [this](const JobControl &) { return Elenco::customFields(*m_workspace); });
}

Task<QStringList> AddressBook::tagNames(QObject *context)
{
    return read<QStringList>(context, [this](const JobControl &) { return Elenco::tagNames(*m_workspace); });
}

Task<QList<ChangeSet>> AddressBook::history(QObject *context, int limit)
{
    return read<QList<ChangeSet>>(context,
                                  [this, limit](const JobControl &) { return Elenco::history(*m_workspace, limit); });
}

Task<QList<ImportRun>> AddressBook::pendingImports(QObject *context)
{
    return read<QList<ImportRun>>(context, [this](const JobControl &) { return Elenco::pendingImports(*m_workspace); });
}

Command<ChangeSetId> AddressBook::addTags(QObject *context, std::vector<ContactId> ids, const QStringList &tags)
{
    return write<ChangeSetId>(context, [this, ids = std::move(ids), tags](const JobControl &control) {
        return Journal(*m_workspace).addTags(ids, tags, control);
    });
}

Command<ChangeSetId> AddressBook::removeTag(QObject *context, std::vector<ContactId> ids, const QString &tag)
{
    return write<ChangeSetId>(context, [this, ids = std::move(ids), tag](const JobControl &control) {
        return Journal(*m_workspace).removeTag(ids, tag, control);
    });
}

Command<ChangeSetId> AddressBook::addToList(QObject *context, std::vector<ContactId> ids, ListId list)
{
    return write<ChangeSetId>(context, [this, ids = std::move(ids), list](const JobControl &control) {
        return Journal(*m_workspace).addToList(ids, list, control);
    });
}

Command<ChangeSetId> AddressBook::addToNewList(QObject *context, std::vector<ContactId> ids, const QString &name)
{
    return write<ChangeSetId>(context, [this, ids = std::move(ids), name](const JobControl &control) {
        return Journal(*m_workspace).addToNewList(ids, name, control);
    });
}

Command<ChangeSetId> AddressBook::removeFromList(QObject *context, std::vector<ContactId> ids, ListId list)
{
    return write<ChangeSetId>(context, [this, ids = std::move(ids), list](const JobControl &control) {
        return Journal(*m_workspace).removeFromList(ids, list, control);
    });
}

Command<ChangeSetId> AddressBook::createList(QObject *context, const QString &name)
{
    return write<ChangeSetId>(context,
                              [this, name](const JobControl &) { return Journal(*m_workspace).createList(name); });
}

Command<ChangeSetId> AddressBook::changeList(QObject *context, const ContactList &list)
{
    return write<ChangeSetId>(context, [this, list](const JobControl &) {
        return Journal(*m_workspace).changeList(list.id, list.name, list.description, list.isTest);
    });
}

Command<ChangeSetId> AddressBook::deleteList(QObject *context, ListId id)
{
    return write<ChangeSetId>(context, [this, id](const JobControl &) { return Journal(*m_workspace).deleteList(id); });
}

Task<ImportRun> AddressBook::importRun(QObject *context, ImportId id)
{
    return read<ImportRun>(context, [this, id](const JobControl &) { return Elenco::importRun(*m_workspace, id); });
}

Task<ContactState> AddressBook::contactDraft(QObject *context, ContactId id)
{
    return read<ContactState>(context,
                              [this, id](const JobControl &) { return Elenco::contactDraft(*m_workspace, id); });
}

Command<void> AddressBook::keepContactDraft(QObject *context, ContactId id, const ContactState &typed)
{
    return write<void>(
        context, [this, id, typed](const JobControl &) { return Elenco::keepContactDraft(*m_workspace, id, typed); });
}

Command<ContactId> AddressBook::createContact(QObject *context, const ContactState &values, const NumberJudge &judge,
                                              ListId list)
{
    return write<ContactId>(context, [this, values, judge, list](const JobControl &) mutable -> Result<ContactId> {
        ContactState state = values;
        if (list.isValid() && Elenco::list(*m_workspace, list)) // it may have been deleted meanwhile
            state["lists"] = packSet({std::to_string(list.value)});
        judge(state);
        const auto made = Journal(*m_workspace).create(state);
        if (!made)
            return made.error();
        return made->second;
    });
}

Command<ChangeSetId> AddressBook::editContact(QObject *context, ContactId id, const QString &name,
                                              const ContactState &values, const NumberJudge &judge)
{
    return write<ChangeSetId>(context, [this, id, name, values, judge](const JobControl &) mutable {
        return Journal(*m_workspace).edit(ChangeKind::Edit, name, {id}, [&](ContactState &state) {
            for (const auto &[key, value] : values)
                state[key] = value;
            if (values.contains("phoneNumber"))
                judge(state);
        });
    });
}

Command<ChangeSetId> AddressBook::deleteContacts(QObject *context, std::vector<ContactId> ids)
{
    return write<ChangeSetId>(context, [this, ids = std::move(ids)](const JobControl &control) {
        return Journal(*m_workspace).remove(ids, control);
    });
}

Command<UndoOutcome> AddressBook::undo(QObject *context, ChangeSetId id)
{
    return write<UndoOutcome>(
        context, [this, id](const JobControl &control) { return Journal(*m_workspace).undo(id, control); });
}

Task<ChangeSet> AddressBook::lastUndoable(QObject *context)
{
    return read<ChangeSet>(context, [this](const JobControl &) -> Result<ChangeSet> {
        const Result<ChangeSetId> id = Journal(*m_workspace).lastUndoable();
        if (!id)
            return id.error();
        return id->isValid() ? changeSet(*m_workspace, *id) : Result<ChangeSet>(ChangeSet());
    });
}

} // namespace Elenco
