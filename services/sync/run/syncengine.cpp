// SPDX-License-Identifier: Apache-2.0
#include "sync/run/syncengine.h"

#include "core/errorcause.h"
#include "phone/phoneparser.h"
#include "store/sync/outbox.h"
#include "sync/bulk/bulklane.h"
#include "sync/run/accountidentity.h"
#include "sync/run/contactpull.h"
#include "sync/run/contactpush.h"
#include "sync/run/hiddenreading.h"
#include "sync/run/listsync.h"
#include "sync/run/lognames.h"
#include "sync/run/membersync.h"

#include <QDateTime>
#include <QElapsedTimer>

namespace Elenco {

namespace {

// A reading that took longer is no look at a contact right before it is deleted, ms (sync.md section 2.5).
constexpr qint64 longestAge = qint64{10} * 60 * 1000;

const QString readingFailed = QStringLiteral("readingFailed");

// One line for each kind of thing that happened, in the order of a run.
Result<void> writeLog(Workspace &workspace, const SyncReport &report, const LogNames &names)
{
    const std::pair<SyncEvent, qint64> counts[] = {
        {SyncEvent::ListsSent, report.listsSent},
        {SyncEvent::ContactsDeleted, report.deleted},
        {SyncEvent::ContactsSent, report.created + report.changed},
        {SyncEvent::ContactsReceived, report.arrived + report.received},
        {SyncEvent::ContactsTrashed, report.trashed},
        {SyncEvent::ListsReceived, report.listsReceived},
        {SyncEvent::MembersSent, report.membersSent},
        {SyncEvent::MembersReceived, report.membersReceived},
        {SyncEvent::QuotaFull, report.waiting},
        {SyncEvent::Asked, report.missing},
    };
    for (const auto &[event, count] : counts) {
        if (count == 0)
            continue;
        if (const Result<void> written = appendSyncLog(workspace, event, names.of(event, count), count, {}); !written)
            return written;
    }
    for (const SyncReport::Refusal &notice : report.notices) {
        const Result<void> written =
            appendSyncLog(workspace, SyncEvent::Conflict, notice.subject, 1, notice.words);
        if (!written)
            return written;
    }
    for (const SyncReport::Refusal &refusal : report.refusals) {
        const Result<void> written =
            appendSyncLog(workspace, SyncEvent::RowBlocked, refusal.subject, 1, refusal.words);
        if (!written)
            return written;
    }
    if (const qint64 more = report.blocked - report.refusals.size(); more > 0) {
        if (const Result<void> written = appendSyncLog(workspace, SyncEvent::RowBlocked, {}, more, {}); !written)
            return written;
    }
    if (report.stopped)
        return appendSyncLog(workspace, SyncEvent::Interrupted, {}, report.sent() + report.taken(),
                             report.whyStopped());
    if (report.isFresh) {
        const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
        if (const Result<void> noted = setSyncFact(workspace, QStringLiteral("lastFullPull"), now); !noted)
            return noted;
    }
    return appendSyncLog(workspace, SyncEvent::Finished, {}, report.sent() + report.taken(), {});
}

/// A parser belongs to one thread, for it keeps a memo: each copy of the judge makes its own when it is first asked.
class RegionJudge
{
public:
    explicit RegionJudge(std::string region) : m_region(std::move(region)) {}
    RegionJudge(const RegionJudge &other) : m_region(other.m_region) {}
    RegionJudge &operator=(const RegionJudge &) = delete;
    ~RegionJudge() = default;

