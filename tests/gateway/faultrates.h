// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/callpattern.h"
#include "tests/gateway/fault.h"

#include <QList>

#include <optional>

namespace Elenco::Practice {

/// How often which fault strikes, and what the slow ones look like.
struct FaultRates {
    struct Rate {
        CallPattern call; ///< "*": every request
        Fault fault = Fault::None;
        double rate = 0; ///< of the matching requests, 0 … 1

        friend bool operator==(const Rate &, const Rate &) = default;
    };
    QList<Rate> rates; ///< for one request they add up to at most 1: one request has at most one fault
    int delayMs = 300;
    int dripBytes = 64; ///< a piece
    int dripMs = 5;     ///< between two pieces
    int retryAfter = 1; ///< seconds, in what Throttle and Unavailable say

    bool isEmpty() const { return rates.isEmpty(); }
    /// The same rate of `fault` for every request, or for one call.
    FaultRates &with(Fault fault, double rate, const CallPattern &call = {});

    /// "drop=0.03,lost=0.05,POST /contacts:lost=1,delay-ms=500": names as faultName() gives them, and delay-ms,
    /// drip-bytes, drip-ms, retry-after. On a mistake nothing is returned and `why` gets a sentence.
    static std::optional<FaultRates> parse(const QString &spec, QString *why);

    friend bool operator==(const FaultRates &, const FaultRates &) = default;
};

} // namespace Elenco::Practice
