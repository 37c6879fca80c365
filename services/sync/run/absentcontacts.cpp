// SPDX-License-Identifier: Apache-2.0
#include "sync/run/absentcontacts.h"

#include "sync/records/deliberate.h"
#include "sync/run/absenceproof.h"

namespace Elenco {

// Those after `after` that this run has not met. None: there are no more, or the course may not go on.
Routine<std::vector<SyncRow>> AbsentContacts::next(ContactId after, int limit)
{
    auto rowsTask = m_course.write<std::vector<SyncRow>>(
        [run = m_run, after, limit](Workspace &workspace) { return PullRuns(workspace).absent(run, after, limit); });
    Result<std::vector<SyncRow>> rows = co_await std::move(rowsTask);
    if (!m_course.heedStore(rows))
        co_return std::vector<SyncRow>();
    co_return std::move(*rows);
}

// The person has answered for these already: their deletion left, and was taken back.
Routine<qint64> AbsentContacts::settleOwnDeletions()
{
    qint64 settled = 0;
    for (ContactId after;;) {
        auto rowsStep = next(after, 500);
        const std::vector<SyncRow> rows = co_await std::move(rowsStep);
        if (rows.empty())
            co_return settled;
        after = rows.back().id;
        std::vector<ContactId> ids;
        for (const SyncRow &row : rows) {
            if (row.isDeletionSent)
                ids.push_back(row.id);
        }
        if (ids.empty())
            continue;
        auto unboundTask = m_course.update(
            ids, [](const SyncRow &now) { return now.isDeletionSent ? std::optional(unboundOf(now)) : std::nullopt; });
        const Result<qint64> unbound = co_await std::move(unboundTask);
        if (!m_course.heedStore(unbound))
            co_return settled;
        settled += *unbound;
    }
}

// A person's answer counts once. Without one the run stays, with what it saw, until there is.
Routine<bool> AbsentContacts::settleByAnswer(qint64 missing)
{
    auto answerTask = m_course.write<MissingAnswer>([](Workspace &workspace) { return takeMissingAnswer(workspace); });
    const Result<MissingAnswer> answer = co_await std::move(answerTask);
    if (!m_course.heedStore(answer))
        co_return false;
    if (*answer == MissingAnswer::None) {
        m_course.report().missing = missing;
        co_return false;
    }
    for (ContactId after;;) {
        auto rowsStep = next(after, 500);
        const std::vector<SyncRow> rows = co_await std::move(rowsStep);
        if (rows.empty())
            co_return m_course.mayGoOn();
        after = rows.back().id;
        std::vector<ContactId> ids;
        for (const SyncRow &row : rows)
            ids.push_back(row.id);
        auto settledTask = m_course.update(ids, [sends = *answer == MissingAnswer::SendAgain](const SyncRow &row) {
            return sends ? unboundOf(row) : departureOf(row);
        });
        const Result<qint64> settled = co_await std::move(settledTask);
        if (!m_course.heedStore(settled))
            co_return false;
        m_course.report().trashed += *answer == MissingAnswer::Trash ? *settled : 0;
    }
}

Routine<bool> AbsentContacts::proveEach()
{
    ContactId after;
    for (;;) {
        auto rowsStep = next(after, 100);
        const std::vector<SyncRow> rows = co_await std::move(rowsStep);
        if (rows.empty())
            co_return m_course.mayGoOn();
        after = rows.back().id;
        for (const SyncRow &row : rows) {
            auto settledStep = prove(row);
            const bool settled = co_await std::move(settledStep);
            if (!settled)
                co_return false;
        }
    }
}

// Asked for by its id: there, it is taken as if it had been in a page; gone, it goes to the trash; anything else stops.
Routine<bool> AbsentContacts::prove(SyncRow row)
{
    if (deliberate(Bug::BackwardAbsence) || deliberate(Bug::ForwardAbsence) || deliberate(Bug::CursorWithoutSeen)) {
        auto trashTask = m_course.update(row.id, [](const SyncRow &now) { return departureOf(now); });
        const Result<qint64> trashed = co_await std::move(trashTask);
        co_return m_course.heedStore(trashed);
    }
    const Result<RemoteContact> contact = co_await m_course.client().contact(row.remoteId, Priority::Background);
    m_course.heed(SyncCall::ReadContact, contact);
    switch (sightingOf(contact)) {
    case Sighting::There: {
        m_rowsWereSeen = true;
        auto takenStep = m_take(*contact);
        const bool taken = co_await std::move(takenStep);
        co_return taken;
    }
    case Sighting::Unclear: m_course.end(contact.error()); co_return false;
    case Sighting::Denied: break;
    }
    auto absenceStep = proveAbsence(m_course, row.remoteId, m_rowsWereSeen);
    const Absence absence = co_await std::move(absenceStep);
    if (absence != Absence::Proved) {
        m_course.end(contact.error());
        m_contradictsReading = true;
        co_return false;
    }
    auto goneTask = m_course.update(row.id, [](const SyncRow &now) { return departureOf(now); });
    const Result<qint64> gone = co_await std::move(goneTask);
    ++m_course.report().trashed;
    co_return m_course.heedStore(gone);
}

Routine<bool> AbsentContacts::proveSample()
{
    auto rowsStep = next({}, 100'000);
    const std::vector<SyncRow> rows = co_await std::move(rowsStep);
    if (rows.empty())
        co_return m_course.mayGoOn();
    std::vector<RemoteId> ids;
    for (const SyncRow &row : rows)
        ids.push_back(row.remoteId);
    for (const RemoteId &id : sampleOf(std::move(ids), sampleSize, [this] { return m_course.random(); })) {
        const Result<RemoteContact> contact = co_await m_course.client().contact(id, Priority::Background);
        m_course.heed(SyncCall::ReadContact, contact);
        if (sightingOf(contact) != Sighting::Denied) { // then the listing lies
            m_course.end(contact ? unreadableList(PageVerdict::WrongLength) : contact.error());
            co_return false;
        }
    }
    auto absenceStep = proveAbsence(m_course, rows.front().remoteId, m_rowsWereSeen);
    const Absence absence = co_await std::move(absenceStep);
    if (absence == Absence::Proved)
        co_return true;
    m_course.end(unreadableList(PageVerdict::WrongLength));
    m_contradictsReading = true;
    co_return false;
}

} // namespace Elenco
