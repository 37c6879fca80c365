// SPDX-License-Identifier: Apache-2.0
#include "modeldesk.h"

#include "../support/syncmerges.h"
#include "sync/records/canonical.h"

#include <algorithm>
#include <stdexcept>

namespace Elenco::Model {

Desk::Desk(QByteArray name, Bug bug, const Gateway &gateway, std::function<void()> maybeKill)
    : name(std::move(name)), m_bug(bug), m_gateway(gateway), m_maybeKill(std::move(maybeKill))
{
}

// What a user does

std::vector<int> Desk::shownCards() const
{
    std::vector<int> keys;
    for (const auto &[key, card] : db.cards) {
        if (!card.isDeleted)
            keys.push_back(key);
    }
    return keys;
}

void Desk::createCard(ContactState row)
{
    commit([&](Database &next) { next.cards[++next.last].row = std::move(row); });
}

void Desk::edit(int key, const std::string &field, const std::string &value)
{
    commit([&](Database &next) {
        Card &card = next.cards.at(key);
        if (card.remoteId.isValid() && !card.shadow)
            card.shadow = card.base();
        card.row[field] = value;
        card.hold = ContactRow::Hold::None;
        card.looks = 0;
    });
}

void Desk::deleteCard(int key)
{
    commit([&](Database &next) {
        Card &card = next.cards.at(key);
        if (!card.remoteId.isValid() && !card.sent)
            return eraseCard(next, key);
        if (card.remoteId.isValid() && !card.shadow)
            card.shadow = card.base();
        card.isDeleted = true;
        for (auto &[pair, membership] : next.members) {
            if (pair.second == key)
                membership.want = false;
        }
    });
}

void Desk::createList(const QString &listName)
{
    commit(
        [&](Database &next) { next.lists[++next.last].local.set("name", {SyncKind::Text, listName.toStdString()}); });
}

void Desk::setMember(int list, int card, bool want)
{
    commit([&](Database &next) { next.members[{list, card}].want = want; });
}

void Desk::deleteList(int key)
{
    commit([&](Database &next) { next.lists.at(key).isDeleted = true; });
}

// The sync from outside

Desk::Ask Desk::ask(Request request)
{
    m_request = std::move(request);
    return {this};
}

void Desk::begin()
{
    m_running.emplace(sync());
    m_running->start();
    finishIfDone();
}

void Desk::resume(Answer answer)
{
    m_answer = std::move(answer);
    m_waiting.resume();
    finishIfDone();
}

void Desk::finishIfDone()
{
    if (!m_running->isDone())
        return;
    Script<void> finished = std::move(*m_running);
    m_running.reset();
    finished.result();
}

// What answers do to the file

void Desk::keep(Database &next, const QByteArray &words)
{
    next.kept += words + '\n';
}

bool Desk::isBound(const RemoteId &id) const
{
    return std::any_of(db.cards.begin(), db.cards.end(),
                       [&](const auto &entry) { return entry.second.remoteId == id; });
}

bool Desk::isBoundList(const RemoteId &id) const
{
    return std::any_of(db.lists.begin(), db.lists.end(),
                       [&](const auto &entry) { return entry.second.remoteId == id; });
}

void Desk::eraseCard(Database &next, int key)
{
    next.cards.erase(key);
    std::erase_if(next.members, [key](const auto &entry) { return entry.first.second == key; });
}

void Desk::eraseList(Database &next, int key)
{
    next.lists.erase(key);
    std::erase_if(next.members, [key](const auto &entry) { return entry.first.first == key; });
}

void Desk::take(Database &next, Card &card, const MergeResult &result, bool isAnswer)
{
    for (const FieldConflict &conflict : result.conflicts)
        keep(next, printed(conflict));
    for (const ReplacedValue &value : result.replaced) {
        if (!has(Bug::NoNotices))
            keep(next, "replaced " + QByteArray::fromStdString(value.ours.text));
    }
    Authorship mine = result.mine;
    if (has(Bug::NotesOnlyOnAnswers) && !isAnswer)
        std::erase_if(mine, [&](const auto &note) { return !card.mine.contains(note.first); });
    card.row = withRecord(card.row, result.record);
    card.extra = result.shadow.extra;
    card.shadow = result.differs() ? std::optional(result.shadow) : std::nullopt;
    card.mine = std::move(mine);
    card.sent.reset();
}

MergeResult Desk::merged(const Card &card, const SyncRecord &found) const
{
    if (has(Bug::PullOverwrites))
        return merge(&found, found, found, card.mine);
    const SyncRecord base = card.base();
    return merge(&base, card.local(), found, card.mine);
}

Adoption Desk::adoptionOf(const Card &card, const SyncRecord &found) const
{
    const SyncRecord local = card.local();
    if (!has(Bug::AdoptTakesLocalAsBase))
        return adopt(local, card.isDeleted, card.sent ? &*card.sent : nullptr, found, card.mine);
    return {true, card.isDeleted, merge(&local, local, found, card.mine), std::nullopt};
}

void Desk::bind(Database &next, Card &card, const RemoteContact &contact, const Adoption &adoption)
{
    if (adoption.conflict)
        keep(next, printed(*adoption.conflict->local) + ' ' + printed(*adoption.conflict->remote));
    card.remoteId = contact.id;
    card.boundRun = next.run;
    card.isDeleted = adoption.staysDeleted;
    card.hold = ContactRow::Hold::None;
    take(next, card, adoption.merge, true);
    if (card.isDeleted && !card.shadow)
        card.shadow = card.base();
}

void Desk::restore(Database &next, Card &card, const SyncRecord &found, const std::optional<RecordConflict> &conflict)
{
    keep(next, "restored " + printed(*conflict->base) + ' ' + printed(found));
    take(next, card, merge(&found, found, found, card.mine), false);
    card.isDeleted = false;
}

void Desk::applyRemote(Database &next, const RemoteContact &contact)
{
    const SyncRecord found = recordOf(contact, false);
    for (auto &[key, card] : next.cards) {
        if (card.remoteId != contact.id)
            continue;
        if (!card.isDeleted)
            return take(next, card, merged(card, found), false);
        if (const auto conflict = deletionMeetsEdit(card.base(), found); conflict && !has(Bug::DeleteWithoutReading))
            restore(next, card, found, conflict);
        return;
    }
    for (auto &[key, card] : next.cards) {
        if (!card.remoteId.isValid() && sharesNumber(card.local(), card.sent ? &*card.sent : nullptr, found))
            return bind(next, card, contact, adoptionOf(card, found));
    }
    Card &card = next.cards[++next.last];
    card.remoteId = contact.id;
    card.boundRun = next.run;
    card.row = withRecord({}, found);
    card.extra = found.extra;
}

void Desk::goneThere(Database &next, int key)
{
    const Card &card = next.cards.at(key);
    if (m_gateway.contacts.contains(card.remoteId.value.toLongLong()))
        throw std::logic_error("I8: a card goes to the trash while it is alive over there");
    if (const auto conflict = editMeetsDeletion(card.base(), card.local()))
        keep(next, "edited here, deleted there " + printed(*conflict->local));
    keep(next, "trash " + printed(card.local()) + ' ' + printed(card.base()));
    eraseCard(next, key);
}

} // namespace Elenco::Model
