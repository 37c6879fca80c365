// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/strongid.h"
#include "store/database/unsyncedlog.h"

#include <functional>
#include <string_view>

namespace Elenco {

class Connection;
class Workspace;

// What the lines of unsynced.log say. Every record has "kind"; one of an edit has "change", the id of its change set.
// Ids are local; where a record names a contact or list that the gateway knows, it also has its id over there, because
// the row may be lost with the database. Packed states (store/contacts/contactstate.h) have the names "state" (now) and
// "base" (as it was when last in step, so that both can be merged three ways).
namespace UnsyncedKind {
inline constexpr std::string_view account = "account";        ///< the account record; no key
inline constexpr std::string_view contact = "contact";        ///< "lists": id, id over there, name of each it is in
inline constexpr std::string_view deletedContact = "deleted"; ///< to be deleted over there
inline constexpr std::string_view goneContact = "gone";       ///< never was over there
inline constexpr std::string_view list = "list";
inline constexpr std::string_view deletedList = "list deleted"; ///< to be deleted over there
inline constexpr std::string_view goneList = "list gone";
inline constexpr std::string_view member = "member"; ///< "wanted": 1, 0, or nothing: in step again
inline constexpr std::string_view import = "import"; ///< an import of too many rows for a line each
} // namespace UnsyncedKind

/// New contacts of an import above this number get one line together, with the name of the file: it can be imported
/// again, while writing all of it a second time would cost a large import a tenth of its time and the log its size.
inline constexpr qint64 mostLoggedOfImport = 2000;

using UnsyncedSink = std::function<void(const UnsyncedRecord &)>;

// In the caller's transaction, on any connection; they throw DatabaseFailure.

/// What the change sets after `last` have made of the records that they touched.
void recordsSince(Connection &connection, ChangeSetId last, const UnsyncedSink &sink);
void loggedAccount(Connection &connection, const UnsyncedSink &sink);
/// All that is unsent, and the account.
void allUnsynced(Connection &connection, const UnsyncedSink &sink);
bool isAnythingUnsynced(Connection &connection);
bool hasAccount(Connection &connection);
/// The highest id that a change set ever had.
ChangeSetId lastChangeSet(Connection &connection);

/// Brings the log beside the file down to what is unsent, to nothing when nothing is. The writer thread.
enum class Shorten {
    WhenLong, ///< when it is far longer than what is unsent
    Now,      ///< a sync has ended: to what is unsent still
    Anew,     ///< an account was saved: whatever it has
};
void shortenLog(Workspace &workspace, Shorten when);

// One record as it is now; `contact` and `list` are whatever kind of theirs fits.
UnsyncedRecord unsyncedContact(Connection &connection, ContactId id);
UnsyncedRecord unsyncedList(Connection &connection, ListId id);
UnsyncedRecord unsyncedMember(Connection &connection, ListId list, ContactId contact);

} // namespace Elenco
