// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

#include <optional>

namespace Elenco {

/// What a sync is doing, in the order in which it is done (sync.md section 2.3).
enum class SyncPhase { Lists, Deleting, Creating, Changing, Reading, Proving, Members };

struct SyncProgress {
    SyncPhase phase = SyncPhase::Lists;
    qint64 done = 0;
    qint64 total = 0; ///< 0: not known
};

/// What came of a sync.
struct SyncReport {
    qint64 created = 0; ///< contacts, over there
    qint64 changed = 0;
    qint64 deleted = 0;
    qint64 listsSent = 0;
    qint64 membersSent = 0;
    qint64 arrived = 0; ///< contacts, here
    QStringList arrivals; ///< what the first of each page are called, for the log
    qint64 received = 0;
    qint64 trashed = 0;
    qint64 listsReceived = 0;
    qint64 membersReceived = 0;
    qint64 blocked = 0; ///< rows and memberships that were refused in this run
    /// The first of them: whom or what, and the gateway's words.
    struct Refusal {
        QString subject;
        QString words;
    };
    QList<Refusal> refusals;
    /// What was settled without asking, and what somebody else had wanted: a list renamed on both sides.
    QList<Refusal> notices;
    static constexpr int mostRefusals = 50;
    void refuse(const QString &subject, const QString &words, qint64 count = 1)
    {
        blocked += count;
        if (refusals.size() < mostRefusals)
            refusals.append({subject, words});
    }
    qint64 waiting = 0; ///< new contacts for which there is no room; 0 when none was tried
    /// Everything over there was read in this run from its beginning, and nothing was left open: only then "in step"
    /// may be said, if nothing waits here either.
    bool isFresh = false;
    /// So many contacts are gone over there that a person is to decide (sync.md section 2.4); 0: nothing to ask.
    qint64 missing = 0;
    /// Contacts whose hidden fields are still to be read, some in each of the syncs to come; 0 where none are hidden.
    qint64 unread = 0;
    std::optional<Error> stopped; ///< why it did not come to its end; Cancelled by hand
    bool hasWritten = false; ///< a request of this run has changed something over there, or may have

    qint64 sent() const { return created + changed + deleted + listsSent + membersSent; }
    qint64 taken() const { return arrived + received + trashed + listsReceived + membersReceived; }
    /// What stopped it, and what that means for what was sent; empty when it came to its end.
    QString whyStopped() const;
};

} // namespace Elenco

Q_DECLARE_METATYPE(Elenco::SyncReport)
Q_DECLARE_METATYPE(Elenco::SyncProgress)
