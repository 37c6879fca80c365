// SPDX-License-Identifier: Apache-2.0
#include "addressbook/addressbook.h"

#include "addressbook/work.h"
#include "store/backup.h"

namespace Elenco {

namespace {

/// For Tasks that only tell that it is done.
Result<bool> done(const Result<void> &result)
{
    if (!result)
        return result.error();
    return true;
}

} // namespace

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
        return ContactDetails{std::move(*contact), std::move(*lists), std::move(*history)};
    });
}

Task<Overview> AddressBook::overview(QObject *context)
{
    return read<Overview>(context, [this](const JobControl &) -> Result<Overview> {
        Overview overview;
        ContactQueries queries(*m_workspace);
        for (auto [kind, number] :
             {std::pair{Scope::Kind::All, &overview.all}, std::pair{Scope::Kind::ImportedRecently, &overview.recent},
              std::pair{Scope::Kind::NeedsAttention, &overview.needsAttention}}) {
            const Result<qint64> count = queries.count({kind, {}});
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

Task<ScopeSummary> AddressBook::summary(QObject *context, const Scope &scope)
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

Task<ImportSource> AddressBook::examine(QObject *context, const QString &path, const ReadOptions &options)
{
    return read<ImportSource>(
        context, [path, options](const JobControl &control) { return Elenco::examine(path, options, control); });
}

Task<ImportSettings> AddressBook::suggestedSettings(QObject *context, const ImportSource &source, const QString &region)
{
    return read<ImportSettings>(context, [this, source, region](const JobControl &) -> Result<ImportSettings> {
        return Elenco::suggestedSettings(*m_workspace, source, region);
    });
}

Command<AddressBook::SharedRehearsal> AddressBook::rehearse(QObject *context, const ImportSettings &settings,
                                                            qint64 rows)
{
    return write<SharedRehearsal>(
        context,
        [this, settings, rows](const JobControl &control) -> Result<SharedRehearsal> {
            if (control.isCancelled())
                return Error{ErrorKind::Cancelled, settings.path, {}};
            Result<Rehearsal> rehearsal = Rehearsal::run(*m_workspace, settings, rows, control);
            if (!rehearsal)
                return rehearsal.error();
            return std::make_shared<Rehearsal>(std::move(*rehearsal));
        },
        // The wish to stop may come when the last row was judged already.
        [this](const Result<SharedRehearsal> &rehearsal, JobEnd end) {
            if (rehearsal && end == JobEnd::Stopped)
                discardLater(*rehearsal);
        });
}

Command<void> AddressBook::keepRehearsal(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices)
{
    return write<void>(context, [=](const JobControl &) { return rehearsal->keep(choices); });
}

Command<AddressBook::SharedRehearsal> AddressBook::resumeImport(QObject *context, ImportId id)
{
    return write<SharedRehearsal>(context, [this, id](const JobControl &) -> Result<SharedRehearsal> {
        Result<Rehearsal> rehearsal = Rehearsal::resume(*m_workspace, id);
        if (!rehearsal)
            return rehearsal.error();
        return std::make_shared<Rehearsal>(std::move(*rehearsal));
    });
}

Task<ImportLedger> AddressBook::ledger(QObject *context, SharedRehearsal rehearsal, DuplicateStrategy strategy)
{
    return read<ImportLedger>(context,
                              [rehearsal, strategy](const JobControl &) { return rehearsal->ledger(strategy); });
}

Task<std::vector<StagedRow>> AddressBook::stagedRows(QObject *context, SharedRehearsal rehearsal,
                                                     std::optional<RowFate> fate, DuplicateStrategy strategy,
                                                     qint64 offset, qint64 limit)
{
    return read<std::vector<StagedRow>>(
        context, [=](const JobControl &) { return rehearsal->staging().rows(fate, strategy, offset, limit); });
}

Task<std::vector<StagedUpdate>> AddressBook::stagedUpdates(QObject *context, SharedRehearsal rehearsal, qint64 limit)
{
    return read<std::vector<StagedUpdate>>(context, [=](const JobControl &) -> Result<std::vector<StagedUpdate>> {
        Result<std::vector<StagedRow>> rows =
            rehearsal->staging().rows(RowFate::Updated, DuplicateStrategy::Update, 0, limit);
        if (!rows)
            return rows.error();
        std::vector<StagedUpdate> updates;
        for (StagedRow &row : *rows) {
            Result<StateDifference> fields = rehearsal->staging().update(row);
            if (!fields)
                return fields.error();
            updates.push_back({std::move(row), std::move(*fields)});
        }
        return updates;
    });
}

Command<StagedRow> AddressBook::mend(QObject *context, SharedRehearsal rehearsal, qint64 row, qsizetype column,
                                     const QString &text)
{
    return write<StagedRow>(context, [=](const JobControl &) { return rehearsal->mend(row, column, text); });
}

Command<qint64> AddressBook::acceptRepair(QObject *context, SharedRehearsal rehearsal, qint64 row)
{
    return write<qint64>(context, [=](const JobControl &) { return rehearsal->acceptRepair(row); });
}

Command<qint64> AddressBook::acceptAllRepairs(QObject *context, SharedRehearsal rehearsal)
{
    return write<qint64>(context, [=](const JobControl &control) { return rehearsal->acceptAllRepairs(control); });
}

Command<ImportLedger> AddressBook::commit(QObject *context, SharedRehearsal rehearsal, const ImportChoices &choices)
{
    return write<ImportLedger>(context, [=](const JobControl &control) { return rehearsal->commit(choices, control); });
}

void AddressBook::discardLater(SharedRehearsal rehearsal)
{
    m_writer.start([rehearsal = std::move(rehearsal)] {
        const Result<void> discarded = rehearsal->discard();
        Q_UNUSED(discarded); // a rehearsal that stays is offered again at the next start
    });
}

void AddressBook::discardImport(ImportId id)
{
    m_writer.start([this, id] {
        const Result<void> discarded = ImportStaging(*m_workspace, id, {}).discard();
        Q_UNUSED(discarded);
    });
}

Task<bool> AddressBook::exportProblems(QObject *context, ImportId id, const QString &path)
{
    return read<bool>(
        context, [this, id, path](const JobControl &) { return done(Elenco::exportProblems(*m_workspace, id, path)); });
}

} // namespace Elenco
