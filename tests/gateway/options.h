// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/faultrates.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace Elenco::Practice {

/// Whose description of the gateway is played (gateway.md; the differences are the table in README.md).
enum class Dialect { Reference, Uc007, Uc020, Uc023 };

/// What the key may do in a minute and in a second: 1,000 and 50, 100 and 10, anything (for fast tests).
enum class Plan { Production, Trial, Unlimited };

/// What happens to a POST /contacts whose number is already there. R lists only 400 for this call, U7 has 409, and
/// nobody knows whether a second copy can be made; AsDialect is 400 in `reference` and 409 in the others.
enum class DuplicateNumbers { AsDialect, Refused400, Refused409, SecondCopy };

/// Which of a contact's keys a page of contacts has: those of the document's own example, or all that it has by id.
/// AsDialect: the reference, which has no example of a page, shows all, the use cases show theirs.
enum class Listing { AsDialect, AsShown, Whole };

struct Options {
    quint16 port = 0; ///< 0: any free one
    QByteArray key = "practice-key";
    QString user; ///< HTTP Basic is accepted when a user is named
    QString password;
    Dialect dialect = Dialect::Reference;
    Plan plan = Plan::Unlimited;
    qint64 quota = 2'000'000; ///< contacts the account may hold
    qint64 contacts = 0;      ///< invented people to begin with, when the state is new
    int lists = 0;            ///< lists to begin with; the people are spread over them
    quint32 seed = 1;         ///< of the people and of the faults
    FaultRates faults;
    QString stateFile;                       ///< empty: in memory
    QString certificateFile, privateKeyFile; ///< PEM; both given: https
    bool strict = false;  ///< 400 for every parameter, key and form field that the dialect's document does not name
    bool isQuiet = false; ///< a refusal does not say what it is about
    Listing listing = Listing::AsDialect;
    /// What is taken in silence and not kept, by its key in a body: "region", "tags", "customFields" (all of them),
    /// "customFields.vip" (one).
    QStringList droppedFields;
    std::optional<int> firstPage;     ///< 0 or 1; none: as the dialect has it
    bool bareArrays = false;          ///< pages are arrays without an envelope
    bool replacingPut = false;        ///< a PUT that leaves a field out clears it
    bool mergingCustomFields = false; ///< a PUT changes the custom fields it names, and leaves the others
    DuplicateNumbers duplicateNumbers = DuplicateNumbers::AsDialect;
    QStringList ignoredParameters;  ///< names in queries that this server does not know ("sortBy", "phoneNumber", …)
    std::optional<int> pageMaximum; ///< rows a page holds at most; none: as the dialect has it
    int exportPolls = 2;            ///< GET /exports until an export is ready
    int exportLifetimeSeconds = 3600;
    QString redirectTo;                ///< where Fault::Redirect sends to; empty: http(s)://localhost:PORT/elsewhere
    int bodyLimit = 10'000'000;        ///< bytes; more is 413
    int headerLimit = 32 * 1024;       ///< bytes of request line and header; more is 431
    int clientTimeout = 30'000;        ///< ms without a byte in the middle of a request, then 408
    int idleTimeout = 60'000;          ///< ms of silence between requests, then the connection is closed
    int logLimit = 1'000'000;          ///< requests remembered
    bool logBodies = true;             ///< false: the log keeps the sizes only
    std::function<qint64()> monotonic; ///< ms; none: a steady clock. Rate limits and arrival times are read from it.
};

} // namespace Elenco::Practice
