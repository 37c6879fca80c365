// SPDX-License-Identifier: Apache-2.0
#include "sync/run/membersync.h"

#include "gateway/client/pager.h"

#include <algorithm>

namespace Elenco {

namespace {

// A list whose number of members is as it was is read again after this time all the same: as many may have left as
// joined.
constexpr qint64 secondsBetweenReadings = 3600;
// So many that are refused alone, and the rest is refused with them.
constexpr int mostSingles = 3;

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
    int most = MemberBatch::most;
    for (int singles = 0;;) {
        auto waitingTask = m_course.write<UnsentMembers>([id = list.id, wanted, after, most](Workspace &workspace) {
            return SyncLists(workspace).unsentMembers(id, wanted, after, most);
        });
        const Result<UnsentMembers> waiting = co_await std::move(waitingTask);
        if (!m_course.heedStore(waiting))
            co_return false;
        if (waiting->contacts.empty())
            co_return true;
        const Result<DeletionBatch> lists = DeletionBatch::of({list.remoteId});
        const Result<MemberBatch> contacts =
            MemberBatch::of(QList<RemoteId>(waiting->remoteIds.begin(), waiting->remoteIds.end()));
        if (!lists || !contacts)
            co_return true;
        Task<MembershipOutcome> call = wanted
                                           ? m_course.client().addToLists(*lists, *contacts, Priority::Background)
                                           : m_course.client().removeFromLists(*lists, *contacts, Priority::Background);
        const Result<MembershipOutcome> answer = co_await std::move(call);
        const Outcome outcome = m_course.heed(wanted ? SyncCall::AddMembers : SyncCall::RemoveMembers, answer);
        if (!m_course.mayGoOn())
            co_return false;
        const auto asked = static_cast<qint64>(waiting->contacts.size());
        // One that is refused must not hold up the others; where several are, it is no matter of theirs.
        const bool isRefused = !answer && (outcome.row == RowStep::Block || outcome.row == RowStep::ProveAbsence);
        if (isRefused && asked > 1 && singles < mostSingles) {
            most = static_cast<int>(asked / 2);
            continue;
        }
        after = waiting->contacts.back();
        if (isRefused) {
            singles += asked == 1 ? 1 : 0;
            most = singles < mostSingles ? most : int(MemberBatch::most);
            const QString words = answer.error().detail.isEmpty() ? answer.error().text() : answer.error().detail;
            m_course.report().refuse(list.now.name, words, asked);
            auto notedTask = m_course.write<void>([id = list.id, wanted, ids = waiting->contacts, words](
                                                      Workspace &workspace) {
                return SyncLists(workspace).noteRefused(id, wanted, ids, words);
            });
            const Result<void> noted = co_await std::move(notedTask);
            if (!m_course.heedStore(noted))
                co_return false;
            continue;
        }
        most = std::min(int(MemberBatch::most), most * 2);
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
