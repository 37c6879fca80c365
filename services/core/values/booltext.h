// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Elenco {

/// "yes", "no", "sì", "true", "1", … as "true" or "false"; nothing for other words. UTF-8; thread-safe.
std::optional<std::string> readBool(std::string_view text);

} // namespace Elenco
