// SPDX-License-Identifier: Apache-2.0
#include "sync/run/syncscheduler.h"

#include "store/sync/conflicts.h"

#include <algorithm>

namespace Elenco {

namespace {

constexpr qint64 second = 1000, minute = 60 * second;
constexpr qint64 pauseAfterEdit = 2 * second; // a person is still typing
constexpr qint64 longestPause = 10 * second;  // who types on does not wait for ever
constexpr qint64 pullEvery = 15 * minute;
constexpr qint64 pullSeldom = 60 * minute; // above 100,000 contacts, and on a battery that is saved
constexpr qint64 largeBook = 100'000;
constexpr qint64 everyAnnouncement = 2 * second;
constexpr qint64 everyLook = 2 * second;
constexpr int mostRounds = 3; // a run that took something may have given others something to say

SyncScheduler::State stateAfter(const Error &error)
{
    using State = SyncScheduler::State;
    switch (error.kind) {
    case ErrorKind::NoNetwork:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::ProxyFailed:
    case ErrorKind::NotTheGateway: return State::Offline;
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFailed:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::UnreadableAnswer: return State::Delayed;
    default: return State::Stuck;
    }
}

} // namespace

SyncScheduler::SyncScheduler(const SyncSurroundings &surroundings, QObject *parent)
    : QObject(parent), m_surroundings(surroundings)
{
    m_facts =
        Task<QString>::start(m_surroundings.readers, this, [&workspace = m_surroundings.workspace](const JobControl &) {
            return syncFact(workspace, QStringLiteral("lastFullPull"));
        });
    m_facts.then([this](const Result<QString> &when) {
        if (when && !m_lastFullPull.isValid())
            m_lastFullPull = QDateTime::fromString(*when, Qt::ISODate);
        Q_EMIT changed();
    });
    refreshCounts({});
}

SyncScheduler::~SyncScheduler() = default;

void SyncScheduler::setClient(Client *client)
{
    if (client == m_client.data() && (client || m_state == State::Off))
        return;
    m_client = client;
    m_engine.reset(); // a run that was under way ends where it waits; the next one goes on from its marks
    m_alarm.reset();
    m_watch.reset();
    m_failures = 0;
    m_rounds = 0;
    m_isFresh = false;
    m_isStopping = false;
    m_missing = 0;
    m_unread = 0;
    refreshCounts({}); // and whoever waited for counts of the account before waits no more
    if (!client) {
        setState(State::Off);
        return;
    }
    m_engine = std::make_unique<SyncEngine>(SyncDesk{m_surroundings.workspace, m_surroundings.writer, *client,
                                                     m_surroundings.judge, m_surroundings.random});
    connect(m_engine.get(), &SyncEngine::progressed, this, [this](const SyncProgress &progress) {
        m_progress = progress;
        announce(everyAnnouncement);
        Q_EMIT changed();
    });
    connect(m_engine.get(), &SyncEngine::finished, this, &SyncScheduler::ended);
    setState(State::Resting);
    schedule(0, Depth::Thorough);
}

// The first page of a first reading is shown at once, the others as often as a table can be read again in peace.
void SyncScheduler::announce(qint64 pause)
{
    const qint64 now = m_surroundings.clock.milliseconds(), revision = m_surroundings.workspace.revision();
    if (revision == m_announcedRevision || (m_announcedAt >= 0 && now - m_announcedAt < pause))
        return;
    m_announcedRevision = revision;
    m_announcedAt = now;
    m_isAnnouncing = true;
    Q_EMIT wrote();
    m_isAnnouncing = false;
}

void SyncScheduler::setNetwork(bool isReachable, bool isMetered)
{
    const bool isBack = isReachable && !m_isReachable;
    m_isReachable = isReachable;
    m_isMetered = isMetered;
    if (!m_client || m_state == State::Stuck || m_state == State::Stopped)
        return;
    if (!isReachable && m_state != State::Syncing)
        setState(State::Offline, Error{ErrorKind::NoNetwork, {}, {}});
    else if (isBack)
        schedule(second, Depth::All); // addresses and names take a moment to be there
}

void SyncScheduler::noteEdit()
{
    if (m_isAnnouncing)
        return;
    if (m_state == State::Syncing) {
        m_editedMeanwhile = true;
        if (m_engine && m_engine->isRunning()) // else its end counts, and has to be heard
            refreshCounts({});
        return;
    }
    refreshCounts([this] {
        if (!m_client || m_state == State::Syncing || m_state == State::Stuck || m_state == State::Stopped ||
            m_unsent == m_settled || m_unsent.total() <= m_unsent.blocked + m_unsent.waiting)
            return;
        const qint64 now = m_surroundings.clock.milliseconds();
        if (m_firstEdit < 0)
            m_firstEdit = now;
        if (m_state == State::Offline || m_state == State::Delayed)
            return;      // what is tried again takes it along
        m_alarm.reset(); // a later pull is taken along as well
        schedule(std::clamp<qint64>(m_firstEdit + longestPause - now, 0, pauseAfterEdit), Depth::Send);
    });
}

void SyncScheduler::syncNow()
{
    if (!m_engine || m_state == State::Syncing)
        return;
    m_failures = 0;
    m_rounds = 0;
    begin(Depth::Thorough, true);
}

void SyncScheduler::stop()
{
    if (m_state != State::Syncing || m_isStopping)
        return;
    m_isStopping = true;
    Q_EMIT changed();
    m_engine->stop(); // between two rounds none runs, and the next one does not begin
}

qint64 SyncScheduler::elapsed() const
{
    return m_state == State::Syncing ? m_surroundings.clock.milliseconds() - m_started : 0;
}

bool SyncScheduler::isInStep() const
{
    return m_state == State::Resting && m_isFresh && m_unsent.total() == 0 && m_unsent.conflicts == 0 &&
           m_overwritten == 0 && m_missing == 0;
}

qint64 SyncScheduler::pullPause() const
{
    return m_savesPower || m_unsent.known > largeBook ? pullSeldom : pullEvery;
}

// The earlier of two wishes wins, and takes the depth of both.
void SyncScheduler::schedule(qint64 delay, Depth depth)
{
    const qint64 due = m_surroundings.clock.milliseconds() + delay;
    if (m_alarm) {
        m_dueDepth = std::max(m_dueDepth, depth);
        if (m_due <= due)
            return;
    } else {
        m_dueDepth = depth;
    }
    m_due = due;
    m_alarm = m_surroundings.clock.after(delay, [this] {
        m_alarm.reset();
        m_rounds = 0;
        // Reading costs, and nobody has asked for it; the first reading of all is asked for with the account.
        begin(m_isMetered && m_dueDepth == Depth::All ? Depth::Send : m_dueDepth);
    });
}

void SyncScheduler::begin(Depth depth, bool byHand)
{
    if (!m_engine || m_engine->isRunning())
        return;
    m_alarm.reset();
    // A quarter of an hour may have passed in edits alone; and what was never read is read now.
    const bool isOld = !m_isFresh || m_lastFullPull.secsTo(QDateTime::currentDateTimeUtc()) * second >= pullPause();
    m_depth = depth == Depth::Send && isOld && !m_isMetered ? Depth::All : depth;
    m_firstEdit = -1;
    m_editedMeanwhile = false;
    m_isStopping = false;
    m_progress = {};
    ++m_attempts;
    const qint64 now = m_surroundings.clock.milliseconds();
    const qint64 waited = m_started < 0 ? 0 : now - m_started;
    m_started = now;
    m_announcedAt = -1;
    m_announcedRevision = m_surroundings.workspace.revision();
    setState(State::Syncing);
    watch();
    m_engine->start({.reads = m_depth != Depth::Send,
                     .allMembers = m_depth == Depth::Thorough,
                     .asksRoom = m_depth != Depth::Send,
                     .retriesRefused = byHand,
                     .waited = waited});
}

// What waits goes down while it is sent; and who hangs says nothing by itself, so that whoever shows it looks again.
void SyncScheduler::watch()
{
    m_watch = m_surroundings.clock.after(everyLook, [this] {
        const std::unique_ptr<Alarm> keep = std::move(m_watch); // it is what runs
        if (m_state != State::Syncing || !m_engine || !m_engine->isRunning())
            return;
        refreshCounts({});
        watch();
    });
}

void SyncScheduler::ended(const SyncReport &report)
{
    m_watch.reset();
    m_hasSent = (m_hasSent && report.stopped) || report.sent() > 0;
    for (const SyncReport::Refusal &notice : report.notices)
        Q_EMIT noticed(notice.subject, notice.words);
    announce(0); // also of what no count tells: a choice changes a row
    if (report.isFresh) {
        m_isFresh = true;
        m_lastFullPull = QDateTime::currentDateTimeUtc();
    }
    if (m_depth != Depth::Send) {
        m_missing = report.missing;
        m_unread = report.stopped ? m_unread : report.unread;
    }
    refreshCounts([this, report] {
        m_settled = m_unsent;
        if (!report.stopped || report.stopped->kind == ErrorKind::Cancelled)
            rest(report);
        else if (m_isStopping && stateAfter(*report.stopped) != State::Stuck)
            halt();
        else
            retry(*report.stopped);
    });
}

void SyncScheduler::rest(const SyncReport &report)
{
    m_failures = 0;
    const bool isUnread = m_depth != Depth::Send && !report.isFresh;
    const bool isUnsent = report.sent() > 0 && m_unsent.total() > m_unsent.blocked + m_unsent.waiting;
    const bool hasMore = !report.stopped && report.missing == 0 && (isUnread || isUnsent);
    if (m_isStopping && (report.stopped || hasMore))
        return halt();
    m_isStopping = false; // it was at its end
    if (hasMore && ++m_rounds < mostRounds) {
        begin(m_depth);
        return;
    }
    setState(State::Resting);
    if (m_editedMeanwhile) {
        m_settled = {};
        noteEdit();
    }
    const qint64 pause = pullPause();
    if (m_unsent.retryIn >= 0 && m_unsent.retryIn < pause)
        schedule(m_unsent.retryIn, Depth::Send);
    else
        schedule(pause, m_isMetered ? Depth::Send : Depth::All);
}

// Whoever stops a sync may do so to take back what it sends: the edits that take it back must not begin it again.
void SyncScheduler::halt()
{
    m_isStopping = false;
    m_failures = 0;
    setState(State::Stopped);
    schedule(pullEvery, m_depth);
}

void SyncScheduler::retry(const Error &error)
{
    m_isStopping = false;
    setState(stateAfter(error), error);
    if (m_state == State::Stuck)
        return;
    // Full jitter, so that the desks of an office do not come back together (sync.md section 2.7).
    const qint64 most = std::min<qint64>(5 * minute, (5 * second) << std::min(m_failures++, 6));
    schedule(second + qint64(m_surroundings.random() * double(most)), m_depth);
}

void SyncScheduler::refreshCounts(std::function<void()> then)
{
    m_counting = Task<Counts>::start(m_surroundings.readers, this,
                                     [&workspace = m_surroundings.workspace](const JobControl &) -> Result<Counts> {
                                         const Result<UnsentCounts> unsent = unsentCounts(workspace);
                                         const Result<qint64> overwritten = loudReplacedCount(workspace);
                                         if (!unsent || !overwritten)
                                             return unsent ? overwritten.error() : unsent.error();
                                         return Counts{*unsent, *overwritten};
                                     });
    m_counting.then([this, then = std::move(then)](const Result<Counts> &counts) {
        if (counts) {
            m_unsent = counts->unsent;
            m_overwritten = counts->overwritten;
        }
        if (then)
            then();
        Q_EMIT changed();
    });
}

void SyncScheduler::setState(State state, std::optional<Error> problem)
{
    m_state = state;
    m_problem = std::move(problem);
    Q_EMIT changed();
}

} // namespace Elenco
