// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace Elenco {

/// `inspect FILE`: prints what is read of a file, one JSON value a line: a line of description, then every record or
/// card; of a workbook every sheet so. Takes --encoding NAME, --delimiter C, --quote C, --header yes|no, --preamble N,
/// --sheet NAME|NUMBER.
int inspectCommand(const QStringList &arguments, const CommandContext &context);

} // namespace Elenco
