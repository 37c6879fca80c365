// SPDX-License-Identifier: Apache-2.0
#include "sync/run/listsync.h"

#include "sync/bulk/temporarylist.h"
#include "sync/plan/listplan.h"
#include "sync/records/listfields.h"
#include "sync/run/listing.h"
#include "sync/run/listreading.h"

#include <algorithm>

#include <QCoreApplication>

namespace Elenco {

namespace {

bool isDeleted(const RemoteList &list)
{
    return list.isDeleted.value_or(false);
}

} // namespace

std::optional<qint64> ListSync::countOf(const RemoteId &list) const
{
    const auto found =
        std::find_if(m_remote.begin(), m_remote.end(), [&](const RemoteList &remote) { return remote.id == list; });
    return found == m_remote.end() ? std::nullopt : found->contactCount;
}

Routine<bool> ListSync::reload()
{
    auto listsTask =
        m_course.write<std::vector<SyncList>>([](Workspace &workspace) { return SyncLists(workspace).all(); });
    const Result<std::vector<SyncList>> lists = co_await std::move(listsTask);
    if (!m_course.heedStore(lists))
        co_return false;
    m_lists = *lists;
    co_return true;
}

Routine<bool> ListSync::readAll()
{
    m_hasDeleted = false;
    auto reading = readLists(m_course, m_remote);
    const bool read = co_await std::move(reading);
    co_return read;
}

Routine<bool> ListSync::run()
{
    m_course.progress(SyncPhase::Lists, 0, 0);
    const bool read = co_await readAll();
    if (!read)
        co_return false;
    const bool loaded = co_await reload();
    if (!loaded)
        co_return false;
    for (const SyncList &list : std::vector(m_lists)) {
        bool goesOn = true;
        if (!list.remoteId.isValid()) {
            auto goingStep = sendNew(list);
            goesOn = co_await std::move(goingStep);
        } else if (!list.isDeleted) {
            const auto remote = std::find_if(m_remote.begin(), m_remote.end(), [&](const RemoteList &candidate) {
                return candidate.id == list.remoteId && !isDeleted(candidate);
            });
            auto going = remote == m_remote.end() ? settleMissing(list) : exchange(list, *remote);
            goesOn = co_await std::move(going);
        }
        if (!goesOn || !m_course.mayGoOn())
            co_return false;
    }
    const bool loadedAgain = co_await reload();
    if (!loadedAgain)
        co_return false;
    for (const RemoteList &remote : QList<RemoteList>(m_remote)) {
        const bool isKnown = std::any_of(m_lists.begin(), m_lists.end(),
                                         [&](const SyncList &list) { return list.remoteId == remote.id; });
        if (isKnown || isDeleted(remote) || isTemporaryList(remote.name) || mayBeOurs(remote))
            continue;
        // The pages of most documents do not say whether it is a test list; by its id it does.
        std::optional<RemoteList> whole;
        if (!remote.isTest) {
            const Result<RemoteList> answer = co_await m_course.client().list(remote.id, Priority::Background);
            m_course.heed(SyncCall::ReadList, answer);
            if (answer)
                whole = *answer;
            else if (!m_course.mayGoOn())
                co_return false;
        }
        auto arrivedTask = m_course.write<ListId>([id = remote.id, fields = fieldsOf(whole.value_or(remote)),
                                                   set = m_course.changeSet()](Workspace &workspace) {
            return SyncLists(workspace).arrive(id, fields, *set);
        });
        const Result<ListId> arrived = co_await std::move(arrivedTask);
        if (!m_course.heedStore(arrived))
            co_return false;
        ++m_course.report().listsReceived;
    }
    co_return true;
}

// One that a creation of ours may have made which was not answered in this run, while another one was looked for: the
// next run binds it.
bool ListSync::mayBeOurs(const RemoteList &remote) const
{
    return std::any_of(m_lists.begin(), m_lists.end(), [&](const SyncList &list) {
        return !list.remoteId.isValid() && list.send == SendState::Sent && list.sentName == remote.name.trimmed() &&
               std::find(list.known.begin(), list.known.end(), remote.id) == list.known.end();
    });
}

Routine<bool> ListSync::sendNew(SyncList list)
{
    ListRow row;
    row.isDeleted = list.isDeleted;
    row.isUnknown = list.send == SendState::Sent;
    row.local.set("name", {SyncKind::Text,
                           (row.isUnknown && !list.sentName.isEmpty() ? list.sentName : list.now.name).toStdString()});
    row.isBlocked = list.send == SendState::Blocked;
    if (row.isUnknown)
        row.idsBefore = QList<RemoteId>(list.known.begin(), list.known.end());
    const ListStep step = nextStep(row);
    const auto isKnown = [this](const RemoteId &id) { return isBound(id); };
    // A list of this name that is there, and is nobody's here, is this list to whoever looks at it.
    const auto namesake = [&] {
        return std::find_if(m_remote.begin(), m_remote.end(), [&](const RemoteList &remote) {
            return !isDeleted(remote) && remote.name.trimmed() == list.now.name && !isKnown(remote.id);
        });
    };
    ListCreate decision{ListCreate::Kind::Forget, {}, {}};
    if (step.kind == ListStep::Kind::Nothing) {
        // Refused, or gone over there while something waited here: nothing is sent, but somebody else may have made it.
        if (namesake() == m_remote.end())
            co_return true;
        decision = {ListCreate::Kind::Bind, namesake()->id, {}};
    }
    for (int looks = 0; step.kind == ListStep::Kind::ReadAll && looks < 3; ++looks) {
        decision = decideListCreate(row, m_remote, true, isKnown, knowsAny(), looks);
        if (decision.kind != ListCreate::Kind::AskAgain)
            break;
        const bool read = co_await readAll();
        if (!read)
            co_return false;
    }
    if (decision.kind == ListCreate::Kind::Create && !row.isUnknown && namesake() != m_remote.end())
        decision = {ListCreate::Kind::Bind, namesake()->id, {}};
    if (decision.kind == ListCreate::Kind::Create) {
        auto looking = lookAmongDeleted(row, decision);
        decision = co_await std::move(looking);
    }
    switch (decision.kind) {
    case ListCreate::Kind::Create: {
        auto madeStep = create(list, decision.idsBefore);
        const bool made = co_await std::move(madeStep);
        co_return made;
    }
    case ListCreate::Kind::Bind: {
        const auto remote = std::find_if(m_remote.begin(), m_remote.end(),
                                         [&](const RemoteList &candidate) { return candidate.id == decision.list; });
        auto boundTask =
            m_course.write<void>([id = list.id, remoteId = decision.list, base = fieldsOf(*remote, list.now)](
                                     Workspace &workspace) { return SyncLists(workspace).bind(id, remoteId, base); });
        const Result<void> bound = co_await std::move(boundTask);
        if (!m_course.heedStore(bound))
            co_return false;
        ++m_course.report().listsSent;
        const RemoteList there = *remote;
        const bool loaded = co_await reload();
        if (!loaded)
            co_return false;
        // It may have another name by now.
        const auto here = std::find_if(m_lists.begin(), m_lists.end(),
                                       [&](const SyncList &candidate) { return candidate.id == list.id; });
        if (here == m_lists.end() || here->isDeleted || !here->base)
            co_return true;
        auto exchangeStep = exchange(*here, there);
        const bool exchanged = co_await std::move(exchangeStep);
        co_return exchanged;
    }
    case ListCreate::Kind::Forget: {
        auto forgottenTask = m_course.write<void>(
            [id = list.id](Workspace &workspace) { return SyncLists(workspace).forgetDeleted(id); });
        const Result<void> forgotten = co_await std::move(forgottenTask);
        co_return m_course.heedStore(forgotten);
    }
    case ListCreate::Kind::DeletedThere: {
        auto takenTask =
            m_course.write<void>([id = list.id, set = m_course.changeSet()](Workspace &workspace) -> Result<void> {
                if (const Result<void> forgotten = SyncLists(workspace).forgetDeleted(id); !forgotten)
                    return forgotten;
                return SyncLists(workspace).takeDeletion(id, *set);
            });
        const Result<void> taken = co_await std::move(takenTask);
        co_return m_course.heedStore(taken);
    }
    case ListCreate::Kind::AskAgain:
    case ListCreate::Kind::Unclear: co_return true; // the mark stays; the next run looks again
    }
    Q_UNREACHABLE();
}

// Where nothing marks deleted lists, readings lack them: one that was made without an answer may have been deleted
// since, and those of its name that were there before are to be known by the next look.
Routine<ListCreate> ListSync::lookAmongDeleted(ListRow row, ListCreate decision)
{
    const ListCreate unclear{ListCreate::Kind::Unclear, {}, {}};
    if (m_course.client().capabilities().marksDeletedLists != Known::No)
        co_return decision;
    if (!m_hasDeleted) {
        auto reading = addUnmarkedDeleted(m_course, m_remote);
        m_hasDeleted = co_await std::move(reading);
    }
    if (!m_hasDeleted)
        co_return unclear;
    constexpr int looks = 3; // more than it takes
    decision = decideListCreate(
        row, m_remote, true, [this](const RemoteId &id) { return isBound(id); }, knowsAny(), looks);
    auto confirming = confirmed(m_course, m_remote, decision);
    decision = co_await std::move(confirming);
    co_return decision;
}

Routine<bool> ListSync::create(SyncList list, QList<RemoteId> known)
{
    auto notedTask =
        m_course.write<bool>([id = list.id, name = list.now.name, known = std::vector(known.begin(), known.end())](
                                 Workspace &workspace) { return SyncLists(workspace).noteSent(id, name, known); });
    const Result<bool> noted = co_await std::move(notedTask);
    if (!m_course.heedStore(noted))
        co_return false;
    if (!*noted)
        co_return true;
    auto answerTask = m_course.client().createList(changeTo(list.now, ListFields{}), Priority::Background);
    const Result<RemoteList> answer = co_await std::move(answerTask);
    const Outcome outcome = m_course.heed(SyncCall::CreateList, answer);
    if (answer) {
        m_remote.append(*answer);
        auto boundTask =
            m_course.write<void>([id = list.id, remoteId = answer->id, base = fieldsOf(*answer, list.now)](
                                     Workspace &workspace) { return SyncLists(workspace).bind(id, remoteId, base); });
        const Result<void> bound = co_await std::move(boundTask);
        if (!m_course.heedStore(bound))
            co_return false;
        ++m_course.report().listsSent;
        const bool loaded = co_await reload();
        co_return loaded;
    }
    if (outcome.row == RowStep::KeepUnknown)
        co_return m_course.mayGoOn();
    const bool isRefused = outcome.row != RowStep::Resend;
    auto heldTask =
        m_course.write<void>([id = list.id, isRefused, words = answer.error().text()](Workspace &workspace) {
            return SyncLists(workspace).note(id, isRefused ? SendState::Blocked : SendState::Idle,
                                             isRefused ? SendTrouble::Refused : SendTrouble::None, words);
        });
    const Result<void> held = co_await std::move(heldTask);
    if (isRefused)
        m_course.report().refuse(list.now.name, answer.error().text());
    co_return m_course.heedStore(held) && m_course.mayGoOn();
}

Routine<bool> ListSync::exchange(SyncList list, RemoteList remote)
{
    const ListFields there = fieldsOf(remote, list.base.value_or(list.now));
    const ListFields wanted = merged(settledBase(list.base.value_or(list.now), list.sent, there), list.now, there);
    const bool isRenamedHere = list.base && list.base->name != list.now.name;
    if (isRenamedHere && there.name != list.base->name && there.name != wanted.name)
        m_course.report().notices.append(
            {list.now.name,
             QCoreApplication::translate("Sync", "renamed on both sides: on the gateway it was “%1”").arg(there.name)});
    if (wanted != list.now) {
        auto takenTask = m_course.write<void>(
            [id = list.id, seen = list.now, wanted, there, set = m_course.changeSet()](Workspace &workspace) {
                return SyncLists(workspace).take(id, seen, wanted, there, *set);
            });
        const Result<void> taken = co_await std::move(takenTask);
        if (!m_course.heedStore(taken))
            co_return false;
        ++m_course.report().listsReceived;
    }
    ListFields base = there;
    if (wanted != there && list.send != SendState::Blocked) {
        auto notedTask = m_course.write<void>([id = list.id, there, wanted](Workspace &workspace) {
            return SyncLists(workspace).noteChange(id, there, wanted);
        });
        const Result<void> noted = co_await std::move(notedTask);
        if (!m_course.heedStore(noted))
            co_return false;
        auto answerTask = m_course.client().updateList(list.remoteId, changeTo(wanted, there), Priority::Background);
        const Result<RemoteList> answer = co_await std::move(answerTask);
        const Outcome outcome = m_course.heed(SyncCall::UpdateList, answer);
        if (!answer) {
            if (outcome.row == RowStep::Block) {
                auto heldTask =
                    m_course.write<void>([id = list.id, words = answer.error().text()](Workspace &workspace) {
                        return SyncLists(workspace).note(id, SendState::Blocked, SendTrouble::Refused, words);
                    });
                const Result<void> held = co_await std::move(heldTask);
                m_course.report().refuse(list.now.name, answer.error().text());
                co_return m_course.heedStore(held);
            }
            co_return m_course.mayGoOn(); // the next run reads and compares again
        }
        ++m_course.report().listsSent;
        // What the gateway made of it is taken, or it would differ for ever.
        base = wanted;
        if (fieldsOf(*answer, wanted) != wanted) {
            base = fieldsOf(*answer, wanted);
            auto takenTask =
                m_course.write<void>([id = list.id, wanted, base, set = m_course.changeSet()](Workspace &workspace) {
                    return SyncLists(workspace).take(id, wanted, base, base, *set);
                });
            const Result<void> taken = co_await std::move(takenTask);
            if (!m_course.heedStore(taken))
                co_return false;
        }
    }
    if (!list.base && wanted == list.now)
        co_return true;
    auto settledTask = m_course.write<void>(
        [id = list.id, base](Workspace &workspace) { return SyncLists(workspace).settle(id, base); });
    const Result<void> settled = co_await std::move(settledTask);
    co_return m_course.heedStore(settled);
}

// Not in the listing: asked for by its id, and believed to be gone only beside another one that is there.
Routine<bool> ListSync::settleMissing(SyncList list)
{
    const Result<RemoteList> answer = co_await m_course.client().list(list.remoteId, Priority::Background);
    m_course.heed(SyncCall::ReadPage, answer);
    const bool isTombstone = answer && isDeleted(*answer);
    if (!isTombstone && sightingOf(answer) != Sighting::Denied)
        co_return m_course.mayGoOn();
    if (!isTombstone) {
        const auto other = std::find_if(m_remote.begin(), m_remote.end(), [&](const RemoteList &candidate) {
            return candidate.id != list.remoteId && !isDeleted(candidate);
        });
        std::optional<Sighting> sighting;
        if (other != m_remote.end()) {
            const Result<RemoteList> canary = co_await m_course.client().list(other->id, Priority::Background);
            m_course.heed(SyncCall::ReadPage, canary);
            sighting = sightingOf(canary);
        }
        const Canary canary =
            other == m_remote.end() ? Canary{Canary::Pick::NobodyThere, {}} : Canary{Canary::Pick::Row, other->id};
        if (absenceOf(Sighting::Denied, canary, sighting, false) != Absence::Proved)
            co_return m_course.mayGoOn();
    }
    auto takenTask = m_course.write<void>([id = list.id, set = m_course.changeSet()](Workspace &workspace) {
        return SyncLists(workspace).takeDeletion(id, *set);
    });
    const Result<void> taken = co_await std::move(takenTask);
    ++m_course.report().listsReceived;
    co_return m_course.heedStore(taken);
}

Routine<bool> ListSync::removeDeleted()
{
    const bool loaded = co_await reload();
    if (!loaded)
        co_return false;
    for (const SyncList &list : std::vector(m_lists)) {
        if (!list.isDeleted || !list.remoteId.isValid())
            continue;
        const Result<DeletionBatch> batch = DeletionBatch::of({list.remoteId});
        if (!batch)
            continue;
        auto notedTask = m_course.write<bool>(
            [id = list.id](Workspace &workspace) { return SyncLists(workspace).noteDeletion(id); });
        const Result<bool> noted = co_await std::move(notedTask);
        if (!m_course.heedStore(noted))
            co_return false;
        if (!*noted)
            continue;
        const Result<void> answer = co_await m_course.client().deleteLists(*batch, Priority::Background);
        m_course.heed(SyncCall::DeleteLists, answer);
        if (!m_course.mayGoOn())
            co_return false;
        if (!answer && answer.error().kind != ErrorKind::NotFound)
            continue;
        auto forgottenTask = m_course.write<void>(
            [id = list.id](Workspace &workspace) { return SyncLists(workspace).forgetDeleted(id); });
        const Result<void> forgotten = co_await std::move(forgottenTask);
        if (!m_course.heedStore(forgotten))
            co_return false;
        ++m_course.report().listsSent;
    }
    co_return true;
}

} // namespace Elenco
