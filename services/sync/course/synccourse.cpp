// SPDX-License-Identifier: Apache-2.0
#include "sync/course/synccourse.h"

#include "store/sync/contactroom.h"

#include <QDateTime>

#include <algorithm>

namespace Elenco {

namespace {

// So many requests in a row without an answer, and nobody is there (sync.md section 2.7).
constexpr int mostFailures = 5;
// So many contacts are read by their ids to see what the account keeps.
constexpr size_t mostCourseTrials = 3;
// As many as HiddenReading reads a run.
constexpr size_t mostUnsure = 200;

} // namespace

Task<qint64> SyncCourse::update(ContactId id, SyncRows::Decision decide)
{
    return update(std::vector{id}, std::move(decide));
}

Task<qint64> SyncCourse::update(std::vector<ContactId> ids, SyncRows::Decision decide)
{
    return write<qint64>([ids = std::move(ids), decide = std::move(decide), set = m_changeSet](Workspace &workspace) {
        return SyncRows(workspace).update(ids, *set, decide);
    });
}

// Before anything that was seen is compared with the rows, and once: the mark of it goes when the rows are written.
std::function<Result<void>(Workspace &)> SyncCourse::separation()
{
    if (m_isSeparated && *m_isSeparated) {
        AccountFields known = fields();
        for (const std::string &key : m_separating)
            known.begun.erase(key);
        m_isSeparated.reset();
        keep(std::move(known));
    }
    if (fields().begun.empty())
        return {};
    m_separating = fields().begun;
    m_isSeparated = std::make_shared<std::atomic<bool>>(false);
    return [begun = m_separating, set = m_changeSet, isDone = m_isSeparated](Workspace &workspace) -> Result<void> {
        SyncRows rows(workspace);
        for (const std::string &key : begun) {
            const Result<std::vector<ContactId>> ids = rows.boundWith(key);
            if (!ids)
                return ids.error();
            const Result<qint64> written =
                rows.update(*ids, *set, [&begun](const SyncRow &row) { return separationOf(row, begun); });
            if (!written)
                return written.error();
        }
        *isDone = true;
        return {};
    };
}

Routine<bool> SyncCourse::block(ContactId id, Error refusal)
{
    const QString words = refusal.detail.isEmpty() ? refusal.text() : refusal.detail;
    return hold(id, SendState::Blocked, SendTrouble::Refused, words);
}

Routine<std::optional<Quota>> SyncCourse::askRoom()
{
    const Result<Quota> quota = co_await client().contactQuota(Priority::Background);
    heed(SyncCall::ReadPage, quota);
    if (!quota)
        co_return std::nullopt;
    auto notingTask = write<void>([total = quota->total, left = quota->remaining](Workspace &workspace) {
        return noteContactRoom(workspace, total, left);
    });
    const Result<void> noted = co_await std::move(notingTask);
    if (!heedStore(noted))
        co_return std::nullopt;
    co_return *quota;
}

Routine<bool> SyncCourse::waitForQuota(ContactId id)
{
    ++m_report.waiting;
    return hold(id, SendState::WaitsForQuota, SendTrouble::QuotaFull, {});
}

Routine<bool> SyncCourse::hold(ContactId id, SendState state, SendTrouble trouble, QString detail)
{
    const auto name = std::make_shared<QString>();
    auto heldTask = update(id, [state, trouble, detail, name](const SyncRow &now) -> std::optional<SyncChange> {
        *name = toContact({}, now.state).displayName();
        SyncChange change = SyncChange::atRest(now);
        const bool isTakenBack = now.shadow && !change.shadow;
        if (isTakenBack) { // nothing is left that could be refused
            change.attempts = 0;
            return change;
        }
        change.send = now.isDeleted ? SendState::Idle : state;
        change.attempts += state == SendState::Blocked;
        change.trouble = trouble;
        change.detail = detail;
        return change;
    });
    const Result<qint64> held = co_await std::move(heldTask);
    if (state == SendState::Blocked)
        m_report.refuse(*name, detail);
    co_return heedStore(held);
}

Outcome SyncCourse::heed(SyncCall call, const std::optional<Error> &error)
{
    const Outcome outcome = outcomeOf(call, error);
    m_report.hasWritten = m_report.hasWritten || (!isRead(call) && outcome.fate != RequestFate::NotApplied);
    switch (outcome.run) {
    case RunStep::GoOn: m_failures = 0; break;
    case RunStep::CountFailure:
        if (++m_failures >= mostFailures || client().isHanging())
            end(*error);
        break;
    case RunStep::Wait:
    case RunStep::Stop:
    case RunStep::End: end(*error); break;
    }
    return outcome;
}

void SyncCourse::end(Error error)
{
    if (!m_report.stopped)
        m_report.stopped = std::move(error);
}

std::shared_ptr<const AccountFields> SyncCourse::keep(AccountFields fields)
{
    if (!m_fields || *m_fields != fields) {
        if (fields != m_desk.client.capabilities().fields)
            m_desk.client.noteFields(fields);
        m_fields = std::make_shared<AccountFields>(std::move(fields));
    }
    return m_fields;
}

SeenRecord SyncCourse::seen(const RemoteContact &contact, SeenIn in)
{
    SeenRecord seen = SeenRecord::of(contact, in, {});
    seen.hasNewMembers = in == SeenIn::AnswerById && hasNewMembers(fields(), seen.record);
    seen.refusedNames = m_desk.client.capabilities().refusedNames;
    if (auto news = withShown(fields(), contact, seen.record, in)) {
        for (const std::string &key : news->shown) {
            if (!fields().shown.contains(key) && isOnlyHere(key, m_desk.client.capabilities()))
                news->noteBegun(key);
        }
        seen.fields = keep(std::move(*news));
    } else {
        seen.fields = m_fields ? m_fields : keep(fields());
    }
    seen.at = QDateTime::currentSecsSinceEpoch();
    return seen;
}

// It was left out of the request, and is not there by this desk; others may have it all the same.
bool SyncCourse::isWithheld(std::string_view key) const
{
    return fields().shown.contains(key) && isOnlyHere(key, m_desk.client.capabilities());
}

SeenRecord SyncCourse::answered(const RemoteContact &contact, const SyncRecord &sent, const SyncRecord &before)
{
    SeenRecord seen = this->seen(contact, SeenIn::AnswerToWrite);
    AccountFields known = fields();
    noteAnswered(known, sent, seen);
    seen.fields = keep(std::move(known));
    noteTrial(contact.id, sent);
    SyncRecord there = sent;
    for (const auto &[key, value] : sent.fields) {
        if (isWithheld(key))
            there.set(key, before.value(key));
    }
    return seen.completedBy(there);
}

SyncRecord SyncCourse::leftOf(const SyncRecord &sent, const SyncRecord &before, const SeenRecord &answer)
{
    SyncRecord left = sent;
    for (const auto &[key, value] : sent.fields) {
        if (isWithheld(key) || (answer.namesKey(key) && isOnlyHere(key, m_desk.client.capabilities())))
            left.set(key, before.value(key));
    }
    return left;
}

SeenRecord SyncCourse::readAgain(const RemoteContact &contact, const SyncRecord &base)
{
    SeenRecord seen = this->seen(contact, SeenIn::AnswerById);
    AccountFields known = fields();
    noteLacking(known, base, seen);
    seen.fields = keep(std::move(known));
    for (const auto &[key, id] : m_alive) {
        if (id != contact.id)
            seen.alive.insert(key);
    }
    for (const std::string &key : seen.valuedKeys())
        m_alive.try_emplace(key, contact.id);
    return seen;
}

void SyncCourse::noteNotById(const std::string &key)
{
    AccountFields known = fields();
    known.byId.erase(key);
    keep(std::move(known));
}

void SyncCourse::noteUnsure(const std::vector<ContactId> &ids)
{
    const size_t room = mostUnsure - std::min(mostUnsure, m_unsure.size());
    m_unsure.insert(m_unsure.end(), ids.begin(), ids.begin() + static_cast<qsizetype>(std::min(room, ids.size())));
}

void SyncCourse::noteTrial(const RemoteId &id, const SyncRecord &sent)
{
    if (m_trials.size() == mostCourseTrials)
        return;
    Trial trial{id, {}};
    for (const auto &[key, value] : sent.fields) {
        if (fields().isUntried(key))
            trial.keys.push_back(key);
    }
    if (!trial.keys.empty())
        m_trials.push_back(std::move(trial));
}

void SyncCourse::progress(SyncPhase phase, qint64 done, qint64 total)
{
    if (onProgress)
        onProgress({phase, done, total});
}

} // namespace Elenco
