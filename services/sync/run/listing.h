// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "gateway/records/page.h"
#include "gateway/records/remotecontact.h"
#include "sync/records/deliberate.h"

#include <functional>
#include <vector>

namespace Elenco {

// Whether a listing can be believed (sync.md section 2.4). Every client that took "not in the listing" for "deleted"
// has lost data; here absence is never proof.

/// What a page of an enumeration is held against.
struct PageExpectation {
    qint64 page = 0;                   ///< from 0
    int limit = 0;                     ///< rows a page, as the account really gives them
    int firstPage = 0;                 ///< Capabilities::firstPage: what the echo calls the first one
    bool needsTotal = true;            ///< backwards, the place of a row is counted from the total
    std::optional<qint64> totalBefore; ///< of the page read before, in the same run
    QList<RemoteId> idsBefore;         ///< of the page read before
};

enum class PageVerdict {
    Good,
    NoTotal,
    WrongPlace,    ///< the echo names another page, offset or size
    WrongLength,   ///< fewer or more rows than the total leaves for this page
    Unfiltered,    ///< rows that were not asked for
    RepeatedId,    ///< one contact twice in one page
    RepeatsItself, ///< the page before once more: the gateway does not turn pages
    FellTooFar,    ///< the total fell by more than a fifth, or to nothing: a person is asked before anything else
};

/// Anything but Good: nothing of the page is used, the cursor stays, the run stops.
PageVerdict judgePage(const PageExpectation &expected, const Page<RemoteContact> &page);
/// What is said of a page that is not Good.
Error unreadableList(PageVerdict verdict);

/// True if the contacts of a page come by ascending number: ids that are texts have no order that is known to be the
/// gateway's. Only then no row is missed backwards; other orders are safe too, with more absences to prove.
bool ascendsById(const Page<RemoteContact> &page);

/// Whether a row has to be asked for by its id after a whole enumeration: it was not in it, and it was known before it
/// began.
constexpr bool isMissing(bool wasSeen, qint64 boundInRun, qint64 run)
{
    return !wasSeen && boundInRun < run;
}

/// What is done about missing rows next.
enum class MissingStep {
    Nothing,
    ProveEach,   ///< ask for each by its id
    ReadAgain,   ///< a second whole enumeration: what is missing in both
    ProveSample, ///< ask for some by chance, before a person is bothered
    AskPerson,   ///< "the gateway no longer has N of your contacts": keep and send again, trash, show
};
struct MissingState {
    qint64 missing = 0;        ///< in all enumerations so far
    qint64 bound = 0;          ///< rows of this desk that the gateway knows
    int enumerations = 1;      ///< whole ones
    bool sampleIsGone = false; ///< each row of the sample was proved to be gone
};
MissingStep missingStep(const MissingState &state);
inline constexpr int mostProvedEach = 500;
inline constexpr int sampleSize = 200;

/// `size` of the rows, evenly by chance; `random` gives numbers in [0, 1).
std::vector<RemoteId> sampleOf(std::vector<RemoteId> rows, size_t size, const std::function<double()> &random);

/// What asking for one record by its id says.
enum class Sighting {
    There,
    Denied,  ///< the gateway itself says that it has none: ErrorKind::NotFound and nothing else
    Unclear, ///< any other end
};
template <typename T>
Sighting sightingOf(const Result<T> &answer)
{
    if (answer)
        return Sighting::There;
    if (deliberate(Bug::BelievesAny404) && answer.error().kind == ErrorKind::NotTheGateway)
        return Sighting::Denied;
    return answer.error().kind == ErrorKind::NotFound ? Sighting::Denied : Sighting::Unclear;
}

/// A row that is known to exist, to be asked for beside a missing one: if that is denied too, it is the answers that
/// are wrong. Picked when it is needed; one remembered from before may be gone itself.
struct Canary {
    enum class Pick {
        Row,
        NobodyThere, ///< the gateway has no rows at all, and says so in full
        Unclear,     ///< no canary: nothing can be proved now
    };
    Pick pick = Pick::Unclear;
    RemoteId id; ///< of Pick::Row

    friend bool operator==(const Canary &, const Canary &) = default;
};
/// `answer`: the first page with one row. A page that shows the missing row itself makes the denial unclear.
template <typename Row>
Canary canaryOf(const Result<Page<Row>> &answer, const RemoteId &missing)
{
    if (!answer || answer->rowsDropped > 0)
        return {};
    if (answer->rows.isEmpty())
        return {answer->total.value_or(0) == 0 ? Canary::Pick::NobodyThere : Canary::Pick::Unclear, {}};
    if (answer->rows.first().id == missing)
        return {};
    return {Canary::Pick::Row, answer->rows.first().id};
}

enum class Absence { Alive, Proved, Unproved };
/// `canarySighting`: what asking for the canary said; nullopt when there was nobody to ask for. `rowsWereSeen`: this
/// enumeration has seen rows over there, so "nobody there" is a lie, or what was seen is out of date: after Unproved
/// the enumeration is begun anew, or it would end here again and again.
Absence absenceOf(Sighting row, const Canary &canary, std::optional<Sighting> canarySighting, bool rowsWereSeen);

} // namespace Elenco
