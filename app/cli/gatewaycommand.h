// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace Elenco {

/// Shows the far side as it is: test, lists, contacts, quota, subscription, credit, campaigns; describe, what its
/// answers look like, without personal data or key. Reads only; export has it make a file of contacts and fetches that.
int gatewayCommand(const QStringList &arguments, const CommandContext &context);

inline constexpr char gatewayUsage[] =
    "gateway test|lists|contacts|quota|subscription|credit|campaigns|describe|export FILE [--list ID] [--contact ID] "
    "[--search TEXT] [--limit N] [--gateway ROOT] [--key-from env:NAME|keychain|file:PATH] [--user NAME] "
    "[--plan production|trial] [--ca FILE.pem] [--trace]";

} // namespace Elenco
