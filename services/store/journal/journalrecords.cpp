// SPDX-License-Identifier: Apache-2.0
#include "store/contacts/contacttable.h"
#include "store/contacts/lists.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/edit.h"
#include "store/journal/journal.h"
#include "store/journal/listchanges.h"

#include <QDateTime>

namespace Elenco {

Result<std::pair<ChangeSetId, ContactId>> Journal::create(const ContactState &state)
{
    return edited(m_workspace, [&](Edit &edit) -> Result<std::pair<ChangeSetId, ContactId>> {
        Connection &connection = m_workspace.writer();
        ContactTable table(connection);
        ContactState made = state;
        made["createdAt"] = std::to_string(QDateTime::currentSecsSinceEpoch());
        std::erase_if(made, [](const auto &entry) { return entry.second.empty(); });
        table.adoptKinds(made);
        const ChangeSetId set = beginChangeSet(connection, ChangeKind::ContactCreated, toContact({}, made).displayName());
        const ContactId id = table.nextId();
        table.insert(id, made);
        writeChange(connection, set, id, {}, made);
        table.writeIndex();
        finishChangeSet(connection, set, 1);
        edit.commit();
        return std::pair(set, id);
    });
}

Result<ChangeSetId> Journal::remove(const std::vector<ContactId> &ids, const JobControl &control)
{
    return edited(m_workspace, [&](Edit &edit) -> Result<ChangeSetId> {
        Connection &connection = m_workspace.writer();
        ContactTable table(connection);
        QString subject;
        const ChangeSetId set = beginChangeSet(connection, ChangeKind::Deleted, subject);
        Progress progress{0, static_cast<qint64>(ids.size())};
        qint64 removed = 0;
        for (ContactId id : ids) {
            if (control.isCancelled())
                return Error{ErrorKind::Cancelled, subject, {}};
            control.report(progress);
            ++progress.done;
            const auto state = table.read(id);
            if (!state)
                continue;
            if (removed++ == 0)
                subject = toContact({}, *state).displayName();
            table.remove(id, *state);
            writeChange(connection, set, id, state, {});
        }
        if (removed == 0)
            return ChangeSetId();
        table.writeIndex();
        connection.query("UPDATE change_set SET subject=? WHERE id=?").with(subject, set.value).run();
        finishChangeSet(connection, set, removed);
        edit.commit();
        return set;
    });
}

Result<ChangeSetId> Journal::createList(const QString &name)
{
    if (name.simplified().isEmpty())
        return Error{ErrorKind::InvalidInput, name, {}};
    if (isListName(m_workspace, name))
        return Error{ErrorKind::NameTaken, name, {}};
    return edited(m_workspace, [&](Edit &edit) -> Result<ChangeSetId> {
        Connection &connection = m_workspace.writer();
        const ChangeSetId set = beginChangeSet(connection, ChangeKind::ListCreated, name.simplified());
        ensureList(connection, name, set);
        edit.commit();
        return set;
    });
}

Result<ChangeSetId> Journal::changeList(ListId id, const QString &name, const QString &description, bool isTest)
{
    if (name.simplified().isEmpty())
        return Error{ErrorKind::InvalidInput, name, {}};
    const Result<ContactList> present = list(m_workspace, id);
    if (!present)
        return Error{present.error().kind, name, present.error().detail};
    // A list that shares its name already may go on doing so.
    if (listNameKey(name) != listNameKey(present->name) && isListName(m_workspace, name))
        return Error{ErrorKind::NameTaken, name, {}};
    return edited(m_workspace, [&](Edit &edit) -> Result<ChangeSetId> {
        Connection &connection = m_workspace.writer();
        const auto before = readListState(connection, id);
        if (!before)
            return Error{ErrorKind::NotFound, name, {}};
        ContactState after{{"name", name.simplified().toStdString()},
                           {"description", description.trimmed().toStdString()},
                           {"isTest", isTest ? "1" : ""}};
        std::erase_if(after, [](const auto &entry) { return entry.second.empty(); });
        if (after == *before)
            return ChangeSetId();
        const ChangeSetId set = beginChangeSet(connection, ChangeKind::ListRenamed, name.simplified());
        SyncMarks(connection).replacingList(id);
        writeListState(connection, id, after);
        SyncMarks(connection).replacedList(id);
        writeListChange(connection, set, id, before, after);
        edit.commit();
        return set;
    });
}

Result<ChangeSetId> Journal::deleteList(ListId id)
{
    return edited(m_workspace, [&](Edit &edit) -> Result<ChangeSetId> {
        Connection &connection = m_workspace.writer();
        const auto state = readListState(connection, id);
        if (!state)
            return Error{ErrorKind::NotFound, QString::number(id.value), {}};
        const ChangeSetId set = beginChangeSet(connection, ChangeKind::ListDeleted,
                                               QString::fromStdString(std::string(stateValue(*state, "name"))));
        Elenco::deleteList(connection, id, set);
        edit.commit();
        return set;
    });
}

} // namespace Elenco
