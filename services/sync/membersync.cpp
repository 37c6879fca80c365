// SPDX-License-Identifier: Apache-2.0
#include "sync/membersync.h"

#include "gateway/pager.h"

#include <algorithm>

namespace Elenco {

namespace {

// A list whose number of members is as it was is read again after this time all the same: as many may have left as
// joined.
constexpr qint64 secondsBetweenReadings = 3600;

} // namespace

Routine<bool> MemberSync::run(SyncList list, std::optional<qint64> count, bool all)
{
    if (list.unsentMembers > 0) {
        auto leftStep = send(list, false);
        const bool left = co_await std::move(leftStep);
        if (!left)
            co_return false;
        auto joinedStep = send(list, true);
        const bool joined = co_await std::move(joinedStep);
        if (!joined)
            co_return false;
    }
    const qint64 age = QDateTime::currentSecsSinceEpoch() - list.lastRead;
    const bool isOld = age < 0 || age > secondsBetweenReadings; // a clock may have been set back
    const bool mayDiffer = !list.lastCount || (count && *count != *list.lastCount);
    if (!all && !m_needsReading && !isOld && !mayDiffer)
        co_return true;
    std::vector<RemoteId> members;
    auto wholeStep = read(list, members);
    const bool whole = co_await std::move(wholeStep);
    if (!whole)
        co_return m_course.mayGoOn();
    for (bool isCertain = false;; isCertain = true) {
        auto outcomeTask = m_course.write<MembersOutcome>(
            [id = list.id, members, isCertain, set = m_course.changeSet()](Workspace &workspace) {
                return SyncLists(workspace).takeMembers(id, members, isCertain, *set);
            });
        const Result<MembersOutcome> outcome = co_await std::move(outcomeTask);
        if (!m_course.heedStore(outcome))
            co_return false;
        m_course.report().membersReceived += outcome->joined + (isCertain ? outcome->left : 0);
        if (isCertain || outcome->left == 0)
            break;
        // Some would leave: whoever a second look finds stays.
        std::vector<RemoteId> second;
        auto wholeAgainStep = read(list, second);
        const bool wholeAgain = co_await std::move(wholeAgainStep);
        if (!wholeAgain)
            co_return m_course.mayGoOn();
        members.insert(members.end(), second.begin(), second.end());
    }
    co_return m_course.mayGoOn();
}

Routine<bool> MemberSync::send(SyncList list, bool wanted)
{
    ContactId after;
    for (;;) {
        auto waitingTask = m_course.write<UnsentMembers>([id = list.id, wanted, after](Workspace &workspace) {
            return SyncLists(workspace).unsentMembers(id, wanted, after, MemberBatch::most);
        });
        const Result<UnsentMembers> waiting = co_await std::move(waitingTask);
        if (!m_course.heedStore(waiting))
            co_return false;
        if (waiting->contacts.empty())
            co_return true;
        after = waiting->contacts.back();
        const Result<DeletionBatch> lists = DeletionBatch::of({list.remoteId});
        const Result<MemberBatch> contacts =
            MemberBatch::of(QList<RemoteId>(waiting->remoteIds.begin(), waiting->remoteIds.end()));
        if (!lists || !contacts)
            co_return true;
        Task<MembershipOutcome> call = wanted
                                           ? m_course.client().addToLists(*lists, *contacts, Priority::Background)
                                           : m_course.client().removeFromLists(*lists, *contacts, Priority::Background);
        const Result<MembershipOutcome> answer = co_await std::move(call);
        m_course.heed(wanted ? SyncCall::AddMembers : SyncCall::RemoveMembers, answer);
        if (!m_course.mayGoOn())
            co_return false;
        const auto asked = static_cast<qint64>(waiting->contacts.size());
        const qint64 done = !answer  ? 0
                            : wanted ? answer->added.value_or(0) + answer->skipped.value_or(0)
                                     : answer->removed.value_or(0);
        // Both may be repeated. Only an answer that accounts for every one is believed; else the list itself is read.
        if (!answer || done != asked) {
            m_needsReading = true;
            m_course.report().membersSent += answer ? asked : 0;
            continue;
        }
        auto settledTask = m_course.write<void>(
            [id = list.id, wanted, ids = waiting->contacts, growth = wanted ? answer->added.value_or(0) : -done](
                Workspace &workspace) { return SyncLists(workspace).settleMembers(id, wanted, ids, growth); });
        const Result<void> settled = co_await std::move(settledTask);
        if (!m_course.heedStore(settled))
            co_return false;
        m_course.report().membersSent += asked;
    }
}

Routine<bool> MemberSync::read(SyncList list, std::vector<RemoteId> &members)
{
    ContactPager pager(m_course.client(), list.remoteId, RemoteContactQuery());
    while (!pager.atEnd()) {
        const Result<PagedRows<RemoteContact>> page = co_await pager.next();
        m_course.heed(SyncCall::ReadPage, page);
        if (!page)
            co_return false;
        for (const RemoteContact &row : page->rows)
            members.push_back(row.id);
        m_course.progress(SyncPhase::Members, static_cast<qint64>(members.size()),
                          pager.progress().lastTotal.value_or(0));
    }
    co_return pager.progress().isComplete();
}

} // namespace Elenco
