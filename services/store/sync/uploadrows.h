// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/sync/pullruns.h"
#include "store/sync/syncrow.h"

#include <functional>

namespace Elenco {

class Workspace;

/// What waits in such numbers that it is sent in bulk (sync.md section 2.5).
struct BulkWork {
    qint64 creations = 0; ///< new contacts that could be sent and about which nothing was sent yet
    qint64 deletions = 0;
    qint64 known = 0;    ///< contacts that are over there
    qint64 underWay = 0; ///< rows of a file whose outcome is not settled
};

/// New contacts that go over together in one file. While a file is under way its rows are marked as sent, like single
/// creations, and remembered with the number that the file has of them; everything else about them stays with SyncRows.
/// Each function is one transaction on the writer thread.
class UploadRows
{
public:
    explicit UploadRows(Workspace &workspace) : m_workspace(workspace) {}

    Result<BulkWork> work();
    /// What this desk calls its temporary list over there: made at the first call, the same ever after, no other
    /// desk's.
    Result<QString> listName();

    struct Turn {
        enum class Kind { Taken, Passed, FileIsFull };
        Kind kind = Kind::Passed;
        std::string sent; ///< what the file says of the row, in the engine's own form
    };
    using Acceptance = std::function<Turn(const SyncRow &)>;
    struct Noted {
        qint64 rows = 0;
        ContactId last;       ///< the last one that was looked at; invalid: there was none
        bool isAtEnd = false; ///< none is left behind it
    };
    /// Marks up to `most` rows from behind `after` as sent, in a durable transaction. Not asked about: rows about which
    /// something was sent before, a number's second row, and numbers that another contact of this desk has over there.
    Result<Noted> note(ContactId after, qint64 most, const Acceptance &accept);

    /// The same of those that have tags, from the first one.
    Result<Noted> noteTagged(qint64 most, const Acceptance &accept);
    /// New contacts with tags about which nothing was sent yet.
    Result<qint64> countTagged();

    /// Whether a look at the contacts over there, from the newest back, has come to one that this desk has, so that
    /// whoever is older was met by its last reading. At the end of all of them also where it has none.
    Result<bool> reaches(const std::vector<RemoteId> &contacts, bool isEnd);

    /// What becomes of the row that was sent with the number of `page[index]`.
    using Decision = std::function<SyncChange(size_t index, const SyncRow &)>;
    /// Contacts over there that have the number of a row of the file: the row is bound, unless another row is that
    /// contact already. The number of rows that were bound.
    Result<qint64> bind(const std::vector<SeenContact> &page, ChangeSetId &changeSet, const Decision &decide);

    enum class Rest {
        Resend,       ///< not over there: as if it had never been sent
        LookUpSingly, ///< the mark stays; each is looked up by its number
        WaitForQuota,
    };
    /// Ends the file: what becomes of the rows that were not bound. Their number.
    Result<qint64> settleRest(Rest rest);
    /// All new contacts about which nothing was sent wait for room from now on. Their number.
    Result<qint64> holdForQuota();

private:
    Result<Noted> note(const std::string &rows, ContactId after, qint64 most, const Acceptance &accept);

    Workspace &m_workspace;
};

} // namespace Elenco
