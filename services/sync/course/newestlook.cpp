// SPDX-License-Identifier: Apache-2.0
#include "sync/course/newestlook.h"

#include "gateway/client/pager.h"
#include "store/sync/uploadrows.h"
#include "sync/records/canonical.h"

#include <algorithm>

namespace Elenco {

namespace {

// Who adds more than this between a reading and an upload makes the reading worthless.
constexpr int rowsOfAPage = 100, mostPages = 20;
constexpr int mostLooks = 4;

} // namespace

// Those that come while several pages are looked at are met by another look, until one page shows that nobody has.
Routine<bool> NewestLook::run()
{
    if (m_course.client().capabilities().twoStepTable == Known::Yes)
        co_return true;
    for (int looks = 0; looks < mostLooks; ++looks) {
        auto lookStep = lookBack();
        const Reach reach = co_await std::move(lookStep);
        if (reach != Reach::Later)
            co_return reach == Reach::AtOnce;
    }
    co_return false;
}

Routine<NewestLook::Reach> NewestLook::lookBack()
{
    const Capabilities known = m_course.client().capabilities();
    RemoteContactQuery query;
    query.sortBy = QStringLiteral("id");
    query.order = SortOrder::Descending;
    PagingStart start;
    start.limit = rowsOfAPage;
    ContactPager newest(m_course.client(), query, start);
    QSet<RemoteId> seen;
    for (int pages = 0; !newest.atEnd() && pages < mostPages; ++pages) {
        const Result<PagedRows<RemoteContact>> page = co_await newest.next();
        m_course.heed(SyncCall::ReadPage, page);
        if (!page) {
            m_newestId.reset(); // nobody knows any more who is newer
            if (!m_course.mayGoOn() || page.error().kind != ErrorKind::Refused)
                co_return Reach::Not;
            co_return Reach::AtOnce; // it does not let itself be looked at
        }
        if (known.sortById == Known::Yes && known.numericIds == Known::Yes)
            m_newestId = m_newestId.value_or(0);
        std::vector<RemoteId> ids;
        for (const RemoteContact &row : page->rows) {
            ids.push_back(row.id);
            seen.insert(row.id);
            if (m_newestId)
                m_newestId = std::max(*m_newestId, row.id.value.toULongLong());
            m_numbers.insert(
                QString::fromStdString(canonicalNumber(row.phoneNumber.value_or(QString()).toStdString())));
        }
        bool isReached = ids.empty() ? m_sawNobody : std::any_of(ids.begin(), ids.end(), [this](const RemoteId &id) {
            return m_seen.contains(id);
        });
        if (!isReached) {
            auto reachesTask = m_course.write<bool>([ids, isEnd = newest.atEnd()](Workspace &workspace) {
                return UploadRows(workspace).reaches(ids, isEnd);
            });
            const Result<bool> reaches = co_await std::move(reachesTask);
            if (!m_course.heedStore(reaches))
                co_return Reach::Not;
            isReached = *reaches;
        }
        if (isReached) {
            m_seen.unite(seen);
            m_sawNobody = m_seen.isEmpty();
            co_return pages == 0 ? Reach::AtOnce : Reach::Later;
        }
    }
    co_return Reach::Not;
}

} // namespace Elenco
