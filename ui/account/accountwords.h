// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "gateway/records/subscription.h"

#include <QString>

#include <optional>

namespace Elenco {

// What is said about an account, in sentences for people.

/// What a failed test or an unusable field means: Error::text(), and the gateway's own where it said some.
QString accountProblem(const Error &error);
/// Says nothing about the account itself: it may be right, and the network be there later.
bool isUnreachable(ErrorKind kind);

/// What is left of a subscription, for the status line; all empty when nothing is known.
struct FigureWords {
    QString text;
    QString toolTip;
    bool isScarce = false;
};
FigureWords figureWords(const std::optional<Quota> &quota, const std::optional<Credit> &credit);

} // namespace Elenco
