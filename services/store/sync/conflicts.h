// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jobcontrol.h"
#include "core/result.h"
#include "store/sync/syncrow.h"

#include <QDateTime>
#include <QList>

namespace Elenco {

class Connection;
class Workspace;

/// A choice that waits for a person: two desks, or a desk and the gateway, want different things. The row has the
/// gateway's value meanwhile, so that it stays in step (sync.md section 2.6).
struct Conflict {
    qint64 id = 0;
    ConflictKind kind = ConflictKind::BothChanged;
    ContactId contact;
    ListId list;
    QString name; ///< of the contact or list
    std::string field;
    QString base, mine, theirs;
    std::optional<ContactState> state; ///< of a row that is not in the address book any more
    QDateTime when;                    ///< UTC
};

/// Those that wait, grouped by contact, the oldest first. Any thread.
Result<QList<Conflict>> conflicts(Workspace &workspace, int limit);
Result<Conflict> conflict(Workspace &workspace, qint64 id);

enum class Choice { Mine, Theirs };
/// What a person chose for a conflict. Of a field: `fields` is what the row gets; nothing for Theirs. Of a whole
/// record, Mine means: delete it there all the same (it was edited there), create it again (it was deleted there), keep
/// this card here (two cards, one number), create the list again; Theirs means what the gateway has: keep it, let it
/// go, remove this card, let the list go.
struct Decision {
    qint64 conflict = 0;
    Choice choice = Choice::Mine;
    ContactState fields;
};
/// Carries decisions out as one change set that can be undone: the choices are open again then. What becomes of the
/// rows are ordinary edits, sent like any other. Decisions about conflicts that are resolved already are passed over;
/// id 0 when all are. `judge` sees to a chosen number. Writer thread. Errors: NotFound, Cancelled; nothing was changed
/// then.
Result<ChangeSetId> resolveConflicts(Workspace &workspace, const QList<Decision> &decisions, const NumberJudge &judge,
                                     const JobControl &control = JobControl());

/// A value of ours that somebody else replaced; nothing to choose, but to be seen, and restored by an edit.
struct ReplacedEntry {
    qint64 id = 0;
    ContactId contact;
    QString name;
    std::string field;
    QString mine, theirs;
    /// More likely a mistake than a wish: it is what it was before ours, or came right after ours (sync.md section
    /// 2.6). Nothing is in step while one of these was not looked at.
    bool isLoud = false;
    QDateTime when;
};
/// Those that are loud first, the newest of them first. Any thread.
Result<QList<ReplacedEntry>> replacedValues(Workspace &workspace, int limit);
/// How many of all are loud. Any thread.
Result<qint64> loudReplacedCount(Workspace &workspace);
/// Writer thread.
Result<void> dismissReplaced(Workspace &workspace, qint64 id);
/// All up to this one: what came since was not seen. Writer thread.
Result<void> dismissReplacedUpTo(Workspace &workspace, qint64 id);

/// A value of this field that somebody else replaces at `now` (seconds since 1970) comes within ten minutes of our own
/// writing it, as the journal and the sync log tell. Inside a transaction of services/store; throws DatabaseFailure.
bool isRightAfterOurs(Connection &connection, ContactId id, const std::string &field, qint64 now);

} // namespace Elenco
