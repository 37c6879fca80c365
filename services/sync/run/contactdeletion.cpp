// SPDX-License-Identifier: Apache-2.0
#include "sync/run/contactdeletion.h"

#include "sync/plan/rowmapping.h"

#include <memory>
#include <utility>

namespace Elenco {

Routine<bool> ContactDeletion::sendSeen()
{
    // A reading of all is a look at what listings show; what they hide somebody may have edited, too.
    const bool isSeenWhole = m_reading != 0 && !m_course.client().capabilities().fields.hidesAny();
    ContactId after;
    while (isSeenWhole) {
        auto seenTask = m_course.write<std::vector<SyncRows::Deletion>>([run = m_reading, after](Workspace &workspace) {
            return SyncRows(workspace).deletionsSeen(run, after, DeletionBatch::most);
        });
        const Result<std::vector<SyncRows::Deletion>> seen = co_await std::move(seenTask);
        if (!m_course.heedStore(seen))
            co_return false;
        if (seen->empty())
            break;
        after = seen->back().id;
        m_gathered = *seen;
        const bool removed = co_await sendGathered();
        if (!removed)
            co_return false;
    }
    co_return true;
}

Routine<bool> ContactDeletion::add(SyncRows::Deletion deletion)
{
    m_gathered.push_back(deletion);
    if (m_gathered.size() < mostAtOnce())
        co_return true;
    const bool sent = co_await sendGathered();
    co_return sent;
}

// The fewer are read before one request deletes them, the less time has anybody to edit one of them unseen.
size_t ContactDeletion::mostAtOnce() const
{
    constexpr qint64 few = BulkLane::fewDeletions;
    return m_bulk.work().deletions > few ? static_cast<size_t>(DeletionBatch::most) : 1;
}

// Between its reading and this may lie the readings of the others: a few seconds in which nobody else's edit is seen.
Routine<bool> ContactDeletion::sendGathered()
{
    const std::vector<SyncRows::Deletion> gathered = std::exchange(m_gathered, {});
    std::vector<ContactId> ids;
    for (const SyncRows::Deletion &deletion : gathered)
        ids.push_back(deletion.id);
    // Whoever was brought back since it was read stays.
    const auto remoteIds = std::make_shared<QList<RemoteId>>();
    auto notedTask = m_course.update(ids, [remoteIds](const SyncRow &now) -> std::optional<SyncChange> {
        if (!now.isDeleted || !now.remoteId.isValid())
            return std::nullopt;
        remoteIds->append(now.remoteId);
        SyncChange change = SyncChange::keeping(now);
        change.isDeletionSent = true;
        return change;
    });
    const Result<qint64> noted = co_await std::move(notedTask);
    if (!m_course.heedStore(noted))
        co_return false;
    const Result<DeletionBatch> batch = DeletionBatch::of(*remoteIds);
    if (!batch)
        co_return true;
    const Result<void> answer = co_await m_course.client().deleteContacts(*batch, Priority::Background);
    m_course.heed(SyncCall::DeleteContacts, answer);
    if (!answer) // asked again in the next run: the reading before it says whether they are gone
        co_return m_course.mayGoOn();
    auto doneTask = m_course.update(ids, [](const SyncRow &now) -> std::optional<SyncChange> {
        if (now.isDeleted) {
            SyncChange change = SyncChange::keeping(now);
            change.fate = SyncChange::Fate::Gone;
            return change;
        }
        // Brought back meanwhile: to the gateway it is somebody new.
        return now.isDeletionSent ? std::optional(unboundOf(now)) : std::nullopt;
    });
    const Result<qint64> done = co_await std::move(doneTask);
    m_course.report().deleted += remoteIds->size();
    m_course.progress(SyncPhase::Deleting, m_course.report().deleted, 0);
    co_return m_course.heedStore(done);
}

} // namespace Elenco
