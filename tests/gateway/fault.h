// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace Elenco::Practice {

/// One thing that can go wrong with one request. "Applied" says whether the account's state was changed first.
enum class Fault {
    None,
    // The connection: nothing that HTTP could read arrives.
    Drop,         ///< closed before anything was applied
    Lost,         ///< applied, closed without an answer
    Cut,          ///< applied, half of the answer, closed
    Reset,        ///< not applied, connection reset (RST)
    ResetApplied, ///< applied, connection reset
    Hang,         ///< not applied, never answered, left open
    Delay,        ///< applied, answered late (FaultRates::delayMs)
    Drip,         ///< applied, answered in small pieces
    // Answers of the server.
    Throttle,     ///< 429 with a body and retryAfter, not applied
    Unauthorised, ///< 401, not applied
    Forbidden,    ///< 403, not applied
    Error,        ///< 500, not applied
    ErrorApplied, ///< 500 although applied
    // Answers of something in between.
    RequestTimeout, ///< 408, not applied
    BadGateway,     ///< 502 with JSON, not applied
    Unavailable,    ///< 503 with Retry-After and no body, not applied
    GatewayTimeout, ///< 504 although applied
    HtmlError,      ///< 502 with a page, not applied
    HtmlOk,         ///< 200 with a page: a captive portal; not applied
    HtmlNotFound,   ///< 404 with a page: a proxy that can't find the server; not applied
    Redirect,       ///< 307 to another host, not applied
    // Answers that are not what they seem; all applied.
    WrongType, ///< JSON that calls itself text/html
    EmptyBody, ///< right status, no body
    WrongJson, ///< well-formed, every value of another type
    // Pages; GET only.
    ShiftedPage,    ///< begins one row early or late, as if rows had come or gone meanwhile
    ShortPage,      ///< half of its rows; the total says there are more
    EmptyList,      ///< no rows, total 0
    IgnoredFilters, ///< every parameter but paging and sorting is unknown to the server
    // What others do meanwhile, just before the request is applied.
    ContactDeleted, ///< the contact that the request is about (or the first of the page)
    ListDeleted,    ///< the list that the request is about
    BodyDropped,    ///< a proxy takes the body away
    // Copies.
    Duplicate,     ///< a proxy sends the request twice; the second answer comes back
    AnsweredTwice, ///< the answer is written twice
};

/// The word of a fault in --faults and in the log: "drop", "lost", …
QString faultName(Fault fault);
std::optional<Fault> faultOfName(QStringView name);
/// All but None, in the order of the enum.
std::span<const Fault> allFaults();

} // namespace Elenco::Practice
