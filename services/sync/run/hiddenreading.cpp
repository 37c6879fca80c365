// SPDX-License-Identifier: Apache-2.0
#include "sync/run/hiddenreading.h"

#include "sync/course/byidanswer.h"

#include <algorithm>

namespace Elenco {

namespace {

// One may have nothing in the very fields that are hidden: a few a run, until so many were read; then one a run, for
// what hardly anybody has may be hidden all the same.
constexpr int hiddenSampleSize = 3;
constexpr int mostSampled = 12;

} // namespace

Routine<bool> HiddenReading::run()
{
    const auto fields = [this]() -> const AccountFields & { return m_course.client().capabilities().fields; };
    const bool tried = co_await readTrials();
    if (!tried)
        co_return false;
    if (fields().byId.empty() || (!fields().hidesAny() && fields().mayHide())) {
        auto sampling = readUnread(fields().sampled < mostSampled ? hiddenSampleSize : 1);
        const bool sampled = co_await std::move(sampling);
        if (!sampled)
            co_return false;
        AccountFields known = fields();
        known.sampled = std::min(mostSampled, known.sampled + m_read);
        m_course.keep(std::move(known));
    }
    auto reading = fields().hidesAny() ? readUnread(mostAtOnce) : readUnsure();
    const bool done = co_await std::move(reading);
    if (!done || !fields().hidesAny())
        co_return done;
    auto countTask = m_course.write<qint64>([](Workspace &workspace) { return SyncRows(workspace).countUnread(); });
    const Result<qint64> left = co_await std::move(countTask);
    m_course.report().unread = left ? *left : 0;
    co_return m_course.heedStore(left);
}

// Where a listing shows everything there is nothing to be read but what it showed before and shows no more.
Routine<bool> HiddenReading::readUnsure()
{
    for (const ContactId id : m_course.unsure()) {
        auto rowTask =
            m_course.write<std::optional<SyncRow>>([id](Workspace &workspace) { return SyncRows(workspace).row(id); });
        const Result<std::optional<SyncRow>> row = co_await std::move(rowTask);
        if (!m_course.heedStore(row))
            co_return false;
        if (!*row || !(*row)->remoteId.isValid())
            continue;
        auto reading = this->read(**row);
        const bool done = co_await std::move(reading);
        if (!done)
            co_return false;
    }
    co_return true;
}

Routine<bool> HiddenReading::readTrials()
{
    const std::vector<SyncCourse::Trial> trials = m_course.trials();
    for (const SyncCourse::Trial &trial : trials) {
        const AccountFields &known = m_course.client().capabilities().fields;
        const bool isOpen = std::any_of(trial.keys.begin(), trial.keys.end(),
                                        [&known](const std::string &key) { return known.isUntried(key); });
        if (!isOpen)
            continue;
        auto rowTask = m_course.write<std::optional<SyncRow>>(
            [id = trial.id](Workspace &workspace) { return SyncRows(workspace).row(id); });
        const Result<std::optional<SyncRow>> row = co_await std::move(rowTask);
        if (!m_course.heedStore(row))
            co_return false;
        if (!*row)
            continue;
        auto reading = read(**row);
        const bool done = co_await std::move(reading);
        if (!done)
            co_return false;
    }
    co_return true;
}

Routine<bool> HiddenReading::readUnread(int most)
{
    auto rowsTask =
        m_course.write<std::vector<SyncRow>>([most](Workspace &workspace) { return SyncRows(workspace).unread(most); });
    const Result<std::vector<SyncRow>> rows = co_await std::move(rowsTask);
    if (!m_course.heedStore(rows))
        co_return false;
    for (size_t i = 0; i < rows->size(); ++i) {
        m_course.progress(SyncPhase::Reading, static_cast<qint64>(i), static_cast<qint64>(rows->size()));
        auto reading = read((*rows)[i]);
        const bool done = co_await std::move(reading);
        if (!done)
            co_return false;
        ++m_read;
    }
    co_return true;
}

// One that is not there any more is for the next reading of all to prove.
Routine<bool> HiddenReading::read(SyncRow row)
{
    const Result<RemoteContact> contact = co_await m_course.client().contact(row.remoteId, Priority::Background);
    m_course.heed(SyncCall::ReadContact, contact);
    if (!contact || contact->id != row.remoteId)
        co_return m_course.mayGoOn();
    auto understanding = understood(m_course, *contact, row);
    const SeenRecord seen = co_await std::move(understanding);
    auto doneTask = m_course.update(
        row.id, [seen, judge = m_course.judge()](const SyncRow &now) { return readingOf(now, seen, judge); });
    const Result<qint64> done = co_await std::move(doneTask);
    co_return m_course.heedStore(done) && m_course.mayGoOn();
}

} // namespace Elenco
