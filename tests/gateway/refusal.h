// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Elenco::Practice {

/// Why a call is not carried out. Thrown by the calls; the one place that answers requests words it in the dialect's
/// shape, and the state is as it was.
struct Refusal {
    int status = 400;
    const char *field = ""; ///< what it is about: "contacts", "file", "filter", "contactId", …
    QString message;
    int retryAfter = 0; ///< seconds, with 429
};

} // namespace Elenco::Practice
