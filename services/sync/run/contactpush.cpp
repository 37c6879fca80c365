// SPDX-License-Identifier: Apache-2.0
#include "sync/run/contactpush.h"

#include "sync/records/canonical.h"
#include "sync/records/deliberate.h"
#include "sync/run/contactpull.h"

#include <algorithm>
#include <array>

namespace Elenco {

namespace {

// Deletions give room and numbers, so they go first.
constexpr std::array stages{std::pair(Unsent::Deletion, SyncPhase::Deleting),
                            std::pair(Unsent::Creation, SyncPhase::Creating),
                            std::pair(Unsent::Change, SyncPhase::Changing)};
constexpr int rowsAtOnce = 500;
// A row's turn may lead to another request about it (looked up, then sent again); it never needs more than this.
constexpr int mostSteps = 4;

} // namespace

Routine<bool> ContactPush::run()
{
    for (const auto &[kind, phase] : stages) {
        if (kind == Unsent::Creation) {
            const bool looked = co_await lookForRoom();
            if (!looked)
                co_return false;
            const bool carded = co_await m_cards.run();
            if (!carded)
                co_return false;
            m_bulk.leave([this](const SyncRow &row) { return m_cards.keeps(row); });
            const bool created = co_await createInBulk();
            if (!created)
                co_return false;
        }
        if (kind == Unsent::Deletion) {
            const bool removed = co_await m_deletion.sendSeen();
            if (!removed)
                co_return false;
        }
        auto goingStep = sendAll(kind, phase);
        const bool goesOn = co_await std::move(goingStep);
        if (!goesOn)
            co_return false;
        const bool removed = co_await m_deletion.sendGathered();
        if (!removed)
            co_return false;
    }
    co_return true;
}

Routine<bool> ContactPush::createInBulk()
{
    const bool goesOn = co_await m_bulk.run();
    if (!goesOn || !m_bulk.wantsAnotherReading())
        co_return goesOn;
    ContactPull pull(m_course);
    co_await pull.run();
    co_return m_course.mayGoOn();
}

Routine<bool> ContactPush::settleUnknown()
{
    // More of them than this are met by the reading; only who has another number by now would be taken for another.
    constexpr int most = 300;
    auto idsTask = m_course.write<std::vector<ContactId>>(
        [](Workspace &workspace) { return SyncRows(workspace).unknownCreations(most); });
    const Result<std::vector<ContactId>> ids = co_await std::move(idsTask);
    if (!m_course.heedStore(ids))
        co_return false;
    for (const ContactId id : *ids) {
        auto goingStep = send(id);
        const bool goesOn = co_await std::move(goingStep);
        if (!goesOn)
            co_return false;
    }
    co_return true;
}

// New contacts that wait for room go when there is some, and no more of them than there is room for.
Routine<bool> ContactPush::lookForRoom()
{
    auto waitingTask =
        m_course.write<qint64>([](Workspace &workspace) { return SyncRows(workspace).releaseWaiting(0); });
    const Result<qint64> waiting = co_await std::move(waitingTask);
    if (!m_course.heedStore(waiting))
        co_return false;
    if (*waiting == 0)
        co_return true;
    const std::optional<Quota> quota = co_await m_course.askRoom();
    // An account that does not say is asked by sending one of them.
    const qint64 room = quota ? quota->remaining : 1;
    auto releasedTask = m_course.write<qint64>(
        [room](Workspace &workspace) { return SyncRows(workspace).releaseWaiting(std::max<qint64>(0, room)); });
    const Result<qint64> released = co_await std::move(releasedTask);
    co_return m_course.heedStore(released) && m_course.mayGoOn();
}

Routine<bool> ContactPush::sendAll(Unsent kind, SyncPhase phase)
{
    auto countTask =
        m_course.write<qint64>([kind](Workspace &workspace) { return SyncRows(workspace).countUnsent(kind); });
    const Result<qint64> total = co_await std::move(countTask);
    if (!m_course.heedStore(total))
        co_return false;
    ContactId after;
    qint64 done = 0;
    while (m_course.mayGoOn()) {
        auto rowsTask = m_course.write<std::vector<SyncRow>>(
            [kind, after](Workspace &workspace) { return SyncRows(workspace).unsent(kind, after, rowsAtOnce); });
        const Result<std::vector<SyncRow>> rows = co_await std::move(rowsTask);
        if (!m_course.heedStore(rows))
            co_return false;
        if (rows->empty())
            co_return true;
        after = rows->back().id;
        std::vector<PushTurn> turns;
        for (const SyncRow &row : *rows) {
            if (kind != Unsent::Creation || !m_cards.keeps(row))
                turns.push_back(turnOf(row.id, PushStage::ContactUpdates, contactRowOf(row)));
        }
        for (const ContactId id : inPushOrder(std::move(turns))) {
            if (kind == Unsent::Creation && m_isFull) { // for the others there is none either
                auto heldTask =
                    m_course.write<qint64>([](Workspace &workspace) { return UploadRows(workspace).holdForQuota(); });
                const Result<qint64> held = co_await std::move(heldTask);
                co_return m_course.heedStore(held);
            }
            auto goingStep = send(id);
            const bool goesOn = co_await std::move(goingStep);
            if (!goesOn)
                co_return false;
            ++done; // some came since it was counted
            m_course.progress(phase, done, std::max(*total, done));
        }
    }
    co_return false;
}

Routine<bool> ContactPush::send(ContactId id)
{
    for (int steps = 0; steps < mostSteps && m_course.mayGoOn(); ++steps) {
        auto foundTask =
            m_course.write<std::optional<SyncRow>>([id](Workspace &workspace) { return SyncRows(workspace).row(id); });
        Result<std::optional<SyncRow>> found = co_await std::move(foundTask);
        if (!m_course.heedStore(found))
            co_return false;
        if (!*found)
            co_return true;
        const SyncRow row = std::move(**found);
        ContactRow asked = contactRowOf(row);
        if (deliberate(Bug::UnknownCreateFails))
            asked.sent.reset();
        const ContactStep step = nextStep(asked, m_course.client().capabilities());
        bool goesOn = true;
        switch (step.kind) {
        case ContactStep::Kind::Nothing:
        case ContactStep::Kind::Draft: co_return true;
        case ContactStep::Kind::Forget: {
            auto doneTask = m_course.update(id, [](const SyncRow &now) {
                SyncChange change = SyncChange::keeping(now);
                change.fate = SyncChange::Fate::Gone;
                return now.isDeleted ? std::optional(change) : std::nullopt;
            });
            const Result<qint64> done = co_await std::move(doneTask);
            co_return m_course.heedStore(done);
        }
        case ContactStep::Kind::Agree: {
            auto doneTask = m_course.update(id, [known = m_course.client().capabilities()](const SyncRow &now) {
                const bool agrees = nextStep(contactRowOf(now), known).kind == ContactStep::Kind::Agree;
                return agrees ? std::optional(agreementOf(now, known)) : std::nullopt;
            });
            const Result<qint64> done = co_await std::move(doneTask);
            co_return m_course.heedStore(done);
        }
        case ContactStep::Kind::LookUp: {
            auto goingStep = m_lookUp.run(row, LookUpReason::OutcomeUnknown, step.number, std::nullopt);
            goesOn = co_await std::move(goingStep);
            break;
        }
        case ContactStep::Kind::Create: {
            auto goingStep = create(id);
            goesOn = co_await std::move(goingStep);
            break;
        }
        case ContactStep::Kind::Read: {
            auto goingStep = m_writing.run(row);
            goesOn = co_await std::move(goingStep);
            break;
        }
        }
        if (!goesOn)
            break;
    }
    co_return m_course.mayGoOn();
}

// All functions below: true means that the row may have something more to send.

Routine<bool> ContactPush::create(ContactId id)
{
    const auto sending = std::make_shared<std::optional<ContactStep>>();
    auto notedTask = m_course.update(
        id,
        [sending, capabilities = m_course.client().capabilities()](const SyncRow &now) -> std::optional<SyncChange> {
            ContactRow row = contactRowOf(now);
            if (deliberate(Bug::UnknownCreateFails))
                row.sent.reset();
            const ContactStep step = nextStep(row, capabilities);
            if (step.kind != ContactStep::Kind::Create)
                return std::nullopt;
            *sending = step;
            SyncChange change = SyncChange::keeping(now);
            change.send = SendState::Sent;
            change.sent = packRecord(step.sent);
            return change;
        });
    const Result<qint64> noted = co_await std::move(notedTask);
    if (!m_course.heedStore(noted) || !*sending)
        co_return false;
    const Result<RemoteContact> answer =
        co_await m_course.client().createContact((*sending)->change, Priority::Background);
    const Outcome outcome = m_course.heed(SyncCall::CreateContact, answer);
    switch (outcome.row) {
    case RowStep::Settle: {
        const SeenRecord seen = m_course.answered(*answer, (*sending)->sent, {});
        auto doneTask = m_course.update(
            id, [seen, sent = m_course.leftOf((*sending)->sent, {}, seen), judge = m_course.judge()](const SyncRow &now) -> SyncChange {
                if (now.isDeleted) {
                    Adoption adoption;
                    adoption.staysDeleted = true;
                    return changeOf(now, adoption, seen, judge);
                }
                const SyncRecord local = deliberate(Bug::AnswerOverwrites) ? seen.record : recordOf(now.state);
                return changeOf(now, mergeAnswer({}, sent, local, seen.record, authorshipOf(now)), seen, judge);
            });
        const Result<qint64> done = co_await std::move(doneTask);
        ++m_course.report().created;
        co_return m_course.heedStore(done);
    }
    case RowStep::LookUpNumber: {
        if (deliberate(Bug::UnknownCreateFails)) {
            auto goneTask = m_course.update(id, [](const SyncRow &now) {
                SyncChange change = SyncChange::keeping(now);
                change.fate = SyncChange::Fate::Gone;
                return change;
            });
            const Result<qint64> gone = co_await std::move(goneTask);
            m_course.heedStore(gone);
            co_return false;
        }
        auto rowTask =
            m_course.write<std::optional<SyncRow>>([id](Workspace &workspace) { return SyncRows(workspace).row(id); });
        Result<std::optional<SyncRow>> row = co_await std::move(rowTask);
        if (!m_course.heedStore(row) || !*row)
            co_return false;
        const std::string number = lookUpKeyOf((*sending)->sent);
        auto goingStep = m_lookUp.run(
            **row, answer.error().kind == ErrorKind::Conflict ? LookUpReason::NumberKnown : LookUpReason::Refused,
            number, answer.error());
        const bool goesOn = co_await std::move(goingStep);
        co_return goesOn;
    }
    case RowStep::WaitForQuota: {
        m_isFull = true;
        auto waiting = m_course.waitForQuota(id);
        co_await std::move(waiting);
        co_return false;
    }
    case RowStep::Resend: {
        auto releasing = m_course.release(id);
        co_await std::move(releasing);
        co_return false;
    }
    case RowStep::KeepUnknown: co_return false;
    case RowStep::TakeNumberBack:
    case RowStep::ProveAbsence:
    case RowStep::Block: {
        auto blocking = m_course.block(id, answer.error());
        co_await std::move(blocking);
        co_return false;
    }
    }
    Q_UNREACHABLE();
}

} // namespace Elenco
