// SPDX-License-Identifier: Apache-2.0
#include "sync/run/contactlookup.h"

#include "sync/records/canonical.h"
#include "sync/records/contactmapping.h"

#include <QSet>

#include <algorithm>

namespace Elenco {

Routine<bool> ContactLookUp::run(SyncRow row, LookUpReason reason, std::string number, std::optional<Error> refusal)
{
    RemoteContactQuery query;
    (isAddress(number) ? query.email : query.phoneNumber) = QString::fromStdString(number);
    const Result<Page<RemoteContact>> page = co_await m_course.client().contacts(query, Priority::Background);
    m_course.heed(SyncCall::LookUpNumber, page);
    if (!page)
        co_return false;
    QSet<RemoteId> bound;
    bool isGivenUp = false; // by another row of this desk, which has not said so over there yet
    for (const RemoteContact &hit : page->rows) {
        auto otherTask = m_course.write<std::optional<SyncRow>>(
            [id = hit.id](Workspace &workspace) { return SyncRows(workspace).row(id); });
        const Result<std::optional<SyncRow>> other = co_await std::move(otherTask);
        if (!m_course.heedStore(other))
            co_return false;
        if (!*other || (*other)->id == row.id)
            continue;
        bound.insert(hit.id);
        isGivenUp = isGivenUp || ((*other)->send != SendState::Blocked &&
                                  ((*other)->isDeleted || numberOf(recordOf((*other)->state)) != number));
    }
    const std::optional<SyncRecord> sent = unpackRecord(row.sent);
    const LookUpDecision decision = decideLookUp(
        reason, number, sent ? &*sent : nullptr, *page, [&bound](const RemoteId &id) { return bound.contains(id); },
        row.attempts);
    switch (decision.step) {
    case LookUpDecision::Step::Adopt: {
        const auto found = std::find_if(page->rows.begin(), page->rows.end(),
                                        [&](const RemoteContact &hit) { return hit.id == decision.contact; });
        const SeenRecord seen = m_course.seen(*found, SeenIn::Listing);
        const Creation creation = reason == LookUpReason::OutcomeUnknown ? Creation::Unanswered : Creation::Refused;
        auto doneTask = m_course.update(row.id, [seen, creation, judge = m_course.judge()](const SyncRow &now) {
            const auto sentNow = unpackRecord(now.sent);
            return adoptionOf(now, sentNow ? &*sentNow : nullptr, seen, creation, judge);
        });
        const Result<qint64> done = co_await std::move(doneTask);
        ++m_course.report().created;
        co_return m_course.heedStore(done);
    }
    case LookUpDecision::Step::TwoCards: {
        if (isGivenUp) { // sent again when the other one has gone
            auto releasing = m_course.release(row.id);
            co_await std::move(releasing);
            co_return false;
        }
        auto notedStep = noteTwoCards(row.id);
        co_await std::move(notedStep);
        co_return false;
    }
    case LookUpDecision::Step::SendAgain: {
        auto releasing = m_course.release(row.id);
        const bool released = co_await std::move(releasing);
        co_return released;
    }
    case LookUpDecision::Step::AskAgain: {
        auto doneTask = m_course.update(row.id, [](const SyncRow &now) {
            SyncChange change = SyncChange::keeping(now);
            ++change.attempts;
            return change;
        });
        const Result<qint64> done = co_await std::move(doneTask);
        m_course.heedStore(done);
        co_return false;
    }
    case LookUpDecision::Step::WaitForPull: {
        // Whom a pull meets under this number it takes for this row, unless that is another row already.
        auto holdersTask = m_course.write<std::vector<ContactId>>(
            [number](Workspace &workspace) { return SyncRows(workspace).boundWithNumber(number); });
        const Result<std::vector<ContactId>> holders = co_await std::move(holdersTask);
        if (m_course.heedStore(holders) && !holders->empty() && reason != LookUpReason::OutcomeUnknown) {
            auto notedStep = noteTwoCards(row.id);
            co_await std::move(notedStep);
        }
        co_return false;
    }
    case LookUpDecision::Step::Block: {
        if (isAddress(number)) {
            auto refusing = refuseAddresses(row.id);
            const bool areRefused = co_await std::move(refusing);
            if (areRefused || !m_course.mayGoOn())
                co_return false;
        }
        auto blocking = m_course.block(row.id, refusal.value_or(Error()));
        co_await std::move(blocking);
        co_return false;
    }
    }
    Q_UNREACHABLE();
}

// Refused as a contact without a number, unless others like it were taken: so are all, and stay here.
Routine<bool> ContactLookUp::refuseAddresses(ContactId id)
{
    auto refusedTask = m_course.write<bool>([](Workspace &workspace) { return SyncRows(workspace).refuseAddresses(); });
    const Result<bool> refused = co_await std::move(refusedTask);
    if (!m_course.heedStore(refused) || !*refused)
        co_return false;
    auto releasing = m_course.release(id);
    co_await std::move(releasing);
    co_return true;
}

Routine<bool> ContactLookUp::noteTwoCards(ContactId id)
{
    ++m_course.report().blocked;
    auto doneTask = m_course.update(id, [](const SyncRow &now) {
        SyncChange change = SyncChange::keeping(now);
        change.sent.clear();
        if (now.isDeleted) {
            change.fate = SyncChange::Fate::Gone; // the other card is the contact, and stays
            return change;
        }
        change.send = SendState::Blocked;
        change.trouble = SendTrouble::NumberTaken;
        NewConflict conflict;
        conflict.kind = ConflictKind::TwoCardsOneNumber;
        change.conflicts.push_back(conflict);
        return change;
    });
    const Result<qint64> done = co_await std::move(doneTask);
    co_return m_course.heedStore(done);
}

Routine<bool> ContactLookUp::isTaken(std::string number, RemoteId besides)
{
    RemoteContactQuery query;
    query.phoneNumber = QString::fromStdString(number);
    const Result<Page<RemoteContact>> page = co_await m_course.client().contacts(query, Priority::Background);
    m_course.heed(SyncCall::LookUpNumber, page);
    co_return page &&std::any_of(page->rows.begin(), page->rows.end(), [&](const RemoteContact &hit) {
        return hit.id != besides && canonicalNumber(hit.phoneNumber.value_or(QString()).toStdString()) == number;
    });
}

} // namespace Elenco
