// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

#include <optional>

namespace Elenco {

/// Prints the sheets of a workbook as JSON lines, all of them or the one that is named (its name, or its number from
/// 1): each with its name, its state, its last row and its last column, then its rows as texts.
int inspectSheets(const QString &path, const std::optional<QString> &wanted, const CommandContext &context);

} // namespace Elenco
