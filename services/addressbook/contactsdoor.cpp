// SPDX-License-Identifier: Apache-2.0
#include "addressbook/contactsdoor.h"

#include "addressbook/executor.h"
#include "store/contacts/drafts.h"

namespace Elenco {

Task<ContactOrder> ContactsDoor::order(QObject *context, const ContactQuery &query)
{
    return m_executor.order(context, query);
}

Task<std::vector<Contact>> ContactsDoor::read(QObject *context, std::vector<ContactId> ids)
{
    return m_executor.question<std::vector<Contact>>(context, Executor::Wait::Rows,
                                                     [ids = std::move(ids)](Workspace &workspace, const JobControl &) {
                                                         return ContactQueries(workspace).contacts(ids);
                                                     });
}

Task<std::vector<ShownContact>> ContactsDoor::rows(QObject *context, std::vector<ContactId> ids)
{
    return m_executor.question<std::vector<ShownContact>>(
        context, Executor::Wait::Rows,
        [ids = std::move(ids)](Workspace &workspace, const JobControl &) -> Result<std::vector<ShownContact>> {
            ContactQueries queries(workspace);
            Result<std::vector<Contact>> contacts = queries.contacts(ids);
            if (!contacts)
                return contacts.error();
            const Result<std::vector<SyncMark>> marks = queries.syncMarks(ids);
            if (!marks)
                return marks.error();
            const Result<std::vector<QDateTime>> refused = queries.refusedNumbers(ids);
            if (!refused)
                return refused.error();
            std::vector<ShownContact> rows;
            rows.reserve(ids.size());
            for (size_t i = 0; i < ids.size(); ++i) {
                rows.push_back({std::move((*contacts)[i]), (*refused)[i].isValid()});
                rows.back().syncMark = (*marks)[i];
            }
            return rows;
        });
}

Task<std::vector<Contact>> ContactsDoor::ofNumber(QObject *context, const QString &number)
{
    return m_executor.question<std::vector<Contact>>(
        context, Executor::Wait::Rows,
        [number](Workspace &workspace, const JobControl &) { return ContactQueries(workspace).ofNumber(number); });
}

Task<ContactDetails> ContactsDoor::details(QObject *context, ContactId id)
{
    return m_executor.question<ContactDetails>(
        context, Executor::Wait::Rows, [id](Workspace &workspace, const JobControl &) -> Result<ContactDetails> {
            ContactQueries queries(workspace);
            Result<Contact> contact = queries.contact(id);
            if (!contact)
                return contact.error();
            Result<QList<ContactList>> lists = queries.listsOf(id);
            if (!lists)
                return lists.error();
            Result<QList<ContactHistoryEntry>> history = contactHistory(workspace, id, 20);
            if (!history)
                return history.error();
            const Result<std::vector<QDateTime>> refused = queries.refusedNumbers({id});
            if (!refused)
                return refused.error();
            return ContactDetails{std::move(*contact), std::move(*lists), std::move(*history), refused->front()};
        });
}

Task<ScopeSummary> ContactsDoor::summary(QObject *context, const Filter &scope)
{
    return m_executor.question<ScopeSummary>(
        context, Executor::Wait::Counts,
        [scope](Workspace &workspace, const JobControl &control) -> Result<ScopeSummary> {
            ContactQueries queries(workspace);
            const Result<qint64> contacts = queries.count(scope);
            if (!contacts)
                return contacts.error();
            const Result<qint64> reachable = queries.countReachable(scope, control);
            if (!reachable)
                return reachable.error();
            return ScopeSummary{*contacts, *reachable};
        });
}

Task<QList<CustomField>> ContactsDoor::customFields(QObject *context)
{
    return m_executor.question<QList<CustomField>>(
        context, Executor::Wait::Rows,
        [](Workspace &workspace, const JobControl &) { return Elenco::customFields(workspace); });
}

Task<QStringList> ContactsDoor::tagNames(QObject *context)
{
    return m_executor.question<QStringList>(context, Executor::Wait::Rows, [](Workspace &workspace, const JobControl &) {
        return Elenco::tagNames(workspace);
    });
}

Command<ContactId> ContactsDoor::create(QObject *context, const ContactState &values, const NumberJudge &judge,
                                        ListId list)
{
    return m_executor.command<ContactId>(
        context, [values, judge, list](Workspace &workspace, const JobControl &) -> Result<ContactId> {
            ContactState state = values;
            if (list.isValid() && Elenco::list(workspace, list)) // it may have been deleted meanwhile
                state["lists"] = packSet({std::to_string(list.value)});
            judge(state);
            const auto made = Journal(workspace).create(state);
            if (!made)
                return made.error();
            return made->second;
        });
}

Command<ChangeSetId> ContactsDoor::edit(QObject *context, ContactId id, const QString &name, const ContactState &values,
                                        const NumberJudge &judge)
{
    return m_executor.command<ChangeSetId>(context, [=](Workspace &workspace, const JobControl &) {
        return Journal(workspace).edit(ChangeKind::Edit, name, {id}, [&](ContactState &state) {
            for (const auto &[key, value] : values)
                state[key] = value;
            if (values.contains("phoneNumber"))
                judge(state);
        });
    });
}

Command<ChangeSetId> ContactsDoor::remove(QObject *context, std::vector<ContactId> ids)
{
    return m_executor.command<ChangeSetId>(context,
                                           [ids = std::move(ids)](Workspace &workspace, const JobControl &control) {
                                               return Journal(workspace).remove(ids, control);
                                           });
}

Command<ChangeSetId> ContactsDoor::addTags(QObject *context, std::vector<ContactId> ids, const QStringList &tags)
{
    return m_executor.command<ChangeSetId>(
        context, [ids = std::move(ids), tags](Workspace &workspace, const JobControl &control) {
            return Journal(workspace).addTags(ids, tags, control);
        });
}

Command<ChangeSetId> ContactsDoor::removeTag(QObject *context, std::vector<ContactId> ids, const QString &tag)
{
    return m_executor.command<ChangeSetId>(
        context, [ids = std::move(ids), tag](Workspace &workspace, const JobControl &control) {
            return Journal(workspace).removeTag(ids, tag, control);
        });
}

Task<ContactState> ContactsDoor::draft(QObject *context, ContactId id)
{
    return m_executor.question<ContactState>(
        context, Executor::Wait::Rows,
        [id](Workspace &workspace, const JobControl &) { return contactDraft(workspace, id); });
}

Command<void> ContactsDoor::keepDraft(QObject *context, ContactId id, const ContactState &typed)
{
    return m_executor.command<void>(context, [id, typed](Workspace &workspace, const JobControl &) {
        return keepContactDraft(workspace, id, typed);
    });
}

Task<qint64> ContactsDoor::exportTo(QObject *context, const ExportRequest &request, const QString &path)
{
    return m_executor.question<qint64>(context, Executor::Wait::Files,
                                       [request, path](Workspace &workspace, const JobControl &control) {
                                           return exportContacts(workspace, request, path, control);
                                       });
}

} // namespace Elenco
