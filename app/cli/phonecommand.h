// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "core/contact.h"

namespace Elenco {

/// `phone [--region IT]`: reads a number a line from standard input, prints what it is as JSON, a line each.
int phoneCommand(const QStringList &arguments, const CommandContext &context);

/// "MOBILE", "FIXED_LINE", …: libphonenumber's names, in all our JSON.
QLatin1StringView lineKindName(LineKind kind);

} // namespace Elenco
