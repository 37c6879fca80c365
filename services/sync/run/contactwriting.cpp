// SPDX-License-Identifier: Apache-2.0
#include "sync/run/contactwriting.h"

#include "sync/course/byidanswer.h"
#include "sync/records/canonical.h"
#include "sync/records/deliberate.h"
#include "sync/run/absenceproof.h"

namespace Elenco {

namespace {

// What is over there, for a desk that does not look.
RemoteContact believed(const SyncRow &row, const RemoteContact &fresh)
{
    if (!deliberate(Bug::PutWithoutReading) || row.isDeleted)
        return fresh;
    const SyncRecord base = contactRowOf(row).base;
    const auto text = [&](const char *key) { return std::optional(QString::fromStdString(base.value(key).text)); };
    RemoteContact contact = fresh;
    contact.firstName = text("firstName");
    contact.lastName = text("lastName");
    contact.phoneNumber = text("phoneNumber");
    contact.email = text("email");
    contact.city = text("city");
    return contact;
}

} // namespace

Routine<bool> ContactWriting::run(SyncRow row)
{
    const Result<RemoteContact> fresh = co_await m_course.client().contact(row.remoteId, Priority::Background);
    const Outcome outcome = m_course.heed(SyncCall::ReadContact, fresh);
    if (!fresh) {
        if (outcome.row == RowStep::ProveAbsence || sightingOf(fresh) == Sighting::Denied) {
            auto settling = settleAbsence(row.id, row.remoteId);
            co_await std::move(settling);
        }
        co_return false;
    }
    SeenRecord seen;
    if (fresh->id == row.remoteId) {
        auto understanding = understood(m_course, *fresh, row);
        seen = co_await std::move(understanding);
    } else {
        seen = m_course.seen(*fresh, SeenIn::AnswerById);
    }
    const auto decided = std::make_shared<ContactWrite>();
    auto notedTask = m_course.update(
        row.id,
        [decided, answer = seen, fresh = *fresh, judge = m_course.judge(),
         capabilities = m_course.client().capabilities()](const SyncRow &now) -> std::optional<SyncChange> {
            const ContactRow asked = contactRowOf(now);
            const SeenRecord seen = answer.completedBy(asked.base);
            ContactWrite write =
                deliberate(Bug::PutWithoutReading)
                    ? afterReading(asked, believed(now, fresh), false, authorshipOf(now), capabilities)
                    : afterReading(asked, fresh, seen, authorshipOf(now), capabilities);
            *decided = write;
            switch (write.kind) {
            case ContactWrite::Kind::WrongContact: return std::nullopt;
            case ContactWrite::Kind::Delete: {
                SyncChange change = deletionOf(now, seen);
                change.unseen = unseenOf(now, seen);
                return change;
            }
            case ContactWrite::Kind::Restored: {
                SyncChange change = changeOf(now, write.merge, seen, judge);
                change.conflicts.push_back(conflictOf(*write.conflict, now));
                return change;
            }
            case ContactWrite::Kind::Nothing: return changeOf(now, write.merge, seen, judge);
            case ContactWrite::Kind::Update: {
                SyncChange change = changeOf(now, write.merge, seen, judge);
                change.send = SendState::Sent;
                change.sent = packRecord(write.sent);
                return change;
            }
            }
            Q_UNREACHABLE();
        });
    const Result<qint64> noted = co_await std::move(notedTask);
    if (!m_course.heedStore(noted))
        co_return false;
    bool goesOn = false;
    switch (decided->kind) {
    case ContactWrite::Kind::Nothing:
    case ContactWrite::Kind::Restored:
    case ContactWrite::Kind::WrongContact: break;
    case ContactWrite::Kind::Delete: {
        auto adding = m_deletion.add({row.id, row.remoteId});
        co_await std::move(adding);
        break;
    }
    case ContactWrite::Kind::Update: {
        auto goingStep = put(row.id, row.remoteId, *decided, seen);
        goesOn = co_await std::move(goingStep);
        break;
    }
    }
    co_return goesOn;
}

Routine<bool> ContactWriting::put(ContactId id, RemoteId remoteId, ContactWrite write, SeenRecord seenBefore)
{
    const SyncRecord &fresh = write.merge.shadow;
    const Result<ContactUpdate> answer =
        co_await m_course.client().updateContact(remoteId, write.change, Priority::Background);
    const Outcome outcome = m_course.heed(SyncCall::UpdateContact, answer);
    RowStep step = outcome.row;
    const std::string number = numberOf(write.sent);
    // Refused for its number, with 409 or, as the reference does, with 400: that number is taken back, the rest goes. A
    // number that it had before can't be taken back: two contacts over there have it since long ago.
    if (step == RowStep::TakeNumberBack && number == numberOf(fresh))
        step = RowStep::Block;
    else if (step == RowStep::Block && !number.empty() && number != numberOf(fresh)) {
        auto takenStep = m_lookUp.isTaken(number, remoteId);
        const bool taken = co_await std::move(takenStep);
        if (!m_course.mayGoOn())
            co_return false;
        if (taken)
            step = RowStep::TakeNumberBack;
    }
    switch (step) {
    case RowStep::Settle: {
        const SeenRecord seen = m_course.answered(answer->contact, write.sent, fresh);
        write.sent = m_course.leftOf(write.sent, fresh, seen);
        auto doneTask = m_course.update(
            id, [seen, write, judge = m_course.judge()](const SyncRow &now) -> std::optional<SyncChange> {
                if (now.isDeleted) // its deletion is read and decided next
                    return std::nullopt;
                const SyncRecord local = deliberate(Bug::AnswerOverwrites) ? seen.record : recordOf(now.state);
                return changeOf(now, mergeAnswer(write.merge.shadow, write.sent, local, seen.record, authorshipOf(now)),
                                seen, judge);
            });
        const Result<qint64> done = co_await std::move(doneTask);
        ++m_course.report().changed;
        m_course.heedStore(done);
        co_return false;
    }
    case RowStep::TakeNumberBack: {
        auto doneTask = m_course.update(
            id, [fresh, seenBefore, number, judge = m_course.judge()](const SyncRow &now) -> std::optional<SyncChange> {
                SeenRecord seen = seenBefore;
                seen.record = fresh;
                if (now.isDeleted || numberOf(recordOf(now.state)) != number) // it has another one by now
                    return std::nullopt;
                MergeResult merge;
                merge.record = recordOf(now.state);
                merge.conflicts.push_back(takeNumberBack(merge.record, fresh));
                merge.shadow = fresh;
                merge.mine = authorshipOf(now);
                for (const std::string &key : differingKeys(merge.record, fresh)) {
                    if (key != "tags" && key != "extra")
                        merge.toSend.push_back(key);
                }
                return changeOf(now, merge, seen, judge);
            });
        const Result<qint64> done = co_await std::move(doneTask);
        co_return m_course.heedStore(done);
    }
    case RowStep::ProveAbsence: {
        auto holdingStep = settleAbsence(id, remoteId);
        co_await std::move(holdingStep);
        co_return false;
    }
    case RowStep::Resend: {
        auto releasing = m_course.release(id);
        co_await std::move(releasing);
        co_return false;
    }
    case RowStep::KeepUnknown: co_return false;
    case RowStep::LookUpNumber:
    case RowStep::WaitForQuota:
    case RowStep::Block: {
        auto blocking = m_course.block(id, answer.error());
        co_await std::move(blocking);
        co_return false;
    }
    }
    Q_UNREACHABLE();
}

Routine<bool> ContactWriting::settleAbsence(ContactId id, RemoteId remoteId)
{
    auto absenceStep = proveAbsence(m_course, remoteId, false);
    const Absence absence = co_await std::move(absenceStep);
    if (absence != Absence::Proved)
        co_return false;
    auto doneTask = m_course.update(id, [](const SyncRow &now) { return departureOf(now); });
    const Result<qint64> done = co_await std::move(doneTask);
    ++m_course.report().trashed;
    co_return m_course.heedStore(done);
}

} // namespace Elenco
