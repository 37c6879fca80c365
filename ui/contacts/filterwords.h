// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filtervocabulary.h"

namespace Elenco {

/// A filter as people say it: "City is Milano", "Total spent over 5,000", "not tagged vip".
QString filterText(const Filter &filter, const FilterVocabulary &vocabulary);

} // namespace Elenco
