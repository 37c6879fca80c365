// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gateway/answer.h"
#include "tests/gateway/call.h"

namespace Elenco::Practice {

/// Where exported files are fetched from; not a part of the API, so not below its root.
inline constexpr QLatin1StringView downloadPrefix("/download/");

/// The file behind the token in the path: CSV in the dialect's own form. Who sends the API key along is refused (403)
/// and remembered as a danger; 403 once the address has expired, 404 for one that never was.
Answer download(Service &service, const Request &request);

} // namespace Elenco::Practice
