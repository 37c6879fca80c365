// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string_view>

namespace Elenco {

// What a field of a ContactState is called, and what it holds, as people read it.

/// The label of a state's key; empty for what people do not see (the kind of line, the validity).
QString stateLabel(std::string_view key);
QString stateText(std::string_view key, std::string_view value);

} // namespace Elenco
