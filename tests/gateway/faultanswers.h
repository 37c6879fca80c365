// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

#include <optional>

namespace Elenco::Practice {

/// What comes back in place of an answer when the request is not applied because of `fault`; none for faults that let
/// it through. `redirectTo` is where Redirect points.
std::optional<Answer> answerInstead(Fault fault, const Service &service, int retryAfter, const QString &redirectTo);
/// The answer of an applied request after `fault` has been at it.
Answer spoiled(Fault fault, const Service &service, const Answer &answer);

} // namespace Elenco::Practice
