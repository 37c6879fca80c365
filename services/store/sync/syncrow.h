// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remoteid.h"
#include "core/strongid.h"
#include "store/contacts/contactstate.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace Elenco {

class Connection;
class ContactTable;

/// How far the last request about a row got (sync.md section 2.5). Stored: add at the end only.
enum class SendState {
    Idle,          ///< none was sent, or its outcome is known
    Sent,          ///< it left, and nobody knows what came of it
    Blocked,       ///< refused; tried again when the row changes, by hand, or after pauseAfterRefusal()
    WaitsForQuota, ///< a new contact for which there is no room over there
};

/// Why a row does not get through, in the words of a list of reasons. Stored: add at the end only.
enum class SendTrouble {
    None,
    Refused,     ///< `detail` has the gateway's words
    NumberTaken, ///< another row of this desk has the contact with this number
    QuotaFull,
    NotWritten, ///< the gateway says yes and does not keep it
};

/// How long what was refused for the n-th time (1, 2, …) waits until it is sent again by itself, in milliseconds of the
/// program's running: 25 s, five times as long each time, at most a day (sync.md section 2.7).
qint64 pauseAfterRefusal(int times);

/// What is remembered of a contact as it was when last in step. `record` is the sync engine's own form of it, empty
/// where an edit made the shadow of a row that was in step.
struct Shadow {
    ContactState base;
    std::string record;
    bool sends = true; ///< false: what differs can't be said over there
};

/// A contact as sync needs it, deleted ones too.
struct SyncRow {
    ContactId id;
    RemoteId remoteId;
    std::optional<qint64> fingerprint; ///< of the contact over there as last seen
    std::string extra;                 ///< its members that we do not know, one raw JSON object
    bool showsTags = false;            ///< that answer showed tags
    qint64 readAt = 0;                 ///< when it was last read by its id, in seconds; 0: to be read; or madeHere
    ContactState state;                ///< all of it; of a deleted one what it was
    bool isDeleted = false;
    std::optional<Shadow> shadow; ///< none: the row is as it was when last in step
    SendState send = SendState::Idle;
    std::string sent; ///< what was sent, in the engine's own form
    /// Its deletion left, and nobody knows what came of it. It may have been brought back since.
    bool isDeletionSent = false;
    int attempts = 0;
    SendTrouble trouble = SendTrouble::None;
    QString detail;
    std::string authored; ///< the engine's notes of values that are ours

    /// Instead of a time in `readAt`: this desk has made it, and knows what is there without reading it.
    static constexpr qint64 madeHere = -1;
};

/// A choice to be made by a person. Stored: add at the end only.
enum class ConflictKind {
    BothChanged,
    NotTaken,
    NumberTaken,
    DeletedHereEditedThere,
    EditedHereDeletedThere,
    TwoCardsOneNumber,
    ListDeletedThere,
};
struct NewConflict {
    ConflictKind kind = ConflictKind::BothChanged;
    std::string field; ///< key of a ContactState; empty for a whole record
    std::string base, mine, theirs;
    std::optional<ContactState> state; ///< the row as it was here, where it is not here any more
};
/// A value of ours that somebody else replaced.
struct NewReplacedValue {
    std::string field, mine, theirs;
    bool isLoud = false;
};

/// What a row is to be from now on. Everything that sync remembers of it is replaced, so writing it twice is writing it
/// once.
struct SyncChange {
    enum class Fate {
        Stays,
        Trash, ///< gone over there: out of the address book, restorable for 30 days
        Gone,  ///< deleted here, and the gateway has confirmed it
    };
    Fate fate = Fate::Stays;
    std::optional<ContactState> state; ///< nullopt: as it is. A deleted row with a state comes back.
    /// Of a row that stays deleted: fields that are over there and that nobody here has seen. They belong to what was
    /// deleted, so that its undo brings them back too.
    ContactState unseen;
    RemoteId remoteId;
    std::optional<qint64> fingerprint;
    std::string extra;
    bool showsTags = false;
    qint64 readAt = 0;
    std::optional<bool> saidValid; ///< what the gateway said of a number; nullopt: nothing, and its last word stands
    std::string saidOf;            ///< that number
    std::optional<Shadow> shadow;
    SendState send = SendState::Idle;
    std::string sent;
    bool isDeletionSent = false; ///< of a row that is deleted
    int attempts = 0;
    SendTrouble trouble = SendTrouble::None;
    QString detail;
    std::string authored;
    std::vector<NewConflict> conflicts;
    std::vector<NewReplacedValue> replaced;

    /// A change that keeps everything as `row` has it.
    static SyncChange keeping(const SyncRow &row);
    /// The same, of a row whose last request was certainly not carried out: nothing is under way about it any more, and
    /// what was taken back meanwhile needs no shadow.
    static SyncChange atRest(const SyncRow &row);
};

// For the parts of services/store that write inside a transaction of their own; they throw DatabaseFailure.
std::optional<SyncRow> readSyncRow(Connection &connection, ContactTable &table, ContactId id);
/// `before` as read in the same transaction.
void writeSyncRow(Connection &connection, ContactTable &table, ChangeSetId &changeSet, const SyncRow &before,
                  const SyncChange &change);
/// A contact from over there, in step: `change` has its state and what the gateway showed.
ContactId insertArrival(Connection &connection, ContactTable &table, const SyncChange &change);

/// So many requests were begun, ended or held back in one statement: how contacts stand with the gateway is another.
void noteRequests(Connection &connection, qint64 count);

} // namespace Elenco
