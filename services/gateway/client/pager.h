// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/task.h"
#include "gateway/pacing/priority.h"
#include "gateway/records/remotecontactquery.h"
#include "gateway/records/remotelist.h"

#include <memory>

namespace Elenco {

class Client;

/// Which way through the pages. Backward, by ascending id, never misses a row that lives through the enumeration, since
/// its rank can only fall (sync.md section 2.4); afterwards the rows that came meanwhile are read at the end. It needs
/// an account that sorts by id and gives totals, and each page must have as many rows as its total says: else the step
/// ends as UnreadableAnswer and may be asked for again.
enum class PagingDirection { Forward, Backward };

/// Where an enumeration stands.
struct PagingProgress {
    int requests = 0;
    qint64 rowsGiven = 0;  ///< as they came
    qint64 rowsTaken = 0;  ///< handed out: every id once, and only those that match
    qint64 duplicates = 0; ///< came again: pages shifted, or overlapped on purpose
    qint64 dropped = 0;    ///< did not match: the server ignored a filter
    std::optional<qint64> firstTotal;
    std::optional<qint64> lastTotal;
    qint64 nextPage = 0; ///< the page to be asked for next, of `pageLimit` rows; store it to go on later
    int pageLimit = 0;
    bool atEnd = false;

    /// False when fewer rows were seen than the server last said it has: rows shifted away, or it cut the listing
    /// short.
    bool isComplete() const;
    friend bool operator==(const PagingProgress &, const PagingProgress &) = default;
};

/// The new rows of one page, and where the enumeration stands after it. May be empty before the end.
template <typename Row>
struct PagedRows {
    QList<Row> rows;
    PagingProgress progress;
};

/// Where to begin; the defaults are the beginning.
struct PagingStart {
    PagingDirection direction = PagingDirection::Forward;
    int limit = 0; ///< rows a page; 0: as many as the account gives
    /// To go on where an enumeration stood: its nextPage, with its pageLimit as `limit`, and its firstTotal.
    qint64 page = -1;
    std::optional<qint64> firstTotal;
    Priority priority = Priority::Background;
};

/// All contacts that match a query, or all members of a list, page by page, each exactly once, whichever envelope,
/// limit or offset the server uses and whatever its totals say: asks again until a page is empty or short, goes on by
/// what it really got, and stops with what it has when the server repeats itself.
///
/// Pulled, not pushed: next() asks for one page, so that whoever stores the rows sets the pace; memory is one page and
/// the ids seen (some 12 bytes each when they are numbers). One next() at a time. After an Error the same page may be
/// asked for again. An account that was probed takes fewer requests.
class ContactPager
{
public:
    /// The client must outlive the pager. A Task of a pager that is destroyed ends as Cancelled.
    ContactPager(Client &client, RemoteContactQuery query, PagingStart start = {});
    /// The members of a list.
    ContactPager(Client &client, RemoteId listId, RemoteContactQuery query, PagingStart start = {});
    ContactPager(ContactPager &&) noexcept;
    ~ContactPager();

    Task<PagedRows<RemoteContact>> next();
    const PagingProgress &progress() const;
    bool atEnd() const { return progress().atEnd; }

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// All lists that match a query; as ContactPager.
class ListPager
{
public:
    ListPager(Client &client, RemoteListQuery query, PagingStart start = {});
    ListPager(ListPager &&) noexcept;
    ~ListPager();

    Task<PagedRows<RemoteList>> next();
    const PagingProgress &progress() const;
    bool atEnd() const { return progress().atEnd; }

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Elenco
