// SPDX-License-Identifier: Apache-2.0
#include "gateway/client/pagewalk.h"

#include <algorithm>

namespace Elenco {

namespace {

// Pages without a new id, one after the other, before the server is taken to repeat itself.
constexpr int mostStale = 3;

Error unreadable(const QString &place)
{
    return {ErrorKind::UnreadableAnswer, {}, place};
}

} // namespace

bool PagingProgress::isComplete() const
{
    // Rows that did not match were there, and rows that came twice were one.
    return atEnd && rowsTaken + dropped >= lastTotal.value_or(0);
}

PageWalk::PageWalk(const PagingStart &start, int accountLimit)
    : m_phase(start.direction == PagingDirection::Forward ? Phase::Forward
              : start.page < 0                            ? Phase::Counting
                                                          : Phase::Backward)
{
    m_progress.pageLimit = std::clamp(start.limit > 0 ? start.limit : accountLimit, 1, 1000);
    m_progress.nextPage = std::max<qint64>(0, start.page);
    m_progress.firstTotal = start.firstTotal;
    m_covered = m_progress.nextPage * m_progress.pageLimit;
}

bool PageWalk::endsWith(const Error &refusal) const
{
    const bool isRefused = refusal.kind == ErrorKind::Refused || refusal.kind == ErrorKind::NotFound;
    const bool isForward = m_phase == Phase::Forward || m_phase == Phase::Tail;
    return isRefused && isForward && m_progress.nextPage > 0 && m_progress.lastTotal &&
           m_covered >= *m_progress.lastTotal;
}

void PageWalk::take(const Given &given)
{
    ++m_progress.requests;
    if (given.total)
        m_progress.lastTotal = given.total;
    if (!m_progress.firstTotal)
        m_progress.firstTotal = given.total;
    if (m_phase == Phase::Counting) {
        count(given);
        return;
    }
    m_progress.rowsGiven += given.rows;
    m_progress.rowsTaken += given.newIds;
    m_progress.duplicates += given.rows - given.dropped - given.newIds;
    if (isOdd(given))
        return;
    m_progress.dropped += given.dropped;
    if (m_phase == Phase::Backward)
        goBackward(given);
    else
        goForward(given);
}

Result<void> PageWalk::check(const Given &given) const
{
    if (m_phase == Phase::Forward || m_phase == Phase::Tail)
        return {};
    if (!given.total)
        return unreadable(QStringLiteral("total"));
    if (m_phase == Phase::Counting)
        return {};
    // Where a row is missing, going on would leave it out: no growth or shrinking explains it, the total is of this
    // answer.
    const qint64 limit = m_progress.pageLimit;
    const qint64 expected = std::clamp<qint64>(*given.total - m_progress.nextPage * limit, 0, limit);
    if (given.rows != expected)
        return unreadable(QStringLiteral("rows"));
    if (given.echo.offset && *given.echo.offset != m_progress.nextPage * limit)
        return unreadable(QStringLiteral("offset"));
    return {};
}

bool PageWalk::isOdd(const Given &given)
{
    // A filter that was ignored once shifts the page under the others; a filter that is ignored twice always is.
    const bool unfiltered = given.dropped > 0 && !m_ignoresFilters;
    if (unfiltered && m_again)
        m_ignoresFilters = true;
    // Nothing at all, of an enumeration that had more than that a moment ago; without a total, any end looks like that.
    const qint64 said = given.total ? *given.total : given.hasMore ? m_progress.rowsTaken : 0;
    const bool vanished = given.rows == 0 && said < m_progress.rowsTaken;
    m_again = (unfiltered || vanished) && !m_again;
    return m_again;
}

void PageWalk::count(const Given &given)
{
    // The largest page that really comes decides what a page is.
    if (given.rows > 0 && given.rows < m_progress.pageLimit && *given.total > given.rows)
        m_progress.pageLimit = int(given.rows);
    m_progress.nextPage = *given.total / m_progress.pageLimit + 1;
    m_phase = Phase::Backward;
}

void PageWalk::goBackward(const Given &)
{
    if (m_progress.nextPage > 0) {
        --m_progress.nextPage;
        return;
    }
    m_phase = Phase::Tail;
    m_progress.nextPage = m_progress.firstTotal.value_or(0) / m_progress.pageLimit;
    m_covered = m_progress.nextPage * m_progress.pageLimit;
}

void PageWalk::goForward(const Given &given)
{
    const qint64 limit = m_progress.pageLimit;
    const qint64 start = m_progress.nextPage * limit;
    const qint64 end = start + given.rows;
    const bool claimsMore = given.hasMore.value_or(false) || given.total.value_or(0) > end;
    m_staleInARow = given.newIds == 0 && given.dropped < given.rows ? m_staleInARow + 1 : 0;
    // A full page may be the last: only the next one shows it. Totals lie both ways. Where nothing is said of what is
    // to come, a short page may as well be a limit that was not honoured: an empty one is the end.
    const bool saysWhetherMore = given.hasMore || given.total;
    const bool isLast = given.rows < limit && saysWhetherMore && !claimsMore;
    if (given.rows == 0 || isLast || m_staleInARow == mostStale) {
        m_progress.atEnd = true;
        return;
    }
    m_covered = std::max(m_covered, end);
    if (given.rows >= limit)
        m_limitLearned = true; // it gives that many; what is shorter later on is for another reason
    if (given.rows > limit) {
        m_progress.pageLimit = int(std::min<qint64>(given.rows, std::numeric_limits<int>::max()));
    } else if (given.rows < limit) {
        const qint64 echoed = given.echo.limit.value_or(0);
        if (echoed > 0 && echoed < limit) {
            m_progress.pageLimit = int(echoed);
        } else if (echoed == 0 && !m_limitLearned) {
            m_progress.pageLimit = int(given.rows);
        } else if (given.newIds == 0) {
            // Asked for again, it is as short: some of its rows are not shown to anybody.
            m_covered = std::max(m_covered, start + limit);
        }
        m_limitLearned = true;
    }
    m_progress.nextPage = m_covered / m_progress.pageLimit;
}

} // namespace Elenco