    void operator()(ContactState &state)
    {
        if (!m_parser)
            m_parser.emplace(m_region);
        const PhoneReading reading = m_parser->read(stateValue(state, "phoneNumber"));
        const bool isValid = reading.problem == PhoneProblem::None && reading.others.empty();
        state.erase("valid");
        state.erase("lineKind");
        if (!isValid)
            return;
        state["phoneNumber"] = reading.e164;
        state.emplace("valid", "1");
        if (reading.kind != LineKind::Unknown)
            state.emplace("lineKind", std::to_string(static_cast<int>(reading.kind)));
    }

private:
    const std::string m_region;
    std::optional<PhoneParser> m_parser;
};

} // namespace

NumberJudge numberJudge(const std::string &region)
{
    return RegionJudge(region);
}

SyncEngine::SyncEngine(SyncDesk desk, QObject *parent) : QObject(parent), m_desk(std::move(desk))
{
}

SyncEngine::~SyncEngine()
{
    m_run.stop(); // before the course that it uses
}

void SyncEngine::start(const SyncOptions &options)
{
    Q_ASSERT(!isRunning());
    m_course = std::make_unique<SyncCourse>(m_desk, this);
    m_course->onProgress = [this](const SyncProgress &progress) { Q_EMIT progressed(progress); };
    m_run = run(options);
    m_run.start([this](bool) { end(); });
}

void SyncEngine::stop()
{
    if (!isRunning() || m_logging.isRunning()) // it is at its end
        return;
    m_run.stop();
    m_course->end(Error{ErrorKind::Cancelled, {}, {}});
    end();
}

Routine<bool> SyncEngine::run(SyncOptions options)
{
    if (!m_course->client().capabilities().probed) {
        auto knownStep = m_course->client().probe();
        const Result<Capabilities> known = co_await std::move(knownStep);
        if (!known) {
            m_course->end(known.error());
            co_return false;
        }
    }
    auto releaseTask = m_course->write<void>([options](Workspace &workspace) -> Result<void> {
        if (!options.retriesRefused)
            return SyncRows(workspace).releaseRefused(options.waited);
        const Result<qint64> released = SyncRows(workspace).releaseBlocked();
        return released ? Result<void>() : released.error();
    });
    const Result<void> released = co_await std::move(releaseTask);
    if (!m_course->heedStore(released))
        co_return false;
    auto waitingTask = m_course->write<QList<OutboxEntry>>(LogNames::waiting);
    const Result<QList<OutboxEntry>> waiting = co_await std::move(waitingTask);
    if (!m_course->heedStore(waiting))
        co_return false;
    m_waitedBefore = *waiting;
    AccountIdentity identity(*m_course);
    auto isSameStep = identity.check();
    const bool isSame = co_await std::move(isSameStep);
    if (!isSame)
        co_return false;
    ListSync lists(*m_course);
    const bool listsDone = co_await lists.run();
    if (!listsDone)
        co_return false;
    BulkLane bulk(*m_course);
    auto settling = bulk.settleLeft(lists.remote());
    const bool settled = co_await std::move(settling);
    if (!settled)
        co_return false;
    ContactPush push(*m_course, bulk);
    auto failedTask = m_course->write<QString>([](Workspace &workspace) { return syncFact(workspace, readingFailed); });
    const Result<QString> failedBefore = co_await std::move(failedTask);
    if (!m_course->heedStore(failedBefore))
        co_return false;
    const bool readsFirst = bulk.wantsReading() && failedBefore->isEmpty();
    bool hasRead = false;
    if (readsFirst) {
        auto reading = readFirst(bulk, push);
        hasRead = co_await std::move(reading);
        if (!m_course->mayGoOn()) {
            // A listing that can't be read must not hold up what waits here: the next run sends first, one by one.
            if (m_course->report().stopped->kind == ErrorKind::UnreadableAnswer) {
                auto noting = noteFact(readingFailed, QStringLiteral("1"));
                co_await std::move(noting);
            }
            co_return false;
        }
    }
    const bool sent = co_await push.run();
    if (!sent || (readsFirst && !hasRead))
        co_return false;
    if (options.reads && !readsFirst) {
        ContactPull pull(*m_course);
        const bool read = co_await pull.run();
        if (!read)
            co_return false;
    }
    if (options.reads) {
        HiddenReading hidden(*m_course);
        const bool known = co_await hidden.run();
        if (!known)
            co_return false;
    } else { // what an edit's field comes to is not left to the next reading, which does not know of it
        HiddenReading hidden(*m_course);
        auto trying = hidden.readTrials();
        const bool tried = co_await std::move(trying);
        if (!tried)
            co_return false;
    }
    if (!failedBefore->isEmpty() && m_course->report().isFresh) {
        auto noting = noteFact(readingFailed, QString());
        co_await std::move(noting);
    }
    if (options.asksRoom && m_course->client().capabilities().quota != Known::No) {
        co_await m_course->askRoom();
        if (!m_course->mayGoOn())
            co_return false;
    }
    auto membersDoneStep = members(lists, options.reads && options.allMembers);
    const bool membersDone = co_await std::move(membersDoneStep);
    if (!membersDone)
        co_return false;
    const bool removed = co_await lists.removeDeleted();
    co_return removed;
}

Routine<bool> SyncEngine::noteFact(QString key, QString value)
{
    auto notedTask =
        m_course->write<void>([key, value](Workspace &workspace) { return setSyncFact(workspace, key, value); });
    const Result<void> noted = co_await std::move(notedTask);
    co_return m_course->heedStore(noted);
}

// Where much waits to be sent, what is there is read before and not after: whoever of the new ones is there already is
// met, and whoever is to be deleted was looked at. A reading that an earlier start of the program began says nothing
// about now.
Routine<bool> SyncEngine::readFirst(BulkLane &bulk, ContactPush &push)
{
    const bool known = co_await push.settleUnknown();
    if (!known)
        co_return false;
    QElapsedTimer age;
    bool isReliable = false;
    for (int readings = 0; readings < 2 && !isReliable; ++readings) {
        age.start();
        ContactPull pull(*m_course);
        const bool read = co_await pull.run();
        if (!read)
            co_return false;
        if (m_course->report().isFresh && bulk.readsForDeletions() && age.elapsed() < longestAge)
            push.believeReading(pull.id());
        isReliable = m_course->report().isFresh && pull.sawEverybody();
    }
    if (!isReliable) // new contacts go one by one
        co_return true;
    auto confirming = bulk.confirmReading();
    const bool confirmed = co_await std::move(confirming);
    co_return confirmed;
}

Routine<bool> SyncEngine::members(ListSync &lists, bool all)
{
    auto foundTask =
        m_course->write<std::vector<SyncList>>([](Workspace &workspace) { return SyncLists(workspace).all(); });
    const Result<std::vector<SyncList>> found = co_await std::move(foundTask);
    if (!m_course->heedStore(found))
        co_return false;
    for (const SyncList &list : *found) {
        if (list.isDeleted || !list.remoteId.isValid())
            continue;
        MemberSync members(*m_course);
        auto doneStep = members.run(list, lists.countOf(list.remoteId), all);
        const bool done = co_await std::move(doneStep);
        if (!done)
            co_return false;
    }
    co_return true;
}

// The log is written before anybody hears of the end, so that who looks then sees it.
void SyncEngine::end()
{
    SyncReport report = m_course->report();
    m_logging = m_course->write<qint64>([report, before = std::exchange(m_waitedBefore, {}),
                                         set = m_course->changeSet()](Workspace &workspace) -> Result<qint64> {
        SyncReport counted = report;
        if (report.waiting > 0) { // all that wait by now, as everybody else counts them
            const Result<UnsentCounts> waiting = unsentCounts(workspace);
            if (!waiting)
                return waiting.error();
            counted.waiting = waiting->waiting;
        }
        const LogNames names(workspace, before, *set, report.arrivals);
        if (const Result<void> written = writeLog(workspace, counted, names); !written)
            return written.error();
        return counted.waiting;
    });
    m_logging.then([this, report](const Result<qint64> &logged) {
        SyncReport told = report;
        told.waiting = logged.has_value() ? *logged : report.waiting;
        if (!logged && !told.stopped)
            told.stopped = logged.error();
        m_course.reset();
        Q_EMIT finished(told);
    });
}

} // namespace Elenco
