// SPDX-License-Identifier: Apache-2.0
#include "sync/run/openedreading.h"

#include "sync/course/byidanswer.h"

#include <QDateTime>

namespace Elenco {

namespace {

constexpr qint64 pauseBefore = 400; // ms: shorter than that a contact is passed by, not opened
constexpr qint64 freshFor = 60;     // s: read so lately that nothing is asked

// What an answer that left before can be laid over without taking back what happened meanwhile.
bool isUnmoved(const SyncRow &before, const SyncRow &now)
{
    return now.remoteId == before.remoteId && now.send == before.send && now.readAt == before.readAt &&
           now.fingerprint == before.fingerprint && now.isDeleted == before.isDeleted;
}

} // namespace

OpenedReading::OpenedReading(const SyncSurroundings &surroundings, SyncScheduler &scheduler, QObject *parent)
    : QObject(parent), m_surroundings(surroundings), m_scheduler(scheduler)
{
    connect(&scheduler, &SyncScheduler::changed, this, [this] {
        if (m_isPending && mayRead())
            wait();
    });
}

OpenedReading::~OpenedReading()
{
    m_reading.stop();
}

void OpenedReading::setClient(Client *client)
{
    if (client == m_client.data())
        return;
    m_reading.stop();
    m_client = client;
    setFailed(false);
}

void OpenedReading::open(ContactId id)
{
    if (id == m_opened)
        return;
    m_opened = id;
    m_alarm.reset();
    m_reading.stop();
    m_isPending = false;
    setFailed(false);
    if (id.isValid())
        wait();
}

void OpenedReading::wait()
{
    m_isPending = false;
    m_alarm = m_surroundings.clock.after(pauseBefore, [this] { begin(); });
}

// A sync sends, too: an answer that left before what it sent would show what was there before as somebody's edit. And
// it reads by itself what it needs.
bool OpenedReading::mayRead() const
{
    using State = SyncScheduler::State;
    if (!m_client)
        return false;
    const AccountFields &fields = m_client->capabilities().fields;
    const bool isUnknown = fields.byId.empty() && fields.mayHide();
    return (fields.hidesAny() || isUnknown) &&
           (m_scheduler.state() == State::Resting || m_scheduler.state() == State::Stopped);
}

void OpenedReading::begin()
{
    m_alarm.reset();
    if (!mayRead()) {
        m_isPending = true;
        return;
    }
    m_course = std::make_unique<SyncCourse>(SyncDesk{m_surroundings.workspace, m_surroundings.writer, *m_client,
                                                     m_surroundings.judge, m_surroundings.random},
                                            this);
    m_hasNews = std::make_shared<bool>(false);
    m_attempts = m_scheduler.attempts();
    m_reading = readOne(m_opened);
    m_reading.start([this](bool wasRead) {
        if (wasRead)
            Q_EMIT read(*m_hasNews);
    });
}

Routine<bool> OpenedReading::readOne(ContactId id)
{
    SyncCourse &course = *m_course;
    auto rowTask =
        course.write<std::optional<SyncRow>>([id](Workspace &workspace) { return SyncRows(workspace).row(id); });
    const Result<std::optional<SyncRow>> found = co_await std::move(rowTask);
    if (!found || !*found)
        co_return false;
    const SyncRow row = **found;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (!row.remoteId.isValid() || row.isDeleted || row.send == SendState::Sent || now - row.readAt < freshFor)
        co_return false;
    const Result<RemoteContact> contact = co_await m_client->contact(row.remoteId, Priority::Person);
    if (!contact || contact->id != row.remoteId) {
        // One that is not there any more is for the next reading of all to prove.
        setFailed(!contact && contact.error().kind != ErrorKind::NotFound);
        co_return false;
    }
    if (!mayRead() || m_scheduler.attempts() != m_attempts)
        co_return false;
    auto understanding = understood(course, *contact, row);
    const SeenRecord seen = co_await std::move(understanding);
    if (!mayRead() || m_scheduler.attempts() != m_attempts)
        co_return false;
    auto doneTask = course.update(row.id,
                                  [seen, row, news = m_hasNews,
                                   judge = m_surroundings.judge](const SyncRow &current) -> std::optional<SyncChange> {
                                      std::optional<SyncChange> change;
                                      if (isUnmoved(row, current))
                                          change = readingOf(current, seen, judge);
                                      *news = change && (change->state != current.state || !change->conflicts.empty());
                                      return change;
                                  });
    const Result<qint64> done = co_await std::move(doneTask);
    setFailed(false);
    co_return done &&*done > 0;
}

void OpenedReading::setFailed(bool hasFailed)
{
    if (hasFailed == m_hasFailed)
        return;
    m_hasFailed = hasFailed;
    Q_EMIT changed();
}

} // namespace Elenco
