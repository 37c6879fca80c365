// SPDX-License-Identifier: Apache-2.0
#include "sync/contactpush.h"

#include "sync/canonical.h"
#include "sync/contactpull.h"
#include "sync/deliberate.h"

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

std::string numberOf(const SyncRecord &record)
{
    return canonical("phoneNumber", record.value("phoneNumber"));
}

QString wordsOf(const Error &error)
{
    return error.detail.isEmpty() ? error.text() : error.detail;
}

} // namespace

Routine<bool> ContactPush::run()
{
    for (const auto &[kind, phase] : stages) {
        if (kind == Unsent::Creation) {
            const bool looked = co_await lookForRoom();
            if (!looked)
                co_return false;
            const bool created = co_await createInBulk();
            if (!created)
                co_return false;
        }
        if (kind == Unsent::Deletion) {
            const bool removed = co_await removeSeen();
            if (!removed)
                co_return false;
        }
        auto goingStep = sendAll(kind, phase);
        const bool goesOn = co_await std::move(goingStep);
        if (!goesOn)
            co_return false;
        const bool removed = co_await removeGathered();
        if (!removed)
            co_return false;
    }
    co_return true;
}

Routine<bool> ContactPush::createInBulk()
{
    if (!m_bulk)
        co_return true;
    const bool goesOn = co_await m_bulk->run();
    if (!goesOn || !m_bulk->wantsAnotherReading())
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

Routine<bool> ContactPush::removeSeen()
{
    ContactId after;
    while (m_reading != 0) {
        auto seenTask = m_course.write<std::vector<SyncRows::Deletion>>([run = m_reading, after](Workspace &workspace) {
            return SyncRows(workspace).deletionsSeen(run, after, DeletionBatch::most);
        });
        const Result<std::vector<SyncRows::Deletion>> seen = co_await std::move(seenTask);
        if (!m_course.heedStore(seen))
            co_return false;
        if (seen->empty())
            break;
        after = seen->back().id;
        m_gathered = *seen;
        const bool removed = co_await removeGathered();
        if (!removed)
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
    const Result<Quota> quota = co_await m_course.client().contactQuota(Priority::Background);
    m_course.heed(SyncCall::ReadPage, quota);
    // An account that does not say is asked by sending one of them.
    const qint64 room = quota ? quota->remaining : 1;
    auto releasedTask = m_course.write<qint64>(
        [room](Workspace &workspace) { return SyncRows(workspace).releaseWaiting(std::max<qint64>(0, room)); });
    const Result<qint64> released = co_await std::move(releasedTask);
    co_return m_course.heedStore(released) && m_course.mayGoOn();
}

Routine<bool> ContactPush::sendAll(Unsent kind, SyncPhase phase)
{
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
        for (const SyncRow &row : *rows)
            turns.push_back(turnOf(row.id, PushStage::ContactUpdates, contactRowOf(row)));
        for (const ContactId id : inPushOrder(std::move(turns))) {
            if (kind == Unsent::Creation && m_isFull)
                co_return true;
            auto goingStep = send(id);
            const bool goesOn = co_await std::move(goingStep);
            if (!goesOn)
                co_return false;
            m_course.progress(phase, ++done, 0);
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
        case ContactStep::Kind::LookUp: {
            auto goingStep = lookUp(row, LookUpReason::OutcomeUnknown, step.number, QString());
            goesOn = co_await std::move(goingStep);
            break;
        }
        case ContactStep::Kind::Create: {
            auto goingStep = create(id);
            goesOn = co_await std::move(goingStep);
            break;
        }
        case ContactStep::Kind::Read: {
            auto goingStep = readAndWrite(row);
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
        const SeenRecord seen = m_course.seen(*answer);
        auto doneTask = m_course.update(
            id, [seen, sent = (*sending)->sent, judge = m_course.judge()](const SyncRow &now) -> SyncChange {
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
        const std::string number = numberOf((*sending)->sent);
        auto goingStep = lookUp(
            **row, answer.error().kind == ErrorKind::Conflict ? LookUpReason::NumberKnown : LookUpReason::Refused,
            number, wordsOf(answer.error()));
        const bool goesOn = co_await std::move(goingStep);
        co_return goesOn;
    }
    case RowStep::WaitForQuota: {
        m_isFull = true;
        ++m_course.report().waiting;
        auto holdingStep = hold(id, SendState::WaitsForQuota, SendTrouble::QuotaFull, QString());
        co_await std::move(holdingStep);
        co_return false;
    }
    case RowStep::Resend: {
        auto holdingStep = hold(id, SendState::Idle, SendTrouble::None, QString());
        co_await std::move(holdingStep);
        co_return false;
    }
    case RowStep::KeepUnknown: co_return false;
    case RowStep::TakeNumberBack:
    case RowStep::ProveAbsence:
    case RowStep::Block: {
        ++m_course.report().blocked;
        auto holdingStep = hold(id, SendState::Blocked, SendTrouble::Refused, wordsOf(answer.error()));
        co_await std::move(holdingStep);
        co_return false;
    }
    }
    Q_UNREACHABLE();
}

Routine<bool> ContactPush::lookUp(SyncRow row, LookUpReason reason, std::string number, QString words)
{
    RemoteContactQuery query;
    query.phoneNumber = QString::fromStdString(number);
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
        const SeenRecord seen = m_course.seen(*found);
        // Refused as known, it can't be what this row sent.
        const bool mayBeOurs = reason == LookUpReason::OutcomeUnknown;
        auto doneTask = m_course.update(row.id, [seen, mayBeOurs, judge = m_course.judge()](const SyncRow &now) {
            const auto sentNow = unpackRecord(now.sent);
            return changeOf(now,
                            adopt(now.isDeleted ? SyncRecord() : recordOf(now.state), now.isDeleted,
                                  mayBeOurs && sentNow ? &*sentNow : nullptr, seen.record, authorshipOf(now)),
                            seen, judge);
        });
        const Result<qint64> done = co_await std::move(doneTask);
        ++m_course.report().created;
        co_return m_course.heedStore(done);
    }
    case LookUpDecision::Step::TwoCards: {
        if (isGivenUp) { // sent again when the other one has gone
            auto holdingStep = hold(row.id, SendState::Idle, SendTrouble::None, QString());
            co_await std::move(holdingStep);
            co_return false;
        }
        auto notedStep = noteTwoCards(row.id);
        co_await std::move(notedStep);
        co_return false;
    }
    case LookUpDecision::Step::SendAgain: {
        auto goingStep = hold(row.id, SendState::Idle, SendTrouble::None, QString());
        const bool goesOn = co_await std::move(goingStep);
        co_return goesOn;
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
        ++m_course.report().blocked;
        auto holdingStep = hold(row.id, SendState::Blocked, SendTrouble::Refused, words);
        co_await std::move(holdingStep);
        co_return false;
    }
    }
    Q_UNREACHABLE();
}

Routine<bool> ContactPush::noteTwoCards(ContactId id)
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

Routine<bool> ContactPush::readAndWrite(SyncRow row)
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
    const SeenRecord seen = m_course.seen(*fresh);
    const auto decided = std::make_shared<ContactWrite>();
    auto notedTask = m_course.update(
        row.id,
        [decided, seen, fresh = *fresh, shows = m_course.showsTags(), judge = m_course.judge(),
         capabilities = m_course.client().capabilities()](const SyncRow &now) -> std::optional<SyncChange> {
            ContactWrite write =
                afterReading(contactRowOf(now), believed(now, fresh), shows, authorshipOf(now), capabilities);
            *decided = write;
            switch (write.kind) {
            case ContactWrite::Kind::WrongContact:
            case ContactWrite::Kind::Delete: return std::nullopt;
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
        m_gathered.push_back({row.id, row.remoteId});
        if (m_gathered.size() >= deletionsAtOnce())
            co_await removeGathered();
        break;
    }
    case ContactWrite::Kind::Update: {
        auto goingStep = put(row.id, row.remoteId, *decided, seen.record);
        goesOn = co_await std::move(goingStep);
        break;
    }
    }
    co_return goesOn;
}

Routine<bool> ContactPush::put(ContactId id, RemoteId remoteId, ContactWrite write, SyncRecord fresh)
{
    const Result<ContactUpdate> answer =
        co_await m_course.client().updateContact(remoteId, write.change, Priority::Background);
    const Outcome outcome = m_course.heed(SyncCall::UpdateContact, answer);
    RowStep step = outcome.row;
    // Refused for what was left out, perhaps: said in full it is refused for itself.
    const bool isRefused = step == RowStep::Block || step == RowStep::TakeNumberBack;
    if (!write.omitted.empty() && isRefused) {
        m_course.client().noteOmission(false);
        step = RowStep::Resend;
    }
    const std::string number = numberOf(write.sent);
    // Refused for its number, with 409 or, as the reference does, with 400: that number is taken back, the rest goes. A
    // number that it had before can't be taken back: two contacts over there have it since long ago.
    if (step == RowStep::TakeNumberBack && number == numberOf(fresh))
        step = RowStep::Block;
    else if (step == RowStep::Block && !number.empty() && number != numberOf(fresh)) {
        auto takenStep = isTaken(number, remoteId);
        const bool taken = co_await std::move(takenStep);
        if (!m_course.mayGoOn())
            co_return false;
        if (taken)
            step = RowStep::TakeNumberBack;
    }
    switch (step) {
    case RowStep::Settle: {
        const SeenRecord seen = m_course.seen(answer->contact);
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
        if (!m_course.heedStore(done) || write.omitted.empty())
            co_return false;
        const bool stayed = !isNothing(write.omitted, seen.record.value(write.omitted));
        m_course.client().noteOmission(stayed);
        co_return !stayed; // it is said at once
    }
    case RowStep::TakeNumberBack: {
        auto doneTask = m_course.update(
            id, [fresh, remoteId, number, judge = m_course.judge()](const SyncRow &now) -> std::optional<SyncChange> {
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
                return changeOf(now, merge, SeenRecord{remoteId, fresh, now.showsTags}, judge);
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
        auto holdingStep = hold(id, SendState::Idle, SendTrouble::None, QString());
        co_await std::move(holdingStep);
        co_return isRefused;
    }
    case RowStep::KeepUnknown: co_return false;
    case RowStep::LookUpNumber:
    case RowStep::WaitForQuota:
    case RowStep::Block: {
        ++m_course.report().blocked;
        auto holdingStep = hold(id, SendState::Blocked, SendTrouble::Refused, wordsOf(answer.error()));
        co_await std::move(holdingStep);
        co_return false;
    }
    }
    Q_UNREACHABLE();
}

Routine<bool> ContactPush::isTaken(std::string number, RemoteId besides)
{
    RemoteContactQuery query;
    query.phoneNumber = QString::fromStdString(number);
    const Result<Page<RemoteContact>> page = co_await m_course.client().contacts(query, Priority::Background);
    m_course.heed(SyncCall::LookUpNumber, page);
    co_return page &&std::any_of(page->rows.begin(), page->rows.end(), [&](const RemoteContact &hit) {
        return hit.id != besides && canonicalNumber(hit.phoneNumber.value_or(QString()).toStdString()) == number;
    });
}

// The fewer are read before one request deletes them, the less time has anybody to edit one of them unseen.
size_t ContactPush::deletionsAtOnce() const
{
    constexpr qint64 few = 50;
    return m_bulk && m_bulk->work().deletions > few ? static_cast<size_t>(DeletionBatch::most) : 1;
}

// Between its reading and this may lie the readings of the others: a few seconds in which nobody else's edit is seen.
Routine<bool> ContactPush::removeGathered()
{
    const std::vector<SyncRows::Deletion> gathered = std::exchange(m_gathered, {});
    QList<RemoteId> remoteIds;
    std::vector<ContactId> ids;
    for (const SyncRows::Deletion &deletion : gathered) {
        remoteIds.append(deletion.remoteId);
        ids.push_back(deletion.id);
    }
    const Result<DeletionBatch> batch = DeletionBatch::of(remoteIds);
    if (!batch)
        co_return true;
    const Result<void> answer = co_await m_course.client().deleteContacts(*batch, Priority::Background);
    m_course.heed(SyncCall::DeleteContacts, answer);
    if (!answer) // asked again in the next run: the reading before it says whether they are gone
        co_return m_course.mayGoOn();
    auto doneTask = m_course.update(ids, [](const SyncRow &now) -> std::optional<SyncChange> {
        SyncChange change = SyncChange::keeping(now);
        if (now.isDeleted) {
            change.fate = SyncChange::Fate::Gone;
            return change;
        }
        // Brought back meanwhile: to the gateway it is somebody new.
        change.remoteId = {};
        change.fingerprint.reset();
        change.shadow.reset();
        change.authored.clear();
        return change;
    });
    const Result<qint64> done = co_await std::move(doneTask);
    m_course.report().deleted += static_cast<qint64>(ids.size());
    m_course.progress(SyncPhase::Deleting, m_course.report().deleted, 0);
    co_return m_course.heedStore(done);
}

Routine<Absence> ContactPush::prove(RemoteId id, bool rowsWereSeen)
{
    RemoteContactQuery query;
    query.page.limit = 1;
    if (deliberate(Bug::BelievesAny404))
        co_return Absence::Proved;
    const Result<Page<RemoteContact>> first = co_await m_course.client().contacts(query, Priority::Background);
    m_course.heed(SyncCall::ReadPage, first);
    const Canary canary = canaryOf(first, id);
    std::optional<Sighting> sighting;
    if (canary.pick == Canary::Pick::Row) {
        const Result<RemoteContact> alive = co_await m_course.client().contact(canary.id, Priority::Background);
        m_course.heed(SyncCall::ReadContact, alive);
        sighting = sightingOf(alive);
    }
    co_return absenceOf(Sighting::Denied, canary, sighting, rowsWereSeen);
}

Routine<bool> ContactPush::settleAbsence(ContactId id, RemoteId remoteId)
{
    auto absenceStep = prove(remoteId, false);
    const Absence absence = co_await std::move(absenceStep);
    if (absence != Absence::Proved)
        co_return false;
    auto doneTask = m_course.update(id, [](const SyncRow &now) { return departureOf(now); });
    const Result<qint64> done = co_await std::move(doneTask);
    ++m_course.report().trashed;
    co_return m_course.heedStore(done);
}

Routine<bool> ContactPush::hold(ContactId id, SendState state, SendTrouble trouble, QString detail)
{
    auto doneTask = m_course.update(id, [state, trouble, detail](const SyncRow &now) -> std::optional<SyncChange> {
        SyncChange change = SyncChange::keeping(now);
        change.send = now.isDeleted ? SendState::Idle : state;
        change.attempts += state == SendState::Blocked;
        change.sent.clear();
        change.trouble = trouble;
        change.detail = detail;
        return change;
    });
    const Result<qint64> done = co_await std::move(doneTask);
    co_return m_course.heedStore(done);
}

} // namespace Elenco
