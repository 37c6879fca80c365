// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/changeset.h"
#include "core/jobcontrol.h"
#include "core/result.h"
#include "store/contacts/contactstate.h"

#include <QList>

#include <functional>
#include <optional>

namespace Elenco {

class Connection;
class ContactTable;
class Workspace;

/// What came of taking a change set back.
struct UndoOutcome {
    ChangeSetId undo;      ///< the change set that the undo itself is; undoing it does the first one again
    qint64 changed = 0;    ///< contacts put back, removed, or brought back
    qint64 keptEdited = 0; ///< contacts that stay as they are because they were edited since
};

/// Every change of contacts and lists goes through here: written and journalled in one transaction.
/// All functions run on the writer thread and block it; `control` cancels, and then nothing was changed.
class Journal
{
public:
    explicit Journal(Workspace &workspace) : m_workspace(workspace) {}

    /// Changes contacts one by one: `change` gets each one's state and alters it. Ids that are gone are passed over.
    /// Contacts that `change` leaves as they are get no entry; a change set without any entry is not made (id 0).
    Result<ChangeSetId> edit(ChangeKind kind, const QString &subject, const std::vector<ContactId> &ids,
                             const std::function<void(ContactState &)> &change,
                             const JobControl &control = JobControl());
    Result<ChangeSetId> addTags(const std::vector<ContactId> &ids, const QStringList &tags,
                                const JobControl &control = JobControl());
    Result<ChangeSetId> removeTag(const std::vector<ContactId> &ids, const QString &tag,
                                  const JobControl &control = JobControl());
    /// NotFound when there is no such list.
    Result<ChangeSetId> addToList(const std::vector<ContactId> &ids, ListId list,
                                  const JobControl &control = JobControl());
    Result<ChangeSetId> removeFromList(const std::vector<ContactId> &ids, ListId list,
                                       const JobControl &control = JobControl());
    /// Makes the list with these members: one change set. Errors of createList(), and Cancelled.
    Result<ChangeSetId> addToNewList(const std::vector<ContactId> &ids, const QString &name,
                                     const JobControl &control = JobControl());
    /// A contact made by hand; its id comes back with the change set. `valid` and `lineKind` as the caller judged them.
    Result<std::pair<ChangeSetId, ContactId>> create(const ContactState &state);
    Result<ChangeSetId> remove(const std::vector<ContactId> &ids, const JobControl &control = JobControl());

    /// Errors of the three: InvalidInput (a name of nothing), AlreadyDone (a list has that name), NotFound.
    Result<ChangeSetId> createList(const QString &name);
    Result<ChangeSetId> changeList(ListId id, const QString &name, const QString &description, bool isTest);
    /// Its contacts stay.
    Result<ChangeSetId> deleteList(ListId id);

    /// Takes a change set back: what it added goes, what it removed returns, what it altered gets its old value,
    /// each only as far as it was not altered again since (three-way, per field; tags and lists per member).
    /// Errors: NotFound, AlreadyDone, Cancelled.
    Result<UndoOutcome> undo(ChangeSetId id, const JobControl &control = JobControl());
    /// The newest change set that can be undone; id 0 when there is none.
    Result<ChangeSetId> lastUndoable();

private:
    Workspace &m_workspace;
};

/// The newest change sets first. Any thread.
Result<QList<ChangeSet>> history(Workspace &workspace, int limit);
Result<ChangeSet> changeSet(Workspace &workspace, ChangeSetId id);

/// One line of a contact's own history: what a change set did to it.
struct ContactHistoryEntry {
    ChangeSet changeSet;
    ContactState before;
    ContactState after;
    qint64 importRow = 0; ///< for an import that made it: the row of the file
};
Result<QList<ContactHistoryEntry>> contactHistory(Workspace &workspace, ContactId id, int limit);

// For the parts of services/store that write inside a transaction of their own; they throw DatabaseFailure.
ChangeSetId beginChangeSet(Connection &connection, ChangeKind kind, const QString &subject, ImportId import = {});
void finishChangeSet(Connection &connection, ChangeSetId id, qint64 contacts);
/// `before` absent: the contact was made; `after` absent: it was removed.
void writeChange(Connection &connection, ChangeSetId set, ContactId contact, const std::optional<ContactState> &before,
                 const std::optional<ContactState> &after);

} // namespace Elenco
