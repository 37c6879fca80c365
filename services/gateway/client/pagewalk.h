// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/client/pager.h"

namespace Elenco {

/// Which page comes next, and when it is over: the rules of paging (gateway.md section 1, sync.md section 2.4) without
/// the network. Forward it covers the rows from the first on; a page that starts before what is covered is fine, a gap
/// never. Backward it goes from beyond the total down to page 0, and then reads what was appended meanwhile.
class PageWalk
{
public:
    /// `accountLimit`: rows a page where the start names none.
    PageWalk(const PagingStart &start, int accountLimit);

    PageRequest next() const { return {m_progress.nextPage, m_progress.pageLimit}; }
    /// True if the next page is only read for its total: its rows come again.
    bool isCounting() const { return m_phase == Phase::Counting; }
    bool atEnd() const { return m_progress.atEnd; }

    /// Whether what came for next() can be taken; after an Error the same page is next.
    template <typename Row>
    Result<void> check(const Page<Row> &page) const
    {
        return check(Given{page.rowsGiven, page.rowsDropped, 0, page.total, page.hasMore, page.echo});
    }
    /// Takes what check() found good; `newIds` of its rows had not been seen.
    template <typename Row>
    void take(const Page<Row> &page, qint64 newIds)
    {
        take(Given{page.rowsGiven, page.rowsDropped, newIds, page.total, page.hasMore, page.echo});
    }

    /// A page behind the last row may be refused instead of being empty: then this refusal is its end.
    bool endsWith(const Error &refusal) const;

    const PagingProgress &progress() const { return m_progress; }

private:
    enum class Phase { Forward, Counting, Backward, Tail };
    struct Given {
        qint64 rows;
        qint64 dropped;
        qint64 newIds;
        std::optional<qint64> total;
        std::optional<bool> hasMore;
        PageEcho echo;
    };

    void take(const Given &given);
    Result<void> check(const Given &given) const;
    bool isOdd(const Given &given);
    void count(const Given &given);
    void goForward(const Given &given);
    void goBackward(const Given &given);

    PagingProgress m_progress;
    Phase m_phase;
    qint64 m_covered = 0; ///< rows from the first on, as the server counts them
    int m_staleInARow = 0;
    bool m_again = false;          ///< the page was odd, and is asked for a second time
    bool m_ignoresFilters = false; ///< two answers in a row had rows that nobody asked for
    bool m_limitLearned = false;
};

} // namespace Elenco
