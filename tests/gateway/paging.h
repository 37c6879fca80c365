// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/call.h"

#include <functional>

namespace Elenco::Practice {

class JsonWriter;

/// Which rows are asked for, by the parameters that the dialect knows.
struct PageRequest {
    qint64 page = 0;
    qint64 offset = 0;
    int size = 10;
    bool isDescending = false;

    /// Refused: numbers that are none, negative ones, a size of 0. A size beyond the maximum is the maximum.
    static PageRequest of(const Service &service, const Call &call, Envelope envelope);
};

/// Writes the page: its envelope, and `row` for each index of the `total` rows that is on it.
/// `listId` is for Envelope::Members; 0: all contacts.
QByteArray pageBytes(const Service &service, const Call &call, Envelope envelope, const PageRequest &page, qint64 total,
                     const std::function<void(JsonWriter &, qint64 index)> &row, qint64 listId = 0);

} // namespace Elenco::Practice
