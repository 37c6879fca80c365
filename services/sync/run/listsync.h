// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routine.h"
#include "sync/course/synccourse.h"
#include "sync/plan/listplan.h"

#include <algorithm>

namespace Elenco {

/// Brings lists into step, without their members (sync.md section 2.5): reads all of them, sends what is new and
/// changed here, takes what is new and changed there. What this desk changed of a list and has not sent yet wins;
/// everything else is taken. Deletions are sent at the very end, by removeDeleted().
class ListSync
{
public:
    explicit ListSync(SyncCourse &course) : m_course(course) {}

    Routine<bool> run();
    Routine<bool> removeDeleted();

    /// All of them as they were read, tombstones too.
    const QList<RemoteList> &remote() const { return m_remote; }
    /// How many members a list had when it was read; absent when the gateway does not say.
    std::optional<qint64> countOf(const RemoteId &list) const;

private:
    Routine<bool> readAll();
    Routine<bool> sendNew(SyncList list);
    Routine<ListCreate> lookAmongDeleted(ListRow row, ListCreate decision);
    bool isBound(const RemoteId &id) const
    {
        return std::any_of(m_lists.begin(), m_lists.end(), [&id](const SyncList &list) { return list.remoteId == id; });
    }
    bool knowsAny() const
    {
        return std::any_of(m_lists.begin(), m_lists.end(),
                           [](const SyncList &list) { return list.remoteId.isValid(); });
    }
    bool mayBeOurs(const RemoteList &remote) const;
    Routine<bool> create(SyncList list, QList<RemoteId> known);
    Routine<bool> exchange(SyncList list, RemoteList remote);
    Routine<bool> settleMissing(SyncList list);
    Routine<bool> reload();

    SyncCourse &m_course;
    QList<RemoteList> m_remote; ///< all of them, tombstones too
    bool m_hasDeleted = false;  ///< even those that the account does not mark
    std::vector<SyncList> m_lists;
};

} // namespace Elenco
