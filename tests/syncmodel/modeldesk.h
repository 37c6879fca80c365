// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelgateway.h"
#include "script.h"
#include "store/contacts/contactstate.h"
#include "sync/plan/listplan.h"
#include "sync/plan/pushplan.h"
#include "sync/run/listing.h"
#include "sync/run/numberlookup.h"

#include <functional>

namespace Elenco::Model {

/// The process ended here; what was not committed never was.
struct Killed {
};
/// This run stops; the next one goes on.
struct Abort {
};

/// The deliberate bugs of sync.md section 3.
enum class Bug {
    None,
    PullOverwrites,
    AdoptTakesLocalAsBase,
    CursorWithoutSeen,
    UnknownCreateFails,
    PutWithoutReading,
    ForwardAbsence,
    AnswerOverwrites,
    BackwardAbsence,
    DeleteWithoutReading,
    BlindListRetry,
    DropsUnknownMembers,
    BelievesAny404,
    NoNotices,
    NotesOnlyOnAnswers,
};

struct Card {
    ContactState row;
    RemoteId remoteId;
    std::optional<SyncRecord> shadow;
    std::string extra;
    bool isDeleted = false;
    std::optional<SyncRecord> sent;
    ContactRow::Hold hold = ContactRow::Hold::None;
    int looks = 0;
    qint64 boundRun = 0;
    Authorship mine;

    SyncRecord local() const { return recordOf(row); }
    SyncRecord base() const { return shadow ? *shadow : inStepRecord(row, false, extra); }
    ContactRow asRow() const { return {remoteId, isDeleted, local(), base(), sent, hold}; }
};

struct Pull {
    qint64 page = 0;
    std::set<QString> seen;
    std::optional<qint64> totalBefore;
};

/// What a desk's file holds.
struct Database {
    std::map<int, Card> cards;
    std::map<int, ListRow> lists;
    std::map<std::pair<int, int>, Membership> members; ///< list, card
    QByteArray kept;                                   ///< every conflict, notice and card in the trash, in words
    std::optional<Pull> pull;
    qint64 run = 0;
    int last = 0;
};

/// A desk: what its user does, and its sync as a script. Uses only what services/sync decides.
class Desk
{
public:
    Desk(QByteArray name, Bug bug, const Gateway &gateway, std::function<void()> maybeKill);

    // What a user does; each is one commit.
    std::vector<int> shownCards() const;
    void createCard(ContactState row);
    void edit(int key, const std::string &field, const std::string &value);
    void deleteCard(int key);
    void createList(const QString &name);
    void setMember(int list, int card, bool want);
    void deleteList(int key);

    // The sync, one request after the other.
    bool isRunning() const { return m_running.has_value(); }
    void begin();
    const Request &request() const { return m_request; }
    void resume(Answer answer);
    void stop() { m_running.reset(); }

    Database db;
    const QByteArray name;
    Capabilities capabilities;
    bool isReading = false; ///< between the reading of a contact and its writing

private:
    struct Ask;
    Ask ask(Request request);
    template <typename Change>
    void commit(Change change);
    void finishIfDone();

    void take(Database &next, Card &card, const MergeResult &result, bool isAnswer);
    void bind(Database &next, Card &card, const RemoteContact &contact, const Adoption &adoption);
    void keep(Database &next, const QByteArray &words);
    void eraseCard(Database &next, int key);
    void eraseList(Database &next, int key);
    void restore(Database &next, Card &card, const SyncRecord &found, const std::optional<RecordConflict> &conflict);
    void applyRemote(Database &next, const RemoteContact &contact);
    void goneThere(Database &next, int key);
    Adoption adoptionOf(const Card &card, const SyncRecord &found) const;
    MergeResult merged(const Card &card, const SyncRecord &found) const;
    bool isBound(const RemoteId &id) const;
    bool isBoundList(const RemoteId &id) const;
    bool has(Bug bug) const { return m_bug == bug; }

    Script<void> sync();
    Script<Answer> read(Request request);
    Script<Absence> absence(bool isList, RemoteId id, bool rowsWereSeen, RemoteContact *found);
    Script<void> pushLists();
    Script<void> createListOf(int key);
    Script<void> pushContacts();
    Script<void> pushContact(int key);
    Script<void> lookUp(int key, LookUpReason reason, std::string number);
    Script<void> sendCreate(int key, ContactStep step);
    Script<void> sendWrite(int key);
    Script<void> sendUpdate(int key, ContactWrite write);
    Script<void> sendDelete(int key);
    Script<void> pullContacts();
    Script<void> proveMissing();
    Script<void> pullLists();
    Script<void> syncMembers(int key);
    Script<void> deleteLists();

    Bug m_bug;
    const Gateway &m_gateway; ///< to see what a desk can't: whether a row is really gone
    std::function<void()> m_maybeKill;
    std::optional<Script<void>> m_running;
    Request m_request;
    Answer m_answer;
    std::coroutine_handle<> m_waiting;
};

/// Leaves the script at a request.
struct Desk::Ask {
    Desk *desk;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting) noexcept { desk->m_waiting = waiting; }
    Answer await_resume() { return std::move(desk->m_answer); }
};

template <typename Change>
void Desk::commit(Change change)
{
    Database next = db;
    change(next);
    m_maybeKill();
    db = std::move(next);
    m_maybeKill();
}

} // namespace Elenco::Model
