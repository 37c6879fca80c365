// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contact.h"

#include <optional>
#include <string>
#include <string_view>

namespace Elenco {

/// A value as scripts and files of ours have it, in canonical form; nothing for every other form of it. An empty text
/// is empty.
std::optional<std::string> readCanonical(ValueKind kind, std::string_view text);

} // namespace Elenco
