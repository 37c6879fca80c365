// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filter.h"

namespace Elenco {

/// A filter as people say it: "City is Milano", "Total spent over 5,000", "not tagged vip".
QString filterText(const Filter &filter);

/// Whether a typed word is a condition with a known field, so that it may become a token.
bool isCondition(const QString &word);

} // namespace Elenco
