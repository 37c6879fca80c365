// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sync/seedscript.h"

#include <functional>

namespace Elenco {

/// The shortest script that can be found by leaving out steps of one that fails, and still `fails`; `most` tries at
/// most.
SeedScript shrunk(SeedScript script, const std::function<bool(const SeedScript &)> &fails, int most = 600);

} // namespace Elenco
