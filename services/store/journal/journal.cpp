// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journal.h"
#include "store/journal/listchanges.h"

#include "core/packing.h"
#include "store/contacts/contacttable.h"
#include "store/contacts/lists.h"
#include "store/database/query.h"
#include "store/database/sqlite.h"
#include "store/database/workspace.h"
#include "store/journal/edit.h"

// On SQLite's own interface (store/database/query.h): a change is written for each contact; change sets are Qt Sql's.
namespace Elenco {

namespace {

const char changeSetColumns[] = "SELECT id, kind, subject, at, contacts, import_id, undone_by, undoes FROM change_set";

ChangeSet readChangeSet(const Query &row)
{
    return {ChangeSetId(row.integer(0)),
            static_cast<ChangeKind>(row.integer(1)),
            row.string(2),
            QDateTime::fromSecsSinceEpoch(row.integer(3), Qt::UTC),
            row.integer(4),
            ImportId(row.integer(5)),
            ChangeSetId(row.integer(6)),
            ChangeSetId(row.integer(7))};
}

std::vector<std::string> membersOf(const ContactState &state, const char *key)
{
    std::vector<std::string> result;
    for (std::string_view member : unpacked(stateValue(state, key)))
        result.emplace_back(member);
    return result;
}

// How many contacts changed; nothing when it was cancelled.
std::optional<qint64> changeContacts(Connection &connection, ChangeSetId set, const std::vector<ContactId> &ids,
                                     const std::function<void(ContactState &)> &change, const JobControl &control)
{
    ContactTable table(connection);
    qint64 changed = 0;
    Progress progress{0, static_cast<qint64>(ids.size())};
    for (ContactId id : ids) {
        if (control.isCancelled())
            return {};
        control.report(progress);
        ++progress.done;
        const auto before = table.read(id);
        if (!before)
            continue;
        ContactState after = *before;
        change(after);
        std::erase_if(after, [](const auto &entry) { return entry.second.empty(); });
        table.adoptKinds(after, *before);
        const StateDifference changes = difference(*before, after);
        if (changes.isEmpty())
            continue;
        table.replace(id, *before, after);
        writeChange(connection, set, id, changes.before, changes.after);
        ++changed;
    }
    if (changed > 0)
        table.writeIndex();
    return changed;
}

void joinList(ContactState &state, ListId list)
{
    std::vector<std::string> now = membersOf(state, "lists");
    now.push_back(std::to_string(list.value));
    state["lists"] = packSet(std::move(now));
}

} // namespace

ChangeSetId beginChangeSet(Connection &connection, ChangeKind kind, const QString &subject, ImportId import)
{
    connection.query("INSERT INTO change_set(kind, subject, at, import_id) VALUES(?, ?, ?, nullif(?, 0))")
        .with(static_cast<int>(kind), subject, QDateTime::currentSecsSinceEpoch(), import.value)
        .run();
    return ChangeSetId(connection.lastInsertId());
}

void finishChangeSet(Connection &connection, ChangeSetId id, qint64 contacts)
{
    connection.query("UPDATE change_set SET contacts=? WHERE id=?").with(contacts, id.value).run();
}

void writeChange(Connection &connection, ChangeSetId set, ContactId contact, const std::optional<ContactState> &before,
                 const std::optional<ContactState> &after)
{
    connection.notes().contact(contact);
    Statement &insert =
        connection.cached("INSERT INTO change(change_set_id, contact_id, before, after) VALUES(?, ?, ?, ?)");
    const std::string old = before ? packState(*before) : std::string(),
                      now = after ? packState(*after) : std::string();
    insert.with(set.value, contact.value, nullptr, nullptr);
    if (before)
        insert.bindBlob(3, old);
    if (after)
        insert.bindBlob(4, now);
    insert.run();
}

Result<ChangeSetId> Journal::edit(ChangeKind kind, const QString &subject, const std::vector<ContactId> &ids,
                                  const std::function<void(ContactState &)> &change, const JobControl &control)
{
    return edited(m_workspace, [&](Edit &edit) -> Result<ChangeSetId> {
        Connection &connection = m_workspace.writer();
        const ChangeSetId set = beginChangeSet(connection, kind, subject);
        const auto changed = changeContacts(connection, set, ids, change, control);
        if (!changed)
            return Error{ErrorKind::Cancelled, subject, {}};
        if (*changed == 0)
            return ChangeSetId();
        finishChangeSet(connection, set, *changed);
        edit.commit();
        return set;
    });
}

Result<ChangeSetId> Journal::addTags(const std::vector<ContactId> &ids, const QStringList &tags,
                                     const JobControl &control)
{
    return edit(
        ChangeKind::TagsChanged, tags.join(QStringLiteral(", ")), ids,
        [&](ContactState &state) {
            std::vector<std::string> now = membersOf(state, "tags");
            for (const QString &tag : tags) {
                if (!tag.trimmed().isEmpty())
                    now.push_back(tag.trimmed().toStdString());
            }
            state["tags"] = packSet(std::move(now));
        },
        control);
}

Result<ChangeSetId> Journal::removeTag(const std::vector<ContactId> &ids, const QString &tag, const JobControl &control)
{
    return edit(
        ChangeKind::TagsChanged, tag, ids,
        [&](ContactState &state) {
            std::vector<std::string> now = membersOf(state, "tags");
            std::erase(now, tag.toStdString());
            state["tags"] = packSet(std::move(now));
        },
        control);
}

Result<ChangeSetId> Journal::addToList(const std::vector<ContactId> &ids, ListId list, const JobControl &control)
{
    const Result<ContactList> found = Elenco::list(m_workspace, list);
    if (!found)
        return found.error();
    return edit(
        ChangeKind::ListsChanged, found->name, ids, [&](ContactState &state) { joinList(state, list); }, control);
}

Result<ChangeSetId> Journal::removeFromList(const std::vector<ContactId> &ids, ListId list, const JobControl &control)
{
    const Result<ContactList> found = Elenco::list(m_workspace, list);
    if (!found)
        return found.error();
    return edit(
        ChangeKind::ListsChanged, found->name, ids,
        [&](ContactState &state) {
            std::vector<std::string> now = membersOf(state, "lists");
            std::erase(now, std::to_string(list.value));
            state["lists"] = packSet(std::move(now));
        },
        control);
}

Result<ChangeSetId> Journal::addToNewList(const std::vector<ContactId> &ids, const QString &name,
                                          const JobControl &control)
{
    if (name.simplified().isEmpty())
        return Error{ErrorKind::InvalidInput, name, {}};
    if (isListName(m_workspace, name))
        return Error{ErrorKind::NameTaken, name, {}};
    return edited(m_workspace, [&](Edit &edit) -> Result<ChangeSetId> {
        Connection &connection = m_workspace.writer();
        const ChangeSetId set = beginChangeSet(connection, ChangeKind::ListCreated, name.simplified());
        const ListId list = ensureList(connection, name, set);
        const auto joined = changeContacts(
            connection, set, ids, [&](ContactState &state) { joinList(state, list); }, control);
        if (!joined)
            return Error{ErrorKind::Cancelled, name, {}};
        finishChangeSet(connection, set, *joined);
        edit.commit();
        return set;
    });
}

Result<ChangeSetId> Journal::lastUndoable()
{
    return guarded(m_workspace.path(), [&] {
        const Workspace::ReaderLease connection = m_workspace.reader();
        return ChangeSetId(connection->integer(
            "SELECT id FROM change_set WHERE undone_by IS NULL AND undoes IS NULL AND kind<>9 ORDER BY id DESC LIMIT "
            "1")); // 9: what sync brought is not what the person did last
    });
}

Result<QList<ChangeSet>> history(Workspace &workspace, int limit)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement = connection->query(std::string(changeSetColumns) + " ORDER BY id DESC LIMIT ?");
        QList<ChangeSet> result;
        statement.with(limit);
        while (statement.step())
            result.append(readChangeSet(statement));
        return result;
    });
}

