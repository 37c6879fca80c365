// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

namespace Elenco {

/// Error::text() of the last of several steps: that may say that nothing was sent or changed, which is true of this
/// step alone. This says nothing of those before. In the user's language.
QString causeOf(const Error &error);

} // namespace Elenco
