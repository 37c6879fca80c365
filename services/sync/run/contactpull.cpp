// SPDX-License-Identifier: Apache-2.0
#include "sync/run/contactpull.h"

#include "gateway/client/pager.h"
#include "sync/records/canonical.h"
#include "sync/records/deliberate.h"
#include "sync/run/absentcontacts.h"

#include <QCoreApplication>
#include <QLocale>

namespace Elenco {

namespace {

const QString contactScope = QStringLiteral("contacts");

using SharedRecords = std::shared_ptr<const std::vector<SeenRecord>>;

std::optional<SyncChange> decide(const SeenRecord &seen, PullRuns::Match match, const SyncRow &row,
                                 const NumberJudge &judge)
{
    switch (match) {
    case PullRuns::Match::Arrival: return arrivalOf(seen, judge);
    case PullRuns::Match::ByNumber: {
        const auto sent = row.send == SendState::Sent ? unpackRecord(row.sent) : std::nullopt;
        return adoptionOf(row, sent ? &*sent : nullptr, seen, Creation::Unanswered, judge);
    }
    case PullRuns::Match::Known: {
        if (deliberate(Bug::PullOverwrites))
            return changeOf(row, merge(&seen.record, seen.record, seen.record, authorshipOf(row)), seen, judge);
        return listingOf(row, seen, judge);
    }
    }
    Q_UNREACHABLE();
}

} // namespace

Routine<bool> ContactPull::run()
{
    const bool began = co_await begin();
    if (!began)
        co_return false;
    const bool read = co_await readAll();
    if (!read)
        co_return false;
    const bool settled = co_await settleMissing();
    if (!settled)
        co_return false;
    const bool isFresh = !m_run.resumed;
    if (isFresh) {
        const bool released = co_await releaseUnknown();
        if (!released)
            co_return false;
    }
    const bool ended = co_await endReading();
    if (!ended)
        co_return false;
    for (bool isMissing = true; isMissing;) {
        auto madeTask = m_course.write<bool>([](Workspace &workspace) { return PullRuns(workspace).restoreIndex(); });
        const Result<bool> made = co_await std::move(madeTask);
        if (!m_course.heedStore(made))
            co_return false;
        isMissing = *made;
    }
    m_course.report().isFresh = isFresh;
    co_return true;
}

Routine<bool> ContactPull::begin()
{
    auto currentTask = m_course.write<std::optional<PullRun>>(
        [](Workspace &workspace) { return PullRuns(workspace).current(contactScope); });
    const Result<std::optional<PullRun>> current = co_await std::move(currentTask);
    if (!m_course.heedStore(current))
        co_return false;
    if (*current) {
        m_run = **current;
        if (deliberate(Bug::CursorWithoutSeen)) {
            auto againTask = m_course.write<PullRun>([run = m_run](Workspace &workspace) {
                return PullRuns(workspace).begin(contactScope, run.pageSize, run.nextPage, run.total);
            });
            const Result<PullRun> again = co_await std::move(againTask);
            if (again)
                m_run = *again;
        }
        m_lastTotal = m_run.total;
        m_expected.limit = static_cast<int>(m_run.pageSize);
        co_return true;
    }
    // How long it is, by the first page; how many rows a page really has, by what came.
    RemoteContactQuery query;
    query.page.limit = m_course.client().capabilities().pageLimit;
    const Result<Page<RemoteContact>> first = co_await m_course.client().contacts(query, Priority::Background);
    m_course.heed(SyncCall::ReadPage, first);
    if (!first) {
        m_course.end(first.error());
        co_return false;
    }
    m_expected.limit = query.page.limit;
    m_expected.needsTotal = false;
    m_expected.firstPage = m_course.client().capabilities().firstPage;
    if (first->total.value_or(0) > first->rowsGiven && first->rowsGiven > 0)
        m_expected.limit = first->rowsGiven;
    if (const PageVerdict verdict = judgePage(m_expected, *first); verdict != PageVerdict::Good) {
        m_course.end(unreadableList(verdict));
        co_return false;
    }
    m_expected.needsTotal = true;
    m_lastTotal = first->total.value_or(-1);
    m_firstRows = first->rows.size();
    auto roomStep = findRoom(m_lastTotal);
    const bool hasRoom = co_await std::move(roomStep);
    if (!hasRoom)
        co_return false;
    const bool isAll = first->total && m_lastTotal <= m_expected.limit;
    const qint64 lastPage = isAll || !first->total ? 0 : (m_lastTotal - 1) / m_expected.limit;
    auto runTask =
        m_course.write<PullRun>([limit = m_expected.limit, lastPage, total = m_lastTotal](Workspace &workspace) {
            return PullRuns(workspace).begin(contactScope, limit, lastPage, total);
        });
    const Result<PullRun> run = co_await std::move(runTask);
    if (!m_course.heedStore(run))
        co_return false;
    m_run = *run;
    if (isAll) {
        auto takenStep = take(*first, -1, SeenIn::Listing);
        const bool taken = co_await std::move(takenStep);
        co_return taken;
    }
    co_return true;
}

// A disk that fills up halfway through the first reading would take the room from everything else; what comes later is
// little.
Routine<bool> ContactPull::findRoom(qint64 contacts)
{
    auto boundTask = m_course.write<qint64>([](Workspace &workspace) { return PullRuns(workspace).countBound(); });
    const Result<qint64> bound = co_await std::move(boundTask);
    if (!m_course.heedStore(bound))
        co_return false;
    const qint64 free = m_course.freeBytes(), needed = contacts * bytesPerContact;
    if (*bound > 0 || free < 0 || needed <= free)
        co_return true;
    const QLocale locale;
    m_course.end(
        {ErrorKind::DiskFull, m_course.workspace().path(),
         QCoreApplication::translate("Sync", "%1 contacts take about %2, and %3 are free")
             .arg(locale.toString(contacts), locale.formattedDataSize(needed), locale.formattedDataSize(free))});
    co_return false;
}

Routine<bool> ContactPull::readAll()
{
    if (m_run.total < 0 || deliberate(Bug::ForwardAbsence)) {
        const bool read = co_await readForward();
        co_return read;
    }
    const bool down = co_await readDown();
    if (!down)
        co_return false;
    const bool tail = co_await readTail();
    co_return tail;
}

// Without a total nobody knows where the last page is. Rows may shift away under a reading from the front: they are
// candidates more, and each is asked for by its id.
Routine<bool> ContactPull::readForward()
{
    PagingStart start;
    start.limit = m_expected.limit;
    start.page = deliberate(Bug::ForwardAbsence) ? 0 : m_run.nextPage;
    ContactPager pager(m_course.client(), RemoteContactQuery(), start);
    while (!pager.atEnd()) {
        const Result<PagedRows<RemoteContact>> rows = co_await pager.next();
        m_course.heed(SyncCall::ReadPage, rows);
        if (!rows) {
            m_course.end(rows.error());
            co_return false;
        }
        Page<RemoteContact> page;
        page.rows = rows->rows;
        auto takenStep = take(page, rows->progress.nextPage, SeenIn::Listing);
        const bool taken = co_await std::move(takenStep);
        if (!taken)
            co_return false;
        m_course.progress(SyncPhase::Reading, m_rowsSeen, 0);
    }
    co_return true;
}

Routine<bool> ContactPull::readDown()
{
    const qint64 pages = m_run.total / std::max<qint64>(1, m_run.pageSize) + 1;
    while (m_run.nextPage >= 0) {
        m_course.progress(SyncPhase::Reading, (pages - m_run.nextPage - 1) * m_run.pageSize, m_run.total);
        auto takenStep = readPage(m_run.nextPage, m_run.nextPage - 1);
        const bool taken = co_await std::move(takenStep);
        if (!taken)
            co_return false;
    }
    co_return true;
}

// What was added while the pages were read stands at the end.
Routine<bool> ContactPull::readTail()
{
    qint64 page = m_run.total / m_run.pageSize;
    qint64 known = m_run.total;
    while (m_lastTotal > known) {
        known = m_lastTotal;
        for (; page * m_run.pageSize < known; ++page) {
            auto takenStep = readPage(page, -1);
            const bool taken = co_await std::move(takenStep);
            if (!taken)
                co_return false;
        }
        page = known / m_run.pageSize;
    }
    co_return true;
}

Routine<bool> ContactPull::readPage(qint64 page, qint64 nextPage)
{
    RemoteContactQuery query;
    query.page = {page, m_expected.limit};
    const Result<Page<RemoteContact>> answer = co_await m_course.client().contacts(query, Priority::Background);
    m_course.heed(SyncCall::ReadPage, answer);
    if (!answer) { // the cursor stays; the next run goes on here
        m_course.end(answer.error());
        co_return false;
    }
    m_expected.page = page;
    m_expected.firstPage = m_course.client().capabilities().firstPage;
    m_expected.totalBefore = m_lastTotal;
    if (const PageVerdict verdict = judgePage(m_expected, *answer); verdict != PageVerdict::Good) {
        m_course.end(unreadableList(verdict));
        if (m_run.resumed) // it is too old to go on with
            co_await endReading();
        co_return false;
    }
    m_lastTotal = *answer->total;
    auto takenStep = take(*answer, nextPage, SeenIn::Listing);
    const bool taken = co_await std::move(takenStep);
    co_return taken;
}

Routine<bool> ContactPull::take(Page<RemoteContact> page, qint64 nextPage, SeenIn in)
{
    const auto records = std::make_shared<std::vector<SeenRecord>>();
    std::vector<SeenContact> seen;
    m_expected.idsBefore.clear();
    for (const RemoteContact &row : page.rows) {
        records->push_back(m_course.seen(row, in));
        const SeenRecord &record = records->back();
        seen.push_back({row.id, numberOf(record.record), record.fingerprint(), {}, {}});
        if (seen.back().number.empty()) {
            seen.back().address = canonical("email", record.record.value("email"));
            seen.back().name = record.wholeName();
        }
        m_expected.idsBefore.append(row.id);
    }
    m_rowsSeen += page.rows.size();
    const auto unsure = std::make_shared<std::vector<ContactId>>();
    auto outcomeTask = m_course.write<PageOutcome>(
        [run = m_run, nextPage, seen = std::move(seen), records = SharedRecords(records), unsure,
         set = m_course.changeSet(), judge = m_course.judge()](Workspace &workspace) {
            return PullRuns(workspace).takePage(run, nextPage, seen, *set,
                                                [&](size_t index, PullRuns::Match match, const SyncRow &row) {
                                                    auto change = decide((*records)[index], match, row, judge);
                                                    if (change && !change->fingerprint)
                                                        unsure->push_back(row.id);
                                                    return change;
                                                });
        });
    const Result<PageOutcome> outcome = co_await std::move(outcomeTask);
    if (!m_course.heedStore(outcome))
        co_return false;
    m_course.noteUnsure(*unsure);
    m_run.nextPage = nextPage;
    m_course.report().arrived += outcome->arrived;
    if (m_course.report().arrivals.size() < PageOutcome::mostNames)
        m_course.report().arrivals += outcome->arrivals;
    m_course.report().received += outcome->changed + outcome->bound;
    co_return m_course.mayGoOn();
}

Routine<bool> ContactPull::settleMissing()
{
    AbsentContacts absent(m_course, m_run, m_rowsSeen > 0, [this](const RemoteContact &contact) {
        m_sawEverybody = false;
        Page<RemoteContact> page;
        page.rows = {contact};
        return take(std::move(page), m_run.nextPage, SeenIn::AnswerById);
    });
    for (;;) {
        auto missingTask = m_course.write<qint64>(
            [run = m_run](Workspace &workspace) { return PullRuns(workspace).countAbsent(run); });
        const Result<qint64> missing = co_await std::move(missingTask);
        if (!m_course.heedStore(missing))
            co_return false;
        auto boundTask = m_course.write<qint64>([](Workspace &workspace) { return PullRuns(workspace).countBound(); });
        const Result<qint64> bound = co_await std::move(boundTask);
        if (!m_course.heedStore(bound))
            co_return false;
        bool goesOn = false;
        switch (missingStep({*missing, *bound, m_enumerations, m_sampleIsGone})) {
        case MissingStep::Nothing: co_return true;
        case MissingStep::ProveEach: {
            auto provingStep = absent.proveEach();
            goesOn = co_await std::move(provingStep);
            if (!absent.contradictsReading())
                co_return goesOn;
            break;
        }
        case MissingStep::ReadAgain:
            ++m_enumerations;
            m_run.nextPage = m_run.total < 0 ? 0 : std::max<qint64>(0, m_lastTotal - 1) / m_run.pageSize;
            m_expected.idsBefore.clear();
            goesOn = co_await readAll();
            break;
        case MissingStep::ProveSample: {
            auto provingStep = absent.proveSample();
            goesOn = m_sampleIsGone = co_await std::move(provingStep);
            break;
        }
        case MissingStep::AskPerson: {
            auto ownStep = absent.settleOwnDeletions();
            const qint64 own = co_await std::move(ownStep);
            goesOn = m_course.mayGoOn();
            if (own > 0) // what is left may be few
                break;
            auto answeredStep = absent.settleByAnswer(*missing);
            const bool answered = co_await std::move(answeredStep);
            co_return answered;
        }
        }
        if (absent.contradictsReading())
            co_await endReading();
        if (!goesOn)
            co_return false;
    }
}

// The next run reads everything from its beginning.
Routine<bool> ContactPull::endReading()
{
    auto endedTask = m_course.write<void>([run = m_run](Workspace &workspace) { return PullRuns(workspace).end(run); });
    const Result<void> ended = co_await std::move(endedTask);
    co_return m_course.heedStore(ended);
}

// A new contact whose answer was lost, on an account that can't be asked by number: a whole reading has not met it.
Routine<bool> ContactPull::releaseUnknown()
{
    auto doneTask = m_course.write<qint64>([](Workspace &workspace) { return SyncRows(workspace).releaseUnknown(); });
    const Result<qint64> done = co_await std::move(doneTask);
    co_return m_course.heedStore(done);
}

} // namespace Elenco
