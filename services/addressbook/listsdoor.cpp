// SPDX-License-Identifier: Apache-2.0
#include "addressbook/listsdoor.h"

#include "addressbook/executor.h"
#include "core/filter/scopes.h"
#include "store/contacts/contactquery.h"
#include "store/journal/journal.h"

namespace Elenco {

Task<Overview> ListsDoor::overview(QObject *context)
{
    return m_executor.question<Overview>(
        context, Executor::Wait::Counts, [](Workspace &workspace, const JobControl &) -> Result<Overview> {
            Overview overview;
            ContactQueries queries(workspace);
            for (const auto &[scope, number] : {std::pair{everybody(), &overview.all},
                                                std::pair{importedRecently(), &overview.recent},
                                                std::pair{needingAttention(), &overview.needsAttention}}) {
                const Result<qint64> count = queries.count(scope);
                if (!count)
                    return count.error();
                *number = *count;
            }
            Result<QList<ContactList>> found = lists(workspace);
            if (!found)
                return found.error();
            overview.lists = std::move(*found);
            return overview;
        });
}

Task<ContactList> ListsDoor::find(QObject *context, const QString &name)
{
    return m_executor.question<ContactList>(
        context, Executor::Wait::Rows,
        [name](Workspace &workspace, const JobControl &) { return findList(workspace, name); });
}

Command<ChangeSetId> ListsDoor::create(QObject *context, const QString &name)
{
    return m_executor.command<ChangeSetId>(context, [name](Workspace &workspace, const JobControl &) {
        return Journal(workspace).createList(name);
    });
}

Command<ChangeSetId> ListsDoor::change(QObject *context, const ContactList &list)
{
    return m_executor.command<ChangeSetId>(context, [list](Workspace &workspace, const JobControl &) {
        return Journal(workspace).changeList(list.id, list.name, list.description, list.isTest);
    });
}

Command<ChangeSetId> ListsDoor::remove(QObject *context, ListId id)
{
    return m_executor.command<ChangeSetId>(
        context, [id](Workspace &workspace, const JobControl &) { return Journal(workspace).deleteList(id); });
}

Command<ChangeSetId> ListsDoor::addTo(QObject *context, ListId list, std::vector<ContactId> ids)
{
    return m_executor.command<ChangeSetId>(
        context, [list, ids = std::move(ids)](Workspace &workspace, const JobControl &control) {
            return Journal(workspace).addToList(ids, list, control);
        });
}

Command<ChangeSetId> ListsDoor::addToNew(QObject *context, const QString &name, std::vector<ContactId> ids)
{
    return m_executor.command<ChangeSetId>(
        context, [name, ids = std::move(ids)](Workspace &workspace, const JobControl &control) {
            return Journal(workspace).addToNewList(ids, name, control);
        });
}

Command<ChangeSetId> ListsDoor::removeFrom(QObject *context, ListId list, std::vector<ContactId> ids)
{
    return m_executor.command<ChangeSetId>(
        context, [list, ids = std::move(ids)](Workspace &workspace, const JobControl &control) {
            return Journal(workspace).removeFromList(ids, list, control);
        });
}

} // namespace Elenco