Result<ChangeSet> changeSet(Workspace &workspace, ChangeSetId id)
{
    return guardedResult(workspace.path(), [&]() -> Result<ChangeSet> {
        const Workspace::ReaderLease connection = workspace.reader();
        Query statement = connection->query(std::string(changeSetColumns) + " WHERE id=?");
        if (!statement.with(id.value).step())
            return Error{ErrorKind::NotFound, QString::number(id.value), {}};
        return readChangeSet(statement);
    });
}

Result<QList<ContactHistoryEntry>> contactHistory(Workspace &workspace, ContactId id, int limit)
{
    return guarded(workspace.path(), [&] {
        const Workspace::ReaderLease connection = workspace.reader();
        QList<ContactHistoryEntry> result;
        Query changes = connection->query(
            "SELECT s.id, s.kind, s.subject, s.at, s.contacts, s.import_id, s.undone_by, s.undoes, c.before, c.after"
            " FROM change c INDEXED BY change_by_contact JOIN change_set s ON s.id=c.change_set_id WHERE "
            "c.contact_id=? ORDER BY c.id DESC LIMIT ?");
        changes.with(id.value, limit);
        while (changes.step())
            result.append({readChangeSet(changes), unpackState(changes.text(8)), unpackState(changes.text(9)), 0});
        Query origin = connection->query(
            "SELECT s.id, s.kind, s.subject, s.at, s.contacts, s.import_id, s.undone_by, s.undoes, c.origin_row"
            " FROM contact c JOIN change_set s ON s.import_id=c.origin_import WHERE c.id=?");
        if (origin.with(id.value).step())
            result.append({readChangeSet(origin), {}, {}, origin.integer(8)});
        return result;
    });
}

} // namespace Elenco
