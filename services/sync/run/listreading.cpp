// SPDX-License-Identifier: Apache-2.0
#include "sync/run/listreading.h"

#include "gateway/client/pager.h"
#include "sync/run/listing.h"

#include <algorithm>

namespace Elenco {

namespace {

Routine<bool> read(SyncCourse &course, RemoteListQuery query, QList<RemoteList> &lists)
{
    lists.clear();
    ListPager pager(course.client(), query);
    while (!pager.atEnd()) {
        const Result<PagedRows<RemoteList>> page = co_await pager.next();
        course.heed(SyncCall::ReadLists, page);
        if (!page) {
            course.end(page.error());
            co_return false;
        }
        lists += page->rows;
    }
    if (!pager.progress().isComplete()) {
        course.end(Error{ErrorKind::UnreadableAnswer, {}, {}});
        co_return false;
    }
    co_return true;
}

bool holds(const QList<RemoteList> &lists, const RemoteId &id)
{
    return std::any_of(lists.begin(), lists.end(), [&id](const RemoteList &list) { return list.id == id; });
}

} // namespace

Routine<bool> readLists(SyncCourse &course, QList<RemoteList> &lists)
{
    RemoteListQuery query;
    query.includeDeleted = true;
    auto reading = read(course, query, lists);
    const bool done = co_await std::move(reading);
    co_return done;
}

Routine<bool> addUnmarkedDeleted(SyncCourse &course, QList<RemoteList> &lists)
{
    RemoteListQuery query;
    query.includeDeleted = true;
    query.evenUnmarked = true;
    QList<RemoteList> all;
    for (int looks = 0; looks < 2 && all.isEmpty(); ++looks) { // empty answers lie in rows
        auto reading = read(course, query, all);
        const bool done = co_await std::move(reading);
        if (!done)
            co_return false;
    }
    const bool isWhole = std::all_of(lists.begin(), lists.end(), [&all](const RemoteList &list) {
        return list.isDeleted.value_or(false) || holds(all, list.id);
    });
    if (!isWhole)
        co_return false;
    for (RemoteList &list : all) {
        if (holds(lists, list.id))
            continue;
        list.isDeleted = true;
        lists.append(list);
    }
    co_return true;
}

Routine<ListCreate> confirmed(SyncCourse &course, QList<RemoteList> &lists, ListCreate decision)
{
    if (decision.kind != ListCreate::Kind::DeletedThere)
        co_return decision;
    const Result<RemoteList> answer = co_await course.client().list(decision.list, Priority::Background);
    course.heed(SyncCall::ReadPage, answer);
    if (answer && !answer->isDeleted.value_or(false)) {
        decision.kind = ListCreate::Kind::Bind;
        for (RemoteList &list : lists) {
            if (list.id == decision.list)
                list = *answer;
        }
    } else if (!answer && sightingOf(answer) != Sighting::Denied) {
        decision.kind = ListCreate::Kind::Unclear;
    }
    co_return decision;
}

} // namespace Elenco
