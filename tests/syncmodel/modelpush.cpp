// SPDX-License-Identifier: Apache-2.0
#include "../support/syncmerges.h"
#include "modeldesk.h"

#include <algorithm>

namespace Elenco::Model {

namespace {

/// What a desk that does not read before it writes believes to be over there.
RemoteContact believed(const RemoteId &id, const SyncRecord &base)
{
    RemoteContact contact;
    contact.id = id;
    const ContactChange all = creationOf(base);
    contact.phoneNumber = all.phoneNumber;
    contact.firstName = all.firstName;
    contact.email = all.email;
    contact.city = all.city;
    contact.customFields = all.customFields.value_or(QList<RemoteValue>());
    contact.extra = QByteArray::fromStdString(base.extra);
    return contact;
}

} // namespace

Script<void> Desk::sync()
{
    commit([](Database &next) {
        for (auto &[key, card] : next.cards) {
            if (card.hold == ContactRow::Hold::WaitsForQuota)
                card.hold = ContactRow::Hold::None;
        }
    });
    co_await pushLists();
    co_await pushContacts();
    co_await pullContacts();
    co_await pullLists();
    std::vector<int> lists;
    for (const auto &[key, list] : db.lists)
        lists.push_back(key);
    for (const int key : lists)
        co_await syncMembers(key);
    co_await deleteLists();
}

/// A read that must be answered: by what was asked for, or by the gateway's own word that it is not there.
Script<Answer> Desk::read(Request request)
{
    Answer answer = co_await ask(std::move(request));
    if (answer.error && answer.error->kind == ErrorKind::NotTheGateway && has(Bug::BelievesAny404))
        answer.error->kind = ErrorKind::NotFound;
    if (answer.error && outcomeOf(m_request.call, answer.error).row != RowStep::ProveAbsence)
        throw Abort();
    co_return answer;
}

Script<Absence> Desk::absence(bool isList, RemoteId id, bool rowsWereSeen, RemoteContact *found)
{
    Request request;
    request.call = isList ? SyncCall::ReadList : SyncCall::ReadContact;
    request.id = id;
    Answer answer = co_await read(request);
    if (!answer.error) {
        *found = answer.contact;
        co_return Absence::Alive;
    }
    if (has(Bug::BelievesAny404))
        co_return Absence::Proved;
    Request first;
    first.call = isList ? SyncCall::ReadLists : SyncCall::ReadPage;
    first.limit = 1;
    const Answer page = co_await read(first);
    const Canary canary = isList ? canaryOf(Result<Page<RemoteList>>(page.lists), id)
                                 : canaryOf(Result<Page<RemoteContact>>(page.contacts), id);
    std::optional<Sighting> sighting;
    if (canary.pick == Canary::Pick::Row) {
        request.id = canary.id;
        const Answer other = co_await read(request);
        sighting = other.error ? Sighting::Denied : Sighting::There;
    }
    co_return absenceOf(Sighting::Denied, canary, sighting, rowsWereSeen);
}

Script<void> Desk::pushLists()
{
    std::vector<int> keys;
    for (const auto &[key, list] : db.lists) {
        if (nextStep(list).kind == ListStep::Kind::ReadAll)
            keys.push_back(key);
    }
    for (const int key : keys)
        co_await createListOf(key);
}

Script<void> Desk::createListOf(int key)
{
    for (int looks = 0; !has(Bug::BlindListRetry); ++looks) {
        Request request;
        request.call = SyncCall::ReadLists;
        request.withDeleted = true;
        const Answer answer = co_await read(request);
        if (!db.lists.contains(key))
            co_return;
        const bool knowsAny = std::any_of(db.lists.begin(), db.lists.end(),
                                          [](const auto &entry) { return entry.second.remoteId.isValid(); });
        const ListCreate create = decideListCreate(
            db.lists.at(key), answer.lists.rows, isWhole(answer.lists),
            [this](const RemoteId &id) { return isBoundList(id); }, knowsAny, looks);
        switch (create.kind) {
        case ListCreate::Kind::Unclear: throw Abort();
        case ListCreate::Kind::AskAgain: continue;
        case ListCreate::Kind::Forget: commit([&](Database &next) { eraseList(next, key); }); co_return;
        case ListCreate::Kind::DeletedThere:
            commit([&](Database &next) {
                keep(next, "list deleted there");
                eraseList(next, key);
            });
            co_return;
        case ListCreate::Kind::Bind:
            commit([&](Database &next) {
                ListRow &row = next.lists.at(key);
                row.remoteId = create.list;
                row.base = row.local;
                row.isUnknown = false;
            });
            co_return;
        case ListCreate::Kind::Create:
            commit([&](Database &next) {
                next.lists.at(key).idsBefore = create.idsBefore;
                next.lists.at(key).isUnknown = true;
            });
            break;
        }
        break;
    }
    Request request;
    request.call = SyncCall::CreateList;
    request.text = QString::fromStdString(db.lists.at(key).local.value("name").text);
    const Answer answer = co_await ask(request);
    const Outcome outcome = outcomeOf(SyncCall::CreateList, answer.error);
    if (outcome.row == RowStep::KeepUnknown)
        co_return;
    commit([&](Database &next) {
        ListRow &row = next.lists.at(key);
        row.isUnknown = false;
        if (outcome.row == RowStep::Settle) {
            row.remoteId = answer.list.id;
            row.base = row.local;
        }
    });
}

Script<void> Desk::pushContacts()
{
    std::vector<PushTurn> turns;
    for (const auto &[key, card] : db.cards) {
        const ContactRow row = card.asRow();
        if (const auto stage = stageOf(row, capabilities))
            turns.push_back(turnOf(ContactId(key), *stage, row));
    }
    for (const ContactId id : inPushOrder(std::move(turns)))
        co_await pushContact(static_cast<int>(id.value));
}

Script<void> Desk::pushContact(int key)
{
    if (!db.cards.contains(key))
        co_return;
    ContactStep step = nextStep(db.cards.at(key).asRow(), capabilities);
    if (step.kind == ContactStep::Kind::LookUp && has(Bug::UnknownCreateFails)) {
        Card again = db.cards.at(key);
        again.sent.reset();
        step = nextStep(again.asRow(), capabilities);
    }
    switch (step.kind) {
    case ContactStep::Kind::Nothing:
    case ContactStep::Kind::Agree: // this gateway keeps all fields
    case ContactStep::Kind::Draft: break;
    case ContactStep::Kind::Forget: commit([&](Database &next) { eraseCard(next, key); }); break;
    case ContactStep::Kind::LookUp: co_await lookUp(key, LookUpReason::OutcomeUnknown, step.number); break;
    case ContactStep::Kind::Create: co_await sendCreate(key, step); break;
    case ContactStep::Kind::Read: co_await sendWrite(key); break;
    }
}

Script<void> Desk::lookUp(int key, LookUpReason reason, std::string number)
{
    Request request;
    request.call = SyncCall::LookUpNumber;
    request.text = QString::fromStdString(number);
    const Answer answer = co_await read(request);
    const auto found = db.cards.find(key);
    if (found == db.cards.end() || found->second.remoteId.isValid())
        co_return;
    const Card &card = found->second;
    const LookUpDecision decision = decideLookUp(
        reason, number, card.sent ? &*card.sent : nullptr, answer.contacts,
        [this](const RemoteId &id) { return isBound(id); }, card.looks);
    using Step = LookUpDecision::Step;
    switch (decision.step) {
    case Step::Adopt:
        commit([&](Database &next) {
            const auto contact = std::find_if(answer.contacts.rows.begin(), answer.contacts.rows.end(),
                                              [&](const RemoteContact &row) { return row.id == decision.contact; });
            Card &own = next.cards.at(key);
            bind(next, own, *contact, adoptionOf(own, recordOf(*contact, false)));
        });
        break;
    case Step::TwoCards:
        commit([&](Database &next) {
            keep(next, "two cards, one number " + printed(next.cards.at(key).local()));
            const auto other = std::find_if(next.cards.begin(), next.cards.end(), [&](const auto &entry) {
                return entry.second.remoteId == decision.contact;
            });
            for (const auto &[pair, membership] : db.members) {
                if (pair.second == key && membership.want && !other->second.isDeleted)
                    next.members[{pair.first, other->first}].want = true;
            }
            eraseCard(next, key);
        });
        break;
    case Step::SendAgain:
        commit([&](Database &next) { next.cards.at(key).sent.reset(); });
        co_await pushContact(key);
        break;
    case Step::AskAgain: commit([&](Database &next) { ++next.cards.at(key).looks; }); break;
    case Step::WaitForPull: break;
    case Step::Block: commit([&](Database &next) { next.cards.at(key).hold = ContactRow::Hold::Blocked; }); break;
    }
}

Script<void> Desk::sendCreate(int key, ContactStep step)
{
    commit([&](Database &next) { next.cards.at(key).sent = step.sent; });
    Request request;
    request.call = SyncCall::CreateContact;
    request.change = step.change;
    const Answer answer = co_await ask(request);
    const Outcome outcome = outcomeOf(SyncCall::CreateContact, answer.error);
    if (!db.cards.contains(key) || outcome.row == RowStep::KeepUnknown)
        co_return;
    if (outcome.row == RowStep::LookUpNumber && has(Bug::UnknownCreateFails)) {
        commit([&](Database &next) { eraseCard(next, key); });
        co_return;
    }
    if (outcome.row == RowStep::Settle) {
        if (isBound(answer.contact.id))
            co_return;
        commit([&](Database &next) {
            Card &card = next.cards.at(key);
            const SyncRecord made = recordOf(answer.contact, false);
            const SyncRecord local = has(Bug::AnswerOverwrites) ? made : card.local();
            Adoption adoption{true, card.isDeleted, mergeAnswer(SyncRecord(), step.sent, local, made, card.mine), {}};
            bind(next, card, answer.contact, adoption);
        });
        co_return;
    }
    commit([&](Database &next) {
        Card &card = next.cards.at(key);
        card.sent.reset();
        if (outcome.row == RowStep::WaitForQuota)
            card.hold = ContactRow::Hold::WaitsForQuota;
        else if (outcome.row == RowStep::Block)
            card.hold = ContactRow::Hold::Blocked;
    });
    if (outcome.row == RowStep::LookUpNumber) {
        const bool isKnown = answer.error->kind == ErrorKind::Conflict;
        co_await lookUp(key, isKnown ? LookUpReason::NumberKnown : LookUpReason::Refused,
                        step.change.phoneNumber->toStdString());
    }
}

Script<void> Desk::sendWrite(int key)
{
    const bool reads = db.cards.at(key).isDeleted ? !has(Bug::DeleteWithoutReading) : !has(Bug::PutWithoutReading);
    RemoteContact fresh = believed(db.cards.at(key).remoteId, db.cards.at(key).base());
    if (reads) {
        isReading = true;
        const Absence there = co_await absence(false, db.cards.at(key).remoteId, false, &fresh);
        if (there == Absence::Unproved)
            throw Abort();
        if (!db.cards.contains(key))
            co_return;
        if (there == Absence::Proved) {
            commit([&](Database &next) {
                if (next.cards.at(key).isDeleted)
                    eraseCard(next, key);
                else
                    goneThere(next, key);
            });
            co_return;
        }
    }
    // Read, merged and written in one go: what the row is now counts, not what it was when the reading was sent.
    const Card &card = db.cards.at(key);
    ContactWrite write = afterReading(card.asRow(), fresh, false, card.mine, capabilities);
    switch (write.kind) {
    case ContactWrite::Kind::WrongContact: throw Abort();
    case ContactWrite::Kind::Delete: co_await sendDelete(key); break;
    case ContactWrite::Kind::Restored:
        commit([&](Database &next) { restore(next, next.cards.at(key), recordOf(fresh, false), write.conflict); });
        break;
    case ContactWrite::Kind::Nothing:
        commit([&](Database &next) { take(next, next.cards.at(key), write.merge, false); });
        break;
    case ContactWrite::Kind::Update:
        commit([&](Database &next) { take(next, next.cards.at(key), write.merge, false); });
        co_await sendUpdate(key, std::move(write));
        break;
    }
}

Script<void> Desk::sendUpdate(int key, ContactWrite write)
{
    Request request;
    request.call = SyncCall::UpdateContact;
    request.id = db.cards.at(key).remoteId;
    request.change = write.change;
    if (has(Bug::DropsUnknownMembers))
        request.change.extra.clear();
    const Answer answer = co_await ask(request);
    if (!db.cards.contains(key))
        co_return;
    const Outcome outcome = outcomeOf(SyncCall::UpdateContact, answer.error);
    commit([&](Database &next) {
        Card &card = next.cards.at(key);
        if (outcome.row == RowStep::Settle && !card.isDeleted) {
            const SyncRecord now = recordOf(answer.contact, false);
            const SyncRecord local = has(Bug::AnswerOverwrites) ? now : card.local();
            take(next, card, mergeAnswer(write.merge.shadow, write.sent, local, now, card.mine), true);
        } else if (outcome.row == RowStep::Settle) {
            card.shadow = recordOf(answer.contact, false);
            card.extra = card.shadow->extra;
        } else if (outcome.row == RowStep::TakeNumberBack) {
            SyncRecord local = card.local();
            keep(next, printed(takeNumberBack(local, card.base())));
            card.row = withRecord(card.row, local);
        } else if (outcome.row == RowStep::Block) {
            card.hold = ContactRow::Hold::Blocked;
        }
    });
}

Script<void> Desk::sendDelete(int key)
{
    Request request;
    request.call = SyncCall::DeleteContacts;
    request.ids = {db.cards.at(key).remoteId};
    const Answer answer = co_await ask(request);
    if (answer.error || !db.cards.contains(key))
        co_return;
    commit([&](Database &next) {
        keep(next, "trash " + printed(next.cards.at(key).local()) + ' ' + printed(next.cards.at(key).base()));
        eraseCard(next, key);
    });
}

Script<void> Desk::deleteLists()
{
    std::vector<int> keys;
    for (const auto &[key, list] : db.lists) {
        if (nextStep(list).kind == ListStep::Kind::Delete)
            keys.push_back(key);
    }
    for (const int key : keys) {
        Request request;
        request.call = SyncCall::DeleteLists;
        request.id = db.lists.at(key).remoteId;
        const Answer answer = co_await ask(request);
        if (!answer.error)
            commit([&](Database &next) { eraseList(next, key); });
    }
}

} // namespace Elenco::Model
