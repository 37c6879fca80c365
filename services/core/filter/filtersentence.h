// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filtervocabulary.h"

namespace Elenco {

/// A filter as people say it, in the language of the program, its values as the vocabulary's locale has them: "City is
/// Milano and at least one of these: tag vip, Total spent over 5,000". Nothing for a filter that asks nothing.
QString describeFilter(const Filter &filter, const FilterVocabulary &vocabulary);

} // namespace Elenco
