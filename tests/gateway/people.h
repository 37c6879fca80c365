// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/values.h"

namespace Elenco::Practice {

/// The `index`-th (0, 1, …) invented person of a seed: an Italian name, a number nobody else of the seed has, mostly
/// an address, a city with its province and region, and some custom fields. Pure: same arguments, same person.
Contact personOf(quint32 seed, qint64 index);

} // namespace Elenco::Practice
