// SPDX-License-Identifier: Apache-2.0
#include "modeldesk.h"

#include <algorithm>

namespace Elenco::Model {

namespace {

constexpr int limit = 3;

} // namespace

Script<void> Desk::pullContacts()
{
    const bool forwards = has(Bug::ForwardAbsence);
    Request request;
    request.call = SyncCall::ReadPage;
    request.limit = limit;
    if (!db.pull) {
        const Answer answer = co_await read(request);
        if (!answer.contacts.total)
            throw Abort();
        commit([&](Database &next) {
            ++next.run;
            next.pull.emplace();
            next.pull->page = forwards ? 0 : *answer.contacts.total / limit + 1;
        });
    } else if (has(Bug::CursorWithoutSeen)) {
        commit([](Database &next) { next.pull->seen.clear(); });
    }
    QList<RemoteId> idsBefore;
    while (db.pull->page >= 0) {
        request.page = db.pull->page;
        const Answer answer = co_await read(request);
        const PageVerdict verdict =
            judgePage({request.page, limit, 0, true, db.pull->totalBefore, idsBefore}, answer.contacts);
        if (verdict == PageVerdict::FellTooFar)
            commit([](Database &next) { next.pull.reset(); }); // somebody looked at it, and said "go on"
        if (verdict != PageVerdict::Good)
            throw Abort();
        idsBefore.clear();
        commit([&](Database &next) {
            for (const RemoteContact &row : answer.contacts.rows) {
                idsBefore.append(row.id);
                next.pull->seen.insert(row.id.value);
                applyRemote(next, row);
            }
            next.pull->totalBefore = answer.contacts.total;
            if (!forwards)
                --next.pull->page;
            else
                next.pull->page = answer.contacts.rows.isEmpty() ? -1 : request.page + 1;
        });
    }
    co_await proveMissing();
    commit([](Database &next) { next.pull.reset(); });
}

Script<void> Desk::proveMissing()
{
    const bool believesListings = has(Bug::ForwardAbsence) || has(Bug::BackwardAbsence) || has(Bug::CursorWithoutSeen);
    std::vector<int> missing;
    qint64 bound = 0;
    for (const auto &[key, card] : db.cards) {
        if (!card.remoteId.isValid())
            continue;
        ++bound;
        if (isMissing(db.pull->seen.contains(card.remoteId.value), card.boundRun, db.run))
            missing.push_back(key);
    }
    if (missingStep({qint64(missing.size()), bound, 1, false}) == MissingStep::Nothing)
        co_return;
    for (const int key : missing) {
        if (!db.cards.contains(key))
            continue;
        RemoteContact found;
        Absence there = Absence::Proved;
        if (!believesListings)
            there = co_await absence(false, db.cards.at(key).remoteId, !db.pull->seen.empty(), &found);
        if (there == Absence::Unproved) {
            commit([](Database &next) { next.pull.reset(); });
            throw Abort();
        }
        if (!db.cards.contains(key))
            continue;
        commit([&](Database &next) {
            if (there == Absence::Alive)
                applyRemote(next, found);
            else if (next.cards.at(key).isDeleted)
                eraseCard(next, key);
            else
                goneThere(next, key);
        });
    }
}

Script<void> Desk::pullLists()
{
    Request request;
    request.call = SyncCall::ReadLists;
    const Answer answer = co_await read(request);
    if (!isWhole(answer.lists))
        throw Abort();
    std::vector<int> missing;
    for (const auto &[key, list] : db.lists) {
        const auto isIt = [&list = list](const RemoteList &row) { return row.id == list.remoteId; };
        if (list.remoteId.isValid() && std::none_of(answer.lists.rows.begin(), answer.lists.rows.end(), isIt))
            missing.push_back(key);
    }
    for (const int key : missing) {
        RemoteContact unused;
        const Absence there = co_await absence(true, db.lists.at(key).remoteId, !answer.lists.rows.isEmpty(), &unused);
        if (there == Absence::Unproved)
            throw Abort();
        if (there == Absence::Proved)
            commit([&](Database &next) {
                keep(next, "list deleted there");
                eraseList(next, key);
            });
    }
    commit([&](Database &next) {
        for (const RemoteList &row : answer.lists.rows) {
            if (isBoundList(row.id))
                continue;
            ListRow *own = nullptr;
            for (auto &[key, list] : next.lists) {
                const bool isNew = !list.idsBefore.value_or(QList<RemoteId>()).contains(row.id);
                if (!list.remoteId.isValid() && list.isUnknown && isNew &&
                    list.local.value("name") == recordOf(row).value("name"))
                    own = &list;
            }
            if (!own)
                own = &next.lists[++next.last];
            own->remoteId = row.id;
            own->isUnknown = false;
            own->local = own->base = recordOf(row);
        }
    });
}

Script<void> Desk::syncMembers(int key)
{
    const auto list = db.lists.find(key);
    if (list == db.lists.end() || !list->second.remoteId.isValid() || list->second.isDeleted)
        co_return;
    const RemoteId remoteList = list->second.remoteId;
    std::vector<MemberPair> pairs;
    for (const auto &[pair, membership] : db.members) {
        const auto card = db.cards.find(pair.second);
        if (pair.first == key && card != db.cards.end() && !card->second.isDeleted)
            pairs.push_back({card->second.remoteId, membership});
    }
    for (const MemberStep &step : memberSteps(pairs)) {
        Request request;
        request.call = step.isRemoval ? SyncCall::RemoveMembers : SyncCall::AddMembers;
        request.id = remoteList;
        request.ids = step.contacts;
        const Answer answer = co_await ask(request);
        if (answer.error)
            throw Abort();
    }
    bool isSecond = false;
    for (bool again = true; again; isSecond = true) {
        Request request;
        request.call = SyncCall::ReadPage;
        request.id = remoteList;
        const Answer answer = co_await read(request);
        if (answer.error)
            co_return; // gone: the next reading of the lists says so
        if (!isWhole(answer.contacts))
            throw Abort();
        again = false;
        commit([&](Database &next) {
            if (!next.lists.contains(key))
                return;
            std::set<QString> there;
            for (const RemoteContact &row : answer.contacts.rows)
                there.insert(row.id.value);
            for (const auto &[cardKey, card] : next.cards) {
                if (!card.remoteId.isValid())
                    continue;
                const auto pair = next.members.find({key, cardKey});
                const bool isThere = there.contains(card.remoteId.value);
                if (!isThere && pair == next.members.end())
                    continue;
                const MemberSeen seen = isThere    ? MemberSeen::There
                                        : isSecond ? MemberSeen::Missing
                                                   : MemberSeen::MissingOnce;
                const Membership before = pair == next.members.end() ? Membership() : pair->second;
                const MergedMembership merged = mergeMembership(before, seen);
                next.members[{key, cardKey}] = merged.membership;
                again = again || merged.needsSecondLook;
            }
            std::erase_if(next.members, [](const auto &entry) { return entry.second.isNothing(); });
        });
    }
}

} // namespace Elenco::Model
