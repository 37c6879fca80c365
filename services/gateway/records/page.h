// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <optional>

namespace Elenco {

/// What the server said about the page it gave; what it did not say is nullopt. For checking, never for counting.
struct PageEcho {
    std::optional<qint64> page;
    std::optional<qint64> limit; ///< "size" or "limit"
    std::optional<qint64> offset;
    std::optional<qint64> totalPages;
    bool saysSize = false; ///< `limit` was called "size" (U7)
    bool isBare = false;   ///< an array without an envelope

    friend bool operator==(const PageEcho &, const PageEcho &) = default;
};

/// One page of an enumeration, whichever envelope it came in (gateway.md section 1).
template <typename Row>
struct Page {
    QList<Row> rows;             ///< without those that do not match what was asked for
    int rowsGiven = 0;           ///< as many as really came
    int rowsDropped = 0;         ///< rowsGiven - rows.size(): a filter was ignored by the server
    std::optional<qint64> total; ///< of the whole enumeration; may lie
    std::optional<bool> hasMore;
    PageEcho echo;

    friend bool operator==(const Page &, const Page &) = default;
};

/// Which part of an enumeration, in pages of the R form; written in the form that the account understands.
struct PageRequest {
    qint64 page = 0; ///< from 0
    int limit = 0;   ///< rows a page, 1 to 1000; 0: as many as the account gives

    friend bool operator==(const PageRequest &, const PageRequest &) = default;
};

enum class SortOrder { Ascending, Descending };

} // namespace Elenco
