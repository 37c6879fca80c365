// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Elenco {

/// Asks the system to write no image of this program's memory when it crashes: the key of an account would be in it.
/// Called first in main().
void forbidCoreDumps();

} // namespace Elenco
